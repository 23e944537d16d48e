/** `/leerteam wijzig`: name, chair, deputy, day, time, length, rhythm and method; what somebody else changed meanwhile is shown, never overwritten. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice, Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { nextMeeting, teamYear } from '../meetings/find-meeting.ts';
import { meetingsAhead, type StoredMeeting } from '../meetings/meeting.ts';
import { colleagueOptions } from '../people/find-colleague.ts';
import { chairDayWarning } from './chair-day.ts';
import { teamArgument } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, managesTeams, teamButton } from './managed-team.ts';
import {
  type ReadTeamValues,
  readTeamFields,
  TEAM_VALUES,
  type TeamValues,
  teamValueSchemas,
  teamValuesOf,
} from './team-fields.ts';
import { TEAM_LABELS, teamForm, valueWords } from './team-form.ts';
import { rhythmWords } from './team-page.ts';
import type { ChangedTeam } from './teams.store.ts';

export const changeTeam = command({
  intent: 'leerteam.wijzig',
  words: ['leerteam wijzig', 'leerteam wijzigen'],
  example: '/leerteam wijzig',
  help: 'help.leerteam.change',
  listedFor: managesTeams,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({
    ...teamValueSchemas,
    leerteam: z.string().optional(),
    /** Of the team from which the form was made; only a form has it. */
    versie: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
  }),
  run: async (context, { leerteam, versie, ...values }) => {
    const team = await managedTeam(context, leerteam);
    // Without a form a button may have filled in a value already.
    if (versie === undefined) return form(context, team, { ...teamValuesOf(team), ...given(values) }, null);
    const open = () => form(context, team, values, null);
    return sentForm(context, open, () => save(context, team, versie, values));
  },
  again: showTeam,
});

/** The intent that shows the team of a stored subject (`team:5`). */
export function showTeam(subject: string) {
  return { name: 'leerteam', args: { leerteam: subject.replace('team:', 'id:') } };
}

function given(values: TeamValues): TeamValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function form(context: Context, team: Leerteam, values: TeamValues, intro: RichText | null): Promise<Form> {
  return teamForm(context, {
    schoolId: team.schoolId,
    title: context.say.plain('leerteam.form.change', { team: short(team.name) }),
    intro,
    intent: { name: 'leerteam.wijzig', args: { leerteam: teamArgument(team), versie: String(team.version) } },
    values,
  });
}

async function save(
  context: Context,
  before: Leerteam,
  version: number,
  values: ReadTeamValues,
): Promise<Notice | Form> {
  const { store, stamp, say } = context;
  const fields = await readTeamFields(context, before.schoolId, values);
  try {
    const changed = await store.teams.change(stamp, before.id, version, fields);
    if (!changed) throw new UserError(say('leerteam.name-used', { name: fields.name }));
    return saved(context, before, changed);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return stale(context, before, values);
  }
}

/** The form again, made from the team as it is now, with what was entered and where the two differ. */
async function stale(context: Context, { id }: Leerteam, values: TeamValues): Promise<Form> {
  const { say, store } = context;
  const team = await store.agenda.team(id);
  if (!team) throw new UserError(say('leerteam.gone'));
  const stored = teamValuesOf(team);
  const colleagues = await colleagueOptions(context, team.schoolId);
  const differences = TEAM_VALUES.filter((name) => (stored[name] ?? '') !== (values[name] ?? '')).map((name) =>
    say('leerteam.difference', {
      field: say.plain(TEAM_LABELS[name]),
      stored: valueWords(name, stored[name], colleagues, say),
      entered: valueWords(name, values[name], colleagues, say),
    }),
  );
  return form(context, team, values, joinText([say('leerteam.stale'), ...differences], ' '));
}

async function saved(context: Context, before: Leerteam, changed: ChangedTeam): Promise<Notice> {
  const { say, store, now, today } = context;
  const { team } = changed;
  const year = await teamYear(store, team);
  const next = nextMeeting(year, now);
  const dates = new Set(meetingsAhead(team, year.calendar, year.stored, now).map(({ date }) => date));
  const lines = [
    say('leerteam.saved-rhythm', {
      rhythm: rhythmWords(context, team),
      next: next ? say.date(next.date, today) : say.plain('leerteam.no-next'),
    }),
    ...(before.chairId === team.chairId ? [] : [await chairLine(context, before, team)]),
    ...(await deputyLines(context, before, team)),
    ...changed.moved.map((meeting) => aheadLine(context, 'leerteam.saved-moved', meeting)),
    ...changed.shared.map((meeting) =>
      aheadLine(context, dates.has(meeting.date) ? 'leerteam.saved-shared' : 'leerteam.saved-shared-gone', meeting),
    ),
    ...(await chairDayWarning(context, team)),
  ];
  return answer(say('leerteam.saved', { team: team.name }), [
    ...lines.map((line): Part => textPart(line)),
    ...buttonsPart([teamButton(say.plain('leerteam.button.show'), 'leerteam', team)]),
  ]);
}

/** Who left the school is no member any more. */
async function chairLine({ say, store, today }: Context, before: Leerteam, team: Leerteam): Promise<RichText> {
  const people = await store.people.teamPeople(team.id, today);
  const nameOf = (id: Leerteam['chairId']) => people.find((person) => person.id === id)?.name;
  const [chair = '', former] = [nameOf(team.chairId), nameOf(before.chairId)];
  if (former === undefined) return say('leerteam.saved-new-chair', { chair });
  const isDeputy = before.chairId === team.deputyId;
  return say(isDeputy ? 'leerteam.saved-chair-deputy' : 'leerteam.saved-chair', { chair, former });
}

/** A deputy who takes the place of the chair is in the line about the chair already. */
async function deputyLines({ say, store, today }: Context, before: Leerteam, team: Leerteam) {
  const { deputyId } = team;
  if (deputyId === null || deputyId === before.deputyId || deputyId === before.chairId) return [];
  const deputy = (await store.people.teamPeople(team.id, today)).find(({ id }) => id === deputyId);
  return deputy ? [say('leerteam.saved-deputy', { deputy: deputy.name })] : [];
}

function aheadLine(
  { say, today }: Context,
  key: 'leerteam.saved-moved' | 'leerteam.saved-shared' | 'leerteam.saved-shared-gone',
  { date }: StoredMeeting,
): RichText {
  return say(key, { date: say.date(date, today) });
}
