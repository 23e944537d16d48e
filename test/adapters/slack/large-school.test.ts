/** A school of 130 people with much to do: its longest forms and lists are still what Slack takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slackForm, slackHome, slackMessages } from '../../../adapters/slack/render.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { localDate } from '../../../src/calendar/local-date.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';
import { REGENBUI, type StaffDraft } from '../../support/store.ts';
import { Talk } from '../../support/talk.ts';

const say = voice('nl');
const NAMES = Array.from({ length: 125 }, (_, at) => `Wilhelmina-Geertruida van Verzinnen ${at}`);

let talk: Talk;
beforeAll(async () => {
  const colleagues = NAMES.map((name, at): StaffDraft => ({ name, email: `collega${at}@example.org` }));
  const staff = REGENBUI.staff.map(
    (one): StaffDraft => (one.name === 'Nico' ? { ...one, until: localDate('2026-12-04') } : one),
  );
  const actions = Array.from({ length: 30 }, (_, at) => ({
    what: `toetsen ${at} nakijken en bespreken`,
    owner: 'Nico',
    due: localDate('2026-11-17'),
    team: 'Bovenbouw',
  }));
  ({ talk } = await Talk.open({ ...REGENBUI, staff: [...staff, ...colleagues], actions }));
  for (let point = 1; point <= 120; point++) await talk.says('Sanne', `/agenda punt ${'lezen '.repeat(20)}${point}`);
});
afterAll(() => talk.opened.close());

function problems(reply: Reply): readonly string[] {
  if (reply.kind === 'form') return checkView(slackForm(reply, 'C1', say));
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  return [
    ...slackMessages(notice).flatMap(({ blocks }) => checkBlocks(blocks, 'message')),
    ...checkView(slackHome(notice, say)),
  ];
}

test.each([
  ['Marieke', 'form', '/overdracht Nico'],
  ['Marieke', 'form', '/leerteam nieuw'],
  ['Marieke', 'notice', '/school mensen'],
  ['Nadia', 'form', '/agenda aanpassen'],
  ['Nadia', 'form', '/agenda verslag'],
  ['Nadia', 'form', '/leerteam lid erbij'],
  ['Nadia', 'notice', '/agenda'],
  ['Nadia', 'notice', '/actie team'],
  ['Nico', 'notice', '/actie'],
  ['Sanne', 'form', '/actie nieuw'],
] as const)('%s gets a %s: %s', async (name, kind, line) => {
  await talk.says(name, line);
  expect([talk.last!.kind, problems(talk.last!)]).toEqual([kind, []]);
});
