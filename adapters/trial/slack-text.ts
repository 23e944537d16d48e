/** Text in Slack's own shapes: rich text and plain text objects, which stay literal; never `mrkdwn`, in which `<!channel>` would come alive. */
import type { RichText } from '../../src/bot/reply.ts';

export type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };

export type SlackText = {
  readonly type: 'text';
  readonly text: string;
  readonly style?: Readonly<Partial<Record<'bold' | 'italic' | 'code', true>>>;
};

export function slackText(text: RichText): readonly SlackText[] {
  return text.map((span) => ({
    type: 'text',
    text: span.text,
    ...(span.style ? { style: { [span.style]: true } } : {}),
  }));
}

/** Without emoji, so that `:smile:` stays as it was typed. */
export function plainObject(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}
