/** Which command is meant by a typed line. A word is a subcommand only when what follows fits it (PRODUCT 5). */
import { distance } from 'fastest-levenshtein';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Command } from './command.ts';
import { plainWords } from './plain-words.ts';
import type { Intent } from './reply.ts';
import type { Token } from './tokens.ts';

export type Match =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** `nearest` is a whole line that would work, with its slash; null when nothing is near. `begun`: the command whose words were typed. */
  | { readonly kind: 'none'; readonly nearest: string | null; readonly begun: Begun | null };

export type Begun = Pick<Command, 'example' | 'unfit'>;

export class Registry {
  readonly commands: readonly Command[];
  readonly #byIntent: ReadonlyMap<string, Command>;
  /** From the first word to the spellings that begin with it, longest first. */
  readonly #byHead: ReadonlyMap<string, readonly Spelling[]>;
  /** By whole lines, without their slash. */
  readonly #bySaying: ReadonlyMap<string, Command>;

  constructor(commands: readonly Command[]) {
    this.commands = commands;
    this.#byIntent = new Map(commands.map((command) => [command.intent, command]));
    if (this.#byIntent.size !== commands.length) throw new Error('two commands have the same intent');
    const heads = new Map<string, Spelling[]>();
    for (const command of commands) {
      for (const spelling of command.words) {
        const words = spelling.split(' ');
        heads.set(words[0]!, [...(heads.get(words[0]!) ?? []), { words, command }]);
      }
    }
    for (const list of heads.values()) list.sort((a, b) => b.words.length - a.words.length);
    this.#byHead = heads;
    this.#bySaying = new Map(commands.flatMap((command) => (command.sayings ?? []).map((line) => [line, command])));
  }

  byIntent(name: string): Command | null {
    return this.#byIntent.get(name) ?? null;
  }

  /** First words, as platforms register them (`doel`, `hulp`). */
  heads(): readonly string[] {
    return [...this.#byHead.keys()];
  }

  /** What the typed line means. Pure. */
  match(line: readonly Token[], today: LocalDate): Match {
    const words = line.map((token) => (token.quoted ? '' : asWord(token.text)));
    const head = words[0]?.replace(/^\//, '') ?? '';
    const spellings = this.#byHead.get(head);
    if (!spellings) {
      const said = this.#bySaying.get(plainWords([head, ...words.slice(1)].join(' ')));
      if (said) return { kind: 'intent', intent: { name: said.intent, args: {} } };
      return { kind: 'none', nearest: this.#nearestLine(head, line, today), begun: null };
    }
    const begun = spellings.filter(({ words: spelled }) => spelled.every((word, at) => at === 0 || words[at] === word));
    for (const { words: spelled, command } of begun) {
      const isDefault = spelled.length === 1;
      const near = isDefault ? nearestSubcommand(line, words, spellings, today) : null;
      if (near) return { kind: 'none', nearest: near, begun: null };
      const args = command.parse(line.slice(spelled.length), today);
      if (args) return { kind: 'intent', intent: { name: command.intent, args } };
    }
    return { kind: 'none', nearest: null, begun: (begun[0] ?? spellings.at(-1)!).command };
  }

  /** Without a slash people also just talk ("hoe gaat het"): then what follows must be a subcommand, or nothing. */
  #nearestLine(head: string, line: readonly Token[], today: LocalDate): string | null {
    const [near] = this.heads()
      .filter((word) => isSlip(head, word))
      .sort((a, b) => distance(head, a) - distance(head, b));
    if (near === undefined) return this.#hyphenated(head, line, today);
    const rest = line.slice(1);
    const meant = this.match([{ text: near, quoted: false }, ...rest], today);
    if (meant.kind === 'none') return meant.nearest;
    const isCommand = line[0]!.text.startsWith('/') || rest.length === 0 || this.#isSubcommand(near, rest[0]!);
    return isCommand ? `/${[near, ...rest.map(asTyped)].join(' ')}` : null;
  }

  /** `doel-status` is nearly `doel status`; of the others a hyphen is theirs. */
  #hyphenated(head: string, line: readonly Token[], today: LocalDate): string | null {
    const [first, ...behind] = head.split(/[-_]/).map((text): Token => ({ text, quoted: false }));
    if (behind.length === 0 || !this.#byHead.has(first!.text) || !this.#isSubcommand(first!.text, behind[0]!))
      return null;
    const spaced = [first!, ...behind, ...line.slice(1)];
    return this.match(spaced, today).kind === 'intent' ? `/${spaced.map(asTyped).join(' ')}` : null;
  }

  #isSubcommand(head: string, { text, quoted }: Token): boolean {
    return !quoted && this.#byHead.get(head)!.some(({ words }) => words[1] === asWord(text));
  }
}

/** With which chats write bold, italic and code. */
const MARKS = '*_`';
const STOPS = '.,!?';

type Spelling = { readonly words: readonly string[]; readonly command: Command };

/** A mistyped subcommand, but only when what follows would fit it: `/doel stauts` may be `/doel status`. */
function nearestSubcommand(
  line: readonly Token[],
  words: readonly string[],
  spellings: readonly Spelling[],
  today: LocalDate,
): string | null {
  const typed = words[1];
  if (!typed || typed.length < 3) return null;
  const fitting = spellings.filter(
    ({ words: spelled, command }) =>
      spelled.length === 2 && spelled[1] !== typed && command.parse(line.slice(2), today) !== null,
  );
  return nearest(
    typed,
    fitting.map(({ words: spelled }) => spelled[1]!),
    (word) => {
      return [`/${words[0]!.replace(/^\//, '')}`, word, ...line.slice(2).map(asTyped)].join(' ');
    },
  );
}

/** `Hulp!` is `hulp`, and so is `**hulp**`. Marks alone are a word. */
function asWord(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && MARKS.includes(text[from]!)) from++;
  while (to > from && (MARKS + STOPS).includes(text[to - 1]!)) to--;
  return (text.slice(from, to) || text).toLowerCase();
}

function asTyped(token: Token): string {
  return token.quoted ? `"${token.text}"` : token.text;
}

/** The nearest of the words when it is near enough: two letters off at most (a swap is two), one in words of three. */
function nearest(typed: string, among: readonly string[], show: (word: string) => string): string | null {
  const allowed = typed.length < 4 ? 1 : 2;
  const ranked = among
    .map((word) => ({ word, away: distance(typed, word) }))
    .filter(({ away, word }) => away <= allowed && away < word.length)
    .sort((a, b) => a.away - b.away);
  return ranked[0] ? show(ranked[0].word) : null;
}

/** One letter wrong, missing, too many or swapped with the next; in words of seven letters and more two. Short words are too much alike. */
function isSlip(typed: string, word: string): boolean {
  const longest = Math.max(typed.length, word.length);
  if (longest < 4) return false;
  return distance(typed, word) <= (longest < 7 ? 1 : 2) || isSwapped(typed, word) || isPlural(typed, word);
}

/** `doelen`, `agenda's`. */
function isPlural(typed: string, word: string): boolean {
  return ['en', 's', "'s", '’s'].some((ending) => typed === word + ending);
}

function isSwapped(typed: string, word: string): boolean {
  const at = [...word].findIndex((letter, place) => letter !== typed[place]);
  return `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}` === word;
}
