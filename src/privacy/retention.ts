/** How long each kind of record is kept (PRODUCT 8). */

/** In years. `pop` and `absence` count from the end of the school year in which it was, the others from the day of the record. */
export type RetentionTerms = {
  readonly pop: number;
  readonly absence: number;
  readonly minutes: number;
  readonly updates: number;
  readonly audit: number;
  /** What was sent: references, keys of controls; never a text. */
  readonly messages: number;
};
export type RetentionKind = keyof RetentionTerms;

export const USUAL_TERMS: RetentionTerms = { pop: 1, absence: 0, minutes: 4, updates: 4, audit: 2, messages: 1 };
export const RETENTION_KINDS = Object.keys(USUAL_TERMS) as readonly RetentionKind[];
