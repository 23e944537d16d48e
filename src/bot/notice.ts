/** Short ways to build notices. */
import type { Button, Notice, Part, RichText, Row } from './reply.ts';

/** An answer that only the person who asked sees. */
export function answer(title: RichText | null, parts: readonly Part[] = []): Notice {
  return { kind: 'notice', visibility: 'caller', title, parts };
}

export function textPart(text: RichText): Part {
  return { kind: 'text', text };
}

/** No part at all when there is no button. */
export function buttonsPart(buttons: readonly Button[]): readonly Part[] {
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

/** A heading with at most so many rows; nothing at all without a row. */
export function listPart(heading: RichText, rows: readonly Row[], most = rows.length): readonly Part[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', rows: rows.slice(0, most) },
  ];
}
