/** `/pop`: the steps of a POP and its talks, never what it says. */
import { eq } from 'drizzle-orm';
import { Stale } from '../src/bot/errors.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { SchoolYear } from '../src/calendar/school-days.ts';
import type { Announcement } from '../src/delivery/announcement.ts';
import { popSubject, schoolSubject, talkSubject } from '../src/delivery/subject.ts';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import type { PopStore } from '../src/pop/pop.store.ts';
import type { PopKey, PopTalkId, Talk } from '../src/pop/pop.ts';
import { keysOfTalk } from '../src/pop/talk-tells.ts';
import type { Stamp } from '../src/stamp.ts';
import { announce } from './announce.ts';
import type { Changed, Database, Orm } from './database.ts';
import { HOLDS } from './holds.ts';
import { planAgain } from './planning-mark.ts';
import { popPeople, popRow, type StoredTalk, talkRow } from './pop-rows.ts';
import { popTermsOf } from './pop-terms.ts';
import { pop, popTalk, school } from './schema.ts';

// By school, because nobody's people are looked for among those of a whole board by an index of their own.
const SCHOOLS_LED = `
  select s.id from school s
  where exists (
    select 1 from employment e where e.school_id = s.id and e.lead_id = :leadId and e.pop = 1 and ${HOLDS('e')})
  order by s.id`;
const TALK_KEY = `
  select o.person_id as personId, o.school_id as schoolId, o.year, t.talk
  from pop_talk t join pop o on o.id = t.pop_id where t.id = :id`;

// Who changes a talk knows how it stands, and need not hear what came before. `;` is the sign after the `:` in which the prefix ends.
const KNOWN = `
  update outbox set state = 'lapsed', reason = 'changed it themselves'
  where state = 'planned' and key >= :keys and key < substr(:keys, 1, length(:keys) - 1) || ';'`;

export function popQueries(database: Database): Omit<PopStore, 'counted'> {
  const setPop = (stamp: Stamp, key: PopKey, columns: { readyOn: LocalDate | null } | { link: string }) =>
    database.act(stamp, (orm): Changed<void> => {
      orm
        .update(pop)
        .set(columns)
        .where(eq(pop.id, popRow(orm, key)))
        .run();
      return { result: undefined, subject: popSubject(key.year) };
    });

  /** With the next version; tells what `tells` makes of it, and who did it nothing any more. */
  const setTalk = (
    orm: Orm,
    by: PersonId | null,
    { id, version }: StoredTalk,
    columns: Partial<StoredTalk>,
    tells: (version: number) => Announcement,
  ): Changed<{ id: PopTalkId; version: number }> => {
    const next = version + 1;
    orm
      .update(popTalk)
      .set({ ...columns, version: next })
      .where(eq(popTalk.id, id))
      .run();
    announce(database, tells(next));
    for (const keys of by === null ? [] : keysOfTalk(id, by)) database.statement(KNOWN).run({ keys });
    return { result: { id, version: next }, subject: talkSubject(id) };
  };

  return {
    terms: (schoolId) =>
      database.read((orm) => {
        const row = orm
          .select({ popConsent: school.popConsent, popDays: school.popDays })
          .from(school)
          .where(eq(school.id, schoolId))
          .get();
        if (!row) throw new Error(`no school ${schoolId}`);
        return popTermsOf(row);
      }),

    setDays: (stamp, schoolId, days) =>
      database.act(stamp, (orm) => {
        orm
          .update(school)
          .set({ popDays: days === null ? null : JSON.stringify(days) })
          .where(eq(school.id, schoolId))
          .run();
        planAgain(orm, schoolId);
        return { result: undefined, subject: schoolSubject(schoolId) };
      }),

    people: (schoolId, year, today) => database.read(() => popPeople(database, { schoolId, year }, today)),

    schoolsLed: (leadId, today) =>
      database.read(() =>
        database
          .statement<{ leadId: PersonId; today: LocalDate }, { id: SchoolId }>(SCHOOLS_LED)
          .all({ leadId, today })
          .map(({ id }) => id),
      ),

    setReady: (stamp, key, day) => setPop(stamp, key, { readyOn: day }),
    setLink: (stamp, key, link) => setPop(stamp, key, { link }),

    planTalk: (stamp, key, talk, seen, moment, tells) =>
      database.act(stamp, (orm) => {
        const row = talkRow(orm, key, talk);
        if (row.version !== seen) throw new Stale();
        const columns = {
          plannedDay: moment?.day ?? null,
          plannedTime: moment?.time ?? null,
          plannedById: moment === null ? null : stamp.by,
        };
        return setTalk(orm, stamp.by, row, columns, (version) =>
          tells(row.id, version, row.plannedById as PersonId | null),
        );
      }),

    setHeld: (stamp, key, talk, day, tells) =>
      database.act(stamp, (orm) => {
        const row = talkRow(orm, key, talk);
        // Somebody else said the same just before.
        if ((row.heldOn === null) === (day === null)) throw new Stale();
        const columns = { heldOn: day, heldById: day === null ? null : stamp.by };
        const { subject } = setTalk(orm, stamp.by, row, columns, (version) =>
          tells(row.id, version, row.heldById as PersonId | null),
        );
        return { result: undefined, subject };
      }),

    ask: (stamp, key, announcement) =>
      database.act(stamp, () => {
        announce(database, announcement);
        return { result: undefined, subject: popSubject(key.year) };
      }),

    talkKey: (id) =>
      database.read(() => {
        const row = database
          .statement<{ id: PopTalkId }, { personId: PersonId; schoolId: SchoolId; year: SchoolYear; talk: Talk }>(
            TALK_KEY,
          )
          .get({ id });
        return row ?? null;
      }),
  };
}
