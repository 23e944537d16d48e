/** Somebody who uses a chat platform: types, presses, fills in, and reads what is on the screen. The same on each, so that a talk is the same words on each. */

/** Text, a number, a date or a time as it is typed; the label of an option or of several; a tick. */
export type Typed = string | boolean | readonly string[];

/** Something that was said in a channel, with the address that the platform copies for it. */
export type Said = { readonly link: string };

/** Each act gives what came on the screen by it: new messages, and those that changed. */
export interface ChatMember {
  /** A line with a slash before it; in the own conversation with the bot, or in a channel (its id). Whoever types leaves the form that is open. */
  types(line: string, where?: { readonly in?: string }): Promise<string>;
  /** In the own conversation with the bot. */
  writes(text: string): Promise<string>;
  /** In a channel, after the name of the bot. */
  mentions(text: string, channel: string): Promise<string>;
  /** The newest thing on the screen with that button. `occurrence` counts from 1 within it. */
  presses(label: string, which?: { readonly occurrence?: number }): Promise<string>;
  /** Fields of the form that is open, by label. */
  fillsIn(values: Readonly<Record<string, Typed>>): void;
  /** Sends the form. Throws when the platform would not let it go: something required is empty, or too long. */
  submits(values?: Readonly<Record<string, Typed>>): Promise<string>;
  /** Leaves the form that is open, or the answer that came in its place. */
  closes(): Promise<string>;
  /** "Mijn leerteam". */
  opensHome(): Promise<string>;
  /** Says something in a channel that is not for the bot. */
  says(text: string, channel: string): Said;
  /** "Zet op de agenda", on a message. */
  usesShortcut(said: Said): Promise<string>;
  /** Takes the files that the bot offers, and gives the names of all that they got, oldest first. */
  files(): Promise<readonly string[]>;
  /** Words of everything on the screen, newest last. */
  sees(): readonly string[];
  /** Words of the form that is open, or of the answer that came in its place; null when there is none. */
  modal(): string | null;
  /** Words of "Mijn leerteam"; null when it was never opened. */
  home(): string | null;
}
