/** What others hear of an action in their next digest: given back, "klopt niet", help wanted, done, agreed for you, handed over to you. */
import type { LocalDate } from '../calendar/local-date.ts';
import { lastDayToTell, type Tell } from '../delivery/announcement.ts';
import { actionSubject } from '../delivery/subject.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { ActionId } from './action.ts';

export const MESSAGES = ['afgesproken', 'overgedragen', 'terug', 'klopt-niet', 'hulp', 'klaar', 'stil'] as const;
export type Message = (typeof MESSAGES)[number];

/** Tells `receiver` about this action, once per instant `at`. */
export function actionTell(
  message: Exclude<Message, 'stil'>,
  about: { readonly id: ActionId; readonly schoolId: SchoolId },
  receiver: PersonId,
  at: Date,
  today: LocalDate,
): Tell {
  return {
    key: `actie-bericht:${message}:${about.id}:${receiver}:${at.getTime()}`,
    kind: 'actie-bericht',
    receiver,
    schoolId: about.schoolId,
    subject: actionSubject(about.id),
    from: today,
    until: lastDayToTell(today),
  };
}

/** Which message a key of `actie-bericht` is; null for any other key. */
export function messageOf(key: string): Message | null {
  const word = /^actie-bericht:([a-z-]+):/.exec(key)?.[1];
  return MESSAGES.find((message) => message === word) ?? null;
}
