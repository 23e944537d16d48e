/** Who hears in their next digest that somebody asked to be removed: every admin. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import type { Tell } from '../delivery/announcement.ts';
import { personSubject } from '../delivery/subject.ts';
import type { Colleague } from '../people/people.store.ts';
import type { Actor, SchoolId } from '../people/person.ts';
import type { Store } from '../store.ts';

/** AVG, article 12(3): within a month. */
const DAYS = 30;

/** The last day on which a request of `asked` is in time. */
export function removalDeadline(asked: LocalDate): LocalDate {
  return addDays(asked, DAYS);
}

/** An admin hears it at a school where they work; without one, at that of the person or any other. */
export async function removalTells(
  store: Store,
  person: Actor,
  admins: readonly Colleague[],
  now: Date,
): Promise<readonly Tell[]> {
  const today = localDateOf(now);
  const elsewhere = schoolIn(person) ?? (await store.people.schools())[0]?.id ?? null;
  const tells = await Promise.all(
    admins.map(async ({ id }): Promise<readonly Tell[]> => {
      const admin = await store.people.actorById(id, today);
      const schoolId = (admin && schoolIn(admin)) ?? elsewhere;
      if (schoolId === null) return [];
      return [
        {
          key: `verwijderverzoek:${person.id}:${now.getTime()}:${id}`,
          kind: 'verwijderverzoek',
          receiver: id,
          schoolId,
          subject: personSubject(person.id),
          from: today,
          until: removalDeadline(today),
        },
      ];
    }),
  );
  return tells.flat();
}

function schoolIn({ employments }: Actor): SchoolId | null {
  return employments.find(({ schoolId }) => schoolId !== null)?.schoolId ?? null;
}
