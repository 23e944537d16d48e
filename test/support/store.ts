/** A real store for tests, and schools to put in it. */

import { eq } from 'drizzle-orm';
import { type Database, openDatabase } from '../../db/database.ts';
import * as table from '../../db/schema.ts';
import { createStore } from '../../db/store.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { LocalTime } from '../../src/calendar/zone.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { ActionRow, CalendarRow, GoalRow, SchoolRow, StaffRow, TeamRow } from '../../src/import/book.ts';
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
export type ActionDraft = Partial<Omit<ActionRow, 'school'>> & Pick<ActionRow, 'what' | 'owner' | 'due'>;

export type SchoolDraft = {
  readonly school?: Partial<SchoolRow>;
  readonly calendar?: readonly Omit<CalendarRow, 'school'>[];
  readonly staff: readonly StaffDraft[];
  readonly teams?: readonly TeamDraft[];
  readonly goals?: readonly GoalDraft[];
  readonly actions?: readonly ActionDraft[];
  /** The instant at which it is all entered. */
  readonly enteredAt?: string;
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
      end: '2027-06-01' as LocalDate,
    },
    { title: 'Elke week rijke teksten', team: 'Bovenbouw', criterion: 'In elke groep ligt een rijke tekst op tafel' },
  ],
};

export async function buildSchool(opened: OpenStore, draft: SchoolDraft = REGENBUI): Promise<BuiltSchool> {
  const enteredAt = Date.parse(draft.enteredAt ?? '2026-08-03T08:00:00Z');
  const name = draft.school?.school ?? 'De Regenbui';
  const people = new Map<string, PersonId>();
  const teams = new Map<string, TeamId>();
  const goals = new Map<string, GoalId>();
  const emails = new Map<string, string>();

  const id = await opened.database.change((orm) => {
    const { id: schoolId } = orm
      .insert(table.school)
      .values({
        name,
        region: draft.school?.region ?? 'midden',
        goodFridayFree: draft.school?.goodFridayFree ?? null,
        liberationDayFree: draft.school?.liberationDayFree ?? null,
        blokStarts: draft.school?.blokStarts ? JSON.stringify(draft.school.blokStarts) : null,
        popConsent: draft.school?.popConsent ?? null,
        createdOn: new Date(enteredAt).toISOString().slice(0, 10),
      })
      .returning({ id: table.school.id })
      .get();
    for (const { from, until, kind, name } of draft.calendar ?? []) {
      orm.insert(table.ownDays).values({ schoolId, fromDay: from, untilDay: until, kind, name }).run();
    }
    for (const one of draft.staff) {
      const email = one.email ?? `${one.name.toLowerCase().replaceAll(' ', '.')}@example.org`;
      const { id: personId } = orm
        .insert(table.person)
        .values({ name: one.name, email, language: one.language ?? 'nl' })
        .onConflictDoUpdate({ target: table.person.email, set: { name: one.name } })
        .returning({ id: table.person.id })
        .get();
      people.set(one.name, personId as PersonId);
      emails.set(one.name, email);
      if (one.previousEmail)
        orm.insert(table.address).values({ email: one.previousEmail, personId, kind: 'previous' }).run();
      for (const other of one.otherEmails ?? []) {
        orm.insert(table.address).values({ email: other, personId, kind: 'other' }).run();
      }
      orm
        .insert(table.employment)
        .values({
          personId,
          schoolId,
          roles: JSON.stringify(one.roles ?? ['leerkracht']),
          workingDays: one.workingDays ? JSON.stringify(one.workingDays) : null,
          leadId: one.lead ? people.get(one.lead)! : null,
          pop: one.pop ?? false,
          fromDay: one.from ?? null,
          untilDay: one.until ?? null,
        })
        .run();
    }
    for (const one of draft.teams ?? []) {
      const { id: teamId } = orm
        .insert(table.team)
        .values({
          schoolId,
          name: one.team,
          kind: one.kind ?? 'leerteam',
          chairId: people.get(one.chair)!,
          deputyId: one.deputy ? people.get(one.deputy)! : null,
          day: one.day ?? 'do',
          time: one.time ?? ('15:00' as LocalTime),
          duration: one.duration ?? 60,
          rhythm: one.rhythm ?? 'wekelijks',
          firstDate: one.firstDate ?? null,
          method: one.method ?? 'vrij',
          channel: one.channel ?? '',
          fromDay: one.from ?? null,
          untilDay: one.until ?? null,
        })
        .returning({ id: table.team.id })
        .get();
      teams.set(one.team, teamId as TeamId);
      for (const member of one.members ?? []) {
        orm
          .insert(table.membership)
          .values({ teamId, personId: people.get(member)!, fromDay: one.membersFrom ?? null, untilDay: one.membersUntil ?? null })
          .run();
      }
    }
    let number = 1;
    for (const one of draft.goals ?? []) {
      const status = one.status ?? 'nog geen meting';
      const { id: goalId } = orm
        .insert(table.goal)
        .values({
          schoolId,
          number: number++,
          title: one.title,
          teamId: one.team ? teams.get(one.team)! : null,
          personId: one.owner ? people.get(one.owner)! : null,
          theme: one.theme ?? '',
          ambition: one.ambition ?? '',
          criterion: one.criterion ?? '',
          indicator: one.indicator ?? '',
          unit: one.unit ?? '',
          baseline: one.baseline ?? null,
          target: one.target ?? null,
          instrument: one.instrument ?? '',
          startDay: one.start ?? null,
          endDay: one.end ?? null,
          rhythm: String(one.rhythm ?? 4),
          phase: one.phase ?? 'aanloop',
          status,
          phaseSentences: JSON.stringify(one.phaseSentences ?? {}),
          createdAt: enteredAt,
        })
        .returning({ id: table.goal.id })
        .get();
      orm.insert(table.goalEvent).values({ goalId, at: enteredAt, what: 'gemaakt', toText: status }).run();
      goals.set(one.title, goalId as GoalId);
    }
    let actionNumber = 1;
    for (const one of draft.actions ?? []) {
      orm
        .insert(table.action)
        .values({
          schoolId,
          number: actionNumber++,
          what: one.what,
          ownerId: people.get(one.owner)!,
          due: one.due,
          teamId: one.team ? teams.get(one.team)! : null,
          goalId: one.goal ? goals.get(one.goal)! : null,
          state: one.state ?? 'open',
          createdAt: enteredAt,
        })
        .run();
    }
    orm.update(table.school).set({ nextGoalNumber: number, nextActionNumber: actionNumber }).where(eq(table.school.id, schoolId)).run();
    return schoolId as SchoolId;
  });

  return {
    id,
    name,
    person: (name) => found(people, name),
    team: (name) => found(teams, name),
    goal: (title) => found(goals, title),
    email: (name) => found(emails, name),
  };
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the school of this test has no "${name}"`);
  return value;
}
