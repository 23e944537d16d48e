/** A form as a modal: a title, what it is about, its fields, and who reads along. */

import { type Control, pack } from '../../../src/bot/control.ts';
import { oneLine, pieces } from '../../../src/bot/cut-text.ts';
import type { Form } from '../../../src/bot/reply.ts';
import { bold } from '../../../src/bot/shown-text.ts';
import { plainText, type Say } from '../../../src/bot/text.ts';
import { PIECE_LENGTH, type SlackBlock, type SlackMessage, type SlackModal, VIEW_TITLE_LENGTH } from './blocks.ts';
import { controlButton, controlOf, numbered } from './buttons.ts';
import { fieldBlocks } from './form-fields.ts';
import { FORM_CONTROL, writeMetadata } from './form-metadata.ts';
import { smallBlocks } from './part-blocks.ts';
import { escaped, label, richBlocks } from './text.ts';
import { fitsAsTitle, viewTitle } from './view-title.ts';

/** The `callback_id` of a modal that is sent. */
export const FORM_MODAL = 'form';

/** `origin` is where it was asked, see `form-metadata.ts`. */
export function slackForm(form: Form, origin: string, say: Say): SlackModal {
  return {
    type: 'modal',
    callback_id: FORM_MODAL,
    private_metadata: writeMetadata(origin, pack(controlOf(form), FORM_CONTROL)),
    title: viewTitle(fitsAsTitle(form.title) ? form.title : (form.short ?? form.title)),
    submit: label(form.submit, VIEW_TITLE_LENGTH),
    close: label(say.plain('slack.cancel'), VIEW_TITLE_LENGTH),
    blocks: [
      ...fullTitle(form.title),
      ...pieces(form.intro ?? [], PIECE_LENGTH).flatMap(richBlocks),
      ...form.fields.flatMap((field) => fieldBlocks(field, say)),
      ...smallBlocks(plainText(form.small)),
    ],
  };
}

/** For where no modal can be opened: what is asked for, and a button that carries `control` and asks again. */
export function formOffer(form: Form, control: Control, say: Say): SlackMessage {
  const why = say('slack.form-waits');
  return {
    text: escaped(`${oneLine(form.title)}\n${plainText(why)}`, PIECE_LENGTH),
    blocks: numbered([
      ...richBlocks(bold([{ text: form.title }])),
      ...richBlocks(why),
      { type: 'actions', elements: [controlButton(say.plain('slack.fill-in'), control, 'primary')] },
    ]),
  };
}

/** Only when the modal's own title has no room for it. */
function fullTitle(title: string): readonly SlackBlock[] {
  return fitsAsTitle(title) ? [] : richBlocks(bold([{ text: title }]));
}
