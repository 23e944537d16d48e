/** `/doel` for the board: titles, status and counts of all schools; no sentences, no owners (PRODUCT 2). */
import type { Context } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { Say } from '../bot/text.ts';
import type { SchoolId } from '../people/person.ts';
import type { GoalStatus } from './goal.ts';
import { sees } from './goal-access.ts';
import type { GoalCounts } from './goals.store.ts';
import { type Listed, PAGE } from './listed.ts';
import { COUNTED_STATUSES, countPhrase } from './status-counts.ts';

type SchoolCounts = { readonly id: SchoolId; readonly name: string; readonly counts: readonly GoalCounts[] };

/** Reads only the goals of the schools on this page: a board may have thousands. */
export async function boardGoals(context: Context, from: number): Promise<Listed> {
  const { store, say } = context;
  const schools = perSchool(await store.goals.counts());
  const total = sum(schools.flatMap(({ counts }) => counts));
  const start = from < total ? from : 0;
  const shown = onPage(schools, start);
  const lines = await store.goals.lines({ schoolIds: shown.schools.map(({ id }) => id) });
  const seen = lines.filter((goal) => goal.status !== 'concept' && sees(context.actor, goal) !== 'nothing');
  const names = new Map(schools.map((school) => [school.id, school]));
  return {
    title: say('goals.title.board', {
      counts: countWords(
        schools.flatMap(({ counts }) => counts),
        say,
      ),
    }),
    goals: shown.schools
      .flatMap(({ id }) => seen.filter((goal) => goal.schoolId === id).sort((a, b) => a.number - b.number))
      .slice(shown.skip, shown.skip + PAGE),
    from: start,
    total,
    heading: ({ schoolId }) => {
      const school = names.get(schoolId)!;
      return say('goals.school-and-counts', { school: school.name, counts: countWords(school.counts, say) });
    },
  };
}

/** Schools by name, as the store gives them. */
function perSchool(counts: readonly GoalCounts[]): readonly SchoolCounts[] {
  const schools = new Map<SchoolId, { id: SchoolId; name: string; counts: GoalCounts[] }>();
  for (const count of counts) {
    const school = schools.get(count.schoolId) ?? { id: count.schoolId, name: count.schoolName, counts: [] };
    school.counts.push(count);
    schools.set(count.schoolId, school);
  }
  return [...schools.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The schools whose goals stand on the page that begins at goal `start`, and how many goals of the first one come before it. */
function onPage(schools: readonly SchoolCounts[], start: number): { schools: readonly SchoolCounts[]; skip: number } {
  const shown: SchoolCounts[] = [];
  let before = 0;
  let skip = 0;
  for (const school of schools) {
    const count = sum(school.counts);
    const isShown = before + count > start && before < start + PAGE;
    if (isShown && shown.length === 0) skip = start - before;
    if (isShown) shown.push(school);
    before += count;
  }
  return { schools: shown, skip: Math.max(0, skip) };
}

function sum(counts: readonly GoalCounts[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** `5 op koers, 2 aandacht nodig`; statuses that nothing has are left out. */
function countWords(counts: readonly GoalCounts[], say: Say): RichText {
  const total = (status: GoalStatus) => sum(counts.filter((count) => count.status === status));
  const named = COUNTED_STATUSES.filter((status) => total(status) > 0);
  return joinText(
    named.map((status) => countPhrase(say, status, total(status))),
    ', ',
  );
}
