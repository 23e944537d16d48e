/** What goes wrong, in three kinds: shown to the person, told to the platform, or a fault with a reference number. */
import type { Part, RichText } from './reply.ts';

/** A mistake or a refusal that the person sees: what was not understood and the next step. It changes nothing. */
export class UserError extends Error {
  readonly text: RichText;
  /** Buttons or rows with what to do next. */
  readonly parts: readonly Part[];
  /** See `Notice`. */
  readonly aloud: RichText | null;

  constructor(text: RichText, parts: readonly Part[] = [], aloud: RichText | null = null) {
    super(text.map((span) => span.text).join(''));
    this.name = 'UserError';
    this.text = text;
    this.parts = parts;
    this.aloud = aloud;
  }
}

/** The control or message with this key was handled before. `subject` is what it made or changed (`goal:12`), or empty. */
export class AlreadyDone extends Error {
  readonly subject: string;

  constructor(subject: string) {
    super('already done');
    this.name = 'AlreadyDone';
    this.subject = subject;
  }
}

/** The row was changed since the form was made. */
export class Stale extends Error {
  constructor() {
    super('changed meanwhile');
    this.name = 'Stale';
  }
}
