/** What Slack gets to show: messages, modals and the Home page made of Block Kit blocks, and how much fits in each. */
import type { Block, HomeView, KnownBlock, ModalView } from '@slack/types';

/** Slack's own bars, one beside the other; younger than `@slack/types`. docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock extends Block {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

export type SlackBlock = KnownBlock | ChartBlock;

/** `text` is for notifications and screen readers, with `&`, `<` and `>` escaped. Links, names and previews are the sender's to switch off. */
export type SlackMessage = { readonly text: string; readonly blocks: SlackBlock[] };
export type SlackModal = ModalView & { blocks: SlackBlock[] };
export type SlackHome = HomeView & { blocks: SlackBlock[] };

/** Blocks in a message, and in a modal or on the Home page. */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
/** Of one piece of text, in characters: below the 3,000 of a text object, so that a piece always fits in a message. */
export const PIECE_LENGTH = 2_500;
/** In one actions block. */
export const BLOCK_BUTTONS = 25;
/** Of a button, an option and the description of an option, in characters. */
export const LABEL_LENGTH = 75;
/** Of the title of a modal and of its own buttons, in characters. */
export const VIEW_TITLE_LENGTH = 24;
