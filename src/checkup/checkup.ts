/** `controleer`: is everything ready, and how to mend what is not. */
import type { RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { LAST_VACATION_YEAR } from '../calendar/vacations.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { isActive } from '../goals/goal.ts';
import { leadOn, takingPart } from '../pop/taking-part.ts';
import type { Store } from '../store.ts';
import { accountProblems } from './account-problems.ts';
import { meetingsNobodyPrepares } from './can-prepare.ts';
import { failedProblems } from './failed-problems.ts';
import { keptProblems } from './kept-problems.ts';
import { removalProblems } from './removal-problems.ts';

/** The end of the table is a matter of this year when it is nearer than this. */
const WARN_DAYS = 365;
const LAST_VACATION_DAY = schoolYearRange(LAST_VACATION_YEAR).until;

/** Does the table of vacations end within a year? */
export function calendarEnds(today: LocalDate): boolean {
  return addDays(today, WARN_DAYS) > LAST_VACATION_DAY;
}

/** Something that was looked at. Without `mend` all is well. */
export type Looked = { readonly what: RichText; readonly mend: RichText | null };

/** One line for each thing that was looked at, in the language of `say`. `platforms`: what was found at Slack or Teams; empty when there is none. */
export async function checkup(
  store: Store,
  today: LocalDate,
  say: Say,
  platforms: readonly Looked[] = [],
): Promise<readonly string[]> {
  const fine = (what: RichText) => say.plain('checkup.fine', { what });
  const attention = (what: RichText, mend: RichText) => say.plain('checkup.attention', { what, mend });
  const schools = await store.people.schools();
  const counts = await store.outbox.counts();

  const lines = [fine(say('checkup.database'))];
  const schoolCount = say('checkup.schools', { count: schools.length });
  lines.push(schools.length > 0 ? fine(schoolCount) : attention(schoolCount, say('checkup.schools-mend')));
  lines.push(
    !calendarEnds(today)
      ? fine(say('checkup.calendar', { day: say.dayMonth(LAST_VACATION_DAY, today) }))
      : attention(
          say('checkup.calendar-ends', { day: say.dayMonth(LAST_VACATION_DAY, today) }),
          say('checkup.calendar-mend'),
        ),
  );
  const looked = ({ what, mend }: Looked) => (mend === null ? fine(what) : attention(what, mend));
  lines.push(...(await keptProblems(store, today, say)).map(looked));
  for (const { id } of schools) {
    const state = await store.outbox.schoolState(id);
    if (state)
      lines.push(...(await problemsOf(store, state, today, say)).map(({ what, mend }) => attention(what, mend)));
  }
  for (const { what, mend } of await removalProblems(store, today, say)) lines.push(attention(what, mend));
  for (const { what, mend } of await accountProblems(store, say)) lines.push(attention(what, mend));
  for (const { what, mend } of await failedProblems(store, today, say)) lines.push(attention(what, mend));
  lines.push(fine(say('checkup.waiting', { count: counts.planned })));
  lines.push(...(platforms.length > 0 ? platforms.map(looked) : [fine(say('checkup.platform'))]));
  return lines;
}

export type Problem = { readonly what: RichText; readonly mend: RichText };

async function problemsOf(store: Store, state: SchoolState, today: LocalDate, say: Say): Promise<readonly Problem[]> {
  const school = state.school.name;
  const problems: Problem[] = [];
  if ((await store.people.directors(state.school.id, today)).length === 0) {
    problems.push({ what: say('checkup.no-director', { school }), mend: say('checkup.no-director-mend') });
  }
  for (const team of state.teams.filter((each) => isWithin(today, each))) {
    const count = meetingsNobodyPrepares(state, team, today);
    if (count > 0)
      problems.push({
        what: say('checkup.no-preparer', { school, team: team.name, count }),
        mend: say('checkup.no-preparer-mend'),
      });
  }
  const unknown = state.people.filter(({ employment }) => employment.workingDays === null);
  if (unknown.length > 0) {
    const people = await Promise.all(unknown.map(async ({ id }) => (await store.people.person(id))?.name ?? ''));
    problems.push({
      what: say('checkup.no-working-days', { school, people: say.list(people) }),
      mend: say('checkup.no-working-days-mend'),
    });
  }
  const leaderless = takingPart(state, schoolYearOf(today)).filter(
    (person) => isWithin(today, person.employment) && leadOn(state, person, today) === null,
  );
  if (leaderless.length > 0)
    problems.push({
      what: say('checkup.no-lead', {
        school,
        people: say.list(leaderless.map(({ name }) => name)),
        count: leaderless.length,
      }),
      mend: say('checkup.no-lead-mend'),
    });
  const ownerless = state.goals.filter((goal) => goal.owner === null && isActive(goal.status)).length;
  if (ownerless > 0)
    problems.push({ what: say('checkup.no-owner', { school, count: ownerless }), mend: say('checkup.no-owner-mend') });
  return problems;
}
