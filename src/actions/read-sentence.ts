/** `Ouderavond voorbereiden @Nadia voor 14 november`, `team uitnodigen @Jan de Vries 14-11`: what, who and when of one sentence. Pure. */
import { takeDay } from '../bot/dates.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { matchingColleagues } from '../people/find-colleague.ts';
import type { Colleague } from '../people/people.store.ts';

export type ActionSentence = {
  /** Empty when the sentence says nothing else. */
  readonly what: string;
  /** As it was typed, without the @; null when nobody is named. */
  readonly who: string | null;
  /** Everybody who is named, when that is more than one person by more than one name; else empty. */
  readonly several: readonly Colleague[];
  readonly due: LocalDate | null;
};

/** Nobody types more words of a name than this. */
const MOST_NAME_WORDS = 5;
const ADDRESS = /^@?[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Who is the longest name of a colleague behind an @, or an address. The day stands at the end, or before the name when that ends the sentence.
 * An @ that names nobody stays in the text when another one does name somebody.
 */
export function readActionSentence(
  sentence: string,
  colleagues: readonly Colleague[],
  today: LocalDate,
): ActionSentence {
  const words = sentence
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const mentions = words.flatMap((word, at) => (isMention(word) ? [mentionAt(words, at, colleagues)] : []));
  const known = mentions.filter(({ people }) => people.length > 0);
  const [meant = null] = known.length > 0 ? known : mentions;
  if (meant === null) {
    const taken = takeDay(sentence, today);
    return { what: tidied(taken?.rest ?? sentence), who: null, several: [], due: taken?.day ?? null };
  }
  const before = words.slice(0, meant.at).join(' ');
  const after = words.slice(meant.at + meant.length).join(' ');
  const late = takeDay(after, today);
  const early = late ? null : takeDay(before, today);
  const rest = { before: early?.rest ?? before, after: late?.rest ?? after };
  const isKnown = known.length > 0 && !isCutOff(meant.name, rest);
  return {
    ...(isKnown
      ? { what: tidied(`${rest.before} ${rest.after}`), who: meant.name }
      : withUnknown(rest.before, rest.after, meant.name)),
    several: severalOf(known),
    due: late?.day ?? early?.day ?? null,
  };
}

/** Does the sentence name somebody, as far as can be told without knowing the colleagues? */
export function namesSomebody(sentence: string): boolean {
  return sentence.split(/\s+/).some(isMention);
}

type Mention = {
  readonly at: number;
  readonly length: number;
  readonly name: string;
  readonly people: readonly Colleague[];
};

function isMention(word: string): boolean {
  return (word.startsWith('@') && word.length > 1) || ADDRESS.test(word);
}

function mentionAt(words: readonly string[], at: number, colleagues: readonly Colleague[]): Mention {
  const most = ADDRESS.test(words[at]!) ? 1 : MOST_NAME_WORDS;
  for (let length = Math.min(most, words.length - at); length > 0; length--) {
    const name = nameIn(words.slice(at, at + length));
    const people = matchingColleagues(colleagues, name);
    if (people.length > 0) return { at, length, name, people };
  }
  return { at, length: 1, name: nameIn(words.slice(at, at + 1)), people: [] };
}

function severalOf(known: readonly Mention[]): readonly Colleague[] {
  const people = new Map(known.flatMap((mention) => mention.people).map((colleague) => [colleague.id, colleague]));
  return known.length > 1 && people.size > 1 ? [...people.values()] : [];
}

function nameIn(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/^@/, '')
    .replace(/[.,;:!?]+$/, '');
}

const PARTICLES = new Set(['de', 'den', 'der', 'el', 'het', 'te', 'ten', 'ter', 'van', 'von', "'t"]);

/** `@Jan de Wit` is not the only Jan, who is called de Vries: more of a name follows. */
function isCutOff(name: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  const [next = ''] = after.split(' ');
  const last = name.split(' ').at(-1)!.toLowerCase();
  return before !== '' && next !== '' && (/^\p{Lu}/u.test(next) || PARTICLES.has(next) || PARTICLES.has(last));
}

/** Of a name that nobody has the rest may stand behind it, up to the day: `@Jan de Wit 14-11`. */
function withUnknown(before: string, after: string, name: string): { readonly what: string; readonly who: string } {
  const isName = after !== '' && before !== '' && after.split(' ').length < MOST_NAME_WORDS;
  return isName ? { what: tidied(before), who: `${name} ${after}` } : { what: tidied(`${before} ${after}`), who: name };
}

/** Without the comma that stood before or after what was taken out. */
function tidied(text: string): string {
  return text
    .trim()
    .replace(/^[,;:]+\s*/, '')
    .replace(/\s*[,;:]+$/, '');
}
