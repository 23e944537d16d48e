/** Text on an Adaptive Card: only ever in text runs, which stay literal. A TextBlock would read markdown in people's words. */
import type { RichText } from '../../src/bot/reply.ts';

export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;

export type RunStyle = Readonly<Record<string, unknown>>;
export type TextRun = { readonly type: 'TextRun'; readonly text: string } & RunStyle;

/** Spans as text runs; `style` holds for all of them. */
export function runs(text: RichText, style: RunStyle = {}): readonly TextRun[] {
  return text.map((span) => run(span.text, { ...style, ...SPAN_STYLE[span.style ?? 'plain'] }));
}

const SPAN_STYLE: Readonly<Record<'plain' | 'bold' | 'italic' | 'code', RunStyle>> = {
  plain: {},
  bold: { weight: 'Bolder' },
  italic: { italic: true },
  code: { fontType: 'Monospace' },
};

export function run(text: string, style: RunStyle = {}): TextRun {
  return { type: 'TextRun', text: literalText(text), ...style };
}

/** Text runs leave markdown alone, but `{{DATE(...)}}` would still become a date: a word joiner between the braces keeps it as typed. */
export function literalText(text: string): string {
  return text.replace(/\{\{(?=DATE\(|TIME\()/g, '{\u2060{');
}

/** A rich text block needs at least one run. */
export function textBlock(inlines: readonly TextRun[], layout: RunStyle = {}): CardElement {
  return { type: 'RichTextBlock', ...layout, inlines: inlines.length > 0 ? inlines : [run(' ')] };
}
