/** A reply as Slack would get it, without Slack: for the page of the trial school. */

import { type Control, pack } from '../../../src/bot/control.ts';
import type { Form, Intent, Notice } from '../../../src/bot/reply.ts';
import { aboveForm } from '../../../src/bot/reply-buttons.ts';
import { say } from '../../../src/bot/text.ts';
import type { Language } from '../../../src/people/person.ts';
import { controlsOf, slackMessages } from '../render.ts';
import { type SlackBlock, type SlackMessage, type SlackModal, VIEW_BLOCKS } from './blocks.ts';
import { controlOf } from './buttons.ts';
import { slackForm } from './form.ts';
import { noticeBlocks } from './view-blocks.ts';

/** What a button or a form does. */
type Doing = { readonly intent: string; readonly args: Intent['args']; readonly key: string | null };

export type SlackPreview = (
  | {
      readonly messages: readonly SlackMessage[];
      /** Of a mistake: what stands above the form that led to it; null when it takes the place of the form. */
      readonly aboveForm: readonly SlackBlock[] | null;
    }
  | { readonly view: SlackModal }
) & {
  /** By the `value` of a button and the `private_metadata` of a view, also where that is only the name of what is kept. */
  readonly controls: Readonly<Record<string, Doing>>;
};

/** The messages of a notice, or the modal of a form; `language` is the reader's. */
export function slackPreview(reply: Notice | Form, language: Language): SlackPreview {
  if (reply.kind === 'notice') {
    const controls = controlsOf(reply).map(({ control, limit }) => [pack(control, limit), doing(control)]);
    return {
      messages: slackMessages(reply),
      aboveForm: blocksAbove(reply, language),
      controls: Object.fromEntries(controls),
    };
  }
  const view = slackForm(reply, '', say(language));
  return { view, controls: { [view.private_metadata ?? '']: doing(controlOf(reply)) } };
}

function blocksAbove(mistake: Notice, language: Language): readonly SlackBlock[] | null {
  const above = aboveForm(mistake);
  return above && noticeBlocks(above, VIEW_BLOCKS, say(language));
}

function doing({ said, key }: Control): Doing {
  if (said.kind !== 'intent') throw new Error('a reply has no control that types a line');
  return { intent: said.intent.name, args: said.intent.args, key };
}
