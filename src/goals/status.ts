/** `op koers`, `aandacht`, `achter`: how a goal goes, shown as a symbol and a word together, and read as people type it. */
import { distance } from 'fastest-levenshtein';
import { plainWords } from '../bot/plain-words.ts';
import type { RowState } from '../bot/reply.ts';
import type { Say, TextKey } from '../bot/text.ts';
import type { Token } from '../bot/tokens.ts';
import type { CheckInStatus, GoalStatus } from './goal.ts';

type Look = { readonly symbol: string; readonly tone: RowState['tone']; readonly word: TextKey };

const LOOKS = {
  'op koers': { symbol: '●', tone: 'good', word: 'status.on-track' },
  'aandacht nodig': { symbol: '▲', tone: 'attention', word: 'status.attention' },
  'loopt achter': { symbol: '■', tone: 'bad', word: 'status.behind' },
  'nog geen meting': { symbol: '○', tone: 'neutral', word: 'status.unmeasured' },
  gepauzeerd: { symbol: '‖', tone: 'neutral', word: 'status.paused' },
  behaald: { symbol: '✓', tone: 'good', word: 'status.achieved' },
  gestopt: { symbol: '✕', tone: 'neutral', word: 'status.stopped' },
  concept: { symbol: '○', tone: 'neutral', word: 'status.draft' },
} as const satisfies Record<GoalStatus, Look>;

/** The status as a row shows it. */
export function stateOf(status: GoalStatus, say: Say): RowState {
  const { symbol, tone, word } = LOOKS[status];
  return { symbol, tone, word: say.plain(word) };
}

/** The same in one line: `● op koers`. */
export function statusWords(status: GoalStatus, say: Say): string {
  const { symbol, word } = stateOf(status, say);
  return `${symbol} ${word}`;
}

const SPELLINGS: Readonly<Record<CheckInStatus, readonly string[]>> = {
  'op koers': ['op koers', 'opkoers', 'koers', 'on track', 'ontrack'],
  'aandacht nodig': ['aandacht nodig', 'heeft aandacht nodig', 'aandacht', 'needs attention', 'attention'],
  'loopt achter': ['loopt achter', 'achter', 'behind', 'is behind', 'falling behind'],
};

const BY_SPELLING: ReadonlyMap<string, CheckInStatus> = new Map(
  Object.entries(SPELLINGS).flatMap(([status, spellings]) =>
    spellings.map((spelling) => [spelling, status as CheckInStatus] as const),
  ),
);
const MOST_WORDS = 3;

/** Reads one status, also with a small typing error; null when it is none. */
export function readStatus(text: string): CheckInStatus | null {
  return exact(text) ?? near(text);
}

export type StatusAt = { readonly status: CheckInStatus; readonly length: number };

/** The status that begins at this token and how many tokens it takes, longest first; quoted text is never a status. */
export function statusAt(line: readonly Token[], at: number, reading: 'exact' | 'near'): StatusAt | null {
  for (let length = Math.min(MOST_WORDS, line.length - at); length > 0; length--) {
    const words = line.slice(at, at + length);
    if (words.some((word) => word.quoted)) continue;
    const text = words.map((word) => word.text).join(' ');
    const status = exact(text) ?? (reading === 'near' ? near(text) : null);
    if (status) return { status, length };
  }
  return null;
}

function exact(text: string): CheckInStatus | null {
  return BY_SPELLING.get(plainWords(text)) ?? null;
}

/** One letter off in words from five letters, two from nine. */
function near(text: string): CheckInStatus | null {
  const typed = plainWords(text);
  if (typed.length > 30) return null;
  for (const [spelling, status] of BY_SPELLING) {
    const allowed = spelling.length >= 9 ? 2 : spelling.length >= 5 ? 1 : 0;
    if (distance(typed, spelling) <= allowed) return status;
  }
  return null;
}
