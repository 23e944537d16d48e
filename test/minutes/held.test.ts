/** `/agenda ging door` and `/agenda ging niet door` in conversations with the real bot and store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltSchool, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Bovenbouw meets on Thursdays, 15.00-16.00. */
const AFTER = new Date('2026-11-26T15:10:00Z');
const BEFORE = '2026-11-24T09:00:00Z';

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open();
  talk = opened.talk;
  school = opened.schools[0]!;
  talk.now = AFTER;
});
afterEach(() => talk.opened.close());

const store = () => talk.opened.store;
const team = () => school.team('Bovenbouw');
const THIS = () => ({ bijeenkomst: `${team()}:2026-11-26` });
const meetingOn = async (day: string) => (await store().agenda.meetings(team())).find(({ date }) => date === day);
const brings = async (name: string, text: string) => {
  const item = { schoolId: school.id, teamId: team(), kind: 'overig', text, minutes: null, link: '' } as const;
  return (await store().agenda.addItem(stamp(school.person(name), BEFORE), item)).id;
};

describe('it took place', () => {
  test('one click: what was brought is dealt with, and each can be brought back', async () => {
    const [one, two] = [await brings('Sanne', 'toetsdata'), await brings('Nico', 'ouderavond')];
    expect(await talk.does('Nadia', 'agenda.ging-door', THIS())).toMatchInlineSnapshot(`
      "Genoteerd: Bovenbouw van donderdag 26 november ging door.
      Deze punten gelden nu als behandeld. Schoof er toch een door?
      Ingebracht door Sanne: toetsdata
        [Schoof door]
      Ingebracht door Nico: ouderavond
        [Schoof door]
      [Verslag invullen]
      Van Bovenbouw op donderdag 19 november weet ik het ook nog niet. Ging het door?
      [Ging door] [Ging niet door]"
    `);
    expect((await meetingOn('2026-11-26'))!.state).toBe('gehouden');
    expect(await talk.presses('Nadia', 'Schoof door')).toMatchInlineSnapshot(
      `"Dit punt staat op de volgende agenda: Ingebracht door Sanne: toetsdata"`,
    );
    expect(await store().agenda.item(one)).toMatchObject({ state: 'open', carried: 1, meetingId: null });
    expect((await store().agenda.item(two))!.state).toBe('behandeld');
    expect(await talk.does('Nadia', 'agenda.schuif-door', { punt: `id:${one}` })).toContain('er is niets veranderd');
    expect(await talk.does('Nadia', 'agenda.schuif-door', { punt: 'id:99' })).toBe('Dit punt is er niet meer.');
  });

  test('twice, or by two people at once, is once', async () => {
    await brings('Sanne', 'toetsdata');
    const answers = await Promise.all(['Nadia', 'Nico'].map((name) => talk.does(name, 'agenda.ging-door', THIS())));
    expect(answers.sort()[0]).toContain('stond al genoteerd');
    expect(answers[1]).toMatch(/^Genoteerd/);
    expect(answers.every((answer) => answer.includes('toetsdata'))).toBe(true);
    expect((await meetingOn('2026-11-26'))!.version).toBe(2);
    expect(await talk.says('Sanne', '/agenda ging door')).toContain('stond al genoteerd');
  });

  test('a point that leaves the agenda by itself stays until then', async () => {
    await talk.says('Sanne', '/advies Graag een uur extra');
    await talk.says('Nadia', '/agenda ging door');
    expect((await store().agenda.openItems(school.id, team())).map(({ cause }) => cause)).toEqual(['concept-advies']);
  });

  test('the minutes can still follow', async () => {
    await talk.says('Nadia', '/agenda ging door');
    expect(await talk.says('Nadia', '/agenda verslag')).toContain('Het ging door. Er is geen verslag.');
    await talk.presses('Nadia', 'Verslag invullen');
    expect(await talk.fills('Nadia', { besluiten: 'Elke dag lezen' })).toContain('Elke dag lezen');
    expect(await talk.says('Nadia', '/agenda verslag')).toContain('Elke dag lezen');
  });

  test('may be said of an earlier meeting, by the director too; the IB may not', async () => {
    const item = await brings('Sanne', 'toetsdata');
    const args = { bijeenkomst: `${team()}:2026-11-19` };
    expect(await talk.does('Joost', 'agenda.ging-door', args)).toContain('Vraag het aan Nadia.');
    expect(await meetingOn('2026-11-19')).toBeUndefined();
    expect(await talk.does('Marieke', 'agenda.ging-door', args)).toMatchInlineSnapshot(
      `
      "Genoteerd: Bovenbouw van donderdag 19 november ging door.
      Van Bovenbouw op donderdag 26 november weet ik het ook nog niet. Ging het door?
      [Ging door] [Ging niet door]"
    `,
    );
    // It was brought after that meeting.
    expect((await store().agenda.item(item))!.state).toBe('open');
  });

  test('what a later meeting moved on stays open, whatever is said of an earlier one then', async () => {
    const item = await brings('Sanne', 'toetsdata');
    talk.now = new Date('2026-12-03T15:10:00Z');
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { schuift: String(item) });
    expect(await talk.does('Marieke', 'agenda.ging-door', THIS())).not.toContain('toetsdata');
    expect((await store().agenda.item(item))!.state).toBe('open');
  });

  test('an answer of the MT that came after it is for the next one', async () => {
    talk.now = new Date(BEFORE);
    await talk.says('Nadia', '/advies Graag een uur extra');
    talk.now = new Date('2026-11-26T15:30:00Z');
    await talk.says('Marieke', '/advies antwoord 1 overgenomen Dat doen we');
    talk.now = new Date('2026-11-26T15:40:00Z');
    await talk.says('Nadia', '/agenda ging door');
    expect((await store().agenda.openItems(school.id, team())).map(({ cause }) => cause)).toEqual([
      'antwoord van het MT',
    ]);
  });

  test('the director sees points without who brought them, and may bring them back', async () => {
    await brings('Sanne', 'toetsdata');
    const shown = await talk.does('Marieke', 'agenda.ging-door', THIS());
    expect(shown).toContain('toetsdata');
    expect(shown).not.toMatch(/Sanne|Verslag invullen/);
    expect(await talk.presses('Marieke', 'Schoof door')).toBe('Dit punt staat op de volgende agenda: toetsdata');
  });

  test('not before it began', async () => {
    talk.now = new Date('2026-11-26T13:59:00Z');
    expect(await talk.does('Nadia', 'agenda.ging-door', THIS())).toContain('moet nog komen');
    talk.now = new Date('2026-11-26T14:00:00Z');
    expect(await talk.does('Nadia', 'agenda.ging-door', THIS())).toContain('Genoteerd');
  });
});

describe('it did not take place', () => {
  test('asks for a new date first, else for a reason', async () => {
    await brings('Sanne', 'toetsdata');
    expect(await talk.says('Nadia', '/agenda ging niet door')).toMatchInlineSnapshot(`
      "Ging Bovenbouw van donderdag 26 november niet door? Kies meteen een nieuwe datum. Dan weet iedereen waar die aan toe is.
      [Nieuwe datum] [Geen nieuwe datum]"
    `);
    expect(talk.button('Nieuwe datum').intent).toEqual({ name: 'agenda.verzet', args: THIS() });
    expect(await talk.presses('Nadia', 'Geen nieuwe datum')).toMatchInlineSnapshot(`
      "Bovenbouw van donderdag 26 november ging niet door
      Waarom ging het niet door? *: 
      [Opslaan]
      Je team en de directeur lezen dit. Noem geen namen van leerlingen of collega’s."
    `);
    expect(await meetingOn('2026-11-26')).toBeUndefined();
    expect(await talk.fills('Nadia', { reden: 'studiemiddag' })).toMatchInlineSnapshot(
      `"Genoteerd: Bovenbouw van donderdag 26 november ging niet door. De punten staan op de volgende agenda."`,
    );
    expect(await meetingOn('2026-11-26')).toMatchObject({ state: 'vervallen', reason: 'studiemiddag' });
    expect((await store().agenda.openItems(school.id, team())).map(({ text }) => text)).toEqual(['toetsdata']);
  });

  test('with the reason in one line', async () => {
    expect(await talk.says('Nadia', '/agenda ging niet door griep')).toContain('Genoteerd');
    expect(await meetingOn('2026-11-26')).toMatchObject({ state: 'vervallen', reason: 'griep' });
  });

  test('as the minutes say', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const form = talk.form();
    expect(await talk.fills('Nadia', { door: 'nee', besluiten: 'x' }, form)).toContain('Kies meteen een nieuwe datum.');
    expect(talk.last).toMatchObject({ changedNothing: true });
    await talk.presses('Nadia', 'Geen nieuwe datum');
    await talk.fills('Nadia', { reden: 'griep' });
    expect(await talk.fills('Nadia', { besluiten: 'x' }, form)).toContain('ging niet door');
    expect(await store().minutes.decisions(team(), 9)).toEqual([]);
  });

  test('is for chair and director to say', async () => {
    for (const name of ['Sanne', 'Joost']) {
      expect(await talk.does(name, 'agenda.ging-niet-door', { ...THIS(), reden: 'x' })).toContain(
        'Vraag het aan Nadia.',
      );
    }
    expect(await talk.does('Sanne', 'agenda.verslag', { ...THIS(), door: 'nee' })).toContain('Vraag het aan Nadia.');
    expect(await meetingOn('2026-11-26')).toBeUndefined();
    expect(await talk.does('Marieke', 'agenda.ging-niet-door', { ...THIS(), reden: 'griep' })).toContain('Genoteerd');
  });

  test('cannot be said of a meeting that was held, nor twice', async () => {
    await talk.says('Nadia', '/agenda ging door');
    expect(await talk.does('Nadia', 'agenda.ging-niet-door', { ...THIS(), reden: 'x' })).toContain(
      'Dat staat al vast.',
    );
    const earlier = { bijeenkomst: `${team()}:2026-11-19`, reden: 'griep' };
    await talk.does('Nadia', 'agenda.ging-niet-door', earlier);
    expect(await talk.does('Nico', 'agenda.ging-niet-door', { ...earlier, reden: 'anders' })).toContain(
      'ging niet door',
    );
    expect((await meetingOn('2026-11-19'))!.reason).toBe('griep');
  });

  test('a long reason is refused', async () => {
    const reden = 'x'.repeat(201);
    expect(await talk.does('Nadia', 'agenda.ging-niet-door', { ...THIS(), reden })).toContain('te lang');
    expect(await meetingOn('2026-11-26')).toBeUndefined();
  });

  test('one that is still to come is cancelled, so that everybody hears of it', async () => {
    talk.now = new Date('2026-11-26T09:00:00Z');
    await talk.does('Nadia', 'agenda.ging-niet-door', { ...THIS(), reden: 'griep' });
    expect(talk.button('Geen nieuwe datum').intent).toEqual({ name: 'agenda.vervalt', args: THIS() });
    expect(await meetingOn('2026-11-26')).toBeUndefined();
  });
});

test('of a meeting that was moved it says to when', async () => {
  const next = { date: '2026-11-27', time: '15:00', duration: 60 } as never;
  const seen = { teamId: team(), date: '2026-11-26', time: '15:00', duration: 60, version: null } as never;
  const silent = { tells: [], posts: [], changed: [] };
  await store().agenda.move(stamp(school.person('Nadia'), BEFORE), seen, next, [], silent);
  expect(await talk.does('Nadia', 'agenda.ging-door', THIS())).toContain('is verzet naar vrijdag 27 november');
  talk.now = new Date('2026-11-27T15:10:00Z');
  expect(await talk.says('Nadia', '/agenda ging door')).toContain('Bovenbouw van vrijdag 27 november ging door');
});

test('the new date that is offered moves the meeting, also one of the week before', async () => {
  await brings('Sanne', 'toetsdata');
  for (const [day, label] of [
    ['2026-11-26', 'Nieuwe datum'],
    ['2026-11-19', 'Nieuwe datum'],
  ] as const) {
    await talk.does('Nadia', 'agenda.ging-niet-door', { bijeenkomst: `${team()}:${day}` });
    const { intent } = talk.button(label);
    const naar = day === '2026-11-26' ? '2026-12-01' : '2026-11-30';
    await talk.does('Nadia', intent.name, { ...intent.args, naar });
    expect(await meetingOn(day)).toMatchObject({ state: 'verzet', movedTo: naar });
  }
  expect((await store().agenda.openItems(school.id, team())).map(({ text }) => text)).toEqual(['toetsdata']);
});
