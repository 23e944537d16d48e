/** `/pop gesprek`, `gehouden`, `afgezegd` and what the other hears of it, in whole conversations through the digest. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { File } from '../../src/bot/reply.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { Talk } from '../support/talk.ts';
import { REGENBUI, type TalkingSchool, talkingSchool } from './talking-school.ts';

let opened: TalkingSchool;
let talk: Talk;
beforeEach(async () => {
  opened = await talkingSchool();
  ({ talk } = opened);
});

/** The calendar file of the last answer. */
function file(): File {
  const notice = talk.last?.kind === 'notice' ? talk.last : null;
  const part = notice?.parts.find((each) => each.kind === 'file');
  if (part?.kind !== 'file') throw new Error('no file');
  return part.file;
}
/** The line of the calendar file that begins with this word. */
const entry = (word: string) =>
  file()
    .content.split('\r\n')
    .find((line) => line.startsWith(word));
const labels = () => talk.buttons().map(({ label }) => label);

describe('planning a talk', () => {
  it('proposes three days on which both work, after the day on which the other hears of it', async () => {
    // Marieke works on Thursday 26 November, so on Friday she knows; Sanne works on Monday, Tuesday and every other Wednesday.
    expect(await talk.says('Sanne', '/pop gesprek')).toBe(
      [
        'Wanneer is het POP-gesprek met Marieke?',
        'Jullie werken allebei op maandag en dinsdag.',
        '[ma 30 november] [di 1 december] [ma 7 december] [Andere dag]',
      ].join('\n'),
    );
    expect(await talk.presses('Sanne', 'ma 30 november')).toContain(
      'Het POP-gesprek met Marieke staat op maandag 30 november.',
    );
  });

  it('takes a day and a time, and gives the file for the calendar', async () => {
    expect(await talk.says('Sanne', '/pop gesprek 1-12 14.00')).toContain(
      'Het POP-gesprek met Marieke staat op dinsdag 1 december, 14.00.',
    );
    expect(file()).toMatchObject({ name: 'pop-gesprek-marieke.ics', type: 'text/calendar' });
    expect(entry('SUMMARY')).toBe('SUMMARY:POP-gesprek met Marieke');
    expect(entry('DTSTART')).toBe('DTSTART:20261201T130000Z');
    expect(entry('DTEND')).toBe('DTEND:20261201T140000Z');
    expect(entry('CLASS')).toBe('CLASS:PRIVATE');
  });

  it('keeps the uid and raises the sequence when it moves, and strikes it out when it is off', async () => {
    await talk.says('Sanne', '/pop gesprek 1-12 14.00');
    const uid = entry('UID');
    expect([uid, entry('SEQUENCE')]).toEqual([expect.stringMatching(/^UID:pop-\d+@leerteambot$/), 'SEQUENCE:1']);
    await talk.says('Marieke', '/pop gesprek @Sanne 7-12 9.00');
    expect([entry('UID'), entry('SEQUENCE'), entry('STATUS')]).toEqual([uid, 'SEQUENCE:2', 'STATUS:CONFIRMED']);
    await talk.says('Sanne', '/pop');
    await talk.presses('Sanne', 'In mijn agenda');
    expect([entry('UID'), entry('SEQUENCE')]).toEqual([uid, 'SEQUENCE:2']);
    await talk.says('Sanne', '/pop afgezegd');
    expect([entry('UID'), entry('SEQUENCE'), entry('STATUS')]).toEqual([uid, 'SEQUENCE:3', 'STATUS:CANCELLED']);
    // Not every calendar strikes out.
    expect(entry('SUMMARY')).toMatch(/^SUMMARY:Vervalt: POP-gesprek met /);
    // The day that is off is not proposed again.
    expect(labels()).toEqual(['ma 30 november', 'di 1 december', 'di 8 december', 'Andere dag']);
  });

  it.each([
    ['3-12', 'Op donderdag 3 december werk jij niet.', ['ma 7 december', 'di 8 december', 'ma 14 december']],
    ['25-11', 'Op woensdag 25 november werkt Marieke niet.', ['ma 30 november', 'di 1 december', 'ma 7 december']],
    [
      '2-12',
      'Op woensdag 2 december werken jullie allebei niet.',
      ['ma 7 december', 'di 8 december', 'ma 14 december'],
    ],
    ['28-11', 'Op zaterdag 28 november is de school dicht.', ['ma 30 november', 'di 1 december', 'ma 7 december']],
    [
      '22-12',
      'Op dinsdag 22 december is de school dicht: kerstvakantie.',
      ['ma 4 januari 2027', 'di 5 januari 2027', 'ma 11 januari 2027'],
    ],
  ])('on %s proposes three days that fit, and changes nothing', async (day, said, days) => {
    expect(await talk.says('Sanne', `/pop gesprek ${day} 14.00`)).toContain(said);
    expect(labels()).toEqual([...days, 'Andere dag']);
    expect(await talk.says('Sanne', '/pop')).toContain('Nog geen datum.');
    await talk.says('Sanne', `/pop gesprek ${day} 14.00`);
    expect(await talk.presses('Sanne', days[0]!)).toContain('14.00');
  });

  it('says that today may be too late for a message', async () => {
    expect(await talk.says('Sanne', '/pop gesprek vandaag 15.00')).toContain('Zeg het zelf ook tegen Marieke');
    expect(await talk.says('Sanne', '/pop gesprek 30-11')).toContain('Zeg het zelf ook tegen Marieke');
    expect(await talk.says('Sanne', '/pop gesprek 1-12')).toContain('Marieke hoort het in het volgende bericht.');
  });

  it('says so when there is no day left', async () => {
    await talk.says('Marieke', '/afwezig vanaf morgen');
    const none =
      'Ik kan nu geen dag voorstellen waarop jullie allebei kunnen. Kies zelf een dag, of probeer het later opnieuw.';
    expect(await talk.says('Sanne', '/pop gesprek')).toBe(
      `Wanneer is het POP-gesprek met Marieke?\n${none}\n[Andere dag]`,
    );
    expect(await talk.says('Sanne', '/pop gesprek 30-11')).toBe(
      `Op maandag 30 november kan Marieke niet.\n${none}\n[Andere dag]`,
    );
    // Who is away reads how to end it.
    expect(await talk.says('Marieke', '/pop gesprek @Sanne')).toContain(
      `${none}\nBen je er dan wel? Typ /ik-ben-er.\n[Andere dag]`,
    );
  });

  it('says so when their working days have none in common, and when the school does not open any more', async () => {
    await talk.says('Nadia', '/instellingen');
    await talk.fills('Nadia', { [`dagen-${opened.school.id}`]: 'wo' });
    expect(await talk.says('Nadia', '/pop gesprek')).toContain('Kloppen jullie werkdagen?');
    talk.now = new Date('2027-07-26T08:00:00Z');
    expect(await talk.says('Sanne', '/pop gesprek 27-7')).toBe(
      'Op dinsdag 27 juli is de school dicht: zomervakantie.\nDit schooljaar komt er geen schooldag meer.\n[Andere dag]',
    );
  });

  it('sees the absence of either', async () => {
    await talk.says('Marieke', '/afwezig 30 november t/m 11 december');
    await talk.says('Sanne', '/pop gesprek');
    expect(labels()).toEqual(['ma 14 december', 'di 15 december', 'ma 4 januari 2027', 'Andere dag']);
    expect(await talk.says('Sanne', '/pop gesprek 1-12')).toContain('Op dinsdag 1 december kan Marieke niet.');
    expect(await talk.says('Marieke', '/pop gesprek @Sanne 1-12')).toMatch(/ben jij afwezig.*\/ik-ben-er/s);
    await talk.says('Sanne', '/afwezig 1 december');
    expect(await talk.says('Sanne', '/pop gesprek 1-12')).toContain('kunnen jullie allebei niet');
  });

  it.each([
    ['20-11', 'Die dag is voorbij: vrijdag 20 november. Is het POP-gesprek toen geweest?'],
    ['24-11 8.00', 'Dat tijdstip is voorbij.'],
    ['1-12 3.00', 'Ik begrijp de tijd "3.00" niet.'],
    ['1-9-2027', 'Die dag valt na dit schooljaar. Kies een dag tot en met 31 juli 2027.'],
  ])('refuses %s', async (typed, said) => {
    expect(await talk.says('Sanne', `/pop gesprek ${typed}`)).toContain(said);
    expect(await talk.says('Sanne', '/pop')).toContain('Nog geen datum.');
  });

  it('takes another day by the form, and gives it back when it does not fit', async () => {
    await talk.says('Sanne', '/pop gesprek');
    await talk.presses('Sanne', 'Andere dag');
    expect(talk.form().fields.map(({ name }) => name)).toEqual(['datum', 'tijd']);
    expect(await talk.fills('Sanne', { datum: '2026-12-14', tijd: '25:00' })).toContain('Ik begrijp de tijd');
    await talk.presses('Sanne', 'Verder invullen');
    expect(await talk.fills('Sanne', { tijd: '15:30' })).toContain('maandag 14 december, 15.30');
  });

  it('keeps its time on the same day, says when it is gone on another, and loses it by the form alone', async () => {
    await talk.says('Sanne', '/pop gesprek 1-12 14.00');
    expect(await talk.says('Sanne', '/pop gesprek 1-12')).toContain(
      'Het POP-gesprek met Marieke stond al op dinsdag 1 december, 14.00.',
    );
    expect(entry('SEQUENCE')).toBe('SEQUENCE:1');
    expect(await talk.says('Sanne', '/pop gesprek 7-12')).toContain(
      'is verzet naar maandag 7 december.\nDe tijd van 14.00 geldt niet meer.',
    );
    expect(labels()).toContain('Tijd toevoegen');
    await talk.presses('Sanne', 'Tijd toevoegen');
    const timed = await talk.fills('Sanne', { tijd: '15:00' });
    expect(timed).toContain('is verzet naar maandag 7 december, 15.00.');
    expect(timed).not.toContain('geldt niet meer');
    await talk.says('Sanne', '/pop gesprek');
    await talk.presses('Sanne', 'Andere dag');
    expect(await talk.fills('Sanne', { tijd: '' })).toContain('is verzet naar maandag 7 december.\nDe tijd van 15.00');
  });

  it('may be said to be today when it was this morning', async () => {
    await talk.says('Sanne', '/pop gesprek vandaag 10.00');
    talk.now = new Date('2026-11-24T13:00:00Z');
    expect(await talk.says('Sanne', '/pop gesprek vandaag')).toContain('stond al op dinsdag 24 november, 10.00.');
  });

  it('tells a lead who has two talks at the same time, and nobody else', async () => {
    await talk.says('Nadia', '/pop gesprek 1-12 15.15');
    const both = 'Let op: dan staat er voor jou al iets: POP-gesprek met Nadia (15.15).';
    const sanne = await talk.says('Sanne', '/pop gesprek 1-12 14.30');
    expect(sanne).toContain('Het POP-gesprek met Marieke staat op dinsdag 1 december, 14.30.');
    expect(sanne).not.toMatch(/Let op|Nadia/);
    expect((await opened.morning('2026-11-26')).get('Marieke')).toContain(both);
    // It may stand, and one talk follows another without overlap.
    expect(await talk.says('Marieke', '/pop gesprek @Sanne 1-12 15.00')).toMatch(/is verzet naar .*15.00.*Let op/s);
    expect(await talk.says('Marieke', '/pop gesprek @Sanne 1-12 14.15')).not.toContain('Let op');
  });

  it('tells whoever plans of their own meeting at that time', async () => {
    const team = { team: 'Bovenbouw', chair: 'Sanne', day: 'di', time: localTime('14:00'), duration: 60 } as const;
    const { talk: other } = await Talk.open({ ...REGENBUI, teams: [team] });
    other.now = talk.now;
    expect(await other.says('Sanne', '/pop gesprek 1-12 14.30')).toContain(
      'Let op: dan staat er voor jou al iets: Leerteam Bovenbouw (14.00).',
    );
    expect(await other.says('Sanne', '/pop gesprek 1-12 15.00')).not.toContain('Let op');
    expect(await other.says('Marieke', '/pop gesprek @Sanne 1-12 14.00')).not.toContain('Bovenbouw');
  });

  it('is about my own talk when I name my own lead', async () => {
    expect(await talk.says('Sanne', '/pop gesprek 1-12 met Marieke')).toContain('met Marieke staat op');
    expect(await talk.says('Nico', '/pop gesprek 25-11 met Sanne')).toContain('Het POP-gesprek met Sanne');
  });

  it('does not overwrite what the other planned meanwhile', async () => {
    await talk.says('Sanne', '/pop gesprek');
    const old = talk.last;
    await talk.says('Marieke', '/pop gesprek @Sanne 7-12');
    talk.last = old;
    expect(await talk.presses('Sanne', 'ma 30 november')).toContain('Iemand heeft dit intussen veranderd.');
    expect(await talk.says('Sanne', '/pop')).toContain('Op maandag 7 december.');
  });

  it('does not call off another day that the other chose meanwhile', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    const old = talk.last;
    await talk.says('Marieke', '/pop gesprek @Sanne 8-12');
    talk.last = old;
    expect(await talk.presses('Sanne', 'Gaat niet door')).toContain('Iemand heeft dit intussen veranderd.');
    expect(await talk.says('Sanne', '/pop')).toContain('Op dinsdag 8 december.');
  });

  it('is done once by one press, and shows what is stored', async () => {
    const line = '/pop gesprek 1-12';
    await talk.says('Sanne', line, 'message');
    expect(await talk.says('Sanne', line, 'message')).toContain('Je POP · 2026-2027');
    expect(await talk.says('Sanne', line)).toContain('Het POP-gesprek met Marieke stond al op dinsdag 1 december.');
    expect(entry('SEQUENCE')).toBe('SEQUENCE:1');
  });
});

it('a talk with a lead who left can be called off, and the answer says whom to ask', async () => {
  await talk.says('Nadia', '/pop gesprek 1-12 14.00');
  const uid = entry('UID');
  // Marieke was the only director.
  talk.opened.database.sqlite.exec(
    `update employment set until_day = '2026-11-24' where person_id = ${opened.school.person('Marieke')}`,
  );
  talk.now = new Date('2026-11-25T08:00:00Z');
  const steps = await talk.says('Nadia', '/pop');
  expect(steps).toContain('[Gaat niet door]');
  expect(steps).toContain('Je hebt nog geen leidinggevende in Leerteambot.');
  expect(await talk.presses('Nadia', 'Gaat niet door')).toContain(
    'Het POP-gesprek op dinsdag 1 december, 14.00 gaat niet door.\nJe hebt nog geen leidinggevende in Leerteambot.',
  );
  expect([entry('UID'), entry('STATUS'), entry('SUMMARY')]).toEqual([
    uid,
    'STATUS:CANCELLED',
    'SUMMARY:Vervalt: POP-gesprek',
  ]);
  expect(await talk.says('Nadia', '/pop')).toContain('Nog geen datum.');
  expect(await talk.says('Nadia', '/pop afgezegd')).toContain('Je hebt nog geen leidinggevende');
});

describe('a step out of order', () => {
  it('asks whether a talk that is to come was held already', async () => {
    await talk.says('Sanne', '/pop gesprek 1-12');
    expect(await talk.says('Sanne', '/pop gehouden')).toBe(
      [
        'Het POP-gesprek met Marieke staat op dinsdag 1 december. Is het al geweest?',
        '[Ja, vandaag] [Ja, op een andere dag] [Nee, kies een dag]',
      ].join('\n'),
    );
    expect(await talk.presses('Sanne', 'Ja, vandaag')).toContain('was op 24 november');
  });

  it('asks whether a talk without a date was held, and on which day', async () => {
    expect(await talk.says('Sanne', '/pop gehouden')).toContain('Is het POP-gesprek met Marieke al geweest?');
    await talk.presses('Sanne', 'Ja, op een andere dag');
    expect(await talk.fills('Sanne', { datum: '2026-12-24' })).toContain('Die dag moet nog komen');
    await talk.presses('Sanne', 'Verder invullen');
    expect(await talk.fills('Sanne', { datum: '2026-07-24' })).toContain('Die dag valt voor dit schooljaar');
    await talk.presses('Sanne', 'Verder invullen');
    expect(await talk.fills('Sanne', { datum: '2026-11-19' })).toContain('was op 19 november');
  });

  it('takes a day without a year as the last one of this school year', async () => {
    await talk.says('Sanne', '/pop gesprek 1-12');
    talk.now = new Date('2027-05-21T09:00:00Z');
    expect(await talk.says('Marieke', '/pop gehouden @Sanne 1-12')).toContain('was op 1 december 2026');
    expect(await talk.says('Sanne', '/pop gehouden 8-2')).toContain('het opvolggesprek met Marieke was op 8 februari');
    expect(await talk.says('Sanne', '/pop gehouden 1-6')).toContain('Die dag moet nog komen: dinsdag 1 juni.');
    expect(await talk.says('Sanne', '/pop gehouden dinsdag')).toContain('was op 18 mei');
  });

  it('asks about the day on which it stood before it takes another', async () => {
    await talk.says('Sanne', '/pop gesprek 30-11');
    talk.now = new Date('2026-12-08T09:00:00Z');
    expect(await talk.says('Sanne', '/pop gesprek 14-12')).toContain(
      'Het POP-gesprek met Marieke stond op maandag 30 november. Is het geweest?',
    );
    expect(labels()).toEqual(['Ja, op 30 november', 'Ja, op een andere dag', 'Nee, kies een dag']);
    await talk.presses('Sanne', 'Nee, kies een dag');
    expect(await talk.presses('Sanne', 'ma 14 december')).toContain('is verzet naar maandag 14 december');
  });

  it('asks about the talk of November before that of February, and lets it be', async () => {
    talk.now = new Date('2027-02-02T09:00:00Z');
    const february = { gesprek: 'opvolging', datum: '2027-02-09' };
    expect(await talk.does('Sanne', 'pop.gesprek', february)).toContain('Is het POP-gesprek met Marieke al geweest?');
    expect(labels()).toEqual(['Ja, vandaag', 'Ja, op een andere dag', 'Nee, kies een dag', 'Nee, sla het over']);
    expect(await talk.presses('Sanne', 'Nee, sla het over')).toContain(
      'Het opvolggesprek met Marieke staat op dinsdag 9 februari.',
    );
    // The next open talk is still that of November.
    expect(await talk.says('Sanne', '/pop gehouden 17-11-2026')).toContain(
      'het POP-gesprek met Marieke was op 17 november',
    );
    talk.now = new Date('2027-02-16T09:00:00Z');
    expect(await talk.says('Sanne', '/pop gehouden')).toContain('het opvolggesprek met Marieke was op 9 februari');
    expect(labels()).toEqual(['Plan het evaluatiegesprek', 'Ongedaan maken']);
    await talk.presses('Sanne', 'Plan het evaluatiegesprek');
    // Not before the middle of May.
    expect(labels()[0]).toBe('di 18 mei');
  });

  it('is about the talk whose day is there when the one before it was left out, and asks about that no more once it was held', async () => {
    talk.now = new Date('2027-02-02T09:00:00Z');
    await talk.does('Sanne', 'pop.gesprek', { gesprek: 'opvolging', datum: '2027-02-09', toch: 'ja' });
    talk.now = new Date('2027-02-16T09:00:00Z');
    expect(await talk.says('Sanne', '/pop gehouden')).toContain('het opvolggesprek met Marieke was op 9 februari');
    talk.now = new Date('2027-05-18T09:00:00Z');
    expect(await talk.says('Sanne', '/pop gesprek 31-5')).toContain('Het evaluatiegesprek met Marieke staat op');
    // That it was held all the same may still be said.
    expect(await talk.says('Sanne', '/pop')).toMatch(
      /POP-gesprek · ○ nog open\n {2}Nog geen datum\.\n {2}\[Is geweest\]/,
    );
    await talk.presses('Sanne', 'Is geweest');
    expect(talk.form().intent.args).toMatchObject({ gesprek: 'gesprek' });
  });

  it('asks before a day on which the talk is not open yet, or that is before the one before it', async () => {
    await talk.says('Sanne', '/pop gehouden 23-11');
    const early = 'Het opvolggesprek is meestal vanaf 1 februari 2027. Toch op dinsdag 1 december?';
    expect(await talk.says('Sanne', '/pop gesprek 1-12 14.00')).toBe(`${early}\n[Ja, op 1 december] [Andere dag]`);
    expect(await talk.presses('Sanne', 'Ja, op 1 december')).toContain(
      'Het opvolggesprek met Marieke staat op dinsdag 1 december, 14.00.',
    );
    // The same day at another time is not asked again.
    expect(await talk.says('Sanne', '/pop gesprek 1-12 15.00')).toContain('is verzet naar');
    const next = { gesprek: 'evaluatie', toch: 'ja', datum: '2026-11-30' };
    expect(await talk.does('Sanne', 'pop.gesprek', next)).toContain(
      'Het opvolggesprek staat op dinsdag 1 december, 15.00. Toch het evaluatiegesprek op maandag 30 november?',
    );
    expect(await talk.does('Sanne', 'pop.gesprek', { ...next, datum: '2027-05-18' })).toContain('staat op dinsdag');
    expect(await talk.does('Sanne', 'pop.gesprek', { gesprek: 'opvolging', datum: '2027-05-25' })).toContain(
      'Het evaluatiegesprek staat op dinsdag 18 mei 2027. Toch het opvolggesprek op dinsdag 25 mei 2027?',
    );
  });

  it('ends when all talks were held', async () => {
    for (const gesprek of ['gesprek', 'opvolging', 'evaluatie']) {
      await talk.does('Sanne', 'pop.gehouden', { gesprek, datum: '2026-11-23' });
    }
    for (const line of ['/pop gesprek 1-12', '/pop gehouden', '/pop afgezegd', '/pop agenda']) {
      expect(await talk.says('Sanne', line)).toBe('Alle POP-gesprekken van dit schooljaar zijn geweest.');
    }
    expect(await talk.does('Sanne', 'pop.gesprek', { gesprek: 'gesprek', datum: '2026-12-01' })).toContain(
      'Het POP-gesprek met Marieke is al geweest, op 23 november.',
    );
  });
});

describe('the other hears in their next digest', () => {
  it('of a talk that was planned and moved, once, with the same entry for the calendar', async () => {
    await talk.says('Sanne', '/pop gesprek 30-11 14.00');
    await talk.says('Sanne', '/pop gesprek 1-12 15.00');
    const uid = entry('UID');
    // Marieke does not work on Wednesday.
    expect(await opened.morning('2026-11-25')).toEqual(new Map());
    const thursday = await opened.morning('2026-11-26');
    expect([...thursday.keys()]).toEqual(['Marieke']);
    expect(thursday.get('Marieke')).toContain(
      'Sanne heeft een POP-gesprek met je gepland op dinsdag 1 december, 15.00.',
    );
    expect([entry('UID'), entry('SEQUENCE')]).toEqual([uid, 'SEQUENCE:2']);
    expect(entry('SUMMARY')).toBe('SUMMARY:POP-gesprek met Sanne');
    await talk.presses('Marieke', 'Andere dag');
    await talk.presses('Marieke', 'ma 7 december');
    const monday = await opened.morning('2026-11-30');
    expect([...monday.keys()]).toEqual(['Sanne']);
    expect(monday.get('Sanne')).toContain(
      'Marieke heeft jullie POP-gesprek verzet van dinsdag 1 december, 15.00 naar maandag 7 december.',
    );
    expect([entry('UID'), entry('SEQUENCE')]).toEqual([uid, 'SEQUENCE:3']);
  });

  it('that it is off, when they knew of it', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12 14.00');
    await opened.morning('2026-11-26');
    await talk.says('Sanne', '/pop afgezegd');
    const friday = await opened.morning('2026-11-27');
    expect(friday.get('Marieke')).toContain('Het POP-gesprek met Sanne van maandag 7 december, 14.00 gaat niet door.');
    expect(entry('STATUS')).toBe('STATUS:CANCELLED');
  });

  it('that their own plan is off', async () => {
    await talk.says('Marieke', '/pop gesprek @Sanne 7-12');
    await talk.says('Sanne', '/pop afgezegd');
    expect((await opened.morning('2026-11-26')).get('Marieke')).toContain('gaat niet door');
  });

  it('nothing of a plan that was off again before they heard of it, or that is where they know it to be', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await talk.says('Sanne', '/pop afgezegd');
    expect(await opened.morning('2026-11-26')).toEqual(new Map());
    await talk.says('Marieke', '/pop gesprek @Sanne 7-12');
    await opened.morning('2026-11-30');
    await talk.says('Sanne', '/pop gesprek 14-12');
    await talk.says('Sanne', '/pop gesprek 7-12');
    expect(await opened.morning('2026-12-01')).toEqual(new Map());
  });

  it('not that it was moved from a day that they never heard of', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-25');
    await talk.says('Sanne', '/pop gesprek 8-12');
    expect((await opened.morning('2026-11-26')).get('Marieke')).toContain(
      'Sanne heeft een POP-gesprek met je gepland op dinsdag 8 december.',
    );
  });

  it('nothing of what they changed themselves before the message came', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await talk.says('Marieke', '/pop gesprek @Sanne 8-12');
    expect((await opened.morning('2026-11-26')).get('Marieke')).toBeUndefined();
    expect((await opened.morning('2026-11-30')).get('Sanne')).toContain('verzet van maandag 7 december naar dinsdag');
  });

  it('that the day does not fit any more, when somebody is away then', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-26');
    const said = await talk.says('Sanne', '/afwezig 7 t/m 8 december');
    expect(said).toContain(
      'Het POP-gesprek met Marieke is op maandag 7 december. Op maandag 7 december ben jij afwezig.',
    );
    expect(labels()).toEqual(['Ongedaan maken', 'Andere dag', 'Gaat niet door']);
    const friday = (await opened.morning('2026-11-27')).get('Marieke');
    expect(friday).toContain(
      'Het POP-gesprek met Sanne is op maandag 7 december. Op maandag 7 december kan Sanne niet.',
    );
    await talk.presses('Marieke', 'ma 14 december');
    expect((await opened.morning('2026-11-30')).get('Sanne')).toContain('naar maandag 14 december');
  });

  it('so too when the director says that somebody is away, who does not learn of the talk', async () => {
    await talk.says('Nico', '/pop gesprek 9-12');
    await opened.morning('2026-11-30');
    expect(await talk.says('Marieke', '/afwezig @Nico 9 december')).not.toMatch(/POP|gesprek/);
    const tuesday = await opened.morning('2026-12-01');
    expect([...tuesday.keys()]).toEqual(['Sanne']);
    expect(tuesday.get('Sanne')).toContain('Op woensdag 9 december kan Nico niet.');
  });

  it('that the day does not fit instead of the plan, when it was lost before they heard of it', async () => {
    await talk.says('Nico', '/pop gesprek 9-12');
    await talk.says('Nico', '/afwezig 9 december');
    const heard = (await opened.morning('2026-11-30')).get('Sanne');
    expect(heard).toContain('Op woensdag 9 december kan Nico niet.');
    expect(heard).not.toContain('gepland op');
    expect(heard!.match(/kan Nico niet/g)).toHaveLength(1);
  });

  it('a director who says that somebody is away sees the talk that they have together', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-26');
    expect(await talk.says('Marieke', '/afwezig @Sanne vanaf 7 december')).toContain(
      'Het POP-gesprek met Sanne is op maandag 7 december. Op maandag 7 december kan Sanne niet.',
    );
    expect(labels()).toEqual(['Ongedaan maken', 'Andere dag', 'Gaat niet door']);
  });

  it('and until it has another day it has none in every list, also when working days changed', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-26');
    expect(await talk.says('Marieke', '/pop overzicht')).toContain('1 van 2 collega’s heeft nog geen datum');
    await talk.says('Sanne', '/instellingen');
    await talk.fills('Sanne', { [`dagen-${opened.school.id}`]: 'di' });
    const lead = await talk.says('Marieke', '/pop overzicht');
    expect(lead).toContain('2 van 2 collega’s hebben nog geen datum die past voor het POP-gesprek: Nadia en Sanne.');
    expect(lead).toContain('POP-gesprek op maandag 7 december: die dag past niet meer');
    expect(await talk.says('Sanne', '/pop')).toContain('Stond op maandag 7 december. Die dag past niet meer.');
    expect(await talk.says('Sanne', '/start')).toContain(
      'Het POP-gesprek met Marieke staat op maandag 7 december. Die dag past niet meer.',
    );
    await talk.says('Sanne', '/pop gesprek 8-12');
    expect(await talk.says('Marieke', '/pop overzicht')).toContain('1 van 2 collega’s heeft nog geen datum voor');
  });

  it('nothing of that when it was moved or when they are back before the message comes', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-26');
    await talk.says('Sanne', '/afwezig 7 t/m 8 december');
    await talk.presses('Sanne', 'Ongedaan maken');
    expect(await opened.morning('2026-11-27')).toEqual(new Map());
  });

  it('that a planned talk is with another lead: the person, the new lead and the one before', async () => {
    await talk.says('Nico', '/pop gesprek 9-12 14.00');
    await opened.morning('2026-11-30');
    const uid = entry('UID');
    await talk.says('Marieke', '/school medewerker Nico');
    expect(await talk.fills('Marieke', { leidinggevende: 'directeur' })).toBe('Opgeslagen: Nico.\n[Collega’s]');
    const tuesday = await opened.morning('2026-12-01');
    expect([...tuesday.keys()].sort()).toEqual(['Marieke', 'Sanne']);
    expect(tuesday.get('Sanne')).toContain(
      'Nico heeft een andere leidinggevende. Het POP-gesprek van woensdag 9 december, 14.00 doe jij niet meer.',
    );
    expect(tuesday.get('Marieke')).toContain(
      'Jij bent nu leidinggevende van Nico. Jullie POP-gesprek is op woensdag 9 december, 14.00.',
    );
    const wednesday = await opened.morning('2026-12-02');
    expect([...wednesday.keys()]).toEqual(['Nico']);
    expect(wednesday.get('Nico')).toContain('Je POP-gesprek op woensdag 9 december, 14.00 is nu met Marieke.');
    expect([entry('UID'), entry('SUMMARY')]).toEqual([uid, 'SUMMARY:POP-gesprek met Marieke']);
    // The same lead again: nobody hears anything.
    await talk.says('Marieke', '/school medewerker Nico');
    await talk.fills('Marieke', { pop: 'ja' });
    expect(await opened.morning('2026-12-03')).toEqual(new Map());
  });

  it('that the school is closed that day, and nobody else hears of it', async () => {
    await talk.says('Nico', '/pop gesprek 9-12');
    await opened.morning('2026-11-30');
    const days = { school: `id:${opened.school.id}`, soort: 'vrij', van: '2026-12-09' };
    expect(await talk.does('Marieke', 'school.dag-erbij', days)).not.toMatch(/POP|Nico/);
    const heard = [...(await opened.morning('2026-12-01')), ...(await opened.morning('2026-12-02'))];
    expect(heard.map(([name]) => name)).toEqual(['Sanne', 'Nico']);
    for (const [, text] of heard) expect(text).toContain('Op woensdag 9 december is de school dicht');
  });

  it('that a talk was held, and may say that it was not', async () => {
    await talk.says('Sanne', '/pop gehouden 23-11');
    const heard = (await opened.morning('2026-11-26')).get('Marieke');
    expect(heard).toContain('Sanne zegt dat jullie POP-gesprek is geweest, op 23 november.');
    expect(await talk.presses('Marieke', 'Klopt niet')).toContain('staat weer op nog niet geweest');
    expect((await opened.morning('2026-11-30')).get('Sanne')).toContain(
      'Marieke zegt dat jullie POP-gesprek nog niet is geweest.',
    );
    // A slip that was mended before anybody heard of it.
    await talk.says('Sanne', '/pop gehouden 23-11');
    await talk.presses('Sanne', 'Ongedaan maken');
    const after = (await opened.morning('2026-12-01')).get('Marieke') ?? '';
    expect(after).not.toContain('is geweest');
  });

  it('that somebody wants to talk it over, once a day, and never what about', async () => {
    await talk.says('Nico', '/pop overleg');
    await talk.does('Nico', 'pop.overleg', {});
    const heard = (await opened.morning('2026-11-25')).get('Sanne')!;
    expect(heard.match(/Nico wil met je overleggen over de POP\./g)).toHaveLength(1);
    await talk.presses('Sanne', 'Bekijken');
    expect(talk.last?.kind === 'notice' && talk.last.title).toEqual([{ text: 'De POP van Nico · 2026-2027' }]);
    expect(await talk.says('Nico', '/pop overleg over mijn plan')).toContain('Waarover je wilt praten, vraag ik niet.');
  });

  it('also as a lead who works at another school, on their own days', async () => {
    const { store } = talk.opened;
    const { school } = opened;
    const bea = (await store.people.actorByEmail('bea@example.org', '2026-11-24' as never))!;
    const staff = await store.school.staff(school.id, '2026-11-24' as never);
    const marieke = staff.find(({ name }) => name === 'Marieke')!;
    const by = { by: null, at: talk.now, act: 'test', once: null };
    await store.school.changeStaff(by, school.id, marieke.id, marieke, { ...marieke, leadId: bea.id });
    expect(await talk.says('Marieke', '/pop gesprek 30-11')).toContain('Het POP-gesprek met Bea staat op maandag');
    expect((await opened.morning('2026-11-25')).get('Bea')).toContain('Marieke heeft een POP-gesprek met je gepland');
    expect(await talk.says('Bea', '/pop overzicht')).toContain('Marieke');
    expect(await talk.says('Bea', '/pop')).not.toContain('Sanne');
  });

  it('whatever they switched off', async () => {
    await talk.says('Sanne', '/pop gesprek 7-12');
    await opened.morning('2026-11-26');
    expect(await talk.presses('Marieke', 'Niet meer over dit onderwerp')).toContain(
      'Een afspraak die met jou is gepland, hoor je altijd.',
    );
    expect(await talk.does('Marieke', 'nudge.mute', { subject: 'pop:2026-2027' })).not.toContain('altijd');
    await talk.says('Sanne', '/pop gesprek 8-12');
    expect((await opened.morning('2026-11-27')).get('Marieke')).toContain('verzet');
  });
});

it('says it in English to who reads English', async () => {
  await talk.says('Nadia', '/instellingen');
  await talk.fills('Nadia', { taal: 'en' });
  expect(await talk.says('Nadia', '/pop gesprek 1-12 14:00')).toContain(
    'The POP talk with Marieke is on Tuesday 1 December, 14:00.',
  );
  expect(file().name).toBe('pop-talk-marieke.ics');
});
