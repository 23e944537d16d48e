/** What the controls of one card carry besides what each of them says: where it was asked, and where the answer stands. */
import type { TeamsCard } from '../render.ts';
import type { Question } from './pressed.ts';

export type Carried = {
  /** The channel or group where it was asked; the card stands in somebody's own chat. */
  readonly channel?: string;
  /** A form, or what took its place: the answer takes its place too. */
  readonly form?: true;
  /** The name under which the card is kept, see `pressed.ts`. */
  readonly card?: string;
  /** A message that nobody asked for: it asks something itself. */
  readonly asks?: true;
  /** What is asked in such a message, and answered by this form. */
  readonly question?: Question;
};

type ControlData = Carried & { readonly control: string };
type Control = { readonly type: string; readonly data: ControlData };

/** The same card, with this in everything that can be pressed in it. Pure. */
export function carrying(card: TeamsCard, carried: Carried): TeamsCard {
  if (Object.keys(carried).length === 0) return card;
  return changed(card, (control) => ({ ...control, data: { ...control.data, ...carried } })) as TeamsCard;
}

/** What each of its buttons carries, in the order in which they stand there. */
export function controlsIn(card: TeamsCard): readonly ControlData[] {
  const found: ControlData[] = [];
  changed(card, (control) => {
    found.push(control.data);
    return control;
  });
  return found;
}

function changed(value: unknown, change: (control: Control) => Control): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  if (isControl(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, change)]));
}

function isControl(value: object): value is Control {
  return 'type' in value && value.type === 'Action.Execute';
}
