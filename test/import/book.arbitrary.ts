/** Boards as they may be stored: with texts that nobody tidied, two-school people, gaps in numbers and goals without an owner. */
import fc from 'fast-check';
import { ACTION_STATES } from '../../src/actions/action.ts';
import { addDays, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { WEEKDAYS } from '../../src/calendar/weekdays.ts';
import type { LocalTime } from '../../src/calendar/zone.ts';
import { GOAL_STATUSES, PHASES, RHYTHMS } from '../../src/goals/goal.ts';
import type {
  ActionRow,
  Book,
  CalendarRow,
  GoalRow,
  MemberRow,
  SchoolRow,
  StaffRow,
  TeamRow,
} from '../../src/import/book.ts';
import { ROLES } from '../../src/people/person.ts';
import { METHODS, TEAM_KINDS } from '../../src/teams/leerteam.ts';

const START = localDate('2026-08-01');
const day = fc.nat(360).map((days) => addDays(START, days));
const dayOrNone = fc.option(day);

/** What people type, and what others make of it. */
const text = fc
  .tuple(fc.constantFrom('', '', '=', '+', '-', '@', '\t', "'", '\n'), fc.string({ unit: 'binary', maxLength: 12 }))
  .map((parts) => parts.join(''));
/** Not empty, and not the same as another with another `index`. */
const name = (index: number) => text.map((start) => `${start} n${index}`);
const period = fc
  .tuple(dayOrNone, fc.option(fc.nat(300)))
  .map(([from, length]) => ({ from, until: from !== null && length !== null ? addDays(from, length) : null }));
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

function listOf<T>(length: number, make: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...Array.from({ length }, (_, index) => make(index))) as unknown as fc.Arbitrary<T[]>;
}

const schoolRow = (index: number): fc.Arbitrary<SchoolRow> =>
  fc.record({
    school: name(index),
    region: some(['noord', 'midden', 'zuid'] as const),
    goodFridayFree: fc.option(fc.boolean()),
    liberationDayFree: fc.option(fc.boolean()),
    blokStarts: fc.option(fc.constant([0, 60, 120, 180, 240].map((days) => addDays(START, days)))),
    popConsent: dayOrNone,
  });

/** Days that do not overlap: each in a fortnight of its own. */
const calendarRows = (school: string): fc.Arbitrary<CalendarRow[]> =>
  listOf(3, (index) =>
    fc.record({
      school: fc.constant(school),
      from: fc.constant(addDays(START, index * 14)),
      until: fc.nat(13).map((days) => addDays(START, index * 14 + days)),
      kind: some(['vakantie', 'studiedag', 'vrij', 'lesdag'] as const),
      name: text,
    }),
  ).chain((rows) => fc.subarray(rows));

/** `index` numbers the people of the board; somebody of another school may work here too. */
const staffRow = (school: string | null, index: number): fc.Arbitrary<StaffRow> =>
  fc
    .record({
      name: name(index),
      email: fc.constant(`p${index}@x.example`),
      school: fc.constant(school),
      roles: school === null ? fc.constant(['bestuur' as const]) : fc.subarray([...ROLES], { minLength: 1 }),
      workingDays: fc.option(
        fc.subarray(['vr', 'ma', 'wo-even', 'wo-oneven', 'di'] as const, { minLength: 1 }).map((days) => [...days]),
      ),
      lead: fc.option(fc.constant('p0@x.example')),
      language: some(['nl', 'en'] as const),
      pop: fc.boolean(),
      previousEmail: fc.option(fc.constant(`was${index}@x.example`)),
      otherEmails: fc.subarray([`b${index}@x.example`, `a${index}@x.example`]),
      period,
    })
    .map(({ period, ...row }) => ({ ...row, ...period, lead: row.lead === row.email ? null : row.lead }));

type People = readonly [string, ...string[]];

const teamRow = (school: string, index: number, people: People): fc.Arbitrary<TeamRow> =>
  fc
    .record({
      school: fc.constant(school),
      team: name(index),
      kind: some(TEAM_KINDS),
      deputy: fc.option(fc.constant(people[1] ?? people[0])),
      day: some(WEEKDAYS),
      time: some(['08:30', '15:00', '16:05'] as LocalTime[]),
      duration: fc.integer({ min: 5, max: 480 }),
      rhythm: some(['wekelijks', 'tweewekelijks'] as const),
      firstDate: dayOrNone,
      method: some(METHODS),
      channel: text,
      period,
    })
    .map(({ period, ...row }) => ({
      ...row,
      ...period,
      chair: people[0],
      deputy: row.deputy === people[0] ? null : row.deputy,
    }));

const memberRows = (teams: readonly TeamRow[], people: People): fc.Arbitrary<MemberRow[]> => {
  const pairs = teams.flatMap(({ school, team }) => people.map((email) => ({ school, team, email })));
  return fc
    .subarray(pairs)
    .chain((chosen) => listOf(chosen.length, (index) => period.map((each) => ({ ...chosen[index]!, ...each }))));
};

const goalRow = (school: string, index: number, teams: readonly TeamRow[], people: People): fc.Arbitrary<GoalRow> =>
  fc
    .record({
      // Goals with numbers may share a title, and a title may look like a number.
      title: fc.oneof({ weight: 4, arbitrary: name(index) }, fc.constantFrom('Rekenen', '3')),
      number: fc.constant(index * 2 + 1),
      owner: fc.oneof(
        fc.constant({ team: null, owner: null }),
        some(people).map((owner) => ({ team: null, owner })),
        some(teams).map(({ team }) => ({ team, owner: null })),
      ),
      texts: fc.array(text, { minLength: 5, maxLength: 5 }),
      unit: some(['', '%', 'woorden', '=km']),
      baseline: fc.option(fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10)),
      target: fc.option(fc.integer({ min: 0, max: 100 })),
      period,
      rhythm: some(RHYTHMS),
      phase: some(PHASES),
      status: some(GOAL_STATUSES),
      phaseSentences: fc.record({ aanloop: text, 'op pad': text, onderweg: text, 'op stoom': text }),
    })
    .map(({ owner, texts, period, ...row }) => {
      const [theme, ambition, criterion, indicator, instrument] = texts as [string, string, string, string, string];
      return {
        ...row,
        ...owner,
        school,
        theme,
        ambition,
        criterion,
        indicator,
        instrument,
        start: period.from,
        end: period.until,
      };
    });

const actionRow = (
  school: string,
  index: number,
  goals: readonly GoalRow[],
  teams: readonly TeamRow[],
  people: People,
): fc.Arbitrary<ActionRow> =>
  fc.record({
    school: fc.constant(school),
    what: name(index),
    number: fc.constant(index + 4),
    owner: some(people),
    due: day as fc.Arbitrary<LocalDate>,
    team: fc.option(some(teams.map(({ team }) => team))),
    goal: fc.option(some(goals.map(({ number }) => ({ number: number! })))),
    state: some(ACTION_STATES),
  });

/** One school with its rows; `people` are numbered from `first`, and person 0 works at every school. */
function schoolBook(index: number): fc.Arbitrary<Book> {
  const first = index * 10 + 1;
  return fc
    .record({
      school: schoolRow(index),
      size: fc.integer({ min: 1, max: 4 }),
      teams: fc.integer({ min: 1, max: 3 }),
      goals: fc.integer({ min: 1, max: 4 }),
    })
    .chain(({ school: row, size, teams: teamCount, goals: goalCount }) => {
      const { school } = row;
      const people = Array.from({ length: size }, (_, n) => `p${first + n}@x.example`) as unknown as People;
      return fc
        .record({
          scholen: fc.constant([row]),
          kalender: calendarRows(school),
          medewerkers: listOf(size, (n) => staffRow(school, first + n)),
          leerteams: listOf(teamCount, (n) => teamRow(school, n, people)),
        })
        .chain((book) =>
          fc
            .record({
              leden: memberRows(book.leerteams, people),
              doelen: listOf(goalCount, (n) => goalRow(school, n, book.leerteams, people)),
            })
            .chain((more) =>
              fc
                .array(fc.nat(20), { maxLength: 3 })
                .chain((which) =>
                  listOf(new Set(which).size, (n) => actionRow(school, n, more.doelen, book.leerteams, people)),
                )
                .map((acties) => ({ ...book, ...more, acties })),
            ),
        );
    });
}

/** One to three schools, and somebody of the board who leads people and works at the first school too. */
export const anyBook: fc.Arbitrary<Book> = fc
  .record({
    schools: fc.integer({ min: 1, max: 3 }).chain((count) => listOf(count, schoolBook)),
    board: staffRow(null, 0),
  })
  .map(({ schools, board }) => {
    const all = <Key extends keyof Book>(key: Key) =>
      schools.flatMap((book): readonly unknown[] => book[key]) as unknown as Book[Key];
    const atSchool: StaffRow = { ...board, school: schools[0]!.scholen[0]!.school, roles: ['ib'], workingDays: ['ma'] };
    return {
      scholen: all('scholen'),
      kalender: all('kalender'),
      medewerkers: [board, atSchool, ...all('medewerkers')],
      leerteams: all('leerteams'),
      leden: all('leden'),
      doelen: all('doelen'),
      acties: all('acties'),
    };
  });

export const EMPTY_BOOK: Book = {
  scholen: [],
  kalender: [],
  medewerkers: [],
  leerteams: [],
  leden: [],
  doelen: [],
  acties: [],
};
