/** `/pop`, `klaar`, `overleg`, `link` and the lists of a lead, in whole conversations. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Talk } from '../support/talk.ts';
import { REGENBUI, type TalkingSchool, talkingSchool } from './talking-school.ts';

let opened: TalkingSchool;
let talk: Talk;
beforeEach(async () => {
  opened = await talkingSchool();
  ({ talk } = opened);
});

describe('/pop', () => {
  it('shows my steps, what I can do now and who sees them', async () => {
    expect(await talk.says('Sanne', '/pop')).toMatchInlineSnapshot(`
      "Je POP · 2026-2027
      POP klaar · ○ nog open
        [Klaar]
      POP-gesprek · ○ nog open
        Nog geen datum.
        [Datum kiezen] [Is geweest]
      Opvolggesprek · ○ later
        Vanaf 1 februari 2027.
      Evaluatiegesprek · ○ later
        Vanaf 15 mei 2027.
      [Ik wil overleggen] [Link toevoegen]
      Alleen jij en Marieke zien deze stappen. Wat in je POP staat, vraag ik niet.
      [Mijn collega’s]"
    `);
  });

  it('says in one sentence that POP is off, and lets who manages the school mend that', async () => {
    const off = 'De POP staat uit op De Beemd, omdat nog niet is ingevuld wanneer de PGMR akkoord ging.';
    expect(await talk.says('Kees', '/pop')).toBe(off);
    expect(await talk.says('Kees', '/pop klaar')).toBe(off);
    await talk.does('Bea', 'pop.klaar', {});
    expect(await talk.presses('Bea', 'PGMR-datum invullen')).toContain('PGMR');
    expect(talk.form().intent.name).toBe('school.pgmr');
  });

  it('is of every school where I have one, and names the one where it is off', async () => {
    const said = await talk.says('Nadia', '/pop');
    expect(said).toContain('Je POP · 2026-2027');
    expect(said).toContain('De POP staat uit op De Beemd');
    await talk.opened.store.school.setPopConsent(
      { by: null, at: talk.now, act: 'test', once: null },
      (await talk.opened.store.people.schools()).find(({ name }) => name === 'De Beemd')!.id,
      '2026-10-01' as never,
    );
    const both = await talk.says('Nadia', '/pop');
    expect(both).toContain('Je POP op De Regenbui · 2026-2027');
    expect(both).toContain('Je POP op De Beemd · 2026-2027');
    expect(await talk.says('Nadia', '/pop klaar')).toContain('Van welke school?');
    await talk.presses('Nadia', 'De Beemd');
    expect((await talk.says('Nadia', '/pop')).match(/✓ klaar/g)).toHaveLength(1);
  });

  it('tells who has none whom to ask', async () => {
    const said = 'Voor jou staat de POP niet aan in Leerteambot. Klopt dat niet? Vraag het aan Marieke.';
    for (const line of ['/pop', '/pop overzicht', '/pop gesprek 1-12', '/pop link']) {
      expect(await talk.says('Vera', line)).toBe(said);
    }
  });

  it('begins next year for who starts after the last talk opened', async () => {
    talk.now = new Date('2027-06-08T08:00:00Z');
    const { id } = opened.school;
    for (const name of ['Nico', 'Nadia']) {
      const person = opened.school.person(name);
      talk.opened.database.sqlite.exec(
        `update employment set from_day = '2027-06-01' where school_id = ${id} and person_id = ${person}`,
      );
    }
    for (const line of ['/pop', '/pop klaar', '/pop gehouden', '/pop link']) {
      expect(await talk.says('Nico', line)).toBe('Je POP begint in het nieuwe schooljaar.');
    }
    const list = await talk.says('Marieke', '/pop overzicht');
    expect(list).toContain('Sanne');
    expect(list).not.toContain('Nadia');
    expect(await talk.says('Sanne', '/pop overzicht')).toBe(
      'Er is nu niemand met een POP van wie jij leidinggevende bent.',
    );
  });

  it('tells a director and the board without people that there is nobody, and the board finds it in the menu', async () => {
    const { database } = talk.opened;
    database.sqlite.exec(`update employment set pop = 0 where school_id = ${opened.school.id}`);
    const bea = (await talk.opened.store.people.actorByEmail('bea@example.org', '2026-11-24' as never))!;
    database.sqlite.exec(`update employment set school_id = null, roles = '["bestuur"]' where person_id = ${bea.id}`);
    for (const name of ['Marieke', 'Bea']) {
      expect(await talk.says(name, '/pop')).toBe('Er is nu niemand met een POP van wie jij leidinggevende bent.');
      expect(await talk.says(name, '/hulp')).toContain('/pop overzicht');
    }
    expect(await talk.says('Marieke', '/pop klaar')).toContain('Voor jou staat de POP niet aan in Leerteambot.');
  });

  it('tells who has no lead whom to ask, at every step that takes one', async () => {
    const said = 'Je hebt nog geen leidinggevende in Leerteambot.';
    expect(await talk.says('Marieke', '/pop')).toContain(said);
    for (const line of ['/pop gesprek 1-12', '/pop gehouden', '/pop afgezegd', '/pop overleg']) {
      expect(await talk.says('Marieke', line)).toBe(said);
    }
    expect(await talk.says('Marieke', '/pop klaar')).toContain('Genoteerd: je POP is klaar.');
  });
});

describe('/pop klaar', () => {
  it('is stored once, can be undone, and has no place for words', async () => {
    expect(await talk.says('Sanne', '/pop klaar')).toContain('Genoteerd: je POP is klaar.');
    expect(await talk.says('Sanne', '/pop klaar')).toContain('Je POP stond al op klaar, sinds 24 november.');
    await talk.presses('Sanne', 'Ongedaan maken');
    expect(await talk.says('Sanne', '/pop')).toContain('POP klaar · ○ nog open');
    expect(await talk.says('Sanne', '/pop klaar ik wil beter rekenen')).toContain(
      'Typ alleen /pop klaar, zonder andere woorden.',
    );
    expect(await talk.says('Sanne', '/pop')).toContain('POP klaar · ○ nog open');
  });

  it('is said twice by the same press only once', async () => {
    await talk.does('Sanne', 'pop.klaar', {}, 'once');
    expect(await talk.does('Sanne', 'pop.klaar', {}, 'once')).toContain('Je POP · 2026-2027');
  });

  it('is said by the person alone', async () => {
    await talk.says('Sanne', '/pop klaar');
    const { school } = opened;
    const persoon = `id:${school.person('Sanne')}`;
    expect(await talk.does('Marieke', 'pop.open', { stap: 'klaar', persoon })).toBe(
      'Alleen Sanne zelf zegt dat de POP klaar is.',
    );
    await talk.does('Marieke', 'pop.klaar', { persoon });
    expect(await talk.says('Marieke', '/pop @Sanne')).toContain('✓ klaar');
  });
});

describe('/pop link', () => {
  it('keeps an https address, shows it as it is to the lead too, and takes it away', async () => {
    expect(await talk.says('Sanne', '/pop link https://school.example/sanne')).toBe(
      'De link is bewaard: https://school.example/sanne',
    );
    const seen = await talk.says('Marieke', '/pop @Sanne');
    expect(seen).toContain('Document: https://school.example/sanne');
    expect(seen).not.toContain('Link wijzigen');
    expect(await talk.does('Marieke', 'pop.link', { persoon: 'Sanne', link: 'https://evil.example' })).toContain(
      'https://evil.example',
    );
    expect(await talk.says('Sanne', '/pop')).toContain('Document: https://school.example/sanne');
    await talk.presses('Sanne', 'Link wijzigen');
    await talk.fills('Sanne', { link: '' });
    expect(await talk.says('Sanne', '/pop')).not.toContain('Document');
  });

  it('refuses anything else, and the form can be gone on with', async () => {
    await talk.says('Sanne', '/pop link');
    expect(await talk.fills('Sanne', { link: 'ik wil beter rekenen' })).toContain('geen link die met https:// begint');
    await talk.presses('Sanne', 'Verder invullen');
    expect(talk.form().fields[0]!.value).toBe('ik wil beter rekenen');
    expect(await talk.says('Sanne', '/pop link http://foo')).toContain('Een link begint met https://');
    expect(await talk.says('Sanne', '/pop')).not.toContain('Document');
  });
});

describe('what does not fit', () => {
  it.each([
    ['/pop link http://foo', 'Een link begint met https:// en er staan geen spaties in.'],
    ['/pop link ik wil foo', 'Een link begint met https:// en er staan geen spaties in.'],
    ['/pop klaar foo', 'Typ alleen /pop klaar, zonder andere woorden.'],
    ['/pop klaar @Nico', 'Ieder zegt het zelf van de eigen POP.'],
    ['/pop overleg over foo', 'Typ alleen /pop overleg, zonder andere woorden.'],
    ['/pop afgezegd foo', 'Typ alleen /pop afgezegd, zonder andere woorden.'],
    ['/pop gesprek 27-11 half foo', 'alleen een dag en een tijd in cijfers, bijvoorbeeld /pop gesprek dinsdag 14.00.'],
    ['/pop gesprek 99-99 foo', 'alleen een dag en een tijd in cijfers'],
    ['/pop gehouden over foo', 'alleen een dag die is geweest, bijvoorbeeld /pop gehouden gisteren.'],
    ['/pop Foo', 'Zet dan een @ voor de naam: /pop @Nico.'],
    ['/pop ik wil foo', 'Typ /hulp'],
  ])('%s: says what does, repeats nothing and stores nothing', async (line, said) => {
    const answer = await talk.says('Sanne', line);
    expect(answer).toContain(said);
    expect(answer).not.toMatch(/foo/i);
    expect(JSON.stringify(talk.last)).not.toMatch(/foo/i);
    expect(await talk.says('Sanne', '/pop')).toMatch(/POP klaar · ○ nog open.*Nog geen datum\./s);
  });

  it('in English too', async () => {
    await talk.says('Nadia', '/instellingen');
    await talk.fills('Nadia', { taal: 'en' });
    expect(await talk.says('Nadia', '/pop gesprek 27-11 half past two')).toContain('/pop gesprek Tuesday 14:00');
  });

  it('who leads nobody hears that a name is not for them', async () => {
    const only = 'Bij een POP-gesprek begrijp ik alleen een dag en een tijd.';
    for (const line of ['/pop gesprek 1-12 met bespreken van foo', '/pop gehouden @Sanneke', '/pop @Vera']) {
      const answer = await talk.says('Nadia', line);
      expect(answer).toContain(only);
      expect(answer).not.toContain('foo');
    }
  });

  it.each(['Sanne', 'Nadia'])('what the help of %s shows can be typed, on a day that is to come', async (name) => {
    if (name === 'Nadia') {
      await talk.says('Nadia', '/instellingen');
      await talk.fills('Nadia', { taal: 'en' });
    }
    const help = await talk.says(name, '/hulp');
    const example = /\/pop gesprek .*/.exec(help)![0];
    expect(await talk.says('Marieke', example.replace(/gesprek/, 'gesprek @Sanne'))).toContain(
      'op dinsdag 1 december, 14.00',
    );
  });
});

describe('a lead', () => {
  it('gets one list with the steps of their people, and nobody else', async () => {
    await talk.says('Sanne', '/pop klaar');
    expect(await talk.says('Marieke', '/pop overzicht')).toMatchInlineSnapshot(`
      "POP-stappen op De Regenbui · 2026-2027
      2 van 2 collega’s hebben nog geen datum voor het POP-gesprek: Nadia en Sanne.
      Nadia
        POP nog niet klaar · POP-gesprek: nog geen datum
        [Bekijken] [Datum kiezen]
      Sanne
        POP klaar op 24 november · POP-gesprek: nog geen datum
        [Bekijken] [Datum kiezen]
      Alleen stappen. Wat in een POP staat, staat niet in Leerteambot."
    `);
    expect(await talk.says('Sanne', '/pop overzicht')).toContain('Nico');
    expect(await talk.says('Nico', '/pop overzicht')).toBe(
      'Er is nu niemand met een POP van wie jij leidinggevende bent.',
    );
  });

  it('reads whose day is over, and says there whether it took place', async () => {
    await talk.says('Marieke', '/pop gesprek @Sanne 30-11 16.00');
    await talk.says('Nadia', '/pop gesprek 4-12');
    talk.now = new Date('2026-12-02T09:00:00Z');
    expect(await talk.says('Marieke', '/pop overzicht')).toMatchInlineSnapshot(`
      "POP-stappen op De Regenbui · 2026-2027
      Van Sanne is de dag van het POP-gesprek voorbij.
      Nadia
        POP nog niet klaar · POP-gesprek op vrijdag 4 december
        [Bekijken]
      Sanne
        POP nog niet klaar · POP-gesprek stond op maandag 30 november, 16.00
        [Bekijken] [Is geweest] [Andere dag]
      Alleen stappen. Wat in een POP staat, staat niet in Leerteambot."
    `);
    expect(await talk.says('Marieke', '/start')).toContain('Van Sanne is de dag van het POP-gesprek voorbij.');
    await talk.says('Marieke', '/pop overzicht');
    expect(await talk.presses('Marieke', 'Is geweest')).toContain('het POP-gesprek met Sanne was op 30 november');
    expect(await talk.says('Marieke', '/pop overzicht')).toContain('Iedereen heeft een datum voor het POP-gesprek.');
    expect(await talk.says('Marieke', '/start')).not.toContain('Sanne');
  });

  it('reads of each talk apart whose day is over, beside who has no date', async () => {
    await talk.says('Marieke', '/pop gesprek @Sanne 30-11');
    talk.now = new Date('2027-02-02T09:00:00Z');
    const said = await talk.says('Marieke', '/pop overzicht');
    expect(said).toContain(
      'nog geen datum voor het opvolggesprek: Nadia en Sanne. Van Sanne is de dag van het POP-gesprek voorbij.',
    );
    expect(said).toContain('POP-gesprek stond op maandag 30 november 2026');
  });

  it('does not learn whether somebody exists who is not theirs', async () => {
    const nobody = 'Ik ken niemand met die naam van wie jij leidinggevende bent.';
    const others = ['@Nico', '@Vera', '@Kees', '@Bestaatniet', '@Nic'];
    for (const name of others) {
      for (const line of [`/pop ${name}`, `/pop toon ${name}`, `/pop gesprek ${name} 1-12`, `/pop gehouden ${name}`]) {
        expect(await talk.says('Marieke', line)).toBe(nobody);
        expect(talk.buttons()).toEqual([]);
      }
    }
    for (const id of [opened.school.person('Nico'), 999]) {
      for (const intent of ['pop.toon', 'pop.gesprek', 'pop.gehouden', 'pop.afgezegd', 'pop.agenda']) {
        expect(await talk.does('Marieke', intent, { persoon: `id:${id}` })).toBe(nobody);
      }
    }
  });

  it('gets a long list in pages, with everybody who has no date above each', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `Lid${at}`);
    const { talk: many } = await Talk.open({
      ...REGENBUI,
      staff: [{ name: 'Marieke', roles: ['directeur'] }, ...names.map((name) => ({ name, pop: true }))],
    });
    const first = await many.says('Marieke', '/pop overzicht');
    expect(first).toContain('10 van 10 collega’s hebben nog geen datum');
    expect(names.filter((name) => first.includes(`\n${name}\n`))).toEqual(names.slice(0, 8));
    const second = await many.presses('Marieke', 'Meer laten zien');
    expect(names.filter((name) => second.includes(`\n${name}\n`))).toEqual(names.slice(8));
  });

  it('is asked with whom when nobody is named and they have no POP of their own', async () => {
    const { store } = talk.opened;
    const { school } = opened;
    const marieke = school.person('Marieke');
    const [seen] = (await store.school.staff(school.id, '2026-11-24' as never)).filter(({ id }) => id === marieke);
    const by = { by: null, at: talk.now, act: 'test', once: null };
    await store.school.changeStaff(by, school.id, marieke, seen!, { ...seen!, pop: false });
    expect(await talk.says('Marieke', '/pop gesprek 1-12')).toBe('Wie bedoel je?\n[Nadia] [Sanne]');
    expect(await talk.presses('Marieke', 'Sanne')).toContain('Het POP-gesprek met Sanne staat op dinsdag 1 december.');
    expect(await talk.says('Marieke', '/pop')).toContain('POP-stappen op De Regenbui');
  });
});

describe('the home page', () => {
  it('asks about my step, and tells a lead who has no date', async () => {
    const sanne = await talk.says('Sanne', '/start');
    expect(sanne).toContain('Het POP-gesprek met Marieke heeft nog geen datum.');
    expect(sanne).toContain('1 van 1 collega heeft nog geen datum voor het POP-gesprek: Nico.');
    expect(sanne).toContain('[POP]');
    expect(await talk.says('Vera', '/start')).not.toContain('POP');
  });

  it('tells a lead nothing when nobody is waited for', async () => {
    await talk.says('Nico', '/pop gesprek 25-11');
    const said = await talk.says('Sanne', '/start');
    expect(said).not.toContain('Nico');
    expect(await talk.says('Sanne', '/pop overzicht')).toContain('Iedereen heeft een datum voor het POP-gesprek.');
  });

  it('asks in October whether the POP is ready, and nothing once it is', async () => {
    talk.now = new Date('2026-10-06T08:00:00Z');
    expect(await talk.says('Nico', '/start')).toContain('Is je POP klaar?');
    await talk.presses('Nico', 'Klaar');
    expect(await talk.says('Nico', '/start')).not.toContain('Is je POP klaar?');
  });
});
