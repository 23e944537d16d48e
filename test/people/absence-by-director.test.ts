/** `/afwezig @Sanne 12 t/m 16 januari` and `/ik-ben-er @Sanne`: a director says it, and the person hears so. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/bot/plain.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { FakePlatform, type SentDigest } from '../delivery/fake-platform.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff,
    { name: 'Sanne de Vries' },
    { name: 'Vera Smit' },
    { name: 'Vera de Wit' },
    { name: 'Ad', roles: ['beheerder'] },
    { name: 'Lies', until: localDate('2026-10-30') },
    { name: 'Eva', from: localDate('2027-01-04') },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem' },
  staff: [{ name: 'Piet', roles: ['directeur'] }, { name: 'Otto' }],
};

let talk: Talk;
let school: BuiltSchool;
/** It is Tuesday 24 November 2026. */
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, OTHER);
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const absences = (name: string) => talk.opened.store.people.absences(school.person(name), localDate('2026-01-01'));
const told = () =>
  talk.opened.database.sqlite
    .prepare("select receiver_id as receiver, subject from outbox where kind = 'afwezig-gemeld' order by id")
    .all();

/** What Nadia got in the digests from the day of the talk up to and including that day. */
async function digests(until: string, name?: string): Promise<readonly string[]> {
  return (await notices(until, name)).map(({ text }) => text);
}

async function notices(until: string, name = 'Nadia'): Promise<readonly SentDigest[]> {
  const platform = new FakePlatform();
  const { tick } = strictTick({
    store: talk.opened.store,
    platform,
  });
  for (let day = talk.now; day <= new Date(`${until}T09:00:00Z`); day = new Date(day.getTime() + 86_400_000)) {
    await tick(day);
  }
  return platform.sent.filter(({ to, text }) => to === school.person(name) && text.includes('gaf iets door'));
}

describe('the director', () => {
  test.each([
    ['/afwezig @Nadia 12 t/m 16 januari', 'Nadia', '2027-01-12', '2027-01-16'],
    ['/afwezig @nadia vanaf morgen', 'Nadia', '2026-11-25', null],
    ['/afwezig nadia@example.org morgen', 'Nadia', '2026-11-25', '2026-11-25'],
    ['/afwezig @Sanne de Vries morgen', 'Sanne de Vries', '2026-11-25', '2026-11-25'],
    ['/afwezig @Eva 11 januari', 'Eva', '2027-01-11', '2027-01-11'],
  ])('%s', async (line, name, from, until) => {
    expect(await talk.says('Marieke', line)).toMatch(new RegExp(`^Genoteerd: ${name} is er niet `));
    expect(await absences(name)).toEqual([{ from, until }]);
    expect(told()).toEqual([{ receiver: school.person(name), subject: `person:${school.person('Marieke')}` }]);
  });

  test('from the list of people: with the mouse alone', async () => {
    await talk.says('Marieke', '/school mensen');
    const row = () => {
      const list = talk.last!.kind === 'notice' ? talk.last!.parts.find(({ kind }) => kind === 'list') : null;
      if (list?.kind !== 'list') throw new Error('no list');
      return list.rows.find(({ title }) => title[0]!.text === 'Nadia')!.buttons!.map(({ label }) => label);
    };
    expect(row()).toEqual(['Wijzigen', 'Afwezig', 'Uit dienst']);
    expect(await talk.does('Marieke', 'afwezig', { wie: `id:${school.person('Nadia')}` })).toMatchInlineSnapshot(`
      "Wanneer is Nadia er niet?
      Nadia hoort van me dat jij dit doorgaf.
      Eerste dag *: 2026-11-24
      Laatste dag: 
      [Opslaan]
      Ik bewaar alleen de datums, geen reden."
    `);
    expect(await talk.fills('Marieke', { tot: '2026-11-20' })).toMatch(
      /laatste dag ligt voor de eerste.*\[Verder invullen\]$/s,
    );
    await talk.presses('Marieke', 'Verder invullen');
    expect(await talk.fills('Marieke', { tot: '2026-11-26' })).toMatchInlineSnapshot(`
      "Genoteerd: Nadia is er niet van dinsdag 24 november tot en met donderdag 26 november. Nadia hoort van me dat jij dit doorgaf.
      [Is er weer] [Ongedaan maken]"
    `);
    await talk.says('Marieke', '/school mensen');
    expect(row()).toEqual(['Wijzigen', 'Is er weer', 'Uit dienst']);
    talk.now = new Date('2026-11-25T08:30:00Z');
    await talk.does('Marieke', 'ik-ben-er', { wie: `id:${school.person('Nadia')}` });
    expect(plain(talk.last!)).toBe('Genoteerd: Nadia is er weer. Nadia hoort van me dat jij dit doorgaf.');
    expect(await absences('Nadia')).toEqual([{ from: '2026-11-24', until: '2026-11-24' }]);
  });

  test('takes it back, and what the person said before is there again', async () => {
    await talk.says('Nadia', '/afwezig 1 december');
    await talk.says('Marieke', '/afwezig @Nadia 2 december');
    expect(await talk.presses('Marieke', 'Ongedaan maken')).toMatchInlineSnapshot(`
      "Ongedaan gemaakt: de afwezigheid van Nadia van dinsdag 1 december tot en met woensdag 2 december geldt niet meer. Nadia hoort dat van me.
      Wat er eerder stond, staat er weer: Nadia is er niet op dinsdag 1 december."
    `);
    expect(await absences('Nadia')).toEqual([{ from: '2026-12-01', until: '2026-12-01' }]);
    const gone = { wie: `id:${school.person('Nadia')}`, van: '2026-12-09' };
    expect(await talk.does('Marieke', 'afwezig.ongedaan', gone)).toBe(
      'De afwezigheid van Nadia vanaf woensdag 9 december staat er niet meer, of is intussen veranderd. Er is niets gedaan.',
    );
  });

  test('about somebody who is back already, or not away yet', async () => {
    expect(await talk.says('Marieke', '/ik-ben-er @Nadia')).toBe('Nadia stond niet als afwezig. Alles staat goed.');
    await talk.says('Marieke', '/afwezig @Nadia 12 januari');
    expect(await talk.says('Marieke', '/ik-ben-er @Nadia')).toBe(
      'Nadia staat nu niet als afwezig. Later is Nadia er niet:\nop dinsdag 12 januari 2027\n  [Ongedaan maken]',
    );
    await talk.presses('Marieke', 'Ongedaan maken');
    expect(await absences('Nadia')).toEqual([]);
  });

  test('about oneself nobody is told', async () => {
    expect(await talk.says('Marieke', '/afwezig @Marieke morgen')).toMatch(/^Genoteerd: je bent er niet op woensdag/);
    expect(await talk.says('Nadia', '/afwezig @Nadia morgen')).toMatch(/^Genoteerd: je bent er niet op woensdag/);
    expect(told()).toEqual([]);
  });

  test.each([
    ['/afwezig @Nadia', /^Wanneer is Nadia er niet\?/],
    ['/afwezig @Nadia als het regent', /^Ik begrijp niet wanneer\. /],
    ['/afwezig Nadia morgen', /^Ik begrijp niet wanneer\. .* Zet dan een @ voor de naam: \/afwezig @Nadia morgen\.$/],
    ['/afwezig @Nadia 16 t/m 12 januari', /^De laatste dag ligt voor de eerste dag/],
    ['/afwezig @Nadia 9 t/m 13 november', /al voorbij/],
    ['/afwezig @Vera morgen', /Er zijn meer collega’s die "Vera" heten.*\[Vera de Wit\] \[Vera Smit\]/s],
    ['/afwezig @Nadja morgen', /Ik vind geen collega "Nadja" op deze school\. Bedoel je:\n\[Nadia\]/],
    ['/afwezig @Otto morgen', /Ik vind geen collega "Otto" op deze school/],
    ['/afwezig @Lies morgen', /Ik vind geen collega "Lies" op deze school/],
    ['/ik-ben-er @Otto', /Ik vind geen collega "Otto" op deze school/],
  ])('%s changes nothing', async (line, answer) => {
    const before = talk.opened.database.sqlite.prepare('select count(*) from absence').pluck().get();
    expect(await talk.says('Marieke', line)).toMatch(answer);
    expect(talk.opened.database.sqlite.prepare('select count(*) from absence').pluck().get()).toBe(before);
    expect(told()).toEqual([]);
  });

  test('a question which one goes on with the same days', async () => {
    await talk.says('Marieke', '/afwezig @Vera 30 november');
    await talk.presses('Marieke', 'Vera Smit');
    expect(await absences('Vera Smit')).toEqual([{ from: '2026-11-30', until: '2026-11-30' }]);
    expect(await absences('Vera de Wit')).toEqual([]);
  });
});

describe('nobody else', () => {
  const SAYS = ['/afwezig @Nico morgen', '/afwezig @Nico', '/ik-ben-er @Nico'];
  test.each(['Sanne', 'Joost', 'Nadia', 'Ad'])('%s is told whom to ask, whoever is named', async (name) => {
    await talk.says('Nico', '/afwezig vanaf vandaag');
    for (const line of SAYS) {
      const answer = await talk.says(name, line);
      expect(answer).toBe(
        'Alleen de directeur geeft door dat een collega er niet is of er weer is. Vraag het aan Marieke.',
      );
      for (const other of ['@Otto', '@Niemand', '@Lies']) {
        expect(await talk.says(name, line.replace('@Nico', other))).toBe(answer);
      }
    }
    await talk.does(name, 'afwezig.ongedaan', { wie: `id:${school.person('Nico')}`, van: '2026-11-24' });
    expect(await absences('Nico')).toEqual([{ from: '2026-11-24', until: null }]);
    expect(told()).toEqual([]);
  });

  test('the director of another school finds nobody of this one', async () => {
    const nico = `id:${school.person('Nico')}`;
    await talk.does('Piet', 'afwezig', { wie: nico, van: '2026-12-01' });
    expect(plain(talk.last!)).toMatch(/^Ik vind geen collega/);
    expect(await absences('Nico')).toEqual([]);
  });

  test('an admin of no school is told that it is for the director', async () => {
    talk.opened.database.sqlite.exec("update employment set school_id = null where roles like '%beheerder%'");
    expect(await talk.says('Ad', '/afwezig @Nico morgen')).toBe(
      'Alleen de directeur van een school geeft door dat een collega er niet is of er weer is. Vraag het aan de directeur van die school.',
    );
    await talk.does('Marieke', 'school.mensen', {});
    expect(plain(talk.last!)).toContain('[Afwezig]');
    await talk.does('Ad', 'school.mensen', { school: 'id:1' });
    expect(plain(talk.last!)).not.toContain('[Afwezig]');
  });
});

describe('the person', () => {
  test('hears it in the next digest before the first day, and takes it back', async () => {
    // Nadia works on Monday, Tuesday and Thursday; her digest of today went out.
    await digests('2026-11-24');
    await talk.says('Marieke', '/afwezig @Nadia 12 t/m 16 januari');
    talk.now = new Date('2026-11-25T08:30:00Z');
    const [digest, ...more] = await digests('2026-11-30');
    expect(more).toEqual([]);
    expect(digest).toMatch(/^Goedemorgen Nadia · donderdag 26 november/);
    expect(digest).toContain(
      'Marieke gaf iets door over je afwezigheid. Zo staat het nu, je bent er niet:\n' +
        'van dinsdag 12 januari 2027 tot en met zaterdag 16 januari 2027\n  [Klopt niet]',
    );
    await talk.does('Nadia', 'afwezig.ongedaan', { van: '2027-01-12', tot: '2027-01-16' });
    expect(await absences('Nadia')).toEqual([]);
  });

  test('[Klopt niet] under days of which some were right asks for those again', async () => {
    await talk.says('Nadia', '/afwezig 12 januari');
    await talk.says('Marieke', '/afwezig @Nadia 13 januari');
    await talk.says('Marieke', '/afwezig @Nadia 20 januari');
    const [digest] = await notices('2026-11-30');
    talk.last = digest!.notice;
    expect(await talk.presses('Nadia', 'Klopt niet')).toMatchInlineSnapshot(`
      "Ongedaan gemaakt: je afwezigheid van dinsdag 12 januari 2027 tot en met woensdag 13 januari 2027 geldt niet meer.
      Klopte een deel wel? Geef die dagen dan opnieuw door.
      [Ik ben er niet]"
    `);
    await talk.presses('Nadia', 'Ik ben er niet');
    await talk.fills('Nadia', { van: '2027-01-12', tot: '2027-01-12' });
    talk.last = digest!.notice;
    const [, other] = talk.buttons().filter(({ label }) => label === 'Klopt niet');
    expect(await talk.does('Nadia', other!.intent.name, other!.intent.args)).toBe(
      'Ongedaan gemaakt: je afwezigheid op woensdag 20 januari 2027 geldt niet meer.',
    );
    expect(await absences('Nadia')).toEqual([{ from: '2027-01-12', until: '2027-01-12' }]);
  });

  test('who is away already hears it on the first day back', async () => {
    await talk.says('Marieke', '/afwezig @Nadia 24 t/m 26 november');
    const [digest, ...more] = await digests('2026-12-03');
    expect(more).toEqual([]);
    expect(digest).toMatch(/^Goedemorgen Nadia · maandag 30 november/);
    expect(digest).toContain('van dinsdag 24 november tot en met donderdag 26 november\n');
    expect(digest).not.toContain('Klopt niet');
  });

  test('also in quiet days, and when the kind and that colleague are switched off', async () => {
    const { people } = talk.opened.store;
    const nadia = school.person('Nadia');
    const before = await people.settings(nadia);
    const subject = `person:${school.person('Marieke')}`;
    const off = {
      ...before,
      mutedKinds: ['afwezig-gemeld'],
      mutedSubjects: [subject],
      snoozedUntil: localDate('2026-12-31'),
    };
    await people.changeSettings({ by: nadia, at: talk.now, act: 'test', once: null }, nadia, off, []);
    await talk.says('Marieke', '/afwezig @Nadia 12 januari');
    expect(await digests('2026-11-30')).toHaveLength(1);
  });

  test('who is away without an end, by mistake, sees it on the start page and takes it back there', async () => {
    await talk.says('Marieke', '/afwezig @Nadia vanaf vandaag');
    expect(await digests('2026-12-03')).toEqual([]);
    expect(await talk.says('Nadia', '/start')).toMatch(
      /^Mijn leerteam\nJe staat als afwezig vanaf dinsdag 24 november\. Je krijgt nu geen berichten\.\n\[Ik ben er weer\]/,
    );
    await talk.presses('Nadia', 'Ik ben er weer');
    expect(await absences('Nadia')).toEqual([]);
    expect(await talk.says('Nadia', '/start')).not.toContain('afwezig');
    expect(await talk.says('Sanne', '/start')).not.toContain('Je staat als afwezig');
  });

  test('who has yet to begin hears it on the first working day', async () => {
    await talk.says('Marieke', '/afwezig @Eva vanaf 11 januari');
    const [first, ...more] = await digests('2027-01-08', 'Eva');
    expect(more).toEqual([]);
    expect(first).toMatch(/^Goedemorgen Eva · maandag 4 januari.*vanaf maandag 11 januari\n {2}\[Klopt niet\]/s);
  });

  test('hears how it stands at that moment: several reports are told once', async () => {
    await talk.says('Marieke', '/afwezig @Nico 12 januari');
    await talk.presses('Marieke', 'Ongedaan maken');
    const [digest, ...more] = await digests('2026-12-03', 'Nico');
    expect(more).toEqual([]);
    expect(digest).toContain(
      'Marieke gaf iets door over je afwezigheid. Je staat nu niet als afwezig.\n[Ik ben er niet]',
    );
  });

  test('no date stands in what waits to be sent, so that nothing is kept longer than the absence', async () => {
    await talk.says('Marieke', '/afwezig @Nadia 12 januari');
    const row = talk.opened.database.sqlite.prepare("select * from outbox where kind = 'afwezig-gemeld'").get();
    expect(JSON.stringify(row)).not.toContain('01-12');
  });
});
