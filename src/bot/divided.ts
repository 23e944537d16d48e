/** A long notice as several messages: a question stays with its buttons, and a heading with what it is about. */

import { pieces } from './cut-text.ts';
import type { Notice, Part, RichText } from './reply.ts';
import { type PartLimits, smallParts } from './small-parts.ts';
import { plainText } from './text.ts';

/** What is never divided: the title, or one part that is small enough (see `small-parts.ts`). */
export type SmallPart = Part | { readonly kind: 'title'; readonly text: RichText };

/** `begins` tells where a part of the notice begins, and not goes on. */
export type Piece = { readonly part: SmallPart; readonly begins: boolean };

/** Everything the notice says, in order. */
export function piecesOf({ title, parts }: Notice, limits: PartLimits): readonly Piece[] {
  const titles = pieces(title ?? [], limits.length).map((text): SmallPart => ({ kind: 'title', text }));
  const all = [...(title ? [titles] : []), ...parts.map((part) => smallParts(part, limits))];
  return all.flatMap((some) => some.map((part, at) => ({ part, begins: at === 0 })));
}

/** `[Klaar]` below one action and below another: for who hears them, what stands above buttons that return. */
export function questionAbove(all: readonly Piece[], at: number): string {
  const [part, above] = [all[at]!.part, all[at - 1]?.part];
  if (part.kind !== 'buttons' || above?.kind !== 'text') return '';
  const others = all.flatMap(({ part: other }) => (other !== part && other.kind === 'buttons' ? other.buttons : []));
  const returns = part.buttons.some(({ label }) => others.some((other) => other.label === label));
  return returns ? plainText(above.text) : '';
}

/** Each group is a message; `fits` tells whether these fit in one, as any part of what fits does. What does not fit by itself is alone. */
export function divided<Shown extends { readonly part: SmallPart }>(
  all: readonly Shown[],
  fits: (some: readonly Shown[]) => boolean,
): readonly (readonly Shown[])[] {
  // Nearly all of them: what fits is measured once.
  if (all.length > 0 && fits(all)) return [all];
  const messages: Shown[][] = [];
  const add = (some: readonly Shown[]) => {
    const last = messages.at(-1);
    if (last && fits([...last, ...some])) last.push(...some);
    else if (some.length === 1 || fits(some)) messages.push([...some]);
    else for (const one of some) add([one]);
  };
  for (const some of inseparable(all)) add(some);
  return messages;
}

/** The part of a notice that one message shows. */
export function saidBy(notice: Notice, shown: readonly { readonly part: SmallPart }[]): Notice {
  const titles = shown.flatMap(({ part }) => (part.kind === 'title' ? part.text : []));
  return {
    ...notice,
    title: titles.length > 0 ? titles : null,
    parts: shown.flatMap(({ part }) => (part.kind === 'title' ? [] : [part])),
  };
}

export function leadsToNext({ part }: { readonly part: SmallPart }): boolean {
  return part.kind === 'title' || part.kind === 'heading';
}

/** Groups that a reader wants to see together. */
function inseparable<Shown extends { readonly part: SmallPart }>(all: readonly Shown[]): readonly (readonly Shown[])[] {
  const groups: Shown[][] = [];
  for (const one of all) {
    const last = groups.at(-1);
    const isTogether = last && (leadsToNext(last.at(-1)!) || belongsToPrevious(one));
    if (isTogether) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function belongsToPrevious({ part }: { readonly part: SmallPart }): boolean {
  return part.kind === 'buttons' || part.kind === 'small';
}
