/** What somebody gets in Teams: a notice as one card, or as several when it is long. The rest of what is shown is named here too. */
import type { ShownControl } from '../../src/bot/control.ts';
import { saidBy } from '../../src/bot/divided.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Form, Notice } from '../../src/bot/reply.ts';
import { buttonsIn } from '../../src/bot/reply-buttons.ts';
import type { Language } from '../../src/people/person.ts';
import { CARRIED } from './control.ts';
import { controlOf } from './render/buttons.ts';
import { type TeamsMessage, teamsMessage } from './render/card.ts';
import { elementsOf, shownParts, teamsDivided } from './render/split.ts';

export type { CardElement, TeamsCard, TeamsMessage } from './render/card.ts';
export { activityOf, cardAttachment } from './render/card.ts';
export { dialogForm, dialogNotice } from './render/dialog.ts';
export { consentCard, fileCard, type UploadedFile } from './render/file.ts';
export { filledAgain } from './render/filled-again.ts';
export { formCard } from './render/form.ts';
export { formValues } from './render/form-values.ts';
export { markedDone } from './render/pressed.ts';

/** In the order in which they are to be posted; none for a notice without a word. `language` is the reader's. */
export function teamsMessages(notice: Notice, language: Language): readonly TeamsMessage[] {
  return teamsDivided(shownParts(notice)).map((shown) => {
    const words = plain(saidBy(notice, shown));
    const [title = ''] = words.split('\n').filter((line) => line !== '');
    return teamsMessage(title, words, elementsOf(shown), language);
  });
}

/** Every control of a reply with the room it has, in characters: see `keepLong`. */
export function controlsOf(reply: Notice | Form): readonly ShownControl[] {
  if (reply.kind === 'form') return [{ control: controlOf(reply), limit: CARRIED }];
  return buttonsIn(reply).map((button) => ({ control: controlOf(button), limit: CARRIED }));
}
