/** "@Sanne" behind `/afwezig` or `/ik-ben-er`: who is away or back. Only the director of a school says so for somebody else. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { type LocalDate, latest } from '../calendar/local-date.ts';
import { type Announcement, lastDayToTell, NOTHING_TO_TELL, telling } from '../delivery/announcement.ts';
import { personSubject } from '../delivery/subject.ts';
import { matchingColleagues, meantColleague } from './find-colleague.ts';
import type { Colleague } from './people.store.ts';
import { schoolsOf } from './permissions.ts';
import type { PersonId, SchoolId } from './person.ts';

export type Absentee = {
  readonly id: PersonId;
  readonly name: string;
  /** Null: it is about whoever says so. Else the school at which its director says so. */
  readonly schoolId: SchoolId | null;
  /** Their first day there; null: long ago. */
  readonly worksFrom: LocalDate | null;
  /** What was typed behind the name. */
  readonly rest: string;
};

/** Nobody types more words of a name than this. */
const MOST_NAME_WORDS = 5;

/** Does this word name somebody? */
export function isMention(word: string): boolean {
  return word.length > 1 && word.includes('@');
}

/**
 * Whoever is meant; without a name whoever says so. Throws a UserError that asks which one, or, to who is no director, one that names whom to ask and
 * is the same for every name.
 */
export async function absenteeFor(context: Context, typed: string | undefined): Promise<Absentee> {
  const { actor } = context;
  const self = { id: actor.id, name: actor.name, schoolId: null, worksFrom: null, rest: '' };
  if (typed === undefined) return self;
  const staff = await ownStaff(context);
  const { name, rest } = nameIn(staff.length > 0 ? staff : [actor], typed);
  if (staff.length === 0) {
    if (matchingColleagues([actor], name).length > 0) return { ...self, rest };
    throw new UserError(await refusal(context));
  }
  const meant = meantColleague(context, staff, name, 'wie');
  if (meant.id === actor.id) return { ...self, rest };
  return { id: meant.id, name: meant.name, schoolId: meant.schoolId, worksFrom: meant.from, rest };
}

/** What somebody hears in a digest when their director said something about their absence. Nothing about dates: that is read when it is said. */
export function absenceTold(
  { id, schoolId, worksFrom }: Absentee,
  { stamp, today }: Pick<Context, 'stamp' | 'today'>,
): Announcement {
  if (schoolId === null || stamp.by === null) return NOTHING_TO_TELL;
  // Who has yet to begin gets nothing before that.
  const from = worksFrom === null ? today : latest(worksFrom, today);
  return telling([
    {
      key: `afwezig-gemeld:${id}:${stamp.by}:${stamp.at.getTime()}`,
      kind: 'afwezig-gemeld',
      receiver: id,
      schoolId,
      subject: personSubject(stamp.by),
      from,
      until: lastDayToTell(from),
    },
  ]);
}

type Staff = Colleague & { readonly schoolId: SchoolId; readonly from: LocalDate | null };

/** Everybody who works at the speaker's own schools as director, or will; each once. */
async function ownStaff({ store, actor, today }: Context): Promise<readonly Staff[]> {
  const people = new Map<PersonId, Staff>();
  for (const schoolId of schoolsOf(actor, 'director')) {
    for (const { id, name, email, from } of await store.school.staff(schoolId, today)) {
      if (!people.has(id)) people.set(id, { id, name, email, from, schoolId });
    }
  }
  return [...people.values()];
}

/** The longest name of somebody at the beginning; without one all of it. */
function nameIn(people: readonly Colleague[], typed: string): { readonly name: string; readonly rest: string } {
  const words = typed.split(/\s+/);
  for (let length = Math.min(MOST_NAME_WORDS, words.length); length > 0; length--) {
    const name = words.slice(0, length).join(' ');
    if (matchingColleagues(people, name).length > 0) return { name, rest: words.slice(length).join(' ') };
  }
  return { name: typed, rest: '' };
}

async function refusal({ store, actor, say, today }: Context) {
  const schoolIds = actor.employments.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId]));
  const directors = (await Promise.all(schoolIds.map((id) => store.people.directors(id, today)))).flat();
  if (directors.length === 0) return say('absent.director-only');
  return say('absent.ask-director', { who: say.list([...new Set(directors.map(({ name }) => name))].slice(0, 3)) });
}
