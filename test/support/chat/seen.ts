/** What somebody has before them, in the same shape on every platform: for whoever wants to press and fill in all of it. */
import type { Control } from '../../../src/bot/control.ts';

export type SeenButton = {
  readonly label: string;
  /** What it means; null when nobody can tell (any more). */
  readonly said: Control['said'] | null;
  /** Which of the buttons there with this label it is, from 1. */
  readonly occurrence: number;
  /** Presses it where it was seen, whatever came on the screen since. */
  readonly press: () => Promise<string>;
};

export type SeenField = {
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'time' | 'choice' | 'choices';
  readonly isRequired: boolean;
  /** Holds something already. */
  readonly isHeld: boolean;
  /** Labels, of a choice. */
  readonly options: readonly string[];
  /** Characters. */
  readonly maxLength: number;
};

export type Seen = {
  /** Where it stands: an answer may be another one there. */
  readonly surface: string;
  readonly buttons: readonly SeenButton[];
  /** Null: nothing can be sent. */
  readonly form: { readonly said: Control['said'] | null; readonly fields: readonly SeenField[] } | null;
  /** It is only there after what opened it, and the next act makes it go. */
  readonly isPassing: boolean;
};
