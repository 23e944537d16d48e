/** What somebody gets in Slack: a notice as one message, or as several when it is long. The rest of what is shown is named here too. */

import type { ShownControl } from '../../src/bot/control.ts';
import { saidBy } from '../../src/bot/divided.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Form, Notice } from '../../src/bot/reply.ts';
import { buttonsIn } from '../../src/bot/reply-buttons.ts';
import { BUTTON_VALUE } from './control.ts';
import type { SlackMessage } from './render/blocks.ts';
import { controlOf, numbered } from './render/buttons.ts';
import { FORM_CONTROL } from './render/form-metadata.ts';
import { blocksOf, shownParts, slackDivided } from './render/split.ts';
import { escaped } from './render/text.ts';

export type { SlackBlock, SlackHome, SlackMessage, SlackModal } from './render/blocks.ts';
export { BUTTON_ACTION } from './render/buttons.ts';
export { withoutCharts } from './render/chart.ts';
export { fileUpload } from './render/file.ts';
export { FORM_MODAL, formOffer, slackForm } from './render/form.ts';
export { readMetadata } from './render/form-metadata.ts';
export { formValues } from './render/form-values.ts';
export { slackHome } from './render/home.ts';
export { escaped } from './render/text.ts';
export { noticeView, SHOWN_MODAL, waitingView, withMistake } from './render/views.ts';

/** Slack advises at most 4,000 characters; an escaped `&` takes five. */
const TEXT_LENGTH = 3_000;

/** In the order in which they are to be posted; none for a notice without a word. */
export function slackMessages(notice: Notice): readonly SlackMessage[] {
  return slackDivided(shownParts(notice)).map((shown) => ({
    text: escaped(plain(saidBy(notice, shown)), TEXT_LENGTH),
    blocks: numbered(blocksOf(shown)),
  }));
}

/** Every control of a reply with the room it has, in characters: see `keepLong`. */
export function controlsOf(reply: Notice | Form): readonly ShownControl[] {
  if (reply.kind === 'form') return [{ control: controlOf(reply), limit: FORM_CONTROL }];
  return buttonsIn(reply).map((button) => ({ control: controlOf(button), limit: BUTTON_VALUE }));
}
