/** One leerteam: its people, its rhythm, the next meeting, and what waits for the agenda. */
import type { Context } from '../bot/command.ts';
import { dayName } from '../bot/day-name.ts';
import type { Button, Part, RichText, Row } from '../bot/reply.ts';
import { literal, type PlainKey, type Say } from '../bot/text.ts';
import type { GoalLine } from '../goals/goal.ts';
import { goalButton } from '../goals/goal-names.ts';
import { calendarYearButton } from '../meetings/calendar-button.ts';
import { teamYear } from '../meetings/find-meeting.ts';
import { endOf, meetingsAhead, takesPlace } from '../meetings/meeting.ts';
import { clockWords } from '../meetings/meeting-words.ts';
import { may } from '../people/permissions.ts';
import { isChannelName, isChannelOf } from './channel-of.ts';
import type { Leerteam } from './leerteam.ts';
import { mayManage, teamButton } from './managed-team.ts';
import { nextPhase, phaseOf } from './methods.ts';
import { methodPhaseWord, methodWord, teamKindWord } from './team-words.ts';

export async function teamParts(context: Context, team: Leerteam): Promise<readonly Part[]> {
  const { say } = context;
  const people = await peopleFacts(context, team);
  const facts = [
    { label: say.plain('leerteam.kind'), value: literal(teamKindWord(say, team.kind)) },
    ...people,
    { label: say.plain('leerteam.rhythm'), value: rhythmWords(context, team) },
    { label: say.plain('leerteam.next'), value: await nextWords(context, team) },
    { label: say.plain('leerteam.method'), value: methodWords(context, team) },
    { label: say.plain('leerteam.channel'), value: channelWords(context, team) },
    {
      label: say.plain('leerteam.until'),
      value: team.until === null ? [] : literal(say.date(team.until, context.today)),
    },
  ];
  return [{ kind: 'facts', facts: facts.filter(({ value }) => value.length > 0) }, ...(await waiting(context, team))];
}

async function peopleFacts({ say, store, today }: Context, team: Leerteam) {
  const people = await store.people.teamPeople(team.id, today);
  const nameOf = (id: Leerteam['deputyId']) => people.find((person) => person.id === id)?.name ?? '';
  const members = people.filter(({ id }) => id !== team.chairId && id !== team.deputyId).map(({ name }) => name);
  return [
    { label: say.plain('leerteam.chair'), value: text(nameOf(team.chairId)) },
    { label: say.plain('leerteam.deputy'), value: text(nameOf(team.deputyId)) },
    { label: say.plain('leerteam.members'), value: text(say.list(members)) },
  ];
}

function text(words: string): RichText {
  return words === '' ? [] : literal(words);
}

/** `elke week op donderdag, 15.00-16.00`. */
export function rhythmWords({ say }: Pick<Context, 'say'>, team: Leerteam): RichText {
  const day = say.plain(`weekday.${team.day}`);
  const key = team.rhythm === 'wekelijks' ? 'leerteam.weekly' : 'leerteam.two-weekly';
  return say(key, { day, from: clockWords(say, team.time), until: clockWords(say, endOf(team)) });
}

/** The next one that takes place; one before it that falls on a closed day is named too. Today counts until it is over. */
async function nextWords({ say, store, now, today }: Context, team: Leerteam): Promise<RichText> {
  const { calendar, stored } = await teamYear(store, team);
  const ahead = meetingsAhead(team, calendar, stored, now);
  const next = ahead.find(takesPlace);
  if (!next) return say('leerteam.no-next');
  const date = say.date(next.date, today);
  const lost = ahead.find((each) => each.date < next.date && each.closed !== null && each.state !== 'verzet');
  if (!lost) return literal(date);
  return say('leerteam.next-after', { date, skipped: say.date(lost.date, today), name: dayName(say, lost.closed!) });
}

function methodWords({ say }: Context, team: Leerteam): RichText {
  const phase = phaseOf(team);
  const method = methodWord(say, team.method);
  if (phase === null) return literal(method);
  return say('leerteam.method-phase', { method, phase: methodPhaseWord(say, phase) });
}

/** A channel has a number that tells people nothing; an import may have given a name. */
function channelWords({ say, place }: Context, { channel }: Leerteam): RichText {
  if (channel === '') return [];
  if (isChannelOf({ channel }, place)) return say('leerteam.channel.here');
  return isChannelName(channel) ? literal(channel) : say('leerteam.channel.linked');
}

/** Its meetings for one's own calendar, and what somebody may change of this team. */
export function teamPageButtons(context: Context, team: Leerteam): readonly Button[] {
  return [...manageButtons(context, team), ...ownCalendarButton(context, team)];
}

/** For who may see when its agendas are. */
export function ownCalendarButton(context: Context, team: Leerteam): readonly Button[] {
  const maySee = may(context.actor, 'agenda.see-titles', { schoolId: team.schoolId, teamId: team.id });
  return maySee ? [calendarYearButton(context, team, 'add')] : [];
}

function manageButtons({ actor, say }: Context, team: Leerteam): readonly Button[] {
  if (!mayManage(actor, team)) return [];
  const button = (key: PlainKey, intent: string, args: Button['intent']['args'] = {}) =>
    teamButton(say.plain(key), intent, team, args);
  const phase = nextPhase(team);
  return [
    button('leerteam.button.change', 'leerteam.wijzig'),
    button('leerteam.button.add-member', 'leerteam.lid-erbij'),
    button('leerteam.button.remove-member', 'leerteam.lid-eraf'),
    ...(phase === null
      ? []
      : [
          teamButton(say.plain('leerteam.phase.next', { phase: methodPhaseWord(say, phase) }), 'leerteam.fase', team, {
            fase: phase,
          }),
          button('leerteam.button.phase', 'leerteam.fase'),
        ]),
    button('leerteam.button.link', 'leerteam.koppel'),
    button('leerteam.button.history', 'leerteam.geschiedenis'),
    ...(may(actor, 'school.manage', { schoolId: team.schoolId })
      ? [button('leerteam.button.end', 'leerteam.stoppen')]
      : []),
  ];
}

/** Goals without an update and drafts to agree on; for who may see the agenda's titles. */
async function waiting(context: Context, team: Leerteam): Promise<readonly Part[]> {
  const { say, store, actor } = context;
  if (!may(actor, 'agenda.see-titles', { schoolId: team.schoolId, teamId: team.id })) return [];
  const goals = await store.goals.lines({
    ownedBy: { teamIds: [team.id], personId: actor.id },
    schoolIds: [team.schoolId],
  });
  const ofTeam = goals.filter(({ owner }) => owner?.kind === 'team');
  const points = await store.agenda.openItems(team.schoolId, team.id);
  const rows = [
    ...points.flatMap(({ goalId }) =>
      ofTeam.filter(({ id }) => id === goalId).map((goal) => row(say, 'no-update', goal)),
    ),
    ...ofTeam.filter(({ status }) => status === 'concept').map((goal) => row(say, 'draft', goal)),
  ];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: say('leerteam.waiting') },
    { kind: 'list', rows },
  ];
}

function row(say: Say, why: 'no-update' | 'draft', goal: GoalLine): Row {
  const { number, title } = goal;
  return {
    title: say(`leerteam.waiting.${why}`, { number, title }),
    lines: [],
    buttons: [goalButton(say.plain('goals.button.show'), 'doel.status', goal)],
  };
}
