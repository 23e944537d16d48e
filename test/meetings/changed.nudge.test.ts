/** "Bovenbouw van donderdag is verzet naar vrijdag": what the others get, when, and only once. */
import { afterEach, describe, expect, test } from 'vitest';
import { filesIn } from '../../src/bot/reply-files.ts';
import type { Tick } from '../../src/delivery/tick.ts';
import { changedNudge } from '../../src/meetings/changed.nudge.ts';
import { PlatformError } from '../../src/platform.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { readCalendar } from '../support/calendar-app.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
let platform: FakePlatform;
let tick: Tick;
afterEach(() => talk.opened.close());

async function open(change: Partial<NonNullable<SchoolDraft['teams']>[number]> = {}) {
  const opened = await Talk.open({ ...REGENBUI, teams: [{ ...REGENBUI.teams![0]!, ...change }] });
  talk = opened.talk;
  school = opened.schools[0]!;
  platform = new FakePlatform();
  tick = strictTick({
    store: talk.opened.store,
    platform,
    nudges: [changedNudge],
  });
}

async function sentUntil(...instants: string[]) {
  for (const instant of instants) await tick.tick(new Date(instant));
  const names = new Map(['Nadia', 'Nico', 'Sanne', 'Marieke'].map((name) => [school.person(name), name]));
  return [
    ...platform.sent.map(({ to, at, text }) => `${names.get(to)} ${at}: ${text}`),
    ...platform.channelSent.map(({ channel, at, text }) => `${channel} ${at}: ${text}`),
  ];
}

const MOVE = { bijeenkomst: '1:2026-11-26', naar: '2026-11-30' };
const TUESDAY = ['2026-11-24T08:31:00Z', '2026-11-24T09:00:00Z'] as const;
const LATER = ['2026-11-25T07:00:00Z', '2026-11-26T07:00:00Z', '2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z'] as const;

describe('a meeting that was moved', () => {
  test('is told at once to who is at work, and to the other in their next digest', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    const sanne =
      'Sanne 2026-11-24T09:31: Bovenbouw van donderdag 26 november is verzet naar maandag 30 november, 15.00.\n[Bekijk agenda] [In mijn agenda]';
    expect(await sentUntil(...TUESDAY)).toEqual([sanne]);
    const [first, second, ...more] = await sentUntil(...LATER);
    expect([first, more]).toEqual([sanne, []]);
    expect(second).toMatch(
      /^Nico 2026-11-25T08:00: Goedemorgen Nico · woensdag 25 november\nBovenbouw van donderdag 26 november is verzet naar maandag 30 november, 15\.00\.\n\[Bekijk agenda\] \[In mijn agenda\]/,
    );
  });

  test('is told in the channel, once, and the post follows a next move', async () => {
    await open({ channel: '#bovenbouw' });
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    expect(await sentUntil(...TUESDAY, ...LATER.slice(0, 2))).toEqual([
      '#bovenbouw 2026-11-24T09:31: Bovenbouw van donderdag 26 november is verzet naar maandag 30 november, 15.00.\n[Bekijk agenda] [In mijn agenda]',
    ]);
    expect(platform.channelSent[0]!.notice.visibility).toBe('everyone');
  });

  test('is told to each, once, when the channel cannot be reached', async () => {
    await open({ channel: '#bovenbouw' });
    platform.fail('#bovenbouw', [new PlatformError('permanent', 'not_in_channel')]);
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    const told = await sentUntil(...TUESDAY, ...LATER);
    expect(told.map((line) => line.slice(0, 21))).toEqual([
      'Nadia 2026-11-24T09:3',
      'Sanne 2026-11-24T09:3',
      'Nico 2026-11-25T08:00',
    ]);
    for (const line of told) expect(line).toContain('is verzet naar maandag 30 november, 15.00.');
  });

  test('is not told any more when it is over', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    expect(await sentUntil('2026-12-01T07:00:00Z', '2026-12-02T07:00:00Z')).toEqual([]);
  });

  test('and moved again before the digest: one sentence with where it is now', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    talk.now = new Date('2026-11-24T08:32:00Z');
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-30', naar: '2026-12-01' });
    const messages = await sentUntil('2026-11-25T07:00:00Z');
    expect(messages[0]).toContain('Bovenbouw van donderdag 26 november is verzet naar dinsdag 1 december, 15.00.');
  });

  test('to another time', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', tijd: '16:00' });
    expect(await sentUntil(...TUESDAY)).toEqual([
      'Sanne 2026-11-24T09:31: Bovenbouw komt bij elkaar op donderdag 26 november, 16.00.\n[Bekijk agenda] [In mijn agenda]',
    ]);
  });
});

describe('a meeting that was moved more than once before anybody heard of it', () => {
  const moves = async (...days: readonly (readonly [from: string, to: string])[]) => {
    for (const [from, to] of days) {
      await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: `1:${from}`, naar: to });
      talk.now = new Date(talk.now.getTime() + 10_000);
    }
  };

  test('is told once, from the day that people know', async () => {
    await open({ channel: '#bovenbouw' });
    await moves(['2026-11-26', '2026-11-27'], ['2026-11-27', '2026-11-25'], ['2026-11-25', '2026-12-01']);
    expect(await sentUntil(...TUESDAY)).toEqual([
      '#bovenbouw 2026-11-24T09:31: Bovenbouw van donderdag 26 november is verzet naar dinsdag 1 december, 15.00.\n[Bekijk agenda] [In mijn agenda]',
    ]);
    await moves(['2026-12-01', '2026-12-02'], ['2026-12-02', '2026-11-30']);
    expect((await sentUntil('2026-11-24T09:30:00Z')).slice(1)).toEqual([
      '#bovenbouw 2026-11-24T10:30: Bovenbouw van dinsdag 1 december is verzet naar maandag 30 november, 15.00.\n[Bekijk agenda] [In mijn agenda]',
    ]);
  });

  test('is told to each from the day that they know', async () => {
    await open();
    await moves(['2026-11-26', '2026-11-27']);
    // Sanne is at work and hears it at once; Nico is not.
    expect(await sentUntil(...TUESDAY)).toHaveLength(1);
    await moves(['2026-11-27', '2026-11-25'], ['2026-11-25', '2026-12-01']);
    const [, sanne, nico, ...more] = await sentUntil('2026-11-24T09:30:00Z', ...LATER);
    expect(sanne).toContain('van vrijdag 27 november is verzet naar dinsdag 1 december');
    expect(nico).toMatch(/^Nico [\s\S]*van donderdag 26 november is verzet naar dinsdag 1 december/);
    expect(nico!.match(/is verzet naar/g)).toHaveLength(1);
    expect(more).toEqual([]);
  });

  test('and back to where it was: nothing is told', async () => {
    await open({ channel: '#bovenbouw' });
    await moves(['2026-11-26', '2026-11-27'], ['2026-11-27', '2026-11-26']);
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', tijd: '16:00' });
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', tijd: '15:00' });
    expect(await sentUntil(...TUESDAY, ...LATER)).toEqual([]);
  });

  test('and then cancelled: only that, with the reason', async () => {
    await open({ channel: '#bovenbouw' });
    await moves(['2026-11-26', '2026-11-27']);
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-27', reden: 'storm' });
    expect(await sentUntil(...TUESDAY, ...LATER)).toEqual([
      '#bovenbouw 2026-11-24T09:31: Bovenbouw van donderdag 26 november gaat niet door: storm\n[Uit mijn agenda]',
    ]);
  });

  test('takes back an agenda that was shared for a day that nobody heard of', async () => {
    await open({ channel: '#bovenbouw' });
    await moves(['2026-11-26', '2026-11-27']);
    await talk.does('Nadia', 'agenda.delen', { bijeenkomst: '1:2026-11-27' });
    await moves(['2026-11-27', '2026-11-30']);
    const posts = talk.opened.database.sqlite.prepare("select kind || ' ' || subject from post").pluck().all();
    expect(posts).toEqual(['bijeenkomst-gewijzigd meeting:1:2026-11-26']);
  });
});

describe('the button for one’s own calendar', () => {
  const pressed = async (from: number) => {
    const buttons = platform.sent[from]!.notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
    const { intent } = buttons.find(({ label }) => label.endsWith('mijn agenda'))!;
    await talk.does('Sanne', intent.name, intent.args);
    return readCalendar(filesIn(talk.last!)[0]!.content).map(({ uid, start, status }) => [uid, start, status]);
  };

  test('gives the same entry for what was moved, and for what was cancelled', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', MOVE);
    await sentUntil(...TUESDAY);
    const uid = 'leerteam-1-2026-11-23@leerteambot';
    expect(await pressed(0)).toEqual([[uid, '2026-11-30T14:00:00Z', 'CONFIRMED']]);
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-30', reden: 'storm' });
    await sentUntil('2026-11-24T09:01:00Z');
    expect(await pressed(1)).toEqual([[uid, '2026-11-30T14:00:00Z', 'CANCELLED']]);
  });
});

describe('a meeting that was cancelled', () => {
  test('is told with the reason', async () => {
    await open();
    await talk.says('Nico', '/agenda vervalt de helft is op cursus');
    const messages = await sentUntil(...TUESDAY);
    expect(messages).toEqual([
      'Nadia 2026-11-24T09:31: Bovenbouw van donderdag 26 november gaat niet door: de helft is op cursus\n[Uit mijn agenda]',
      'Sanne 2026-11-24T09:31: Bovenbouw van donderdag 26 november gaat niet door: de helft is op cursus\n[Uit mijn agenda]',
    ]);
  });

  test('is told to the chair too when the director cancels', async () => {
    await open();
    await talk.does('Marieke', 'agenda.vervalt', { bijeenkomst: '1:2026-11-26', reden: 'storm' });
    const messages = await sentUntil(...TUESDAY, ...LATER.slice(0, 1));
    expect(messages.map((message) => message.split(' ')[0])).toEqual(['Nadia', 'Sanne', 'Nico']);
  });
});
