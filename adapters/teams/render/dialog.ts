/** A card in a window of Teams' own (a message action): there a card is sent with `Action.Submit`, and nothing comes below it. */
import { plain } from '../../../src/bot/plain.ts';
import type { Form, Notice } from '../../../src/bot/reply.ts';
import type { Language } from '../../../src/people/person.ts';
import { type CardElement, type TeamsCard, teamsMessage } from './card.ts';
import { formCard } from './form.ts';
import { elementsOf, shownParts } from './split.ts';

/** `mistake` comes above the form. `language` is the reader's. */
export function dialogForm(form: Form, language: Language, mistake?: Notice): TeamsCard {
  return submitted(formCard(form, language, mistake).card);
}

/** An outcome, or a mistake with its buttons. */
export function dialogNotice(notice: Notice, language: Language): TeamsCard {
  return submitted(teamsMessage('', plain(notice), elementsOf(shownParts(notice)), language).card);
}

function submitted(card: TeamsCard): TeamsCard {
  return { ...card, body: card.body.map(withSubmit) };
}

function withSubmit(element: CardElement): CardElement {
  const { items, actions } = element as { items?: readonly CardElement[]; actions?: readonly CardElement[] };
  return {
    ...element,
    ...(items ? { items: items.map(withSubmit) } : {}),
    ...(actions ? { actions: actions.map(({ verb: _, ...action }) => ({ ...action, type: 'Action.Submit' })) } : {}),
  };
}
