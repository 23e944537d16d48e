/** Pieces of a line put together: `op pad · 13% → 22% · update van 27 oktober`. */
import type { RichText } from './reply.ts';

/** The pieces that are not empty, with the separator between them. */
export function joinText(pieces: readonly RichText[], separator = ' · '): RichText {
  return pieces
    .filter((piece) => piece.length > 0)
    .flatMap((piece, index) => (index === 0 ? piece : [{ text: separator }, ...piece]));
}

/** Somebody's sentence between quotes. */
export function quoted(sentence: string): RichText {
  return [{ text: `"${sentence}"` }];
}
