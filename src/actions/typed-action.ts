/** `12 vrijdag`, `toetsanalyse`, `12 geen tijd`: what is typed behind `/actie klaar` and the like. Pure. */
import { takeDay } from '../bot/dates.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { actionNumber } from './find-action.ts';
import { namesSomebody } from './read-sentence.ts';

/** Says it who and when? Then it is a new action, whatever its first word: `/actie team uitnodigen @Sanne vrijdag` (PRODUCT 5). */
export function isWholeAction(words: string, today: LocalDate): boolean {
  return (
    namesSomebody(words) && (takeDay(words, today) !== null || takeDay(words.replace(/\s@.*$/, ''), today) !== null)
  );
}

/** Is this a number, or what is to be done between quotes? Then what follows is about that action, whatever it says. */
export function namesAction({ text, quoted }: Token): boolean {
  return quoted || actionNumber(text) !== null;
}

/** The action alone, as a number or a part of what is to be done. Behind a number nothing may follow. */
export function parseAction(rest: readonly Token[], today: LocalDate): Record<string, string> | null {
  const actie = wordsOf(rest);
  if (actie === '') return {};
  if (namesSomebody(actie) || isWholeAction(actie, today)) return null;
  return actionNumber(actie) === null && /^#?\d+\s/.test(actie) ? null : { actie };
}

/** The action, and behind a number or between quotes what is said of it, as argument `said`. */
export function parseActionAnd(
  said: string,
): (rest: readonly Token[], today: LocalDate) => Record<string, string> | null {
  return (rest, today) => {
    const [first, ...behind] = rest;
    if (!first) return {};
    const isNamed = namesAction(first);
    if (!isNamed && isWholeAction(wordsOf(rest), today)) return null;
    const quote = rest.findIndex((token, at) => at > 0 && token.quoted);
    const at = isNamed ? 1 : quote > 0 ? quote : rest.length;
    const words = wordsOf(at === 1 ? behind : rest.slice(at));
    if (at !== 1 && namesSomebody(wordsOf(rest.slice(0, at)))) return null;
    return { actie: wordsOf(rest.slice(0, at)), ...(words ? { [said]: words } : {}) };
  };
}
