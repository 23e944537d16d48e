/** `leerteam-bovenbouw-2026-2027`: the name of a file to keep, that every system and every path takes as it is. */
import { plainLetters } from './plain-words.ts';

const MOST_CHARACTERS = 60;

/** Words of people become letters, digits and single hyphens; never empty, and without an ending. */
export function fileName(...words: readonly string[]): string {
  const name = plainLetters(words.join(' '))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'leerteambot' : name;
}
