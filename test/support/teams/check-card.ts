/** Why Teams would refuse an Adaptive Card, or why somebody could not read or use it. */
import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import type { z } from 'zod';
import { chart, isChart } from './check-chart.ts';
import { card, dialogCard } from './check-elements.ts';
import { schemaProblems } from './check-schema.ts';

/** In a message, or in the dialog of a message action (where the button is an Action.Submit). */
export type Surface = 'message' | 'dialog';

type Element = { readonly type?: unknown } & Readonly<Record<string, unknown>>;

/** Teams takes about 100 KB in all, and asks to stay within 80. */
const MOST_BYTES = 80_000;

/** As Teams counts: in UTF-16; learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export const bytesOf = (sent: unknown): number => 2 * JSON.stringify(sent).length;

/** Each problem as `card.body[2].inlines[0].text: too short`; empty when all is well. */
export function checkCard(given: unknown, surface: Surface = 'message'): readonly string[] {
  const { plain, problems: ofCharts } = withoutCharts(given);
  const read = (surface === 'message' ? card : dialogCard).safeParse(plain);
  if (!read.success) return [...ofCharts, ...problemsOf('card', read.error)];
  return [...ofCharts, ...asAWhole(given, plain), ...unknownTo(plain), ...schemaProblems(plain)];
}

export const problemsOf = (what: string, error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => `${what}${pathOf(issue.path)}: ${reasonOf(issue)}`);

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');

/** Of a union, what was wrong with each kind it might have been. */
const reasonOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_union' && issue.errors.length > 0
    ? issue.errors.map((each) => each.map(({ path, message }) => `${pathOf(path)} ${message}`).join(', ')).join(' / ')
    : issue.message;

/** Charts are Teams' own: each is checked by itself, and what is shown instead of it stands in its place. */
function withoutCharts(given: unknown): { readonly plain: unknown; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    if (isChart(value)) {
      const read = chart.safeParse(value);
      if (!read.success) problems.push(...problemsOf('chart', read.error));
      return replace((value as Element).fallback ?? null);
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner)]));
  };
  return { plain: replace(given), problems };
}

function asAWhole(given: unknown, plain: unknown): readonly string[] {
  const problems: string[] = [];
  const size = bytesOf(given);
  if (size > MOST_BYTES) problems.push(`card: ${size} bytes, at most ${MOST_BYTES}`);
  const ids = elementsOf(plain).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    problems.push(`card: id "${id}" more than once`);
  return problems;
}

/** Everything with a type, however deep; not what a button carries. */
export function elementsOf(value: unknown): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) => (name === 'data' ? [] : elementsOf(each)));
  return 'type' in value ? [value as Element, ...inner] : inner;
}

/** Microsoft's own reader: elements, properties and values that it does not know. */
function unknownTo(plain: unknown): readonly string[] {
  const context = new SerializationContext(new Version(1, 5));
  // Its pattern for a language remembers where it stopped, so it refuses every second one.
  const { lang: _, ...rest } = plain as Readonly<Record<string, unknown>>;
  new AdaptiveCard().parse(rest, context);
  return Array.from({ length: context.eventCount }, (_, at) => `adaptivecards: ${context.getEventAt(at).message}`);
}
