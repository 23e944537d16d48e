import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Button, Intent, Reply } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { deliveryCommands } from '../../src/delivery/commands.ts';
import type { Role } from '../../src/people/person.ts';
import { settings } from '../../src/people/settings.command.ts';
import { type BuiltSchool, buildSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { at, MORNING, type TickingSchool, tickingSchool } from './ticking-school.ts';

let here: TickingSchool;
let bot: Bot;
beforeEach(async () => {
  here = await tickingSchool();
  bot = createBot({
    store: here.store,
    commands: [...deliveryCommands, settings],
    newKey: () => 'key',
    onFault: (_reference, _intent, fault) => {
      throw fault;
    },
  });
});
afterEach(() => here.opened.close());

/** Somebody presses a button at this moment. */
function press(
  intent: Intent,
  now: string,
  once: string | null = null,
  email = here.school.email('Nadia'),
): Promise<Reply> {
  const sender = { kind: 'machine' as const, email };
  return bot.handle({ sender, said: { kind: 'intent', intent }, once, place: { kind: 'personal' } }, at(now));
}

/** The bottom row of the last digest. */
function bottomButton(index: 0 | 1 | 2): Button {
  const last = here.platform.sent.at(-1)!.notice.parts.at(-1)!;
  if (last.kind !== 'buttons') throw new Error('no buttons');
  return last.buttons[index]!;
}

describe('Morgen opnieuw', () => {
  test('everything comes back on the next own working day, not earlier', async () => {
    await here.tick.tick(at(MORNING));
    const reply = await press(bottomButton(0).intent, '2026-09-28T08:05:00+02:00');
    expect(plain(reply)).toBe('Goed, je hoort het dinsdag 29 september opnieuw van me.');
    for (const time of ['28T08:06', '28T16:00', '29T07:59', '29T08:00', '29T08:01']) {
      await here.tick.tick(at(`2026-09-${time}:00+02:00`));
    }
    expect(here.received()).toEqual(['2026-09-28T08:00', '2026-09-29T08:00']);
    const [first, second] = here.platform.sent.map(({ text }) => text.split('\n').slice(1));
    expect(second).toEqual(first);
  });

  test('pressed twice it is done once', async () => {
    await here.tick.tick(at(MORNING));
    await press(bottomButton(0).intent, '2026-09-28T08:05:00+02:00', 'pressed');
    expect(plain(await press(bottomButton(0).intent, '2026-09-28T08:06:00+02:00', 'pressed'))).toBe(
      'Dit had je al gedaan. Er is niets dubbel opgeslagen.',
    );
  });

  test('what was answered meanwhile does not come back', async () => {
    await here.tick.tick(at(MORNING));
    await press(bottomButton(0).intent, '2026-09-28T08:05:00+02:00');
    for (const title of ['Meer leerlingen op 1S rekenen', 'Elke week rijke teksten']) {
      await here.store.goals.setStatus(
        { by: here.nadia, at: at(MORNING), act: 'test', once: null },
        here.school.goal(title),
        'gepauzeerd',
        '',
      );
    }
    await here.tick.tick(at('2026-09-29T08:00:00+02:00'));
    expect(here.received()).toEqual(['2026-09-28T08:00']);
  });

  test('on the last reminder of somebody who works one day a week: a week later, past its window', async () => {
    const thursdays = {
      ...REGENBUI,
      school: { school: 'De Zonnebloem' },
      staff: REGENBUI.staff.map((one) => ({
        ...one,
        email: `${one.name.toLowerCase()}@zonnebloem.example`,
        ...(one.name === 'Nadia' ? { workingDays: ['do' as const] } : {}),
      })),
    };
    const school = await buildSchool(here.opened, thursdays);
    const nadia = school.person('Nadia');
    const digests = () => here.platform.sent.filter(({ to }) => to === nadia).map(({ at }) => at.slice(0, 10));
    for (const day of ['09-24', '10-01', '10-08', '10-15']) await here.tick.tick(at(`2026-${day}T08:00:00+02:00`));
    expect(digests()).toEqual(['2026-10-01', '2026-10-08', '2026-10-15']);
    const snooze = { name: 'nudge.snooze', args: { day: '2026-10-15' } };
    // The autumn vacation comes first.
    expect(plain(await press(snooze, '2026-10-15T09:00:00+02:00', null, school.email('Nadia')))).toContain(
      '29 oktober',
    );
    for (const day of ['10-15', '10-16', '10-19', '10-22', '10-26', '10-27', '10-28', '10-29', '10-30']) {
      await here.tick.tick(at(`2026-${day}T10:00:00+01:00`));
    }
    expect(digests().slice(3)).toEqual(['2026-10-29']);
  });

  test('of two schools: the next day on which the person works at both', async () => {
    const draft = (name: string, workingDays: ('ma' | 'di' | 'do')[]) => ({
      school: { school: name },
      staff: [{ name: 'Kim', workingDays }],
      goals: [{ title: `Doel van ${name}`, owner: 'Kim' }],
    });
    const school = await buildSchool(here.opened, draft('De Zonnebloem', ['ma', 'di', 'do']));
    await buildSchool(here.opened, draft('De Kastanje', ['ma', 'do']));
    const kim = school.person('Kim');
    await here.tick.tick(at('2026-09-21T08:00:00+02:00'));
    const snooze = { name: 'nudge.snooze', args: { day: '2026-09-21' } };
    const reply = await press(snooze, '2026-09-21T08:05:00+02:00', null, school.email('Kim'));
    expect(plain(reply)).toContain('donderdag 24 september');
    for (const day of ['22', '23', '24', '25']) await here.tick.tick(at(`2026-09-${day}T08:00:00+02:00`));
    const digests = here.platform.sent.filter(({ to }) => to === kim);
    expect(digests.map(({ at }) => at.slice(8, 10))).toEqual(['21', '24']);
    expect(digests[1]!.text.match(/Doel van De (Zonnebloem|Kastanje)/g)).toHaveLength(2);
  });

  describe('for somebody who works on Mondays', () => {
    const day = (date: string) => at(`${date}T08:00:00+02:00`);
    const again = (school: BuiltSchool, date: string, now = date) =>
      press({ name: 'nudge.snooze', args: { day: date } }, `${now}T09:00:00+02:00`, null, school.email('Kim'));
    let school: BuiltSchool;
    const build = async (draft: Omit<SchoolDraft, 'staff'>, roles: Role[] = ['leerkracht']) => {
      const staff = [{ name: 'Kim', workingDays: ['ma' as const], roles }];
      school = await buildSchool(here.opened, { school: { school: 'De Wilg' }, staff, ...draft });
    };
    const digests = () => here.platform.sent.filter(({ to }) => to === school.person('Kim'));

    test('not on the day of the next check-in', async () => {
      await build({ goals: [{ title: 'Lezen', owner: 'Kim', rhythm: 2 }] });
      await here.tick.tick(day('2026-09-07'));
      expect(plain(await again(school, '2026-09-07'))).toContain('maandag 14 september');
      await here.tick.tick(day('2026-09-14'));
      expect(plain(await again(school, '2026-09-14'))).toBe(
        'Op je volgende werkdag is dit niet meer nodig, dus ik kom er niet op terug.',
      );
      await here.tick.tick(day('2026-09-21'));
      expect(digests().map(({ text }) => text.includes('Er is nog geen nieuwe update'))).toEqual([false, true, false]);
    });

    test('what no longer makes sense then is left out', async () => {
      await build({
        goals: [
          { title: 'Lezen', owner: 'Kim', rhythm: 2 },
          { title: 'Rekenen', owner: 'Kim', rhythm: 4 },
        ],
      });
      await here.tick.tick(day('2026-09-28'));
      expect(digests()[0]!.text).toMatch(/Lezen.*Rekenen/s);
      expect(plain(await again(school, '2026-09-28'))).toBe(
        'Goed, je hoort het maandag 5 oktober opnieuw van me. Wat dan niet meer nodig is, laat ik weg.',
      );
      const rows = await here.store.outbox.rows(school.person('Kim'), localDate('2026-10-05'));
      expect(rows.map(({ subject }) => subject)).toEqual([`goal:${school.goal('Rekenen')}`]);
    });

    test('not after the last day of the goal', async () => {
      await build({ goals: [{ title: 'Lezen', owner: 'Kim', end: localDate('2026-09-27') }] });
      await here.tick.tick(day('2026-09-21'));
      expect(plain(await again(school, '2026-09-21'))).toContain('niet meer nodig');
    });

    test('the summary not in the next month', async () => {
      await build({}, ['directeur']);
      await here.tick.tick(day('2026-10-05'));
      expect(plain(await again(school, '2026-10-05', '2026-10-26'))).toContain('niet meer nodig');
      expect(plain(await again(school, '2026-10-05', '2026-10-12'))).toContain('maandag 26 oktober');
    });

    test('only the newest digest', async () => {
      await build({ goals: [{ title: 'Lezen', owner: 'Kim' }] });
      await here.tick.tick(day('2026-09-21'));
      await here.tick.tick(day('2026-09-28'));
      expect(plain(await again(school, '2026-09-21', '2026-09-28'))).toBe(
        'Dit kan alleen bij je laatste bericht. Daar vind je dezelfde knop.',
      );
      expect(await here.store.outbox.counts()).toMatchObject({ planned: 0 });
      expect(plain(await again(school, '2026-09-28'))).toContain('maandag 5 oktober');
    });
  });

  test('nothing was sent that day', async () => {
    const reply = await press({ name: 'nudge.snooze', args: { day: '2026-09-28' } }, MORNING);
    expect(plain(reply)).toBe('Hier is niets meer om opnieuw te vragen.');
  });

  test.each(['', 'gisteren', '2026-02-30'])('a button with the day "%s" changes nothing', async (day) => {
    expect(plain(await press({ name: 'nudge.snooze', args: { day } }, MORNING))).toContain('Ik begrijp niet');
  });
});

describe('Niet meer over dit onderwerp', () => {
  test('asks which one when the digest was about several, and never asks about it again', async () => {
    await here.tick.tick(at(MORNING));
    const reply = await press(bottomButton(1).intent, '2026-09-28T08:05:00+02:00');
    expect(plain(reply)).toBe(
      'Waarover wil je niets meer horen?\n[Doel 1 Meer leerlingen op 1S rekenen] [Doel 2 Elke week rijke teksten]',
    );
    const [, second] = reply.kind === 'notice' && reply.parts[0]!.kind === 'buttons' ? reply.parts[0]!.buttons : [];
    expect(plain(await press(second!.intent, '2026-09-28T08:06:00+02:00'))).toBe(
      'Goed, hierover stuur ik je niets meer. Alleen jij ziet dat. Bij je instellingen zet je het weer aan.\n[Instellingen]',
    );
    await here.tick.tick(at('2026-10-05T08:00:00+02:00'));
    expect(here.platform.sent.at(-1)!.text).toContain('1S rekenen');
    expect(here.platform.sent.at(-1)!.text).not.toContain('rijke teksten');
    expect((await here.store.people.settings(here.nadia)).mutedSubjects).toEqual([
      `goal:${here.school.goal('Elke week rijke teksten')}`,
    ]);
  });

  test('after "Morgen opnieuw" everything of that digest is still there to choose', async () => {
    await here.tick.tick(at(MORNING));
    await press({ name: 'nudge.snooze', args: { day: '2026-09-28' } }, '2026-09-28T08:05:00+02:00');
    expect(plain(await press(bottomButton(1).intent, '2026-09-28T08:06:00+02:00'))).toBe(
      'Waarover wil je niets meer horen?\n[Doel 1 Meer leerlingen op 1S rekenen] [Doel 2 Elke week rijke teksten]',
    );
  });

  test('names the summary with its school', async () => {
    await here.tick.tick(at('2026-10-01T08:00:00+02:00'));
    const intent = { name: 'nudge.mute', args: { day: '2026-10-01' } };
    const reply = await press(intent, '2026-10-01T09:00:00+02:00', null, here.school.email('Marieke'));
    expect(plain(reply)).toContain('[Maandoverzicht De Regenbui]');
  });

  test("somebody else's digest is not named", async () => {
    await here.tick.tick(at(MORNING));
    const reply = await press(bottomButton(1).intent, MORNING, null, here.school.email('Sanne'));
    expect(plain(reply)).toContain('vind ik geen bericht');
  });

  test.each(['goal:', 'goal:0', 'school', 'person:', 'goal:1;drop'])('"%s" is no subject', async (subject) => {
    expect(plain(await press({ name: 'nudge.mute', args: { subject } }, MORNING))).toContain('Ik begrijp niet');
    expect((await here.store.people.settings(here.nadia)).mutedSubjects).toEqual([]);
  });
});

test('the third button opens the settings', async () => {
  await here.tick.tick(at(MORNING));
  expect((await press(bottomButton(2).intent, MORNING)).kind).toBe('form');
});
