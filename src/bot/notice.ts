/** Short ways to build notices. */
import type { Button, Notice, Part, RichText } from './reply.ts';

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
