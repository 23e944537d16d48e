/** Who hears of a meeting: the chair is asked how it was, and the team gets what was written. Through the real tick and the real commands. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionMessage } from '../../src/actions/message.nudge.ts';
import type { Button } from '../../src/bot/reply.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { createTick, type Tick } from '../../src/delivery/tick.ts';
import { minutesNudge } from '../../src/minutes/minutes.nudge.ts';
import { PlatformError } from '../../src/platform.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Chair Nadia works ma, di, do; Nico wo, do, vr; Sanne ma, di, wo-even. Bovenbouw meets on Thursdays, 15.00-16.00. */
let talk: Talk;
let school: BuiltSchool;
let platform: FakePlatform;
let tick: Tick;

const open = async (draft: SchoolDraft = REGENBUI) => {
  const opened = await Talk.open({ ...draft, goals: [] });
  talk = opened.talk;
  school = opened.schools[0]!;
  platform = new FakePlatform();
  const faults = (where: unknown, fault: unknown) => {
    throw new Error(JSON.stringify(where), { cause: fault });
  };
  let key = 0;
  const nudges = [minutesNudge, actionMessage];
  tick = createTick({ store: talk.opened.store, platform, nudges, newKey: () => `tick ${++key}`, onFault: faults });
  // Nobody is new any more.
  for (const { name } of draft.staff) await welcomed(name);
};
const welcomed = (name: string) =>
  talk.opened.store.people.markWelcomed(
    { by: school.person(name), at: new Date('2026-08-20T08:00:00Z'), act: 'test', once: null },
    school.person(name),
    localDate('2026-08-20'),
  );
const withChannel: SchoolDraft = { ...REGENBUI, teams: [{ ...REGENBUI.teams![0]!, channel: 'bovenbouw' }] };
beforeEach(() => open());
afterEach(async () => {
  await tick.stop();
  talk.opened.close();
});

/** Ticks every quarter of an hour from 07:00 to 17:00 UTC of each day, as far as that is not before what was said last. */
const goOn = async (from: string, until: string) => {
  for (let day = localDate(from); day <= until; day = addDays(day, 1)) {
    for (let minute = 7 * 60; minute <= 17 * 60; minute += 15) {
      const hour = String(Math.floor(minute / 60)).padStart(2, '0');
      const now = new Date(`${day}T${hour}:${String(minute % 60).padStart(2, '0')}:00Z`);
      if (now > talk.now) await tick.tick(now);
    }
  }
};
const got = (name: string) =>
  platform.sent
    .filter(({ to }) => to === school.person(name))
    .map(({ at, text }) => `${at.slice(0, 16)} ${text.split('\n')[0]}`);
const lastText = (name: string) => platform.sent.findLast(({ to }) => to === school.person(name))!.text;
const buttonsOf = (name: string): readonly Button[] =>
  platform.sent
    .findLast(({ to }) => to === school.person(name))!
    .notice.parts.flatMap((part) =>
      part.kind === 'buttons'
        ? part.buttons
        : part.kind === 'list'
          ? part.rows.flatMap((row) => row.buttons ?? [])
          : [],
    );
const writes = async (name: string, at: string, values: Readonly<Record<string, string>>) => {
  talk.now = new Date(at);
  await talk.says(name, '/agenda verslag');
  await talk.fills(name, values);
};

describe('the chair is asked', () => {
  test('a quarter after the end, and once more on the next own working day', async () => {
    await goOn('2026-11-26', '2026-12-02');
    expect(got('Nadia').filter((line) => line.includes('2026-11-26'))).toHaveLength(2);
    expect(platform.sent.find(({ at }) => at.includes('16:15'))!.text).toMatchInlineSnapshot(`
      "Hoe was Bovenbouw vandaag?
      [Verslag invullen] [Ging door, geen verslag] [Ging niet door]"
    `);
    expect(got('Nadia')).toMatchInlineSnapshot(`
      [
        "2026-11-26T08:00 Goedemorgen Nadia · donderdag 26 november",
        "2026-11-26T16:15 Hoe was Bovenbouw vandaag?",
        "2026-11-30T08:00 Goedemorgen Nadia · maandag 30 november",
      ]
    `);
    expect(lastText('Nadia')).toMatchInlineSnapshot(`
      "Goedemorgen Nadia · maandag 30 november
      Hoe was Bovenbouw op donderdag 26 november?
      [Verslag invullen] [Ging door, geen verslag] [Ging niet door]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(got('Nico').concat(got('Sanne'))).toEqual([]);
  });

  test.each([
    ['/agenda verslag', 'Nico'],
    ['/agenda ging door', 'Sanne'],
    ['/agenda ging niet door griep', 'Nico'],
  ])('not any more after %s', async (line, name) => {
    talk.now = new Date('2026-11-26T15:10:00Z');
    await talk.says(name, '/agenda verslag');
    if (line === '/agenda verslag') await talk.fills(name, {});
    else await talk.says(name, line);
    await goOn('2026-11-26', '2026-12-02');
    expect(platform.sent.filter(({ text }) => /vandaag|26 november\?/.test(text))).toEqual([]);
  });

  test('by the buttons of the message the meeting is told of', async () => {
    await goOn('2026-11-26', '2026-11-26');
    const intents = buttonsOf('Nadia').map(({ label, intent }) => [label, intent.name]);
    expect(intents).toEqual([
      ['Verslag invullen', 'agenda.verslag'],
      ['Ging door, geen verslag', 'agenda.ging-door'],
      ['Ging niet door', 'agenda.ging-niet-door'],
    ]);
    talk.now = new Date('2026-11-26T15:20:00Z');
    const [, button] = buttonsOf('Nadia');
    expect(await talk.does('Nadia', button!.intent.name, button!.intent.args, button!.key)).toContain('Genoteerd');
    await goOn('2026-11-27', '2026-12-01');
    expect(got('Nadia').filter((line) => line.includes('2026-11-30') || line.includes('2026-12-01'))).toEqual([]);
  });

  test('who became the chair on the day itself', async () => {
    await goOn('2026-11-26', '2026-11-25');
    await tick.tick(new Date('2026-11-26T07:00:00Z'));
    talk.now = new Date('2026-11-26T11:00:00Z');
    await talk.does('Nadia', 'leerteam.wijzig', { leerteam: `id:${school.team('Bovenbouw')}` });
    await talk.fills('Nadia', { voorzitter: `id:${school.person('Nico')}`, vervanger: '' });
    await goOn('2026-11-26', '2026-11-26');
    expect(got('Nico')).toContain('2026-11-26T16:15 Hoe was Bovenbouw vandaag?');
    expect(got('Nadia').filter((line) => line.includes('16:15'))).toEqual([]);
  });

  test('not when the team has ended by then, as nobody may write for it any more', async () => {
    const last = localDate('2026-11-26');
    await open({ ...REGENBUI, teams: [{ ...REGENBUI.teams![0]!, time: localTime('17:00'), until: last }] });
    await goOn('2026-11-27', '2026-12-03');
    expect(platform.sent.filter(({ text }) => text.includes('26 november?'))).toEqual([]);
  });

  test('the deputy, when the chair has left', async () => {
    const staff = REGENBUI.staff.map((one) =>
      one.name === 'Nadia' ? { ...one, until: localDate('2026-11-20') } : one,
    );
    await open({ ...REGENBUI, staff });
    await goOn('2026-11-26', '2026-11-27');
    expect(got('Nico').filter((line) => line.includes('2026-11-26T16:15'))).toHaveLength(1);
    expect(got('Nadia')).toEqual([]);
  });
});

describe('the team hears what was written', () => {
  const VALUES = () => ({
    besluiten: 'Elke dag lezen',
    tekst: 'Dit staat alleen in het verslag',
    wat1: 'Boeken halen',
    wie1: `id:${school.person('Nico')}`,
    wat2: 'Brief schrijven',
    wie2: `id:${school.person('Marieke')}`,
    wat3: 'Lijst maken',
    wie3: `id:${school.person('Nadia')}`,
  });

  test('each member in the next digest but the writer, and an owner outside the team of the action', async () => {
    await writes('Nadia', '2026-11-26T15:20:00Z', VALUES());
    await goOn('2026-11-27', '2026-12-01');
    expect(got('Nico')).toMatchInlineSnapshot(`
      [
        "2026-11-27T08:00 Goedemorgen Nico · vrijdag 27 november",
      ]
    `);
    expect(lastText('Nico')).toMatchInlineSnapshot(`
      "Goedemorgen Nico · vrijdag 27 november

      Verslag van Bovenbouw, donderdag 26 november

      Besluiten
      Elke dag lezen

      Acties
      1 Boeken halen · Nico · voor donderdag 3 december
        [Klopt niet]
      2 Brief schrijven · Marieke · voor donderdag 3 december
      3 Lijst maken · Nadia · voor donderdag 3 december
      [Bekijk verslag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(got('Sanne')).toMatchInlineSnapshot(`
      [
        "2026-11-30T08:00 Goedemorgen Sanne · maandag 30 november",
      ]
    `);
    expect(lastText('Sanne')).not.toContain('Klopt niet');
    expect(lastText('Marieke')).toContain('Brief schrijven');
    expect(lastText('Marieke')).not.toMatch(/Elke dag lezen|Boeken halen/);
    expect(got('Nadia')).toEqual([]);
  });

  test('the owner may say that it is not right', async () => {
    await writes('Nadia', '2026-11-26T15:20:00Z', VALUES());
    await goOn('2026-11-27', '2026-11-27');
    const button = buttonsOf('Nico').find(({ label }) => label === 'Klopt niet')!;
    await talk.does('Nico', button.intent.name, button.intent.args, button.key);
    const [action] = await talk.opened.store.actions.lines({ teamId: school.team('Bovenbouw') });
    expect(action).toMatchObject({ what: 'Boeken halen', ownerName: 'Nadia' });
  });

  test('in its channel at once, and nobody hears it twice; the owners hear of their actions', async () => {
    await open(withChannel);
    await writes('Nadia', '2026-11-26T15:20:00Z', VALUES());
    await goOn('2026-11-26', '2026-12-01');
    expect(platform.channelSent.map(({ at, channel }) => `${at} ${channel}`)).toEqual(['2026-11-26T16:30 bovenbouw']);
    expect(platform.channelSent[0]!.text).toMatchInlineSnapshot(`
      "Verslag van Bovenbouw, donderdag 26 november

      Besluiten
      Elke dag lezen

      Acties
      1 Boeken halen · Nico · voor donderdag 3 december
      2 Brief schrijven · Marieke · voor donderdag 3 december
      3 Lijst maken · Nadia · voor donderdag 3 december
      [Bekijk verslag]"
    `);
    expect(platform.sent.filter(({ text }) => text.includes('Elke dag lezen'))).toEqual([]);
    expect(lastText('Nico')).toContain('Boeken halen');
    expect(lastText('Nico')).toContain('Klopt niet');
    expect(lastText('Nico')).not.toContain('Elke dag lezen');
  });

  test('in the evening or the weekend the channel hears it on the next school day', async () => {
    await open(withChannel);
    await writes('Nadia', '2026-11-27T20:00:00Z', VALUES());
    await goOn('2026-11-28', '2026-12-01');
    expect(platform.channelSent.map(({ at }) => at)).toEqual(['2026-11-30T08:00']);
  });

  test('who would have read it in a channel that cannot be reached gets it themselves', async () => {
    await open(withChannel);
    platform.fail('bovenbouw', [new PlatformError('permanent', 'is_archived')]);
    await writes('Nadia', '2026-11-26T15:20:00Z', { besluiten: 'Elke dag lezen' });
    await goOn('2026-11-26', '2026-12-01');
    expect(platform.channelSent).toEqual([]);
    for (const name of ['Nico', 'Sanne']) expect(lastText(name)).toContain('Elke dag lezen');
  });

  test('what is added changes the post in the channel', async () => {
    await open(withChannel);
    await writes('Nadia', '2026-11-26T15:20:00Z', VALUES());
    await goOn('2026-11-26', '2026-11-26');
    talk.now = new Date('2026-11-27T09:00:00Z');
    await talk.says('Nico', '/agenda verslag');
    await talk.presses('Nico', 'Aanvullen');
    await talk.fills('Nico', { besluiten: 'Toets in januari' });
    await goOn('2026-11-27', '2026-11-27');
    expect(platform.channelSent).toHaveLength(1);
    expect(platform.edits.at(-1)!.text).toContain('Toets in januari');
  });

  test('what is added is in the digest of who had it already, once', async () => {
    await writes('Nadia', '2026-11-26T15:20:00Z', { besluiten: 'Elke dag lezen' });
    await goOn('2026-11-27', '2026-11-27');
    talk.now = new Date('2026-11-27T12:00:00Z');
    for (const besluiten of ['Toets in januari', 'Ook thuis']) {
      await talk.says('Nadia', '/agenda verslag');
      await talk.presses('Nadia', 'Aanvullen');
      await talk.fills('Nadia', { besluiten });
    }
    await goOn('2026-11-30', '2026-12-02');
    expect(got('Nico')).toHaveLength(2);
    expect(lastText('Nico').match(/Verslag van/g)).toHaveLength(1);
    expect(lastText('Nico')).toContain('Ook thuis');
  });

  test('what is added is heard of by who had it already that day, also who has to do it', async () => {
    await writes('Nadia', '2026-11-27T06:50:00Z', { besluiten: 'Elke dag lezen' });
    await goOn('2026-11-27', '2026-11-27');
    talk.now = new Date('2026-11-27T17:30:00Z');
    await talk.says('Nadia', '/agenda verslag');
    await talk.presses('Nadia', 'Aanvullen');
    await talk.fills('Nadia', { wat1: 'Boeken halen', wie1: `id:${school.person('Nico')}` });
    await goOn('2026-11-28', '2026-12-02');
    expect(got('Nico')).toHaveLength(2);
    expect(lastText('Nico')).toMatch(/Boeken halen · Nico[\s\S]*\[Klopt niet\]/);
  });

  test('a chair who put off the question gets what the deputy wrote instead', async () => {
    await goOn('2026-11-26', '2026-11-30');
    talk.now = new Date('2026-11-30T08:00:00Z');
    await talk.does('Nadia', 'nudge.snooze', { day: '2026-11-30' });
    await writes('Nico', '2026-11-30T09:00:00Z', { besluiten: 'Elke dag lezen' });
    await goOn('2026-12-01', '2026-12-01');
    expect(lastText('Nadia')).toContain('Elke dag lezen');
    expect(lastText('Nadia')).not.toContain('Hoe was');
  });

  test('who left the team hears nothing', async () => {
    await writes('Nadia', '2026-11-26T15:20:00Z', { besluiten: 'Elke dag lezen' });
    await talk.opened.database.change(() =>
      talk.opened.database.sqlite.prepare("update membership set until_day = '2026-11-26'").run(),
    );
    await goOn('2026-11-27', '2026-12-01');
    expect(got('Sanne')).toEqual([]);
  });

  test('nothing was decided: nobody is disturbed', async () => {
    await writes('Nadia', '2026-11-26T15:20:00Z', { tekst: 'Gezellig' });
    await goOn('2026-11-27', '2026-12-01');
    expect(platform.sent).toEqual([]);
  });

  test('a meeting before a vacation is heard of after it', async () => {
    await writes('Nadia', '2026-12-17T15:20:00Z', { besluiten: 'Elke dag lezen' });
    await goOn('2026-12-18', '2027-01-06');
    expect(got('Sanne').map((line) => line.slice(0, 16))).toEqual(['2027-01-04T08:00']);
  });
});

test('nothing ever comes before 08:00 or after 17:00, right through the change of the clock', async () => {
  talk.now = new Date('2026-10-20T06:00:00Z');
  await goOn('2026-10-20', '2026-11-03');
  const times = platform.attempts.map(({ at }) => at.slice(11, 16));
  expect(times).toContain('16:15');
  expect(times.every((time) => time >= '08:00' && time < '17:00')).toBe(true);
});
