/** Which talk of the year comes next for somebody: November, February or June. Pure. */
import { type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { type Pop, type PopPerson, type PopTalk, STEPS, type Step, TALKS, type Talk, type TalkMoment } from './pop.ts';
import { opensOn, type PopTerms } from './pop-days.ts';

type Lost = { readonly lost: readonly Talk[] };
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

/** The first that was not held and not passed over; null when there is none any more. */
export function openTalk(taking: Taking): PopTalk | null {
  return openTalks(taking)[0] ?? null;
}

/** Was it left out? A later one was held, so nobody is asked about it any more. */
export function isPassedOver(taking: Taking, { talk, heldOn }: PopTalk): boolean {
  const later = talksOf(taking).filter((each) => TALKS.indexOf(each.talk) > TALKS.indexOf(talk));
  return heldOn === null && later.some((each) => each.heldOn !== null);
}

/** Is it to come on a day on which the two cannot talk any more? Then it needs another day as if it had none. */
export function isLost({ lost }: Lost, { talk }: PopTalk): boolean {
  return lost.includes(talk);
}

/** Is it to come, on a day that fits? */
export function standsOnDay(view: Lost, talk: PopTalk, today: LocalDate): boolean {
  return talk.planned !== null && talk.planned.day >= today && !isLost(view, talk);
}

/** The one that somebody means who says that a talk took place: the first whose day is there, also when one before it was left out; else the next. */
export function heldTalk(taking: Taking, today: LocalDate): PopTalk | null {
  const open = openTalks(taking);
  return open.find(({ planned }) => planned !== null && planned.day <= today) ?? open[0] ?? null;
}

/** The first whose day is over without a word of whether it took place. */
export function passedTalk(taking: Taking, today: LocalDate): PopTalk | null {
  return openTalks(taking).find(({ planned }) => planned !== null && planned.day < today) ?? null;
}

/** A talk before this one that is open: then it is asked whether it was held, and forgotten to say. */
export function talkBefore(taking: Taking, talk: Talk): PopTalk | null {
  return openTalks(taking).find((each) => TALKS.indexOf(each.talk) < TALKS.indexOf(talk)) ?? null;
}

/** Those that are planned for today or later. */
export function comingTalks({ talks }: Pop, today: LocalDate): readonly (PopTalk & { readonly planned: TalkMoment })[] {
  return talks.filter(
    (talk): talk is PopTalk & { readonly planned: TalkMoment } =>
      talk.heldOn === null && talk.planned !== null && talk.planned.day >= today,
  );
}

/** Those that were not held and not passed over. */
export function openTalks(taking: Taking): readonly PopTalk[] {
  return talksOf(taking).filter((talk) => talk.heldOn === null && !isPassedOver(taking, talk));
}

export function talkOf({ talks }: Pop, talk: Talk): PopTalk {
  return talks.find((each) => each.talk === talk)!;
}
