/** A long list or text becomes several parts that each fit in a message of their own; together they say the same. */
import { lengthOf, pieces } from './cut-text.ts';
import type { Button, Part, RichText, Row } from './reply.ts';
import { factText, rowLength, rowText } from './shown-text.ts';

/** Of one part: the most characters, the most buttons beside each other, and the most rows or facts. */
export type PartLimits = { readonly length: number; readonly buttons: number; readonly rows: number };

export function smallParts(part: Part, limits: PartLimits): readonly Part[] {
  switch (part.kind) {
    case 'text':
    case 'heading':
    case 'small':
      return pieces(part.text, limits.length).map((text) => ({ ...part, text }));
    case 'facts':
      return smallFacts(part.facts, limits);
    case 'list':
      return [...smallLists(part.rows, limits), ...smallButtons(part.more ? [part.more] : [], limits)];
    case 'progress':
    case 'chart':
    case 'file': {
      const [sentence = [], ...rest] = pieces(part.sentence, limits.length);
      return [{ ...part, sentence }, ...texts(rest)];
    }
    case 'buttons':
      return smallButtons(part.buttons, limits);
  }
}

function texts(all: readonly RichText[]): readonly Part[] {
  return all.map((text) => ({ kind: 'text', text }));
}

function smallFacts(facts: Extract<Part, { kind: 'facts' }>['facts'], limits: PartLimits): readonly Part[] {
  return gathered(facts, (fact) => lengthOf(factText(fact)), limits.length, limits.rows).flatMap(
    (some): readonly Part[] => {
      const [only, ...more] = some;
      const isTooLong = more.length === 0 && lengthOf(factText(only!)) > limits.length;
      return isTooLong ? texts(pieces(factText(only!), limits.length)) : [{ kind: 'facts', facts: some }];
    },
  );
}

/** Rows without buttons stay together as far as they fit; a row with buttons is a part of its own. */
function smallLists(rows: readonly Row[], limits: PartLimits): readonly Part[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && !hasButtons(row) && !hasButtons(last[0]!)) last.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) =>
    gathered(run, rowLength, limits.length, limits.rows).flatMap((some) => smallList(some, limits)),
  );
}

function smallList(rows: readonly Row[], limits: PartLimits): readonly Part[] {
  const [row, ...more] = rows;
  if (more.length > 0) return [{ kind: 'list', rows }];
  const [own = [], ...rest] = gatheredButtons(row!.buttons ?? [], limits);
  if (rowLength(row!) > limits.length) {
    return [...texts(pieces(rowText(row!), limits.length)), ...smallButtons(row!.buttons ?? [], limits)];
  }
  return [{ kind: 'list', rows: [{ ...row!, buttons: own }] }, ...rest.flatMap((some) => smallButtons(some, limits))];
}

function smallButtons(buttons: readonly Button[], limits: PartLimits): readonly Part[] {
  return gatheredButtons(buttons, limits).map((some) => ({ kind: 'buttons', buttons: some }));
}

/** Evenly, so that no button stands alone in the last row. */
function gatheredButtons(buttons: readonly Button[], limits: PartLimits): readonly (readonly Button[])[] {
  const most = Math.ceil(buttons.length / Math.ceil(buttons.length / limits.buttons));
  return gathered(buttons, ({ label }) => label.length, limits.length, most);
}

function hasButtons({ buttons = [] }: Row): boolean {
  return buttons.length > 0;
}

/** In groups that are at most `length` long together, and have at most `most` things; what is too long by itself is alone. */
function gathered<Thing>(
  things: readonly Thing[],
  lengthOfThing: (thing: Thing) => number,
  length: number,
  most: number,
): readonly (readonly Thing[])[] {
  const groups: Thing[][] = [];
  let room = 0;
  for (const thing of things) {
    const needed = lengthOfThing(thing) + SEPARATOR_LENGTH;
    const last = groups.at(-1);
    if (last && needed <= room && last.length < most) {
      last.push(thing);
      room -= needed;
    } else {
      groups.push([thing]);
      room = length - needed;
    }
  }
  return groups;
}

const SEPARATOR_LENGTH = '\n\n'.length;
