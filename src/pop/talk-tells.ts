/** What the other of the two hears in the next digest: a talk was planned, moved or called off, or took place, or somebody wants to talk it over. */
import { type LocalDate, latest, parseLocalDate } from '../calendar/local-date.ts';
import { type LocalTime, parseLocalTime } from '../calendar/zone.ts';
import { type Announcement, lastDayToTell, telling } from '../delivery/announcement.ts';
import { personSubject, talkSubject } from '../delivery/subject.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { TellTalk } from './pop.store.ts';
import type { PopTalkId, TalkMoment } from './pop.ts';

type Told = {
  readonly receiver: PersonId;
  readonly by: PersonId;
  readonly schoolId: SchoolId;
  readonly today: LocalDate;
};

const LOST = 'pop-afspraak:past-niet:';

/** `knows`: the receiver knows the moment it stood on, because it was their own plan. */
export type PlannedBefore = { readonly moment: TalkMoment; readonly knows: boolean };

/** `before` is where the talk stood, `now` where it stands; null: nowhere. */
export function appointmentTell(
  { receiver, schoolId, today }: Told,
  before: TalkMoment | null,
  now: TalkMoment | null,
): TellTalk {
  return (id, version, plannedBy) => {
    const stood = before === null ? '-' : `${before.day}T${before.time ?? ''}${plannedBy === receiver ? '!' : ''}`;
    const last = latest(latest(before?.day ?? today, now?.day ?? today), today);
    return telling([
      {
        key: `pop-afspraak:${id}:${receiver}:${version}:${stood}`,
        kind: 'pop-afspraak',
        receiver,
        schoolId,
        subject: talkSubject(id),
        from: today,
        until: last,
      },
    ]);
  };
}

/** Reads what `appointmentTell` put into the key: where the talk stood until then; null when it was new. */
export function plannedBefore(key: string): PlannedBefore | null {
  const found = /:(?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d)?(?<knows>!)?$/.exec(key)?.groups;
  const day = found && parseLocalDate(found.day!);
  if (!day) return null;
  const time: LocalTime | null = found.time === undefined ? null : parseLocalTime(found.time);
  return { moment: { day, time }, knows: found.knows !== undefined };
}

/** The talk stands on a day on which one of the two does not work any more. */
export function lostTell(
  { receiver, schoolId, today }: Omit<Told, 'by'>,
  id: PopTalkId,
  version: number,
  day: LocalDate,
): Announcement['tells'][number] {
  return {
    key: `${LOST}${id}:${receiver}:${version}:${day}`,
    kind: 'pop-afspraak',
    receiver,
    schoolId,
    subject: talkSubject(id),
    from: today,
    until: day,
  };
}

/** Is it one of those? */
export function isLostTell(key: string): boolean {
  return key.startsWith(LOST);
}

/** How every key begins of what this receiver hears of this talk. */
export function appointmentKeys(id: PopTalkId, receiver: PersonId): string {
  return `pop-afspraak:${id}:${receiver}:`;
}

/** One side said that the talk took place, or took that back. */
export function heldTell({ receiver, by, schoolId, today }: Told, isHeld: boolean): TellTalk {
  return (id, version, saidBy) => {
    const words = isHeld ? 'gehouden' : 'niet-gehouden';
    return telling([
      {
        key: `${heldKeys(words, id, receiver)}${version}:${saidBy === receiver ? '!' : ''}`,
        kind: 'pop-bericht',
        receiver,
        schoolId,
        subject: personSubject(by),
        from: today,
        until: lastDayToTell(today),
      },
    ]);
  };
}

/** How a key begins of what this receiver hears of it. */
export function heldKeys(words: 'gehouden' | 'niet-gehouden', id: PopTalkId, receiver: PersonId): string {
  return `pop-bericht:${words}:${id}:${receiver}:`;
}

/** How all keys begin of what this receiver hears of this talk. */
export function keysOfTalk(id: PopTalkId, receiver: PersonId): readonly string[] {
  return [appointmentKeys(id, receiver), heldKeys('gehouden', id, receiver), heldKeys('niet-gehouden', id, receiver)];
}

/** "Sanne wil met je overleggen over de POP", once a day. */
export function discussTell({ receiver, by, schoolId, today }: Told): Announcement {
  return telling([
    {
      key: `pop-bericht:overleg:${schoolId}:${by}:${receiver}:${today}`,
      kind: 'pop-bericht',
      receiver,
      schoolId,
      subject: personSubject(by),
      from: today,
      until: lastDayToTell(today),
    },
  ]);
}
