/** `✓ Op koers`, where the buttons were of which somebody pressed one: what was asked there is done. The other rows keep their buttons. */
import type { CardElement, TeamsCard } from './card.ts';
import { run, runBlock } from './text.ts';

type Action = { readonly title: string; readonly data: { readonly control: string } };

/** `control` is what the pressed button carried. Null: the card has no such button (any more). */
export function markedDone(card: TeamsCard, control: string): TeamsCard | null {
  const body = marked(card.body, control);
  return body && { ...card, body };
}

function marked(elements: readonly CardElement[], control: string): readonly CardElement[] | null {
  let isFound = false;
  const after = elements.map((element): CardElement => {
    const { items, actions } = element as { items?: readonly CardElement[]; actions?: readonly Action[] };
    const pressed = actions?.find(({ data }) => data.control === control);
    const inside = items ? marked(items, control) : null;
    if (!pressed && !inside) return element;
    isFound = true;
    return inside
      ? { ...element, items: inside }
      : runBlock([run(`✓ ${pressed!.title.replace(/…$/, '')}`, { isSubtle: true })]);
  });
  return isFound ? after : null;
}
