/** A long notice as several messages: a question stays with its buttons, and a heading with what it is about. */

import { pieces } from './cut-text.ts';
import type { Notice, Part, RichText } from './reply.ts';
import { type PartLimits, smallParts } from './small-parts.ts';
import { plainText } from './text.ts';

/** What is never divided: the title, or one part that is small enough (see `small-parts.ts`). */
export type SmallPart = Part | { readonly kind: 'title'; readonly text: RichText };

/** Everything the notice says, in order. */
export function smallPartsOf({ title, parts }: Notice, limits: PartLimits): readonly SmallPart[] {
  const titles = title ? pieces(title, limits.length) : [];
  return [
    ...titles.map((text) => ({ kind: 'title', text }) as const),
    ...parts.flatMap((part) => smallParts(part, limits)),
  ];
}

/** `[Klaar]` below one action and below another: for who hears them, what stands above buttons that return. */
export function questionAbove(parts: readonly SmallPart[], at: number): string {
  const [part, above] = [parts[at]!, parts[at - 1]];
  if (part.kind !== 'buttons' || above?.kind !== 'text') return '';
  const others = parts.flatMap((other) => (other !== part && other.kind === 'buttons' ? other.buttons : []));
  const returns = part.buttons.some(({ label }) => others.some((other) => other.label === label));
  return returns ? plainText(above.text) : '';
}

/** Each group is a message; `fits` tells whether these fit in one. What does not fit by itself is alone. */
export function divided<Shown extends { readonly part: SmallPart }>(
  all: readonly Shown[],
  fits: (some: readonly Shown[]) => boolean,
): readonly (readonly Shown[])[] {
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
