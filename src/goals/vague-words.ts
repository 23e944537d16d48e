/** "Wie is iedereen?": words in a goal that mean something else to each reader, with the kind of question they get back (PRODUCT 4). */
import { plainLetters } from '../bot/plain-words.ts';

/** who: wie precies? notice: waaraan merk je dat? do: wat doe je dan? amount: hoeveel? when: wanneer? */
export type VagueQuestion = 'who' | 'notice' | 'do' | 'amount' | 'when';

const WORDS: Readonly<Record<VagueQuestion, readonly string[]>> = {
  who: [
    'iedereen',
    'alle collega',
    "alle collega's",
    'alle leerkrachten',
    'alle leraren',
    'alle ouders',
    'het hele team',
    'de hele school',
    'wij allemaal',
    'we allemaal',
  ],
  notice: [
    'gelukkig',
    'gelukkige',
    'gelukkiger',
    'enthousiast',
    'enthousiaste',
    'enthousiaster',
    'betrokken',
    'gemotiveerd',
    'gemotiveerde',
    'tevreden',
    'bewust',
    'bewuster',
    'prettig',
    'fijn',
  ],
  do: [
    'kijken naar',
    'kijken we naar',
    'aandacht voor',
    'werken aan',
    'bezig met',
    'nadenken over',
    'stilstaan bij',
    'oog voor',
    'inzetten op',
    'stimuleren',
  ],
  amount: [
    'beter',
    'betere',
    'meer',
    'vaker',
    'minder',
    'voldoende',
    'zo veel mogelijk',
    'zoveel mogelijk',
    'optimaal',
    'regelmatig',
  ],
  when: ['zo snel mogelijk', 'binnenkort', 'op termijn', 'in de toekomst', 'uiteindelijk'],
};

type Phrase = { readonly pattern: RegExp; readonly question: VagueQuestion };

/** Longest first, so that "alle collega's" is not read as "alle collega". */
const PHRASES: readonly Phrase[] = Object.entries(WORDS)
  .flatMap(([question, words]) => words.map((word) => ({ word, question: question as VagueQuestion })))
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ word, question }) => ({
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u'),
    question,
  }));

export type VagueWord = {
  /** As it stands in the text. */
  readonly word: string;
  readonly question: VagueQuestion;
};

/** The vague words of the text in their order, each once; a word within another one is not named apart. */
export function vagueWords(text: string): readonly VagueWord[] {
  const composed = text.normalize('NFC');
  const plain = plainLetters(composed);
  const found: { at: number; end: number; word: string; question: VagueQuestion }[] = [];
  for (const { pattern, question } of PHRASES) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const [at, end] = [match.index, match.index + match[0].length];
    if (found.some((other) => at < other.end && other.at < end)) continue;
    const word = plain.length === composed.length ? composed.slice(at, end) : match[0];
    found.push({ at, end, word, question });
  }
  return found.sort((a, b) => a.at - b.at).map(({ word, question }) => ({ word, question }));
}
