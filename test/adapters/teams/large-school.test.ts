/** In a large school with much to do, its longest forms and lists are still what Teams takes, and nobody's name is cut in them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formCard, teamsMessages } from '../../../adapters/teams/render.ts';
import type { Field, Reply } from '../../../src/bot/reply.ts';
import { gallery } from '../../support/gallery.ts';
import { LONGEST, openLargeSchool } from '../../support/large-school.ts';
import type { Talk } from '../../support/talk.ts';
import { checkCard } from '../../support/teams/check-card.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await openLargeSchool();
});
afterAll(() => talk.opened.close());

function cardsOf(reply: Reply) {
  if (reply.kind === 'form') return [formCard(reply, 'nl').card];
  return teamsMessages(reply.kind === 'replace' ? reply.notice : reply, 'nl').map(({ card }) => card);
}

test.each(LONGEST)('%s gets a %s: %s', async (name, kind, line) => {
  await talk.says(name, line);
  const cards = cardsOf(talk.last!);
  expect([talk.last!.kind, cards.flatMap((card) => checkCard(card))]).toEqual([kind, []]);
  expect(JSON.stringify(cards.map(({ body }) => body))).not.toContain('Wilhelmina-Ge…');
});

test('names that are too long together can still be told apart', () => {
  const options = Array.from({ length: 125 }, (_, at) => ({
    value: `id:${at}`,
    label: `${'Lange naam '.repeat(8)}${at}`,
  }));
  const fields = Array.from({ length: 6 }, (_, at): Field => {
    return { kind: 'choice', name: `wie${at}`, label: 'Wie', required: true, options };
  });
  const { card } = formCard({ ...gallery.form, fields }, 'nl');
  expect(checkCard(card)).toEqual([]);
  const [{ choices }] = card.body.filter(({ type }) => type === 'Input.ChoiceSet') as unknown as [
    { readonly choices: readonly { readonly title: string }[] },
  ];
  expect(new Set(choices.map(({ title }) => title)).size).toBe(125);
});
