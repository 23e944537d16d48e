/** Everything stored about one person, as `/mijngegevens` gives it: sections of rows, each value under a name. */
import type { TextKey } from '../bot/text.ts';

type After<Key, Start extends string> = Key extends `${Start}${infer Rest}` ? Rest : never;

/** What the rows are to the person: their absences, actions of theirs, actions they gave. */
export type SectionName = After<TextKey, 'mydata.section.'>;

/** What a value is; also its name in the machine-readable file. */
export type Label = After<TextKey, 'mydata.label.'>;

export type OwnValue = string | number | boolean | Date | readonly string[] | null;
export type OwnRecord = Readonly<Partial<Record<Label, OwnValue>>>;

export type OwnSection = { readonly section: SectionName; readonly rows: readonly OwnRecord[] };

/** How a value is stored: what is not here is text or a number. */
export const LABEL_KINDS: Partial<Record<Label, 'day' | 'instant' | 'yes-no' | 'list'>> = {
  snoozedUntil: 'day',
  welcomedOn: 'day',
  linkedAt: 'instant',
  usedAt: 'instant',
  seenAt: 'instant',
  from: 'day',
  until: 'day',
  askedAt: 'instant',
  readyOn: 'day',
  plannedDay: 'day',
  heldOn: 'day',
  day: 'day',
  due: 'day',
  at: 'instant',
  sentOn: 'day',
  answeredOn: 'day',
  offeredOn: 'day',
  madeOn: 'day',
  snoozedTo: 'day',
  dueAt: 'instant',
  sentAt: 'instant',
  mutedKinds: 'list',
  roles: 'list',
  workingDays: 'list',
  pop: 'yes-no',
  inCounts: 'yes-no',
  success: 'yes-no',
  withdrawn: 'yes-no',
};
