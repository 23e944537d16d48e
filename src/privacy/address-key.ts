/** What `leerteam sleutel` says: whether those who were removed can be recognised, and what to do when not. */
import type { Say } from '../bot/text.ts';

export type KeyState =
  /** Nobody was removed yet. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'fits'; readonly key: string }
  /** `count`: addresses that nobody can recognise without it. */
  | { readonly outcome: 'gone'; readonly key: string; readonly count: number };

export type NewKey = {
  readonly key: string;
  /** Where a key that did not belong to this database is now. */
  readonly aside: string | null;
  readonly count: number;
};

export function keyLine(state: KeyState, say: Say): string {
  switch (state.outcome) {
    case 'none':
      return say.plain('key.none');
    case 'fits':
      return say.plain('key.fits', { key: state.key });
    case 'gone':
      return say.plain('key.gone', { key: state.key, count: state.count });
  }
}

export function newKeyLines({ key, aside, count }: NewKey, say: Say): readonly string[] {
  return [
    say.plain('key.new', { key }),
    ...(aside === null ? [] : [say.plain('key.aside', { aside })]),
    say.plain('key.lost', { count }),
  ];
}
