/** What `wis` did, in lines for whoever has the machine: without the name or the address, which are gone. */
import type { Say, TextKey } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { type AtStake, atStakeLines } from './at-stake.ts';

type After<Key, Start extends string> = Key extends `${Start}${infer Rest}` ? Rest : never;

/** Where a human should look: what it is, of which school, and its number or its leerteam and day. */
export type TextPlace = {
  readonly what: After<TextKey, 'removal.place.'>;
  readonly school: string;
  readonly number: string;
};

export type Erased = {
  /** `before`: was removed already. */
  readonly outcome: 'now' | 'before';
  /** What they were; null: was removed before. */
  readonly stake: AtStake | null;
  /** Schools where work of theirs still needs another owner. */
  readonly handOver: readonly string[];
  /** Backups that were made before, oldest first; those may still hold the person. */
  readonly backups: readonly { readonly file: string; readonly at: Date; readonly isThere: boolean }[];
  /** Texts that may hold first name, last name or address. */
  readonly places: readonly TextPlace[];
};

export function erasedLines(
  { outcome, stake, handOver, backups, places }: Erased,
  say: Say,
  today: LocalDate,
): readonly string[] {
  return [
    say.plain(`removal.done-${outcome}`),
    ...(stake === null ? [] : atStakeLines(stake, say, 'removal.was')),
    ...handOver.map((school) => say.plain('removal.hand-over', { school })),
    ...(backups.length > 0 ? [say.plain('removal.backups', { count: backups.length })] : []),
    ...backups.map(({ file, at, isThere }) => {
      const date = say.dayMonth(localDateOf(at), today);
      return say.plain(isThere ? 'removal.backup' : 'removal.backup-gone', { file, date });
    }),
    ...placeLines(places, say),
  ];
}

export function placeLines(places: readonly TextPlace[], say: Say): readonly string[] {
  if (places.length === 0) return [];
  return [
    say.plain('removal.places', { count: places.length }),
    ...places.map(({ what, school, number }) =>
      say.plain('removal.place-line', { what: say.plain(`removal.place.${what}`), number, school }),
    ),
  ];
}
