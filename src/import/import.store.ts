/** The store port for import and export. */
import type { Stamp } from '../stamp.ts';
import type { Book } from './book.ts';
import type { Change } from './change.ts';
import type { ChatChange, ChatColumn } from './chat-changes.ts';

export interface ImportStore {
  /** Everything the sheets can hold, as it is stored now. */
  snapshot(): Promise<Book>;
  /** Every change of a goal by a person that no import wrote over since, oldest first. */
  chatChanges(): Promise<readonly ChatChange[]>;
  /** The columns of schools, staff and leerteams that people changed in chat and no import wrote over since, oldest first. */
  chatColumns(): Promise<readonly ChatColumn[]>;
  /** Those of these addresses whose owner was removed: no row may name them. */
  removedAmong(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  /** Carries out all changes in one atomic act, or none: also when one of its people was removed meanwhile. `progress` is called now and then with how many are done. */
  apply(stamp: Stamp, changes: readonly Change[], progress?: (done: number) => void): Promise<void>;
}
