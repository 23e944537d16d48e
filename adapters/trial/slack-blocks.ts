/** A reply as Slack would show it: blocks like Block Kit's. People's words are literal, see `slack-text.ts`. */
import type { Button, Chart, Form, Intent, Notice, Part, RichText, Row } from '../../src/bot/reply.ts';
import { type ChartRun, chartRuns, progressShare } from './picture.ts';
import { type SlackModal, slackModal } from './slack-modal.ts';
import { type PlainText, plainObject, type SlackText, slackText } from './slack-text.ts';

export type SlackButton = {
  readonly type: 'button';
  readonly text: PlainText;
  readonly style?: 'primary' | 'danger';
  readonly value: { readonly intent: string; readonly args: Intent['args']; readonly key: string | null };
};

export type SlackBlock =
  | { readonly type: 'header'; readonly elements: readonly SlackText[] }
  | { readonly type: 'rich_text'; readonly elements: readonly (readonly SlackText[])[] }
  | {
      readonly type: 'fields';
      readonly fields: readonly { readonly label: PlainText; readonly value: readonly SlackText[] }[];
    }
  | { readonly type: 'actions'; readonly elements: readonly SlackButton[] }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] }
  | { readonly type: 'divider' }
  /** Not in Block Kit: `share` is from 0 to 1, null when there is nothing to draw. */
  | { readonly type: 'progress'; readonly share: number | null; readonly sentence: readonly SlackText[] }
  /** Slack's own chart block is younger than its types. */
  | {
      readonly type: 'chart';
      readonly title: PlainText;
      readonly bars: readonly { readonly category: string; readonly runs: readonly ChartRun[] }[];
      readonly sentence: readonly SlackText[];
    };

export type SlackMessage = { readonly blocks: readonly SlackBlock[] } | { readonly modal: SlackModal };

const CHART_SIGNS = 20;

/** What a notice or a form is in Slack: blocks in the chat, or a modal. */
export function slackMessage(reply: Notice | Form): SlackMessage {
  return reply.kind === 'form' ? { modal: slackModal(reply) } : { blocks: noticeBlocks(reply) };
}

function noticeBlocks(notice: Notice): readonly SlackBlock[] {
  if (!notice.title) return notice.parts.flatMap(partBlocks);
  const title = slackText(notice.title);
  // A sentence by itself is no heading.
  if (notice.parts.length === 0) return [{ type: 'rich_text', elements: [title] }];
  return [{ type: 'header', elements: title }, ...notice.parts.flatMap(partBlocks)];
}

function partBlocks(part: Part): readonly SlackBlock[] {
  switch (part.kind) {
    case 'text':
      return [{ type: 'rich_text', elements: [slackText(part.text)] }];
    case 'file':
      // The file itself hangs under the message, see `render.ts`.
      return [{ type: 'rich_text', elements: [slackText(part.sentence)] }];
    case 'heading':
      // Smaller than the title.
      return [{ type: 'rich_text', elements: [slackText(bold(part.text))] }];
    case 'facts':
      return [
        {
          type: 'fields',
          fields: part.facts.map(({ label, value }) => ({ label: plainObject(label), value: slackText(value) })),
        },
      ];
    case 'list':
      return [...part.rows.flatMap(rowBlocks), ...(part.more ? actions([part.more]) : [])];
    case 'progress':
      return [{ type: 'progress', share: progressShare(part), sentence: slackText(part.sentence) }];
    case 'chart':
      return [chartBlock(part.chart, part.sentence)];
    case 'buttons':
      return actions(part.buttons);
    case 'small':
      return [{ type: 'context', elements: slackText(part.text) }];
  }
}

function rowBlocks(row: Row, index: number): readonly SlackBlock[] {
  const state: RichText = row.state ? [{ text: ` · ${row.state.symbol} ${row.state.word}` }] : [];
  return [
    ...(index > 0 ? [{ type: 'divider' } as const] : []),
    { type: 'rich_text', elements: [slackText([...bold(row.title), ...state]), ...row.lines.map(slackText)] },
    ...actions(row.buttons ?? []),
  ];
}

function chartBlock(chart: Chart, sentence: RichText): SlackBlock {
  return {
    type: 'chart',
    title: plainObject(chart.title),
    bars: chartRuns(chart, CHART_SIGNS),
    sentence: slackText(sentence),
  };
}

function actions(buttons: readonly Button[]): readonly SlackBlock[] {
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons.map(slackButton) }] : [];
}

function slackButton({ label, intent, style, key }: Button): SlackButton {
  return {
    type: 'button',
    text: plainObject(label),
    ...(style ? { style } : {}),
    value: { intent: intent.name, args: intent.args, key: key ?? null },
  };
}

function bold(text: RichText): RichText {
  return text.map((span) => ({ ...span, style: span.style ?? 'bold' }));
}
