/** What the page's own requests can do wrong; each has a sentence in `page-texts.ts`. */

const PAGE_ERRORS = {
  /** Not from this machine, or from another site than the page itself. */
  'not-here': 403,
  'no-such-page': 404,
  'unknown-person': 404,
  'unknown-channel': 404,
  'wrong-method': 405,
  'too-large': 413,
  'not-json': 415,
  'bad-json': 400,
  'bad-input': 400,
  'not-a-moment': 400,
  'clock-backwards': 400,
  'clock-too-far': 400,
  fault: 500,
} as const satisfies Readonly<Record<string, number>>;

export type PageErrorCode = keyof typeof PAGE_ERRORS;

/** A request that is refused; nothing was changed. */
export class PageError extends Error {
  readonly code: PageErrorCode;
  /** HTTP status. */
  readonly status: number;

  constructor(code: PageErrorCode) {
    super(code);
    this.name = 'PageError';
    this.code = code;
    this.status = PAGE_ERRORS[code];
  }
}
