/** Which talk of the year comes next for somebody: November, February or June. Pure. */
import { type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { type Pop, type PopPerson, type PopTalk, STEPS, type Step, TALKS, type Talk } from './pop.ts';
import { opensOn, type PopTerms } from './pop-days.ts';

type Taking = {
  readonly person: Pick<PopPerson, 'from' | 'pop'>;
  readonly terms: PopTerms;
  readonly year: SchoolYear;
};

/** The step that is asked about on `today`: the last that opened; null before the first. */
export function presentStep(terms: PopTerms, year: SchoolYear, today: LocalDate): Step | null {
  return STEPS.findLast((step) => opensOn(terms.days, step, year) <= today) ?? null;
}

/**
 * The talks of the year in which somebody takes part. Who starts at the school in the course of it, or before the PGMR agreed, begins with the step of
 * that day (issue 4): the talks before it are not missing.
 */
export function talksOf({ person, terms, year }: Taking): readonly PopTalk[] {
  const start = latest(person.from ?? EVER, terms.consent ?? EVER);
  const first = TALKS.findLast((talk) => opensOn(terms.days, talk, year) <= start) ?? TALKS[0];
  return person.pop.talks.filter(({ talk }) => TALKS.indexOf(talk) >= TALKS.indexOf(first));
}

const EVER = '0000-01-01' as LocalDate;

/** The first that was not held; null when all were. */
export function openTalk(taking: Taking): PopTalk | null {
  return talksOf(taking).find(({ heldOn }) => heldOn === null) ?? null;
}

/** A talk before this one that was not held: then it is asked whether it was, and forgotten to say. */
export function talkBefore(taking: Taking, talk: Talk): PopTalk | null {
  const earlier = talksOf(taking).filter((each) => TALKS.indexOf(each.talk) < TALKS.indexOf(talk));
  return earlier.find(({ heldOn }) => heldOn === null) ?? null;
}

export function talkOf({ talks }: Pop, talk: Talk): PopTalk {
  return talks.find((each) => each.talk === talk)!;
}
