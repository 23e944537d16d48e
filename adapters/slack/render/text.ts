/** Text in Slack's own shapes: rich text and plain text objects, which stay literal; never `mrkdwn`, in which `<!channel>` would come alive. */
import type { PlainTextElement, RichTextBlock, RichTextLink, RichTextText } from '@slack/types';
import type { RichText, Span } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';

/** Nothing but an address; what it leads to is what it says. */
const ADDRESS = /^https:\/\/[^\s<>"'|\\^`{}]{1,2000}$/;
/** Of what fits; a word that would leave less is cut in the middle. */
const LEAST_KEPT = 1 / 3;

/** Neighbours of one style become one element. */
export function richElements(text: RichText): (RichTextText | RichTextLink)[] {
  const elements: (RichTextText | RichTextLink)[] = [];
  let style: Span['style'];
  for (const span of text) {
    if (span.text === '') continue;
    const element = richElement(span);
    const last = elements.at(-1);
    if (last?.type === 'text' && element.type === 'text' && style === span.style) last.text += element.text;
    else elements.push(element);
    style = span.style;
  }
  return elements;
}

/** One block, or none when there is nothing to read. */
export function richBlocks(text: RichText): RichTextBlock[] {
  if (isBlank(plainText(text))) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: richElements(text) }] }];
}

/** Without emoji, so that `:smile:` stays as it was typed; on one line, and cut at a word when it is longer than `most` characters. */
export function label(text: string, most: number): PlainTextElement {
  const line = oneLine(text);
  return { type: 'plain_text', text: line === '' ? '…' : cutAtWord(line, most), emoji: false };
}

/** At most `most` characters, the `…` included. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = text.slice(0, cutPlace(text, most)).trimEnd();
  return `${words.length < most ? words : text.slice(0, cutPlace(text, most - 1)).trimEnd()}…`;
}

/** In pieces of at most `most` characters each, between words where that can be. Together they are exactly the text. */
export function pieces(text: RichText, most: number): readonly RichText[] {
  const whole = plainText(text);
  if (whole.length <= most) return [text];
  const place = cutPlace(whole, most);
  return [part(text, 0, place), ...pieces(part(text, place, whole.length), most)];
}

/** For the top-level `text` of a message: cut at `most` characters, then `&`, `<` and `>` escaped, so that no mention or link comes alive. */
export function escaped(text: string, most: number): string {
  return cutAtWord(text, most).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Bold where it has no style of its own. */
export function bold(text: RichText): RichText {
  return text.map((span) => ({ ...span, style: span.style ?? 'bold' }));
}

/** Joined with the separator between them. */
export function joined(texts: readonly RichText[], separator: string): RichText {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: separator }, ...text]));
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

function richElement({ text, style }: Span): RichTextText | RichTextLink {
  const styled = style ? { style: { [style]: true } } : {};
  return ADDRESS.test(text) && URL.canParse(text)
    ? { type: 'link', url: text, ...styled }
    : { type: 'text', text, ...styled };
}

/** Where a text of at most `most` characters ends: after white space, and never within one character. */
function cutPlace(text: string, most: number): number {
  const space = Math.max(text.lastIndexOf(' ', most - 1), text.lastIndexOf('\n', most - 1));
  if (space >= most * LEAST_KEPT) return space + 1;
  const isWithinCharacter = /[\uD800-\uDBFF]/.test(text[most - 1]!) && /[\uDC00-\uDFFF]/.test(text[most]!);
  return isWithinCharacter ? most - 1 : most;
}

/** The characters from `start` up to `end`, with their styles. */
function part(text: RichText, start: number, end: number): RichText {
  let at = 0;
  return text.flatMap((span) => {
    const from = Math.max(0, start - at);
    const to = Math.max(0, end - at);
    at += span.text.length;
    const words = span.text.slice(from, to);
    return words === '' ? [] : [{ ...span, text: words }];
  });
}
