/** Text on an Adaptive Card: only ever in text runs, which stay literal. A TextBlock would read markdown in people's words. */
import { isBlank } from '../../../src/bot/cut-text.ts';
import type { RichText, Span } from '../../../src/bot/reply.ts';
import { isAddress } from '../../../src/bot/shown-text.ts';
import { plainText } from '../../../src/bot/text.ts';
import type { CardElement } from './card.ts';

type Layout = Readonly<Record<string, unknown>>;
export type TextRun = { readonly type: 'TextRun'; readonly text: string } & Layout;

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** A card has room for so many lines of one text; more of them run on, as every line is an element. */
const MOST_LINES = 60;

/** A block for each line, as a run takes a line break for a space; none when there is nothing to read. `style` holds for all of it. */
export function textBlocks(text: RichText, style: Layout = {}, layout: Layout = {}): readonly CardElement[] {
  if (isBlank(plainText(text))) return [];
  const lines = linesOf(text);
  const blocks: CardElement[] = [];
  let afterBlank = false;
  for (const line of lines.length > MOST_LINES ? [text] : lines) {
    if (isBlank(plainText(line))) {
      afterBlank = blocks.length > 0;
      continue;
    }
    const below = afterBlank ? { spacing: 'Default' } : { spacing: 'None' };
    blocks.push(runBlock(runs(line, style), blocks.length === 0 ? layout : below));
    afterBlank = false;
  }
  return blocks;
}

/** At least one run. */
export function runBlock(inlines: readonly TextRun[], layout: Layout = {}): CardElement {
  return { type: 'RichTextBlock', ...layout, inlines };
}

/** None of what is no block of text. */
export function inlinesOf(block: CardElement | undefined): readonly TextRun[] {
  return (block?.inlines ?? []) as readonly TextRun[];
}

/** Spans as text runs; `style` holds for all of them. */
function runs(text: RichText, style: Layout = {}): readonly TextRun[] {
  return text
    .filter((span) => span.text !== '')
    .map((span) => run(span.text, { ...style, ...SPAN_STYLE[span.style ?? 'plain'], ...linkOf(span) }));
}

export function run(text: string, style: Layout = {}): TextRun {
  return { type: 'TextRun', text: literalText(text), ...style };
}

/** Text runs leave markdown alone, but `{{DATE(...)}}` would still become a date: a word joiner between the braces keeps it as typed. */
export function literalText(text: string): string {
  return text.replace(/\{\{(?=DATE\(|TIME\()/gi, '{\u2060{');
}

/** For words that may be read as markdown (those beside a tick, and what an app shows that knows no cards): no link is ever behind other words. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=[([:])/g, ']\u2060');
}

const SPAN_STYLE: Readonly<Record<NonNullable<Span['style']> | 'plain', Layout>> = {
  plain: {},
  bold: { weight: 'Bolder' },
  italic: { italic: true },
  code: { fontType: 'Monospace' },
};

function linkOf({ text }: Span): Layout {
  return isAddress(text) ? { selectAction: { type: 'Action.OpenUrl', url: text } } : {};
}

function linesOf(text: RichText): readonly RichText[] {
  const lines: Span[][] = [[]];
  for (const span of text) {
    for (const [index, words] of span.text.split(LINE_BREAK).entries()) {
      if (index > 0) lines.push([]);
      if (words !== '') lines.at(-1)!.push({ ...span, text: words });
    }
  }
  return lines;
}
