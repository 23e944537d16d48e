/** What the nudges of the POP year have in common: when they come, and for which schools one message speaks. */
import { isWithin } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { ComposeContext, Composed, Nudge, Reference, SchoolState } from '../delivery/nudge.ts';
import { popSubject, readSubject } from '../delivery/subject.ts';
import type { SchoolId } from '../people/person.ts';
import type { Step } from './pop.ts';
import { type PopView, popsAt, schoolsConcerned } from './pop-view.ts';
import { type PopAsk, popAsksFor, popAsksOf } from './schedule.ts';

/** `views` are the POPs that the receiver is asked about: their own and those of the people they lead, never empty. */
type ComposeStep = (
  views: readonly PopView[],
  reference: Reference,
  context: ComposeContext,
) => Promise<Composed | null>;

export function popNudge(step: Step, compose: ComposeStep): Nudge {
  const kind = `pop-${step}` as const;
  return {
    kind,

    plan: (state, day) => {
      const year = schoolYearOf(day);
      return asksIn(state, year)
        .filter((ask) => ask.step === step && isWithin(day, ask))
        .map((ask) => referenceOf(state.school.id, year, ask));
    },

    about: (_, { subject }) => yearOf(subject),

    lastDay: (state, { key, subject }) => {
      const year = yearOf(subject);
      return asksIn(state, year).find((ask) => referenceOf(state.school.id, year, ask).key === key)?.until ?? null;
    },

    compose: async (reference, context) => {
      const views = await viewsOf(reference, context);
      return views.length === 0 ? null : compose(views, reference, context);
    },
  };
}

function yearOf(subject: string): SchoolYear {
  const about = readSubject(subject);
  if (about?.kind !== 'pop') throw new Error(`no POP year: ${subject}`);
  return about.year;
}

const ASKS = new WeakMap<SchoolState, Map<SchoolYear, readonly PopAsk[]>>();

/** All of a school year, kept per loaded state so that a preview may ask day by day. */
function asksIn(state: SchoolState, year: SchoolYear): readonly PopAsk[] {
  const years = ASKS.get(state) ?? new Map<SchoolYear, readonly PopAsk[]>();
  ASKS.set(state, years);
  const asks = years.get(year) ?? popAsksOf(state, year);
  years.set(year, asks);
  return asks;
}

function referenceOf(schoolId: SchoolId, year: SchoolYear, { receiver, step, turn, from, until }: PopAsk): Reference {
  return {
    key: `pop-${step}:${schoolId}:${year}:${receiver}:${turn}`,
    kind: `pop-${step}`,
    receiver,
    schoolId,
    subject: popSubject(year),
    step: turn,
    from,
    until,
    answeredFrom: from,
  };
}

/** At the reference's own school and at each other one where the receiver is asked the same between its day and today. */
async function viewsOf(reference: Reference, context: ComposeContext): Promise<readonly PopView[]> {
  const reader = { store: context.store, actor: context.receiver, today: context.today };
  const year = yearOf(reference.subject);
  const others = (await schoolsConcerned(reader)).filter((id) => id !== reference.schoolId);
  const views: PopView[] = [];
  for (const schoolId of [reference.schoolId, ...others]) {
    const state = await context.store.outbox.schoolState(schoolId);
    if (!state || !isAskedAt(state, year, reference, context)) continue;
    views.push(...(await popsAt(reader, schoolId)));
  }
  return views;
}

/** By now; at its own school the plan may have moved it, and may not know it any more. */
function isAskedAt(state: SchoolState, year: SchoolYear, reference: Reference, { today }: ComposeContext): boolean {
  const planned = popAsksFor(state, year, reference.receiver)
    .map((ask) => referenceOf(state.school.id, year, ask))
    .filter(({ kind }) => kind === reference.kind);
  if (state.school.id === reference.schoolId) return planned.some(({ key }) => key === reference.key);
  return planned.some(({ from }) => reference.from <= from && from <= today);
}
