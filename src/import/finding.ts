/** A mistake or a warning of an import: where it is, what is wrong, and how to mend it. */

import type { RichText } from '../bot/reply.ts';
import type { Params, Say, TextKey } from '../bot/text.ts';

export type ImportText = Extract<TextKey, `import.${string}`>;

/** A sentence of `prompts/` that is not said yet. */
export type Message = {
  readonly key: ImportText;
  readonly params: Readonly<Record<string, string | number>>;
};

export type Problem = { readonly message: Message; readonly hint: Message | null };

export type Finding = Problem & {
  /** The sheet, or the file when it has no sheets; null when it is about all of them. */
  readonly sheet: string | null;
  /** The line in the file, the header is 1; null when it is about the whole sheet. */
  readonly row: number | null;
  readonly column: string | null;
};

type Words<Key extends ImportText> = { readonly [Name in keyof Params<Key>]: string | number };

export function message<Key extends ImportText>(key: Key, params: Words<Key>): Message {
  return { key, params };
}

export function problem(message: Message, hint: Message | null = null): Problem {
  return { message, hint };
}

export function sayMessage(say: Say, { key, params }: Message): RichText {
  return (say as (key: ImportText, params: Message['params']) => RichText)(key, params);
}
