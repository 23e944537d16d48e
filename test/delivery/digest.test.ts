import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import { goalCheckIn } from '../../src/goals/check-in.nudge.ts';
import type { PersonId } from '../../src/people/person.ts';
import { buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { FakePlatform } from './fake-platform.ts';
import { at, DELIVERED } from './ticking-school.ts';

let opened: OpenStore;
let platform: FakePlatform;

beforeEach(async () => {
  opened = await openStore();
  platform = new FakePlatform();
});
afterEach(() => opened.close());

const tick = (now: string) =>
  strictTick({
    store: opened.store,
    platform,
    nudges: DELIVERED,
  }).tick(at(now));

test('a director who is asked about a goal that day: the summary is three lines and a button', async () => {
  const school = await buildSchool(opened, {
    school: { school: 'De Regenbui' },
    staff: [{ name: 'Marieke van Dam', roles: ['directeur'], workingDays: ['ma'] }],
    goals: [
      { title: 'Rijke teksten', owner: 'Marieke van Dam', criterion: 'In elke groep' },
      { title: 'Buiten leren', criterion: 'Elke groep', end: localDate('2026-10-30') },
    ],
  });
  await tick('2026-10-05T08:00:00+02:00');
  expect(platform.sent.map(({ text }) => text)).toMatchInlineSnapshot(`
    [
      "Goedemorgen Marieke · maandag 5 oktober
    Doel 1 Rijke teksten · Er is nog geen nieuwe update. Hoe staat het ermee?
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    De Regenbui · dit schooljaar tot nu toe · 0 op koers · 0 aandacht nodig · 0 lopen achter · 2 nog geen meting
    2 punten vragen aandacht.
    1 doel loopt binnenkort af.
    [Lees verder]
    [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]",
    ]
  `);
  const buttons = platform.sent[0]!.notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  expect(buttons.map(({ intent }) => intent)).toContainEqual({
    name: 'overzicht',
    args: { school: String(school.id), maand: '2026-09' },
  });
});

test('a summary that is the only point of the day is there in full', async () => {
  await buildSchool(opened);
  await tick('2026-10-01T08:00:00+02:00');
  const summaries = platform.sent.filter(({ text }) => text.includes('Goedemorgen Marieke'));
  expect(summaries.map(({ text }) => text.includes('Dit overzicht gaat over doelen, niet over personen.'))).toEqual([
    true,
  ]);
  expect(platform.sent.some(({ text }) => text.includes('Lees verder'))).toBe(false);
});

test('somebody at two schools gets one digest, of each school only on the own working days there', async () => {
  const draft = (name: string, workingDays: ('ma' | 'di')[]): SchoolDraft => ({
    school: { school: name },
    staff: [{ name: 'Sanne', workingDays }],
    goals: [{ title: `Doel van ${name}`, owner: 'Sanne' }],
  });
  await buildSchool(opened, draft('De Regenbui', ['ma', 'di']));
  await buildSchool(opened, draft('De Zonnebloem', ['ma']));
  await buildSchool(opened, draft('De Kastanje', ['di']));
  for (const day of ['21', '22', '23']) await tick(`2026-09-${day}T08:00:00+02:00`);
  const goals = platform.sent.map(({ at, text }) => {
    const names = [...text.matchAll(/Doel van De (\w+)/g)].map((match) => match[1]);
    return `${at.slice(0, 10)} ${names.join(' ')}`;
  });
  expect(goals).toEqual(['2026-09-21 Regenbui Zonnebloem', '2026-09-22 Kastanje']);
});

test('what was asked most often comes first, then the lower number', async () => {
  await buildSchool(opened, {
    staff: [{ name: 'Sanne' }],
    goals: [6, 4, ...Array.from({ length: 8 }, () => 6), 4].map((rhythm, index) => ({
      title: `Doel ${index + 1}`,
      owner: 'Sanne',
      rhythm: rhythm as 4 | 6,
    })),
  });
  // Week 6: due for rhythm 6, the last reminder for rhythm 4.
  await tick('2026-10-05T08:00:00+02:00');
  expect([...platform.sent[0]!.text.matchAll(/Doel (\d+) Doel/g)].map((match) => Number(match[1]))).toEqual([
    2, 11, 1, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test('in English for somebody who chose that', async () => {
  const school = await buildSchool(opened, {
    staff: [{ name: 'Sanne', language: 'en' }],
    goals: [{ title: 'Rijke teksten', owner: 'Sanne' }],
  });
  await opened.store.goals.checkIn(stamp(school.person('Sanne'), '2026-09-01T10:00:00Z'), {
    goalId: school.goal('Rijke teksten'),
    date: localDate('2026-09-01'),
    status: 'loopt achter',
    value: 3,
    sentence: '',
    success: false,
    replaces: null,
  });
  await tick('2026-09-21T08:00:00+02:00');
  expect(platform.sent[0]!.text).toMatchInlineSnapshot(`
    "Good morning Sanne · Monday 21 September
    Goal 1 Rijke teksten · How is it going? Last time: behind, 3.
    [● On track] [▲ Needs attention] [■ Behind] [With a value…]
    [Again tomorrow] [No more about this subject] [Settings]"
  `);
});

describe('whether somebody still has to be asked', () => {
  const NOW = at('2026-09-28T08:00:00+02:00');

  async function asks(name: string, change: (school: Awaited<ReturnType<typeof buildSchool>>) => Promise<unknown>) {
    const school = await buildSchool(opened);
    await change(school);
    const goalId = school.goal('Elke week rijke teksten');
    const receiver = (await opened.store.people.actorById(school.person(name), localDateOf(NOW)))!;
    const day = localDate('2026-09-28');
    const composed = await goalCheckIn.compose(
      {
        key: 'key',
        kind: 'doel-checkin',
        receiver: receiver.id,
        schoolId: school.id,
        subject: `goal:${goalId}`,
        step: 0,
        from: day,
        until: localDate('2026-10-04'),
        answeredFrom: localDate('2026-09-07'),
      },
      { store: opened.store, say: say('nl'), now: NOW, today: localDateOf(NOW), receiver },
    );
    return composed !== null;
  }
  type Built = Awaited<ReturnType<typeof buildSchool>>;
  const status = (to: 'gepauzeerd' | 'behaald' | 'gestopt') => (school: Built) =>
    opened.store.goals.setStatus(stamp(), school.goal('Elke week rijke teksten'), to, '');
  const give = (owner: (school: Built) => { kind: 'person'; personId: PersonId } | null) => async (school: Built) => {
    const goal = (await opened.store.goals.line(school.goal('Elke week rijke teksten')))!;
    await opened.store.goals.change(stamp(), goal.id, goal.version, { ...goal, owner: owner(school) });
  };
  const end = (day: string) => async (school: Built) => {
    const goal = (await opened.store.goals.line(school.goal('Elke week rijke teksten')))!;
    await opened.store.goals.change(stamp(), goal.id, goal.version, { ...goal, end: localDate(day) });
  };
  const nothing = async () => {};

  test.each([
    ['the chair', 'Nadia', nothing, true],
    ['the deputy, while the chair works here', 'Nico', nothing, false],
    ['a member', 'Sanne', nothing, false],
    ['paused', 'Nadia', status('gepauzeerd'), false],
    ['achieved', 'Nadia', status('behaald'), false],
    ['stopped', 'Nadia', status('gestopt'), false],
    ['given to a person', 'Nadia', give((school) => ({ kind: 'person', personId: school.person('Sanne') })), false],
    ['given to this person', 'Sanne', give((school) => ({ kind: 'person', personId: school.person('Sanne') })), true],
    ['without an owner', 'Nadia', give(() => null), false],
    ['ended yesterday', 'Nadia', end('2026-09-27'), false],
    ['ends today', 'Nadia', end('2026-09-28'), true],
  ])('%s', async (_what, name, change, expected) => expect(await asks(name, change)).toBe(expected));
});
