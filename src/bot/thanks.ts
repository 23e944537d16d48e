/** `Bedankt!` and `dank je wel`: not a command, but no mistake either. */
import { plainWords } from './plain-words.ts';

const THANKS = /^((heel|erg|hartelijk|super) )*(bedankt|dank|dankje|dankjewel|dankuwel|thanks|thank you|merci)\b/;

/** With more words than this there is something else in it, which would seem to be understood. */
const MOST_WORDS = 6;

export function isThanks(line: string): boolean {
  const words = plainWords(line);
  return THANKS.test(words) && words.split(' ').length <= MOST_WORDS;
}
