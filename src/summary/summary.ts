/** "De Regenbui · november": what asks for attention first, then how it goes (PRODUCT 7, MESSAGES). */
import type { Part, RichText, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isOver, monthOf, type Period } from './period.ts';
import type { Exception, SummaryContext } from './section.ts';
import { SECTIONS } from './sections.ts';

export type Summary = {
  readonly title: RichText;
  readonly parts: readonly Part[];
  /** Three lines that name the school and the period themselves. */
  readonly short: readonly RichText[];
};

/** More rows than this nobody reads in two minutes; the rest is one button away. */
const MOST_EXCEPTIONS = 10;

/**
 * `asked`: somebody named the month; of one that is over it says that what needs attention is of now. `nudge`: it came by itself, at
 * the start of the month after it.
 */
export async function composeSummary(
  asked: Omit<SummaryContext, 'state'>,
  occasion: 'asked' | 'nudge',
): Promise<Summary> {
  const { store, school, say, period, today } = asked;
  const state = await store.outbox.schoolState(school.id);
  if (!state) throw new Error(`no school ${school.id}`);
  const context = { ...asked, state };
  const sections = await Promise.all(SECTIONS.map((section) => section.write(context)));
  const subjects = inOneRow(sections.map(({ exceptions }) => exceptions));
  const title = titleOf(context, occasion);
  const heading = occasion === 'asked' && isOver(period, today) ? 'summary.attention-now' : 'summary.attention';
  const [headline = [], ...more] = sections.flatMap(({ short }) => short);
  return {
    title,
    parts: [
      ...attention(say, say(heading), subjects),
      ...sections.flatMap(({ body }) => body),
      { kind: 'small', text: say('summary.about-goals') },
    ],
    short: [
      joinText([title, headline]),
      say('summary.attention-count', { count: subjects.flat().length }),
      more[0] ?? say('summary.about-goals'),
    ],
  };
}

/** What several sections say of one subject: the first one's row, in its place, with the lines of the others. */
function inOneRow(sections: readonly (readonly Exception[])[]): readonly (readonly Row[])[] {
  const rows = new Map<string, { readonly section: number; row: Row }>();
  for (const [section, exceptions] of sections.entries()) {
    for (const { subject, row } of exceptions) {
      const known = rows.get(subject);
      if (known) known.row = { ...known.row, lines: [...known.row.lines, ...row.lines] };
      else rows.set(subject, { section, row });
    }
  }
  return sections.map((_, section) =>
    [...rows.values()].flatMap((each) => (each.section === section ? [each.row] : [])),
  );
}

/** At most `most` in all: each section in turn gives its next, so that many goals do not push out the one advice. In their order. Pure. */
export function fairShare<T>(sections: readonly (readonly T[])[], most: number): readonly T[] {
  const longest = Math.max(0, ...sections.map(({ length }) => length));
  const taken = sections.map(() => 0);
  for (let turn = 0, left = most; turn < longest && left > 0; turn++) {
    for (const [at, { length }] of sections.entries()) {
      if (turn >= length || left === 0) continue;
      taken[at] = turn + 1;
      left--;
    }
  }
  return sections.flatMap((rows, at) => rows.slice(0, taken[at]));
}

function attention(say: Say, heading: RichText, subjects: readonly (readonly Row[])[]): readonly Part[] {
  const rows = subjects.flat();
  if (rows.length === 0) return [{ kind: 'text', text: say('summary.attention-none') }];
  const all = { label: say.plain('summary.all-goals'), intent: { name: 'doel.status', args: {} } };
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'list',
      rows: fairShare(subjects, MOST_EXCEPTIONS),
      ...(rows.length > MOST_EXCEPTIONS ? { more: all } : {}),
    },
  ];
}

function titleOf({ say, school, team, period, today }: SummaryContext, occasion: 'asked' | 'nudge'): RichText {
  const isFirst = occasion === 'nudge' && period.kind === 'year-so-far';
  const names = team ? [team.name, school.name] : [school.name];
  const days = isFirst ? say('summary.year-so-far') : periodName(say, period, today);
  return joinText([...names.map((name) => literal(name, 'bold')), days]);
}

/** `november tot nu toe`, `augustus en september`, `maart 2026`: seen from `today`. */
export function periodName(say: Say, period: Period, today: LocalDate): RichText {
  const { from, until } = period;
  const month = say.month(until, today);
  switch (period.kind) {
    case 'month':
      return literal(month);
    case 'month-so-far':
      return say('summary.month-so-far', { month });
    case 'year-so-far':
      if (!isOver(period, today)) return say('summary.year-so-far');
      return literal(monthOf(from) === monthOf(until) ? month : say.list([say.month(from), month]));
  }
}
