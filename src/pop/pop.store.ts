/** The store port for POP steps. Every method is one atomic act. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { CountedGroup } from './counts.ts';
import type { PopKey, PopPerson, PopTalkId, Talk, TalkMoment } from './pop.ts';
import type { PopDays, PopTerms } from './pop-days.ts';

/**
 * What others hear of a talk, made within the act because its id and new version are known only there. `before` is who planned it, or said that it was
 * held, until now; null when nobody did.
 */
export type TellTalk = (id: PopTalkId, version: number, before: PersonId | null) => Announcement;

export interface PopStore {
  terms(schoolId: SchoolId): Promise<PopTerms>;
  /** Null: the usual days. */
  setDays(stamp: Stamp, schoolId: SchoolId, days: PopDays | null): Promise<void>;
  /** Everybody with a POP (`pop` yes) in service at the school on `today`, by name, with what is stored of that year. */
  people(schoolId: SchoolId, year: SchoolYear, today: LocalDate): Promise<readonly PopPerson[]>;
  /** The schools in whose service today is somebody with a POP whose recorded lead this is. */
  schoolsLed(leadId: PersonId, today: LocalDate): Promise<readonly SchoolId[]>;
  /** Null takes it back. */
  setReady(stamp: Stamp, key: PopKey, day: LocalDate | null): Promise<void>;
  /** Empty takes it away. */
  setLink(stamp: Stamp, key: PopKey, link: string): Promise<void>;
  /** "Ik wil overleggen": nothing is stored but what the lead hears. */
  ask(stamp: Stamp, key: PopKey, announcement: Announcement): Promise<void>;
  /** Null calls it off. Throws Stale when the talk is not at version `seen` any more. */
  planTalk(
    stamp: Stamp,
    key: PopKey,
    talk: Talk,
    seen: number,
    moment: TalkMoment | null,
    tells: TellTalk,
  ): Promise<{ readonly id: PopTalkId; readonly version: number }>;
  /** Null takes it back. Throws Stale when it was held, or taken back, already. */
  setHeld(stamp: Stamp, key: PopKey, talk: Talk, day: LocalDate | null, tells: TellTalk): Promise<void>;
  /** Whose talk it is; null when it is not there. */
  talkKey(id: PopTalkId): Promise<(PopKey & { readonly talk: Talk }) | null>;
  /**
   * The people whose steps the school's summary counts in that year. The group is settled here, at the moment somebody looks (`counted-group.ts`): it begins
   * with everybody with a POP, and grows or shrinks by five or more at a time, so that two summaries never differ by fewer people.
   */
  counted(schoolId: SchoolId, year: SchoolYear, today: LocalDate): Promise<CountedGroup>;
}
