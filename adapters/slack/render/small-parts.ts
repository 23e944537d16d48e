/** A long list or text becomes several parts that each fit in a message of their own; together they say the same. */
import type { Button, Part, RichText, Row } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';
import { BLOCK_BUTTONS, PIECE_LENGTH } from './blocks.ts';
import { factText, rowText, withTitles } from './part-blocks.ts';
import { pieces } from './text.ts';

export function smallParts(part: Part): readonly Part[] {
  switch (part.kind) {
    case 'text':
    case 'heading':
    case 'small':
      return pieces(part.text, PIECE_LENGTH).map((text) => ({ ...part, text }));
    case 'facts':
      return smallFacts(part.facts);
    case 'list':
      return [...smallLists(withTitles(part.rows)), ...smallButtons(part.more ? [part.more] : [])];
    case 'progress':
    case 'chart':
    case 'file': {
      const [sentence = [], ...rest] = pieces(part.sentence, PIECE_LENGTH);
      return [{ ...part, sentence }, ...texts(rest)];
    }
    case 'buttons':
      return smallButtons(part.buttons);
  }
}

function texts(all: readonly RichText[]): readonly Part[] {
  return all.map((text) => ({ kind: 'text', text }));
}

function smallFacts(facts: Extract<Part, { kind: 'facts' }>['facts']): readonly Part[] {
  return gathered(facts, (fact) => lengthOf(factText(fact))).flatMap((some): readonly Part[] => {
    const [only, ...more] = some;
    const isTooLong = more.length === 0 && lengthOf(factText(only!)) > PIECE_LENGTH;
    return isTooLong ? texts(pieces(factText(only!), PIECE_LENGTH)) : [{ kind: 'facts', facts: some }];
  });
}

/** Rows without buttons stay together as far as they fit; a row with buttons is a part of its own. */
function smallLists(rows: readonly Row[]): readonly Part[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && !hasButtons(row) && !hasButtons(last[0]!)) last.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => gathered(run, (row) => lengthOf(rowText(row))).flatMap(smallList));
}

function smallList(rows: readonly Row[]): readonly Part[] {
  const [row, ...more] = rows;
  if (more.length > 0) return [{ kind: 'list', rows }];
  const [own = [], ...rest] = gatheredButtons(row!.buttons ?? []);
  if (lengthOf(rowText(row!)) > PIECE_LENGTH) {
    return [...texts(pieces(rowText(row!), PIECE_LENGTH)), ...smallButtons(row!.buttons ?? [])];
  }
  return [{ kind: 'list', rows: [{ ...row!, buttons: own }] }, ...rest.flatMap(smallButtons)];
}

function smallButtons(buttons: readonly Button[]): readonly Part[] {
  return gatheredButtons(buttons).map((some) => ({ kind: 'buttons', buttons: some }));
}

function gatheredButtons(buttons: readonly Button[]): readonly (readonly Button[])[] {
  return gathered(buttons, ({ label }) => label.length, BLOCK_BUTTONS);
}

function hasButtons({ buttons = [] }: Row): boolean {
  return buttons.length > 0;
}

/** In groups that are at most `PIECE_LENGTH` long together, and have at most so many things; what is too long by itself is alone. */
function gathered<Thing>(
  things: readonly Thing[],
  length: (thing: Thing) => number,
  most = Number.POSITIVE_INFINITY,
): readonly (readonly Thing[])[] {
  const groups: Thing[][] = [];
  let room = 0;
  for (const thing of things) {
    const needed = length(thing) + SEPARATOR_LENGTH;
    const last = groups.at(-1);
    if (last && needed <= room && last.length < most) {
      last.push(thing);
      room -= needed;
    } else {
      groups.push([thing]);
      room = PIECE_LENGTH - needed;
    }
  }
  return groups;
}

const SEPARATOR_LENGTH = '\n\n'.length;

function lengthOf(text: RichText): number {
  return plainText(text).length;
}
