/** "9 acties zijn te laat." in the monthly summary: counts, never whose they are (PRODUCT 7). */

import type { Button } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { schoolSubject, teamSubject } from '../delivery/subject.ts';
import { stateOf } from '../goals/status.ts';
import { may } from '../people/permissions.ts';
import { type Exception, NOTHING_TO_SAY, type SummaryContext, type SummarySection } from '../summary/section.ts';
import { teamArgument } from '../teams/find-team.ts';
import { type LateCounts, lateCounts } from './late-counts.ts';

const MOST_BUTTONS = 3;

export const lateActionsSection: SummarySection = {
  write: async (context) => {
    const { state, today, viewer, team } = context;
    const known = new Set(viewer.teams.map(({ teamId }) => teamId));
    const counts = lateCounts(state, today, known);
    const exception = team ? ofTeam(context, counts.teams.get(team.id) ?? 0) : ofSchool(context, counts);
    return exception ? { ...NOTHING_TO_SAY, exceptions: [exception] } : NOTHING_TO_SAY;
  },
};

function ofTeam({ say, viewer, school, team }: SummaryContext, count: number): Exception | null {
  if (count === 0 || !team) return null;
  const leerteam = teamArgument(team);
  const button: Button = may(viewer, 'agenda.see', { schoolId: school.id, teamId: team.id })
    ? { label: say.plain('summary.see-actions'), intent: { name: 'actie.team', args: { leerteam } } }
    : { label: say.plain('summary.see-team'), intent: { name: 'leerteam', args: { leerteam } } };
  const row = {
    state: stateOf('aandacht nodig', say),
    title: say('summary.late', { count }),
    lines: [],
    buttons: [button],
  };
  return { subject: `${teamSubject(team.id)}:late`, row };
}

/** The teams with most late actions first. */
function ofSchool({ say, school, state }: SummaryContext, { total, teams }: LateCounts): Exception | null {
  const shown = state.teams
    .map(({ id, name }) => ({ id, name, count: teams.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nl'));
  if (total === 0 || (total === null && shown.length === 0)) return null;
  const perTeam = joinText(shown.map(({ name, count }) => say('summary.late-of-team', { team: name, count })));
  const buttons = shown
    .slice(0, MOST_BUTTONS)
    .map(
      (team): Button => ({ label: team.name, intent: { name: 'leerteam', args: { leerteam: teamArgument(team) } } }),
    );
  const title = total === null ? say('summary.late-some') : say('summary.late', { count: total });
  const row = { state: stateOf('aandacht nodig', say), title, lines: shown.length > 0 ? [perTeam] : [], buttons };
  return { subject: `${schoolSubject(school.id)}:late`, row };
}
