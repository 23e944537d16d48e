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
  /** JSON, step to month and day (`10-01`); null: the usual ones. */
  popDays: text(),
  nextGoalNumber: integer().notNull().default(1),
  nextActionNumber: integer().notNull().default(1),
  nextAdviceNumber: integer().notNull().default(1),
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
  /** The day on which the bot said hello; null: not yet. */
  welcomedOn: text(),
  /** The day on which the personal data was removed: the row stays as "oud-collega" for the team's history. */
  removedOn: text(),
});

/** Addresses of people who were removed, as keyed hashes, so that an import or an old backup does not bring them back. */
export const removedAddress = sqliteTable('removed_address', {
  hash: text().primaryKey(),
  removedOn: text().notNull(),
});

/** Who asked to be removed, and when. */
export const removalRequest = sqliteTable('removal_request', {
  personId: integer()
    .primaryKey()
    .references(() => person.id),
  at: integer().notNull(),
});

/** The POP of a person at a school in one school year: which steps were taken, never what it says. */
export const pop = sqliteTable(
  'pop',
  {
    id: id(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    /** `2026-2027`. */
    year: text().notNull(),
    readyOn: text(),
    /** To the person's own document; https. */
    link: text().notNull().default(''),
    /** The batch with which they came into the group that the school's summary counts; below 0: of one that left it (`counted-group.ts`). */
    counted: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('pop_person').on(t.personId, t.schoolId, t.year), index('pop_school').on(t.schoolId, t.year)],
);

/** A talk of a POP: planned for a day, and held. */
export const popTalk = sqliteTable(
  'pop_talk',
  {
    id: id(),
    popId: integer()
      .notNull()
      .references(() => pop.id),
    /** `gesprek`, `opvolging` or `evaluatie`. */
    talk: text().notNull(),
    plannedDay: text(),
    plannedTime: text(),
    plannedById: integer().references(() => person.id),
    heldOn: text(),
    heldById: integer().references(() => person.id),
    /** Rises with every change: the SEQUENCE of its calendar entry. */
    version: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('pop_talk_step').on(t.popId, t.talk), index('pop_talk_planned').on(t.plannedById)],
);

/** Copies that `backup` wrote, so that a removal can name those that still hold somebody. */
export const backup = sqliteTable('backup', { file: text().primaryKey(), at: integer().notNull() });

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
    /** Later than that of the person's other accounts when they used this one last; null: never used. */
    lastUsed: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.tenant, t.account] }),
    uniqueIndex('account_person').on(t.personId, t.platform),
  ],
);

/** An account that could not be tied: one row for each person whose it might be. */
export const refusedAccount = sqliteTable(
  'refused_account',
  {
    platform: text().notNull(),
    tenant: text().notNull(),
    account: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.tenant, t.account, t.personId] }),
    index('refused_account_person').on(t.personId),
    index('refused_account_at').on(t.at),
  ],
);

/** Where the bot can write on Teams, as Teams told it. */
export const conversation = sqliteTable(
  'conversation',
  {
    tenant: text().notNull(),
    /** `person` or `channel`. */
    kind: text().notNull(),
    /** Whose or which: the account, or the id of the channel. */
    place: text().notNull(),
    name: text(),
    /** The name as it is looked for, whatever the case. */
    nameKey: text(),
    conversation: text(),
    member: text(),
    team: text(),
    serviceUrl: text().notNull(),
    bot: text().notNull(),
    /** When something last came in there. */
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.place, t.tenant] }),
    index('conversation_name').on(t.nameKey),
    index('conversation_at').on(t.at),
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
    /** Of the method; empty: its first. */
    phase: text().notNull().default(''),
    channel: text().notNull().default(''),
    fromDay: text(),
    untilDay: text(),
    /** The present rhythm gives meetings from this day on; those before it are rows of `meeting`. Null: always. */
    rhythmSince: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('team_school_name').on(t.schoolId, t.name),
    index('team_chair').on(t.chairId),
    index('team_deputy').on(t.deputyId),
    index('team_channel').on(t.channel).where(sql`channel <> ''`),
    index('team_channel_name').on(sql`lower(channel)`).where(sql`channel <> ''`),
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

/** Appended only: changes of a leerteam and of who is in it. */
export const teamEvent = sqliteTable(
  'team_event',
  {
    id: id(),
    teamId: integer()
      .notNull()
      .references(() => team.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    what: text().notNull(),
    fromText: text().notNull().default(''),
    toText: text().notNull().default(''),
    /** Persons are ids, so that a removal reaches them. */
    fromPersonId: integer().references(() => person.id),
    toPersonId: integer().references(() => person.id),
  },
  (t) => [index('team_event_team').on(t.teamId)],
);

/** A meeting about which something is known beyond its team's rhythm. One row per team and day. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: id(),
    teamId: integer()
      .notNull()
      .references(() => team.id),
    day: text().notNull(),
    time: text().notNull(),
    /** Minutes. */
    duration: integer().notNull(),
    state: text().notNull().default('gepland'),
    movedTo: text(),
    movedFrom: text(),
    reason: text().notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex('meeting_team_day').on(t.teamId, t.day)],
);

/** What the chair set for one line of one agenda: its minutes, or 0 when it is not for this time. */
export const agendaLine = sqliteTable(
  'agenda_line',
  {
    meetingId: integer()
      .notNull()
      .references(() => meeting.id),
    line: text().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.line] })],
);

/** Appended only; the first row is the minutes, later ones add to them. */
export const minutes = sqliteTable(
  'minutes',
  {
    id: id(),
    meetingId: integer()
      .notNull()
      .references(() => meeting.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    text: text().notNull().default(''),
    /** What the team shares with the MT. */
    shared: text().notNull().default(''),
  },
  (t) => [index('minutes_meeting').on(t.meetingId)],
);

/** Appended only. */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    teamId: integer()
      .notNull()
      .references(() => team.id),
    meetingId: integer().references(() => meeting.id),
    day: text().notNull(),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    text: text().notNull(),
  },
  (t) => [index('decision_team').on(t.teamId, t.day), index('decision_meeting').on(t.meetingId)],
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
    /** Who gave it; null: an import. */
    giverId: integer().references(() => person.id),
    /** The meeting in whose minutes it was agreed. */
    meetingId: integer().references(() => meeting.id),
    /** Agreed in the minutes for its present owner, who may still say that it is not right. */
    agreed: flag().notNull().default(false),
    offeredToId: integer().references(() => person.id),
    offeredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('action_school_number').on(t.schoolId, t.number),
    index('action_goal').on(t.goalId),
    index('action_owner').on(t.ownerId),
    index('action_team').on(t.teamId),
    index('action_offered').on(t.offeredToId),
    index('action_open').on(t.schoolId).where(sql`state = 'open'`),
  ],
);

/** Appended only: every change of an action. */
export const actionEvent = sqliteTable(
  'action_event',
  {
    id: id(),
    actionId: integer()
      .notNull()
      .references(() => action.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    what: text().notNull(),
    /** Of a date: the day before and after. */
    fromText: text().notNull().default(''),
    toText: text().notNull().default(''),
    /** Of an owner: the person before and after. */
    fromPersonId: integer().references(() => person.id),
    toPersonId: integer().references(() => person.id),
    reason: text().notNull().default(''),
  },
  (t) => [index('action_event_action').on(t.actionId)],
);

export const advice = sqliteTable(
  'advice',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    number: integer().notNull(),
    /** Null: of the quality coach. */
    teamId: integer().references(() => team.id),
    byId: integer().references(() => person.id),
    meetingId: integer().references(() => meeting.id),
    text: text().notNull(),
    reasons: text().notNull().default(''),
    state: text().notNull(),
    /** The day on which it went to the MT. */
    sentOn: text(),
    answer: text().notNull().default(''),
    answeredOn: text(),
    answeredById: integer().references(() => person.id),
    createdAt: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('advice_school_number').on(t.schoolId, t.number),
    index('advice_team').on(t.teamId),
    index('advice_waiting').on(t.schoolId).where(sql`state in ('ingediend', 'in behandeling')`),
  ],
);

/** Appended only: every change of an advice. */
export const adviceEvent = sqliteTable(
  'advice_event',
  {
    id: id(),
    adviceId: integer()
      .notNull()
      .references(() => advice.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    what: text().notNull(),
    text: text().notNull().default(''),
  },
  (t) => [index('advice_event_advice').on(t.adviceId)],
);

/** A point for the next agenda of a team, or (without a team) for the director's summary. It waits until it is dealt with or withdrawn. */
export const agendaItem = sqliteTable(
  'agenda_item',
  {
    id: id(),
    /** Unique per cause, so that an item is made once; null: brought by somebody. */
    key: text().unique(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    teamId: integer().references(() => team.id),
    kind: text().notNull(),
    /** Why the program made it; null: brought by somebody. */
    cause: text(),
    text: text().notNull().default(''),
    minutes: integer(),
    byId: integer().references(() => person.id),
    /** To the chat message that it came from. */
    link: text().notNull().default(''),
    goalId: integer().references(() => goal.id),
    actionId: integer().references(() => action.id),
    adviceId: integer().references(() => advice.id),
    madeOn: text().notNull(),
    /** `open`, `behandeld`, `ingetrokken` or `vervallen` (its cause is gone). */
    state: text().notNull().default('open'),
    closedAt: integer(),
    /** The meeting that dealt with it. */
    meetingId: integer().references(() => meeting.id),
  },
  (t) => [
    index('agenda_item_school').on(t.schoolId, t.teamId),
    index('agenda_item_goal').on(t.goalId),
    index('agenda_item_action').on(t.actionId),
    index('agenda_item_advice').on(t.adviceId),
    index('agenda_item_meeting').on(t.meetingId),
  ],
);

/** Appended only: what became of an agenda item, and in which meeting. */
export const agendaItemEvent = sqliteTable(
  'agenda_item_event',
  {
    id: id(),
    itemId: integer()
      .notNull()
      .references(() => agendaItem.id),
    at: integer().notNull(),
    byId: integer().references(() => person.id),
    /** `gemaakt`, `doorgeschoven`, `behandeld`, `ingetrokken` or `heropend`. */
    what: text().notNull(),
    meetingId: integer().references(() => meeting.id),
  },
  (t) => [index('agenda_item_event_item').on(t.itemId)],
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
    /** Told by an act and not by planning, which leaves it alone. */
    told: flag().notNull().default(false),
  },
  (t) => [
    index('outbox_due').on(t.nextDay, t.receiverId).where(sql`state = 'planned'`),
    index('outbox_receiver').on(t.receiverId, t.nextDay).where(sql`state = 'planned'`),
    index('outbox_school').on(t.schoolId, t.fromDay).where(sql`state = 'planned'`),
    index('outbox_sent').on(t.receiverId, t.sentDay),
    index('outbox_state').on(t.state),
  ],
);

/** A message of its own, beside the digest: to a channel, or to a person at a set time. References, never a text. */
export const post = sqliteTable(
  'post',
  {
    id: id(),
    key: text().notNull().unique(),
    kind: text().notNull(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    /** One of these two. */
    personId: integer().references(() => person.id),
    channel: text(),
    subject: text().notNull(),
    dueAt: integer().notNull(),
    /** Not sent or edited from this instant on. */
    untilAt: integer().notNull(),
    /** `planned`, `sent`, `lapsed` or `failed`. */
    state: text().notNull().default('planned'),
    reason: text().notNull().default(''),
    told: flag().notNull().default(false),
    /** What it says has changed since it was sent. */
    stale: flag().notNull().default(false),
    reference: text(),
    sentAt: integer(),
    /** Of what it says where it was sent, so that nothing is edited that says the same; null when that is not sure. */
    print: text(),
    token: text(),
    leaseUntil: integer(),
  },
  (t) => [
    index('post_due').on(t.dueAt).where(sql`state = 'planned' or stale`),
    index('post_subject').on(t.subject),
    index('post_school').on(t.schoolId, t.dueAt).where(sql`state = 'planned'`),
    index('post_state').on(t.state),
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

/** What a control carries that its platform has no room for; for a month. */
export const keptControl = sqliteTable(
  'kept_control',
  {
    key: text().primaryKey(),
    at: integer().notNull(),
    /** The adapter's; may hold people's words. */
    content: text().notNull(),
  },
  (t) => [index('kept_control_at').on(t.at)],
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

/** What stands in the channels of the trial school. */
export const trialChannelMessage = sqliteTable(
  'trial_channel_message',
  {
    id: id(),
    schoolId: integer()
      .notNull()
      .references(() => school.id),
    channel: text().notNull(),
    at: integer().notNull(),
    /** Null: the bot. */
    personId: integer().references(() => person.id),
    content: text().notNull(),
  },
  (t) => [index('trial_channel_message_channel').on(t.schoolId, t.channel, t.id)],
);
