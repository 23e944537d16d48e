/** Text in Slack's own shapes: rich text and plain text objects, which stay literal; never `mrkdwn`, in which `<!channel>` would come alive. */
import type { PlainTextElement, RichTextBlock, RichTextLink, RichTextText } from '@slack/types';
import { cutAtWord, isBlank, oneLine } from '../../../src/bot/cut-text.ts';
import type { RichText, Span } from '../../../src/bot/reply.ts';
import { isAddress } from '../../../src/bot/shown-text.ts';
import { plainText } from '../../../src/bot/text.ts';

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

/** For the top-level `text` of a message: cut at `most` characters, then `&`, `<` and `>` escaped, so that no mention or link comes alive. */
export function escaped(text: string, most: number): string {
  return cutAtWord(text, most).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function richElement({ text, style }: Span): RichTextText | RichTextLink {
  const styled = style ? { style: { [style]: true } } : {};
  return isAddress(text) ? { type: 'link', url: text, ...styled } : { type: 'text', text, ...styled };
}
