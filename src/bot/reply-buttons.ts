/** The buttons of a reply, and what is left of a mistake above the form that led to it. */
import type { Button, Notice } from './reply.ts';

/** All of them, in the order in which they are shown. */
export function buttonsIn({ parts }: Pick<Notice, 'parts'>): readonly Button[] {
  return parts.flatMap((part) => {
    if (part.kind === 'buttons') return part.buttons;
    if (part.kind !== 'list') return [];
    return [...part.rows.flatMap((row) => row.buttons ?? []), ...(part.more ? [part.more] : [])];
  });
}

/**
 * For a mistake that a form led to, where that form still stands: the mistake as it comes above it, without buttons that would only open it
 * again. Null when it has others: they say what was filled in when it was sent, so what is changed below them would be lost without a word.
 * Then it must take the place of the form.
 */
export function aboveForm(mistake: Notice): Notice | null {
  if (!buttonsIn(mistake).every(({ reopens }) => reopens)) return null;
  return { ...mistake, parts: mistake.parts.filter(({ kind }) => kind !== 'buttons') };
}
