/** `controleer`: a backup of this week, and people who left long ago. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backup } from '../../db/schema.ts';
import { plainText, say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { checkup } from '../../src/checkup/checkup.ts';
import { keptProblems } from '../../src/checkup/kept-problems.ts';
import { buildSchool, type OpenStore, openStore } from '../support/store.ts';

const TODAY = localDate('2026-09-24');

let opened: OpenStore;
beforeEach(async () => {
  opened = await openStore();
});
afterEach(() => opened.close());

const found = async () =>
  (await keptProblems(opened.store, TODAY, say('nl'))).map(({ what, mend }) => [plainText(what), mend !== null]);

test.each([
  { at: [], says: 'Er is nog nooit een back-up gemaakt.', isProblem: true },
  { at: ['2026-09-24T06:00:00Z'], says: 'De laatste back-up is van 24 september.', isProblem: false },
  { at: ['2026-09-17T06:00:00Z'], says: 'De laatste back-up is van 17 september.', isProblem: false },
  {
    at: ['2026-09-16T06:00:00Z', '2026-09-01T06:00:00Z'],
    says: 'De laatste back-up is van 16 september, meer dan een week geleden.',
    isProblem: true,
  },
])('backups $at: $says', async ({ at, says, isProblem }) => {
  for (const [index, instant] of at.entries()) {
    const row = { file: `/back-up-${index}`, at: Date.parse(instant) };
    await opened.database.change((orm) => orm.insert(backup).values(row).run());
  }
  expect(await found()).toEqual([[says, isProblem]]);
});

test('who left every school more than two years ago', async () => {
  await buildSchool(opened, {
    staff: [
      { name: 'Marieke', roles: ['directeur'] },
      { name: 'Nadia', until: localDate('2024-09-23') },
      { name: 'Nico', until: localDate('2024-09-24') },
      { name: 'Sanne', until: localDate('2022-07-31') },
    ],
  });
  await buildSchool(opened, { school: { school: 'De Wilg' }, staff: [{ name: 'Sanne' }] });
  expect((await found()).slice(1)).toEqual([
    ['1 persoon is langer dan twee jaar weg: Nadia (nadia@example.org).', true],
  ]);
  const lines = await checkup(opened.store, TODAY, say('nl'));
  expect(lines).toContainEqual(expect.stringMatching(/^▲ 1 persoon .* Zo los je het op: overweeg leerteam wis/));
});

test('of many only the first are named', async () => {
  const staff = Array.from({ length: 12 }, (_, index) => ({
    name: `Leerkracht ${index + 1}`,
    until: localDate('2022-07-31'),
  }));
  await buildSchool(opened, { staff });
  const [, [line]] = (await found()) as [unknown, [string, boolean]];
  expect(line).toMatch(/^12 mensen zijn .*: Leerkracht 1 .*Leerkracht 10 \([^)]*\), …\.$/);
});
