/** In a large school with much to do, its longest forms and lists are still what Teams takes, and nobody's name is cut in them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formCard, teamsMessages } from '../../../adapters/teams/render.ts';
import type { Reply } from '../../../src/bot/reply.ts';
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
  expect(JSON.stringify(cards.map(({ body }) => body))).not.toMatch(/Verzinnen…|van…|toetsen…/);
});
