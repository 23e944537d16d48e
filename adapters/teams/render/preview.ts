/** A reply as Teams would get it, without Teams: for the page of the trial school. */
import { pack } from '../../../src/bot/control.ts';
import type { Form, Intent, Notice } from '../../../src/bot/reply.ts';
import type { Language } from '../../../src/people/person.ts';
import { controlsOf, teamsMessages } from '../render.ts';
import type { TeamsCard } from './card.ts';
import { formCard } from './form.ts';

/** What a button or a form does. */
type Doing = { readonly intent: string; readonly args: Intent['args']; readonly key: string | null };

export type TeamsPreview = {
  readonly cards: readonly TeamsCard[];
  /** By what an action carries as `control`, also where that is only the name of what is kept. */
  readonly controls: Readonly<Record<string, Doing>>;
};

/** The cards of a notice or the one of a form; `language` is the reader's. */
export function teamsPreview(reply: Notice | Form, language: Language): TeamsPreview {
  const messages = reply.kind === 'form' ? [formCard(reply, language)] : teamsMessages(reply, language);
  const controls = controlsOf(reply).map(({ control: { said, key }, limit }): [string, Doing] => {
    if (said.kind !== 'intent') throw new Error('a reply has no control that types a line');
    return [pack({ said, key }, limit), { intent: said.intent.name, args: said.intent.args, key }];
  });
  return { cards: messages.map(({ card }) => card), controls: Object.fromEntries(controls) };
}
