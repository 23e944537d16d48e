/** `[Klaar] [Nieuwe datum]`: what is asked for, as buttons that carry what they say. */
import type { ActionsBlock, Button as SlackButton } from '@slack/types';
import { type Control, pack } from '../../../src/bot/control.ts';
import { oneLine } from '../../../src/bot/cut-text.ts';
import type { Button, Intent } from '../../../src/bot/reply.ts';
import { BUTTON_VALUE } from '../control.ts';
import { LABEL_LENGTH, type SlackBlock } from './blocks.ts';
import { label } from './text.ts';

/** With a number behind it (see `numbered`), the `action_id` of every button. */
export const BUTTON_ACTION = 'say:';

/** What somebody says who uses this button or sends this form. */
export function controlOf({ intent, key }: { readonly intent: Intent; readonly key?: string }): Control {
  return { said: { kind: 'intent', intent }, key: key ?? null };
}

/** At most `BLOCK_BUTTONS`; none gives no block. `about` is read out after the words, for buttons that return in every row. */
export function buttonBlocks(buttons: readonly Button[], about = ''): ActionsBlock[] {
  if (buttons.length === 0) return [];
  return [{ type: 'actions', elements: buttons.map((button) => slackButton(button, about)) }];
}

export function controlButton(words: string, control: Control, style?: Button['style']): SlackButton {
  return {
    type: 'button',
    action_id: BUTTON_ACTION,
    text: label(words, LABEL_LENGTH),
    ...(style ? { style } : {}),
    value: pack(control, BUTTON_VALUE),
  };
}

/** Every button gets a number, as no two in a message or view may have the same `action_id`. */
export function numbered(blocks: readonly SlackBlock[]): SlackBlock[] {
  let number = 0;
  const withNumber = <Element extends object>(element: Element): Element => {
    number += 1;
    return { ...element, action_id: `${BUTTON_ACTION}${number}` };
  };
  return blocks.map((block): SlackBlock => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(withNumber) };
    if (block.type === 'section' && block.accessory) return { ...block, accessory: withNumber(block.accessory) };
    return block;
  });
}

function slackButton(button: Button, about: string): SlackButton {
  const shown = controlButton(button.label, controlOf(button), button.style);
  if (oneLine(about) === '') return shown;
  return { ...shown, accessibility_label: label(`${button.label}: ${about}`, LABEL_LENGTH).text };
}
