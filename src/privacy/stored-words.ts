/** What is stored as a code (a kind of message, a state, what happened), in words. Pure. */
import { isTextKey, type PlainKey, type Say } from '../bot/text.ts';

type StoredKey = Extract<PlainKey, `stored.${string}`>;
type GroupOf<Key> = Key extends `stored.${infer Group}.${string}` ? Group : never;

/** `kind` of message or address, `sent`: state of a message, `item`: of an agenda item, `event`: what happened, `act`: what was done. */
type Group = GroupOf<StoredKey>;

/** What has no word stays as it is stored. */
export function storedWord(say: Say, group: Group, code: string): string {
  const name = `stored.${group}.${code}`;
  return isStored(name) ? say.plain(name) : code;
}

function isStored(name: string): name is StoredKey {
  return name.startsWith('stored.') && isTextKey(name);
}
