/** `/instellingen`: what a person sets for themselves. */
import { and, eq, isNull } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { LocalTime } from '../src/calendar/zone.ts';
import type { PeopleStore, Settings } from '../src/people/people.store.ts';
import type { Language, PersonId } from '../src/people/person.ts';
import type { Database, Orm } from './database.ts';
import { planSchoolsOfAgain } from './planning-mark.ts';
import { employment, mute, person } from './schema.ts';

function settingsOf(orm: Orm, personId: PersonId): Settings {
  const row = orm
    .select({
      language: person.language,
      digestTime: person.digestTime,
      mutedKinds: person.mutedKinds,
      snoozedUntil: person.snoozedUntil,
    })
    .from(person)
    .where(eq(person.id, personId))
    .get();
  if (!row) throw new Error(`no person ${personId}`);
  const muted = orm.select({ subject: mute.subject }).from(mute).where(eq(mute.personId, personId));
  return {
    language: row.language as Language,
    digestTime: row.digestTime as LocalTime,
    mutedKinds: JSON.parse(row.mutedKinds) as string[],
    mutedSubjects: muted
      .orderBy(mute.subject)
      .all()
      .map(({ subject }) => subject),
    snoozedUntil: row.snoozedUntil as LocalDate | null,
  };
}

export function settingsQueries(
  database: Database,
): Pick<PeopleStore, 'settings' | 'welcomed' | 'markWelcomed' | 'changeSettings' | 'mute'> {
  return {
    settings: (personId) => database.read((orm) => settingsOf(orm, personId)),

    welcomed: (personId) =>
      database.read((orm) => {
        const row = orm.select({ on: person.welcomedOn }).from(person).where(eq(person.id, personId)).get();
        return row?.on != null;
      }),

    markWelcomed: (stamp, personId, day) =>
      database.act(stamp, (orm) => {
        const isNew = and(eq(person.id, personId), isNull(person.welcomedOn));
        const { changes } = orm.update(person).set({ welcomedOn: day }).where(isNew).run();
        return { result: undefined, subject: changes > 0 ? `person:${personId}` : null };
      }),

    changeSettings: (stamp, personId, settings, workingDays) =>
      database.act(stamp, (orm) => {
        const before = settingsOf(orm, personId);
        orm
          .update(person)
          .set({
            language: settings.language,
            digestTime: settings.digestTime,
            mutedKinds: JSON.stringify(settings.mutedKinds),
            snoozedUntil: settings.snoozedUntil,
          })
          .where(eq(person.id, personId))
          .run();
        orm.delete(mute).where(eq(mute.personId, personId)).run();
        for (const subject of new Set(settings.mutedSubjects)) orm.insert(mute).values({ personId, subject }).run();
        for (const { schoolId, days } of workingDays) {
          orm
            .update(employment)
            .set({ workingDays: JSON.stringify(days) })
            .where(and(eq(employment.personId, personId), eq(employment.schoolId, schoolId)))
            .run();
        }
        const touchesPlanning = workingDays.length > 0 || settings.digestTime !== before.digestTime;
        if (touchesPlanning) planSchoolsOfAgain(orm, personId);
        return { result: undefined, subject: `person:${personId}` };
      }),

    mute: (stamp, personId, subject) =>
      database.act(stamp, (orm) => {
        orm.insert(mute).values({ personId, subject }).onConflictDoNothing().run();
        return { result: undefined, subject };
      }),
  };
}
