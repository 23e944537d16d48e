/** A real store for tests, and schools to put in it. */

import { type Database, openDatabase } from '../../db/database.ts';
import { createStore } from '../../db/store.ts';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { localDateOf, localTime } from '../../src/calendar/zone.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { ActionRow, CalendarRow, GoalRow, SchoolRow, StaffRow, TeamRow } from '../../src/import/book.ts';
import type { Change } from '../../src/import/change.ts';
import type { PersonId, SchoolId, TeamId } from '../../src/people/person.ts';
import type { Stamp } from '../../src/stamp.ts';
import type { Store } from '../../src/store.ts';

export type OpenStore = { readonly store: Store; readonly database: Database; close(): void };

/** An empty store in memory, or in `file`. */
export async function openStore(file = ':memory:'): Promise<OpenStore> {
  const database = openDatabase(file);
  return { store: createStore(database), database, close: () => database.close() };
}

/** The stamp of an act without a control. `at` is an ISO instant. */
export function stamp(by: PersonId | null = null, at = '2026-09-01T08:00:00Z', once: string | null = null): Stamp {
  return { by, at: new Date(at), act: 'test', once };
}

/** A person of the draft; everything but the name may be left out. The address is `<name>@example.org` in lower case. */
export type StaffDraft = Partial<Omit<StaffRow, 'school'>> & { readonly name: string };
/** Chair, deputy and members are names of staff. */
export type TeamDraft = Partial<Omit<TeamRow, 'school' | 'chair' | 'deputy'>> & {
  readonly team: string;
  readonly chair: string;
  readonly deputy?: string;
  readonly members?: readonly string[];
  readonly membersFrom?: LocalDate | null;
  readonly membersUntil?: LocalDate | null;
};
/** `team` is the name of a team, `owner` of somebody of the staff. */
export type GoalDraft = Partial<Omit<GoalRow, 'school'>> & { readonly title: string };
/** `owner` is the name of somebody of the staff, `goal` a title. */
export type ActionDraft = Partial<Omit<ActionRow, 'school' | 'goal'>> &
  Pick<ActionRow, 'what' | 'owner' | 'due'> & { readonly goal?: string };

export type SchoolDraft = {
  readonly school?: Partial<SchoolRow>;
  readonly calendar?: readonly Omit<CalendarRow, 'school'>[];
  readonly staff: readonly StaffDraft[];
  readonly teams?: readonly TeamDraft[];
  readonly goals?: readonly GoalDraft[];
  readonly actions?: readonly ActionDraft[];
  /** The instant at which it is all entered. */
  readonly enteredAt?: string;
  /** The bot did not say hello to anybody yet; else it did when they were entered. */
  readonly newcomers?: boolean;
};

export type BuiltSchool = {
  readonly id: SchoolId;
  readonly name: string;
  /** By name; throws when there is no such person, team or goal. */
  person(name: string): PersonId;
  team(name: string): TeamId;
  goal(title: string): GoalId;
  email(name: string): string;
};

/** Director Marieke, quality coach Joost, and leerteam Bovenbouw of chair Nadia, deputy Nico and member Sanne, with two goals. */
export const REGENBUI: SchoolDraft = {
  school: { school: 'De Regenbui', region: 'midden' },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'], workingDays: ['di', 'do'] },
    { name: 'Nadia', workingDays: ['ma', 'di', 'do'] },
    { name: 'Nico', workingDays: ['wo', 'do', 'vr'] },
    { name: 'Sanne', workingDays: ['ma', 'di', 'wo-even'] },
  ],
  teams: [{ team: 'Bovenbouw', chair: 'Nadia', deputy: 'Nico', members: ['Nadia', 'Nico', 'Sanne'] }],
  goals: [
    {
      title: 'Meer leerlingen op 1S rekenen',
      team: 'Bovenbouw',
      indicator: 'leerlingen op 1S',
      unit: '%',
      baseline: 13,
      target: 40,
      instrument: 'toets',
      end: localDate('2027-06-01'),
    },
    { title: 'Elke week rijke teksten', team: 'Bovenbouw', criterion: 'In elke groep ligt een rijke tekst op tafel' },
  ],
};

/** Puts the school into the store by the import port. */
export async function buildSchool(
  { store }: Pick<OpenStore, 'store'>,
  draft: SchoolDraft = REGENBUI,
): Promise<BuiltSchool> {
  const at = draft.enteredAt ?? '2026-08-03T08:00:00Z';
  await store.import.apply({ ...stamp(null, at), act: 'importeer' }, changesOf(draft));

  const name = nameOf(draft);
  const id = (await store.people.schools()).find((school) => school.name === name)!.id;
  const { teams, goals } = (await store.outbox.schoolState(id))!;
  const people = new Map<string, PersonId>();
  for (const one of draft.staff) {
    const actor = (await store.people.actorByEmail(emailOf(draft, one.name), localDateOf(new Date(at))))!;
    people.set(one.name, actor.id);
    if (!draft.newcomers) {
      await store.people.markWelcomed({ ...stamp(null, at), act: 'importeer' }, actor.id, localDateOf(new Date(at)));
    }
  }
  return {
    id,
    name,
    person: (name) => found(people, name),
    team: (name) => found(new Map(teams.map((team) => [team.name, team.id])), name),
    goal: (title) => found(new Map(goals.map((goal) => [goal.title, goal.id])), title),
    email: (name) => emailOf(draft, name),
  };
}

function nameOf(draft: SchoolDraft): string {
  return draft.school?.school ?? 'De Regenbui';
}

function emailOf(draft: SchoolDraft, name: string): string {
  const one = draft.staff.find((staff) => staff.name === name);
  if (!one) throw new Error(`the school of this test has no "${name}"`);
  return one.email ?? `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
}

function changesOf(draft: SchoolDraft): readonly Change[] {
  const school = nameOf(draft);
  const email = (name: string | null | undefined) => (name ? emailOf(draft, name) : null);
  const teams = draft.teams ?? [];
  const rows = <T>(rows: readonly T[] | undefined, make: (row: T) => Change): readonly Change[] =>
    (rows ?? []).map(make);
  return [
    { kind: 'school', changed: null, row: { ...SCHOOL, ...draft.school, school } },
    { kind: 'calendar', school, rows: (draft.calendar ?? []).map((row) => ({ ...row, school })) },
    ...rows(draft.staff, (one) => ({
      kind: 'staff',
      changed: null,
      row: { ...STAFF, ...one, school, email: email(one.name)!, lead: email(one.lead) },
    })),
    ...rows(teams, ({ members: _, membersFrom: _from, membersUntil: _until, ...one }) => ({
      kind: 'team',
      changed: null,
      row: { ...TEAM, ...one, school, chair: email(one.chair)!, deputy: email(one.deputy) },
    })),
    {
      kind: 'members',
      school,
      rows: teams.flatMap(({ team, members = [], membersFrom: from = null, membersUntil: until = null }) =>
        members.map((member) => ({ school, team, email: email(member)!, from, until })),
      ),
    },
    ...rows(draft.goals, (one) => ({
      kind: 'goal',
      changed: null,
      row: { ...GOAL, ...one, school, owner: email(one.owner) },
    })),
    ...rows(draft.actions, (one) => ({
      kind: 'action',
      changed: null,
      row: { ...ACTION, ...one, school, owner: email(one.owner)!, goal: one.goal ? { title: one.goal } : null },
    })),
  ];
}

const SCHOOL: Omit<SchoolRow, 'school'> = {
  region: 'midden',
  goodFridayFree: null,
  liberationDayFree: null,
  blokStarts: null,
  popConsent: null,
};
const STAFF: Omit<StaffRow, 'name' | 'email' | 'school' | 'lead'> = {
  roles: ['leerkracht'],
  workingDays: null,
  language: 'nl',
  pop: false,
  from: null,
  until: null,
  previousEmail: null,
  otherEmails: [],
};
const TEAM: Omit<TeamRow, 'school' | 'team' | 'chair' | 'deputy'> = {
  kind: 'leerteam',
  day: 'do',
  time: localTime('15:00'),
  duration: 60,
  rhythm: 'wekelijks',
  firstDate: null,
  method: 'vrij',
  channel: '',
  from: null,
  until: null,
};
const GOAL: Omit<GoalRow, 'school' | 'title' | 'owner'> = {
  number: null,
  team: null,
  theme: '',
  ambition: '',
  criterion: '',
  indicator: '',
  unit: '',
  baseline: null,
  target: null,
  instrument: '',
  start: null,
  end: null,
  rhythm: 4,
  phase: 'aanloop',
  status: 'nog geen meting',
  phaseSentences: { aanloop: '', 'op pad': '', onderweg: '', 'op stoom': '' },
};
const ACTION: Omit<ActionRow, 'school' | 'what' | 'owner' | 'due' | 'goal'> = {
  number: null,
  team: null,
  state: 'open',
};

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the school of this test has no "${name}"`);
  return value;
}
