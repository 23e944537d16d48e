/** What a form brings back besides its fields: where it was asked, and what it says when it is sent. Slack's `private_metadata`. */
import { PRIVATE_METADATA } from '../control.ts';

/** Room for what the form says; `control.ts` keeps the rest. */
export const FORM_CONTROL = 2_500;
/** Room for where it was asked; one goes to the line break. */
export const ORIGIN_LENGTH = PRIVATE_METADATA - FORM_CONTROL - 1;

/** `origin` has no line break and at most `ORIGIN_LENGTH` characters; `control` is what `pack` made, null when nothing can be sent. */
export function writeMetadata(origin: string, control: string | null): string {
  if (origin.length > ORIGIN_LENGTH || origin.includes('\n')) throw new Error('where a form was asked does not fit');
  return control === null ? origin : `${origin}\n${control}`;
}

/** Reads it back; `control` is for `unpack`. */
export function readMetadata(privateMetadata: string): { readonly origin: string; readonly control: string | null } {
  const end = privateMetadata.indexOf('\n');
  if (end < 0) return { origin: privateMetadata, control: null };
  return { origin: privateMetadata.slice(0, end), control: privateMetadata.slice(end + 1) };
}
