/**
 * The tables. Days are text `yyyy-mm-dd`, instants whole milliseconds since 1970, lists JSON text, yes/no 0 or 1.
 * Every table is STRICT: drizzle-kit does not write that, so `npm run db:generate` ends with `make-strict.ts`.
 * One file of over 300 lines, because drizzle-kit reads it whole and a table is found by its name.
 */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

const id = () => integer().primaryKey({ autoIncrement: true });
const flag = () => integer({ mode: 'boolean' });

export const school = sqliteTable('school', {
  id: id(),
  name: text().notNull().unique(),
  region: text().notNull(),
  goodFridayFree: flag(),
  liberationDayFree: flag(),
  /** JSON list of five days, or null. */
  blokStarts: text(),
  popConsent: text(),
  nextGoalNumber: integer().notNull().default(1),
  nextActionNumber: integer().notNull().default(1),
  createdOn: text().notNull(),
  /** Rises with every change that may touch the planning. */
  version: integer().notNull().default(1),
  plannedDay: text(),
  plannedVersion: integer(),
});

export const ownDays = sqliteTable(
  'own_days',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    fromDay: text().notNull(),
    untilDay: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
  },
  (t) => [index('own_days_school').on(t.schoolId)],
);

export const person = sqliteTable('person', {
  id: id(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull().unique(),
  language: text().notNull().default('nl'),
  digestTime: text().notNull().default('08:00'),
  snoozedUntil: text(),
  /** JSON list of kinds of nudge that are off. */
  mutedKinds: text().notNull().default('[]'),
});

/** Earlier and other addresses of a person, lower case; the present one is in `person`. */
export const address = sqliteTable(
  'address',
  {
    email: text().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** `previous` or `other`, as the import sheet has them. */
    kind: text().notNull(),
  },
  (t) => [index('address_person').on(t.personId)],
);

export const account = sqliteTable(
  'account',
  {
    platform: text().notNull(),
    tenant: text().notNull(),
    account: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    linkedAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.tenant, t.account] }),
    uniqueIndex('account_person').on(t.personId, t.platform),
  ],
);

export const employment = sqliteTable(
  'employment',
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** Null: board members and admins without a school. */
    schoolId: integer().references(() => school.id),
    /** JSON list. */
    roles: text().notNull(),
    /** JSON list; null when not known. */
    workingDays: text(),
    leadId: integer().references(() => person.id),
    pop: flag().notNull().default(false),
    fromDay: text(),
    untilDay: text(),
  },
  (t) => [
    uniqueIndex('employment_person_school').on(t.personId, t.schoolId),
    uniqueIndex('employment_person_no_school').on(t.personId).where(sql`school_id is null`),
    index('employment_school').on(t.schoolId),
    index('employment_admin').on(t.schoolId).where(sql`instr(roles, '"beheerder"') > 0`),
  ],
);

export const absence = sqliteTable(
  'absence',
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    fromDay: text().notNull(),
    untilDay: text(),
  },
  (t) => [index('absence_person').on(t.personId)],
);

export const mute = sqliteTable(
  'mute',
  {
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** `goal:12`. */
    subject: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.subject] })],
);

export const team = sqliteTable(
  'team',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    name: text().notNull(),
    kind: text().notNull(),
    chairId: integer()
      .notNull()
      .references(() => person.id),
    deputyId: integer().references(() => person.id),
    day: text().notNull(),
    time: text().notNull(),
    duration: integer().notNull(),
    rhythm: text().notNull(),
    firstDate: text(),
    method: text().notNull(),
    channel: text().notNull().default(''),
    fromDay: text(),
    untilDay: text(),
  },
  (t) => [
    uniqueIndex('team_school_name').on(t.schoolId, t.name),
    index('team_chair').on(t.chairId),
    index('team_deputy').on(t.deputyId),
  ],
);

export const membership = sqliteTable(
  'membership',
  {
    id: id(),
    teamId: integer()
      .notNull()
      .references(() => team.id),
    personId: integer()
      .notNull()
      .references(() => person.id),
    fromDay: text(),
    untilDay: text(),
  },
  (t) => [index('membership_team').on(t.teamId), index('membership_person').on(t.personId)],
);

export const goal = sqliteTable(
  'goal',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    number: integer().notNull(),
    title: text().notNull(),
    teamId: integer().references(() => team.id),
    personId: integer().references(() => person.id),
    theme: text().notNull().default(''),
    ambition: text().notNull().default(''),
    criterion: text().notNull().default(''),
    indicator: text().notNull().default(''),
    unit: text().notNull().default(''),
    baseline: real(),
    target: real(),
    instrument: text().notNull().default(''),
    startDay: text(),
    endDay: text(),
    /** `2`, `4`, `6` or `blok`. */
    rhythm: text().notNull().default('4'),
    phase: text().notNull().default('aanloop'),
    status: text().notNull().default('nog geen meting'),
    /** JSON, phase to sentence. */
    phaseSentences: text().notNull().default('{}'),
    version: integer().notNull().default(1),
    createdAt: integer().notNull(),
  },
  (t) => [
    uniqueIndex('goal_school_number').on(t.schoolId, t.number),
    index('goal_school_status').on(t.schoolId, t.status),
    index('goal_team').on(t.teamId),
    index('goal_person').on(t.personId),
  ],
);

/** Appended only. A row with `replaces` stands in for an earlier one; `withdrawn` rows take it away. */
export const checkIn = sqliteTable(
  'check_in',
  {
    id: id(),
    goalId: integer()
      .notNull()
      .references(() => goal.id),
    day: text().notNull(),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    status: text().notNull(),
    value: real(),
    sentence: text().notNull().default(''),
    success: flag().notNull().default(false),
    replaces: integer().references((): AnySQLiteColumn => checkIn.id),
    /** The first row of the chain of replacements, so that a replacement keeps its place among the updates of that day; null: this row. */
    originalId: integer(),
    withdrawn: flag().notNull().default(false),
  },
  (t) => [index('check_in_goal').on(t.goalId, t.day), uniqueIndex('check_in_replaces').on(t.replaces)],
);

/** Appended only: every other change of a goal. */
export const goalEvent = sqliteTable(
  'goal_event',
  {
    id: id(),
    goalId: integer()
      .notNull()
      .references(() => goal.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    what: text().notNull(),
    fromText: text().notNull().default(''),
    toText: text().notNull().default(''),
    reason: text().notNull().default(''),
  },
  (t) => [index('goal_event_goal').on(t.goalId)],
);

export const action = sqliteTable(
  'action',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    number: integer().notNull(),
    what: text().notNull(),
    ownerId: integer()
      .notNull()
      .references(() => person.id),
    due: text().notNull(),
    teamId: integer().references(() => team.id),
    goalId: integer().references(() => goal.id),
    state: text().notNull().default('open'),
    createdAt: integer().notNull(),
  },
  (t) => [
    uniqueIndex('action_school_number').on(t.schoolId, t.number),
    index('action_goal').on(t.goalId),
    index('action_owner').on(t.ownerId),
  ],
);

export const agendaPoint = sqliteTable(
  'agenda_point',
  {
    id: id(),
    /** Unique per cause, so that a point is made once. */
    key: text().notNull().unique(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    teamId: integer().references(() => team.id),
    kind: text().notNull(),
    goalId: integer().references(() => goal.id),
    madeOn: text().notNull(),
    closedAt: integer(),
  },
  (t) => [index('agenda_point_school').on(t.schoolId, t.teamId), index('agenda_point_goal').on(t.goalId)],
);

/** What is to be sent: references, never a text. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    key: text().notNull().unique(),
    kind: text().notNull(),
    receiverId: integer()
      .notNull()
      .references(() => person.id),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    subject: text().notNull(),
    step: integer().notNull(),
    fromDay: text().notNull(),
    untilDay: text().notNull(),
    answeredFrom: text().notNull(),
    nextDay: text().notNull(),
    /** Put off to this day by the receiver; planning does not bring it forward. */
    snoozedTo: text(),
    /** `planned`, `sent`, `lapsed` or `failed`. */
    state: text().notNull().default('planned'),
    sentDay: text(),
    reason: text().notNull().default(''),
  },
  (t) => [
    index('outbox_due').on(t.nextDay, t.receiverId).where(sql`state = 'planned'`),
    index('outbox_receiver').on(t.receiverId, t.nextDay).where(sql`state = 'planned'`),
    index('outbox_school').on(t.schoolId, t.fromDay).where(sql`state = 'planned'`),
    index('outbox_sent').on(t.receiverId, t.sentDay),
    index('outbox_state').on(t.state),
  ],
);

/** One row per receiver and day: who may send the digest, and whether it went out. */
export const digest = sqliteTable(
  'digest',
  {
    receiverId: integer()
      .notNull()
      .references(() => person.id),
    day: text().notNull(),
    token: text().notNull(),
    leaseUntil: integer().notNull(),
    /** Null while it is under way. */
    sentAt: integer(),
    reference: text(),
  },
  (t) => [primaryKey({ columns: [t.receiverId, t.day] })],
);

/** Keys of controls and messages that were handled. */
export const once = sqliteTable('once', {
  key: text().primaryKey(),
  at: integer().notNull(),
  /** `goal:12`, or empty. */
  subject: text().notNull(),
});

/** Who did what when; never content. */
export const audit = sqliteTable(
  'audit',
  {
    id: id(),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    act: text().notNull(),
    subject: text().notNull().default(''),
  },
  (t) => [index('audit_at').on(t.at)],
);

/** One value per name: the last tick, the clock of the trial school. */
export const setting = sqliteTable('setting', { name: text().primaryKey(), value: text().notNull() });

/** The chat of the trial school, which is its own platform: what each person got and wrote. */
export const trialMessage = sqliteTable(
  'trial_message',
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    at: integer().notNull(),
    /** `bot` or `person`. */
    author: text().notNull(),
    /** The neutral reply as JSON; of a person the typed text. */
    content: text().notNull(),
    /** Came by itself (a digest), not as an answer. */
    nudge: flag().notNull().default(false),
  },
  (t) => [index('trial_message_person').on(t.personId, t.id)],
);
