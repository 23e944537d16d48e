/** Every button of the POP messages does what it says, when it is pressed in the digest. */
import { expect, test } from 'vitest';
import type { Button, Intent } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { createTick } from '../../src/delivery/tick.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import type { SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  school: { popConsent: localDate('2026-06-01') },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Sanne', pop: true },
  ],
};
const POP_NUDGES = NUDGES.filter(({ kind }) => kind.startsWith('pop-'));

/** The digest of that day for one of them; `planned` is a talk whose day is over by then. */
async function digestOf(
  name: string,
  day: string,
  planned?: string,
): Promise<{ talk: Talk; buttons: readonly Button[] }> {
  const { talk, schools } = await Talk.open(SCHOOL);
  const { store } = talk.opened;
  const [school] = schools as [(typeof schools)[number]];
  const sanne = { personId: school.person('Sanne'), schoolId: school.id, year: '2026-2027' as never };
  if (planned) {
    const stamp = { by: null, at: new Date('2026-10-01T08:00:00Z'), act: 'test', once: null };
    const moment = { day: localDate(planned), time: null };
    await store.pop.planTalk(stamp, sanne, 'gesprek', 0, moment, () => NOTHING_TO_TELL);
  }
  const platform = new FakePlatform();
  const onFault = (_: unknown, fault: unknown) => {
    throw fault;
  };
  talk.now = instantAt(localDate(day), localTime('09:00'));
  await createTick({ store, platform, newKey: () => 'key', onFault, nudges: POP_NUDGES }).tick(talk.now);
  const digest = platform.sent.find(({ to }) => to === school.person(name));
  if (!digest) throw new Error(`no digest for ${name} on ${day}`);
  const buttons = digest.notice.parts
    .flatMap((part) => (part.kind === 'buttons' ? part.buttons : []))
    .filter(({ intent }) => intent.name.startsWith('pop'));
  return { talk, buttons };
}

const cases: { name: string; on: string; planned?: string; expected: Readonly<Record<string, RegExp>> }[] = [
  { name: 'Sanne', on: '2026-09-15', expected: { 'Mijn POP': /^Je POP · 2026-2027/ } },
  {
    name: 'Sanne',
    on: '2026-10-01',
    expected: {
      Klaar: /^Genoteerd: je POP is klaar/,
      Bijna: /Klaar/,
      'Ik wil overleggen': /^Ik laat Marieke weten dat je wilt overleggen/,
    },
  },
  {
    name: 'Sanne',
    on: '2026-11-02',
    expected: {
      'wo 4 november': /staat op woensdag 4 november/,
      'do 5 november': /staat op donderdag 5 november/,
      'vr 6 november': /staat op vrijdag 6 november/,
      'Andere dag': /^POP-gesprek met Marieke/,
    },
  },
  {
    name: 'Sanne',
    on: '2026-11-16',
    planned: '2026-11-10',
    expected: {
      'Is geweest': /^Genoteerd: het POP-gesprek met Marieke was op 10 november/,
      'Andere dag': /Jullie werken allebei|POP-gesprek met Marieke/,
    },
  },
  {
    name: 'Marieke',
    on: '2026-11-02',
    expected: {
      'Plan met Sanne': /Jullie werken allebei|POP-gesprek met Sanne/,
      'Mijn collega’s': /^POP-stappen op De Regenbui/,
    },
  },
  {
    name: 'Marieke',
    on: '2026-11-16',
    planned: '2026-11-10',
    expected: {
      'Sanne: geweest': /^Genoteerd: het POP-gesprek met Sanne was op 10 november/,
      'Mijn collega’s': /^POP-stappen op De Regenbui/,
    },
  },
  {
    name: 'Marieke',
    on: '2027-02-01',
    expected: { 'Plan met Sanne': /^Is het POP-gesprek met Sanne al geweest/, 'Mijn collega’s': /^POP-stappen op/ },
  },
  {
    name: 'Sanne',
    on: '2027-02-01',
    expected: {
      'Is geweest': /^POP-gesprek|^Wanneer was het POP-gesprek met Marieke/,
      'Datum kiezen': /Jullie werken allebei/,
      'Nee, sla het over': /^Wanneer is het opvolggesprek met Marieke/,
    },
  },
];

test.each(cases)('$name on $on', async ({ name, on, planned, expected }) => {
  const { buttons } = await digestOf(name, on, planned);
  expect(buttons.map(({ label }) => label)).toEqual(Object.keys(expected));
  for (const [label, answer] of Object.entries(expected)) {
    // Anew each time: one press must not change what the next one means.
    const { talk, buttons } = await digestOf(name, on, planned);
    const { intent } = buttons.find((button) => button.label === label) as { intent: Intent };
    expect(await talk.does(name, intent.name, intent.args, 'once')).toMatch(answer);
    // A question has its answers as buttons.
    if (talk.buttons().length === 0) expect(talk.last).not.toMatchObject({ changedNothing: true });
    // A second press shows what is stored.
    expect(await talk.does(name, intent.name, intent.args, 'once')).not.toBe('');
    if (talk.buttons().length === 0) expect(talk.last).not.toMatchObject({ changedNothing: true });
    talk.opened.close();
  }
});
