/** One leerteam: its people, its rhythm, the next meeting, and what waits for the agenda. */
import type { Context } from '../bot/command.ts';
import type { Part, RichText, Row } from '../bot/reply.ts';
import { literal, type Say } from '../bot/text.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import { type LocalTime, localTimeOf } from '../calendar/zone.ts';
import type { GoalLine } from '../goals/goal.ts';
import { goalButton } from '../goals/goal-names.ts';
import { may } from '../people/permissions.ts';
import type { Leerteam } from './leerteam.ts';
import { type Meeting, meetingsOf } from './meetings.ts';

export async function teamParts(context: Context, team: Leerteam): Promise<readonly Part[]> {
  const { say } = context;
  const people = await peopleFacts(context, team);
  const facts = [
    { label: say.plain('leerteam.kind'), value: literal(team.kind) },
    ...people,
    { label: say.plain('leerteam.rhythm'), value: rhythmWords(context, team) },
    { label: say.plain('leerteam.next'), value: await nextMeeting(context, team) },
    { label: say.plain('leerteam.method'), value: literal(team.method) },
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
  const day = say.plain(`leerteam.day.${team.day}`);
  const key = team.rhythm === 'wekelijks' ? 'leerteam.weekly' : 'leerteam.two-weekly';
  return say(key, { day, from: clock(team.time, say), until: clock(endOf(team), say) });
}

function endOf({ time, duration }: Pick<Leerteam, 'time' | 'duration'>): LocalTime {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + duration;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}` as LocalTime;
}

/** Dutch writes 15.00, English 15:00. */
function clock(time: LocalTime, say: Say): string {
  return say.language === 'nl' ? time.replace(':', '.') : time;
}

/** The next one that takes place; one before it that falls on a closed day is named too. Today counts until it is over. */
async function nextMeeting({ say, store, now, today }: Context, team: Leerteam): Promise<RichText> {
  const school = await store.people.school(team.schoolId);
  if (!school) return [];
  const calendar = schoolCalendar(school.calendar);
  const year = schoolYearOf(today);
  const isAhead = ({ date }: Meeting) => date > today || (date === today && localTimeOf(now) < endOf(team));
  const ahead = [year, nextSchoolYear(year)].flatMap((each) => meetingsOf(team, calendar, each)).filter(isAhead);
  const next = ahead.find(({ closed }) => closed === null);
  if (!next) return say('leerteam.no-next');
  const [first] = ahead;
  const date = say.date(next.date, today);
  if (!first || first.closed === null) return literal(date);
  return say('leerteam.next-after', { date, skipped: say.date(first.date, today), name: first.closed });
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
