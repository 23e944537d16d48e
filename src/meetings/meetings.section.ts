/** "11 van 14 bijeenkomsten gingen door, van 1 weet ik het niet." in the monthly summary, with [Ging door] (PRODUCT 7). */
import { textPart } from '../bot/notice.ts';
import type { Button, Part, RichText, Row } from '../bot/reply.ts';
import { teamSubject } from '../delivery/subject.ts';
import { stateOf } from '../goals/status.ts';
import { may } from '../people/permissions.ts';
import { isLongAgo } from '../summary/period.ts';
import { NOTHING_TO_SAY, type SummaryContext, type SummarySection } from '../summary/section.ts';
import { teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { meetingArgument } from './find-meeting.ts';
import type { TeamMeeting } from './meeting.ts';
import { type MeetingsHeld, meetingsHeld, rarelyMet } from './meetings-held.ts';

/** More than this nobody remembers. */
const MOST_ASKED = 3;

type Counted = MeetingsHeld & { readonly team: Leerteam };

export const meetingsSection: SummarySection = {
  write: async (context) => {
    const { state, team, period, now } = context;
    const counted = state.teams
      .filter(({ id }) => team === null || id === team.id)
      .map((each): Counted => ({ team: each, ...meetingsHeld(state, each, period, now) }));
    const planned = sum(counted, (each) => each.planned);
    if (planned === 0) return NOTHING_TO_SAY;
    const words = meetingsWords(context, counted, planned);
    return {
      exceptions: counted.filter(rarelyMet).map((each) => ({
        subject: teamSubject(each.team.id),
        row: rarelyMetRow(context, each),
      })),
      body: [textPart(words), ...unknownPart(context, counted)],
      short: [words],
    };
  },
};

function meetingsWords({ say }: SummaryContext, counted: readonly Counted[], planned: number): RichText {
  const unknown = sum(counted, (each) => each.unknown.length);
  if (unknown === planned) return say('summary.meetings-all-unknown', { count: unknown });
  return say('summary.meetings', { held: sum(counted, ({ held }) => held), planned, unknown });
}

function sum(counted: readonly Counted[], count: (each: Counted) => number): number {
  return counted.reduce((total, each) => total + count(each), 0);
}

function rarelyMetRow({ say }: SummaryContext, { team, planned, held, unknown }: Counted): Row {
  const known = planned - unknown.length;
  const apart: readonly RichText[] =
    unknown.length > 0 ? [say('summary.meetings-unknown', { count: unknown.length })] : [];
  const intent = { name: 'leerteam', args: { leerteam: teamArgument(team) } };
  return {
    state: stateOf('aandacht nodig', say),
    title: say('summary.rarely-met', { team: team.name, held, planned: known }),
    lines: apart,
    buttons: [{ label: say.plain('summary.see-team'), intent }],
  };
}

/** The latest ones that this reader may tell about, one row each. */
function unknownPart(context: SummaryContext, counted: readonly Counted[]): readonly Part[] {
  const { period, today } = context;
  if (isLongAgo(period, today)) return [];
  const asked = counted
    .filter(({ team }) => mayTell(context, team))
    .flatMap(({ team, unknown }) => unknown.map((meeting) => ({ team, meeting })))
    .sort((a, b) => (a.meeting.date === b.meeting.date ? 0 : a.meeting.date > b.meeting.date ? -1 : 1))
    .slice(0, MOST_ASKED);
  if (asked.length === 0) return [];
  return [{ kind: 'list', rows: asked.map(({ team, meeting }) => unknownRow(context, team, meeting)) }];
}

function mayTell({ viewer }: SummaryContext, { id, schoolId }: Leerteam): boolean {
  return (
    may(viewer, 'minutes.write', { schoolId, teamId: id }) || may(viewer, 'meeting.plan', { schoolId, teamId: id })
  );
}

function unknownRow({ say, today, viewer }: SummaryContext, team: Leerteam, { date }: TeamMeeting): Row {
  const { id, name, schoolId } = team;
  const button = (label: string, intent: string): Button => ({
    label,
    intent: { name: intent, args: { bijeenkomst: meetingArgument(id, date) } },
  });
  const tookPlace = button(say.plain('summary.took-place'), 'agenda.ging-door');
  const cancels = may(viewer, 'meeting.plan', { schoolId, teamId: id });
  return {
    title: say('summary.meeting', { team: name, date: say.date(date, today) }),
    lines: [],
    buttons: cancels ? [tookPlace, button(say.plain('summary.not-held'), 'agenda.ging-niet-door')] : [tookPlace],
  };
}
