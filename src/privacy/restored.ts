/** What `herstel` did, in lines for whoever has the machine. */
import type { Say } from '../bot/text.ts';
import { placeLines, type TextPlace } from './erased.ts';

export type Restored = {
  /** What was put back. */
  readonly source: string;
  /** Where the database of before is now; null: there was none. */
  readonly aside: string | null;
  /** Was the database of before too damaged to know whom it had removed and what it had sent? */
  readonly isUnread: boolean;
  /** How many people of the backup were removed since, and so again. */
  readonly removed: number;
  /** Texts of the backup that may hold their names. */
  readonly places: readonly TextPlace[];
  /** The file that is needed to recognise who was removed, when it is not there. */
  readonly missingKey: string | null;
};

export function restoredLines(
  { source, aside, isUnread, removed, places, missingKey }: Restored,
  say: Say,
): readonly string[] {
  return [
    say.plain('restored.done', { source }),
    // Only the database of before knows who was removed since.
    ...(aside === null ? [say.plain('restored.alone')] : [say.plain('restored.aside', { aside })]),
    ...(removed > 0 ? [say.plain('restored.removed', { count: removed })] : []),
    ...placeLines(places, say),
    ...(isUnread ? [say.plain('restored.unread')] : []),
    ...(missingKey === null ? [] : [say.plain('restored.no-key', { key: missingKey })]),
  ];
}
