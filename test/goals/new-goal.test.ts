/** `/doel nieuw`, `/doel akkoord` and `/doel wijzig` in conversations. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoalId } from '../../src/goals/goal.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
async function open(...schools: SchoolDraft[]) {
  talk?.opened.close();
  const opened = await Talk.open(...(schools.length > 0 ? schools : [REGENBUI]));
  talk = opened.talk;
  school = opened.schools[0]!;
}
beforeEach(() => open());
afterEach(() => talk.opened.close());

const goalAt = (id: number) => talk.opened.store.goals.line(id as GoalId);

describe('a new goal', () => {
  test('of a chair is active at once, and the answer asks back', async () => {
    expect(await talk.says('Nadia', "/doel nieuw Alle collega's gelukkig")).toMatchInlineSnapshot(`
      "Nieuw doel
      Doel in één zin *: Alle collega's gelukkig
      Van wie is het doel? *: (Bovenbouw) / Mijzelf
      Ambitie: 
      Succescriterium: 
      Indicator: 
      Eenheid: 
      Nulmeting: 
      Streefwaarde: 
      Meetinstrument: 
      Einddatum: 
      Hoe vaak een update? *: elke 2 schoolweken / (elke 4 schoolweken) / elke 6 schoolweken / aan het eind van elk blok
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await talk.fills('Nadia', { eind: '2027-07-01' })).toMatchInlineSnapshot(`
      "Doel 3 staat erin: Alle collega's gelukkig
      Nog even checken:
      "Alle collega's": wie precies? · ▲ let op
      "gelukkig": waaraan merk je dat? · ▲ let op
      Er is nog geen ambitie. Waar hoort dit doel bij? · ▲ let op
      Er is nog geen meting. Wat meten jullie, en waarmee? · ▲ let op
      Er is een datum. · ● in orde
      [Aanpassen] [Zo laten]"
    `);
    expect(await talk.presses('Nadia', 'Zo laten')).toMatchInlineSnapshot(`
      "Prima. Doel 3 blijft zo: Alle collega's gelukkig
      [Bekijk doel]"
    `);
    expect(talk.last!.kind).toBe('replace');
    expect(await goalAt(3)).toMatchObject({
      number: 3,
      status: 'nog geen meting',
      owner: { kind: 'team', teamId: school.team('Bovenbouw') },
      start: '2026-11-24',
      end: '2027-07-01',
    });
  });

  test('with all of it gets no questions', async () => {
    await talk.says('Nadia', '/doel nieuw');
    const answer = await talk.fills('Nadia', {
      titel: '98% op 1F lezen',
      thema: 'Taal',
      ambitie: 'Elk kind leest',
      indicator: 'leerlingen op 1F',
      eenheid: '%',
      nulmeting: '90,5',
      streefwaarde: '98%',
      meetinstrument: 'toets',
      eind: '1 juli 2027',
      ritme: 'blok',
      fase: 'op pad',
      op_pad: 'We lezen elke dag.',
    });
    expect(answer).toMatchInlineSnapshot(`
      "Doel 3 staat erin: 98% op 1F lezen
      Alles staat erin: een ambitie, een meting en een datum.
      [Bekijk doel]"
    `);
    expect(await goalAt(3)).toMatchObject({
      title: '98% op 1F lezen',
      theme: 'Taal',
      unit: '%',
      baseline: 90.5,
      target: 98,
      end: '2027-07-01',
      rhythm: 'blok',
      phase: 'op pad',
      phaseSentences: { aanloop: '', 'op pad': 'We lezen elke dag.', onderweg: '', 'op stoom': '' },
    });
  });

  test('of a member is a draft that the chair agrees to', async () => {
    expect((await talk.says('Sanne', '/doel nieuw Elke dag lezen')).split('\n').slice(0, 4)).toMatchInlineSnapshot(`
      [
        "Nieuw doel",
        "Je doel wordt eerst een concept. Je leerteam of directeur spreekt het daarna af.",
        "Doel in één zin *: Elke dag lezen",
        "Van wie is het doel? *: Bovenbouw / Mijzelf",
      ]
    `);
    expect(await talk.fills('Sanne', { eigenaar: `team:${school.team('Bovenbouw')}` })).toMatchInlineSnapshot(`
      "Doel 3 staat erin: Elke dag lezen
      Het is nog een concept. Bespreek het in de volgende bijeenkomst van Bovenbouw. Daarna spreekt Nadia het af met /doel akkoord 3.
      Nog even checken:
      Er is nog geen ambitie. Waar hoort dit doel bij? · ▲ let op
      Er is nog geen meting. Wat meten jullie, en waarmee? · ▲ let op
      Er is nog geen einddatum. Wanneer is het klaar? · ▲ let op
      [Aanpassen] [Zo laten]"
    `);
    expect((await goalAt(3))!.status).toBe('concept');
    expect(await talk.says('Sanne', '/doel akkoord 3')).toBe('Dat kan ik niet voor je doen. Vraag het aan Nadia.');
    expect(await talk.says('Nadia', '/doel akkoord 3')).toBe(
      'Doel 3 is afgesproken: Elke dag lezen. Status: nog geen meting.\n[Update]',
    );
    expect(await talk.says('Nadia', '/doel akkoord 3')).toBe('Doel 3 loopt al.');
  });

  test('of a member for themselves is a draft that the director agrees to', async () => {
    await talk.says('Sanne', '/doel nieuw Elke dag lezen');
    const answer = await talk.fills('Sanne', { eigenaar: `persoon:${school.person('Sanne')}:${school.id}` });
    expect(answer).toContain('Het is nog een concept. Vraag Marieke om het af te spreken met /doel akkoord 3.');
    expect(await talk.says('Nadia', '/doel akkoord 3')).toBe('Dat kan ik niet voor je doen. Vraag het aan Marieke.');
    await talk.says('Marieke', '/doel akkoord lezen');
    expect((await goalAt(3))!.status).toBe('nog geen meting');
    expect(await talk.says('Sanne', '/doel update 3 op koers')).toMatch(/^Opgeslagen: doel 3/);
  });

  test('of a director may be of any team or colleague, and is active', async () => {
    await talk.says('Marieke', '/doel nieuw Rust in de gang');
    const owner = talk.form().fields.find(({ name }) => name === 'eigenaar')!;
    expect('options' in owner && owner.options.map(({ label }) => label)).toEqual([
      'Bovenbouw',
      'Mijzelf',
      'Joost',
      'Nadia',
      'Nico',
      'Sanne',
    ]);
    await talk.fills('Marieke', { eigenaar: `persoon:${school.person('Nico')}:${school.id}` });
    expect(await goalAt(3)).toMatchObject({
      status: 'nog geen meting',
      owner: { kind: 'person', personId: school.person('Nico') },
    });
  });

  test('more than three at once in a team gives the focus warning, also when a draft is agreed to', async () => {
    for (const title of ['Drie', 'Vier']) {
      await talk.says('Nadia', `/doel nieuw ${title}`);
      await talk.fills('Nadia', {});
    }
    const warning = /Dit leerteam heeft 4 doelen tegelijk\. .* · ▲ let op/;
    await expect(
      talk.does('Nadia', 'doel.wijzig', { doel: '4', versie: '1', titel: 'Vier', eigenaar: 'team:1' }),
    ).resolves.toMatch(warning);
    await talk.says('Nadia', '/doel pauze 4 te veel');
    await talk.says('Nadia', '/doel pauze 3 te veel');
    expect(await talk.says('Nadia', '/doel verder 3')).not.toMatch(/tegelijk/);
    expect(await talk.says('Nadia', '/doel verder 4')).toMatch(warning);
  });

  test('more than three open actions are named', async () => {
    const goal = REGENBUI.goals![0]!.title;
    await open({
      ...REGENBUI,
      actions: ['a', 'b', 'c', 'd'].map((what) => ({ what, owner: 'Nico', due: '2026-12-01' as never, goal })),
    });
    await talk.says('Nadia', '/doel wijzig 1');
    expect(await talk.fills('Nadia', {})).toContain(
      'Er zijn 4 open acties bij dit doel. Kies er hooguit drie om nu te doen. · ▲ let op',
    );
  });

  test('a form sent twice is one goal', async () => {
    await talk.says('Nadia', '/doel nieuw Lezen');
    const form = talk.form();
    await talk.fills('Nadia', {}, form);
    expect(await talk.fills('Nadia', {}, form)).toMatch(
      /^Dit had je al gedaan\. Er is niets dubbel opgeslagen\.\n3 Lezen\n/,
    );
    expect(await goalAt(4)).toBeNull();
  });

  test('of somebody at two schools goes to the school of its owner', async () => {
    await open(REGENBUI, {
      school: { school: 'De Zonnebloem', region: 'noord' },
      staff: [{ name: 'Sanne' }],
      teams: [{ team: 'Taal', chair: 'Sanne' }],
    });
    await talk.says('Sanne', '/doel nieuw Samen lezen');
    const owner = talk.form().fields.find(({ name }) => name === 'eigenaar')!;
    expect('options' in owner && owner.options.map(({ label }) => label)).toEqual([
      'Bovenbouw (De Regenbui)',
      'Mijzelf (De Regenbui)',
      'Taal (De Zonnebloem)',
      'Mijzelf (De Zonnebloem)',
    ]);
    expect(await talk.fills('Sanne', {})).toMatch(/^Doel 1 \(De Zonnebloem\) staat erin: Samen lezen\n/);
    expect((await goalAt(3))!.status).toBe('nog geen meting');
  });

  test("people's words stay as they are", async () => {
    const titel = '<!channel> {n, plural, other {x}} [x](https://evil.example) <b>vet</b> 🎉';
    await talk.says('Nadia', '/doel nieuw');
    expect(await talk.fills('Nadia', { titel })).toContain(`Doel 3 staat erin: ${titel}\n`);
    expect((await goalAt(3))!.title).toBe(titel);
    expect(await talk.says('Nadia', '/doel')).toContain(`3 ${titel} · ○ nog geen meting`);
  });
});

/** `LONG 121` stands for a text of 121 characters, so that the name of a test stays short. */
function written(values: Readonly<Record<string, string>>): Record<string, string> {
  const long = (value: string) => value.replace(/^LONG (\d+)$/, (_, length) => 'x'.repeat(Number(length)));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, long(value)]));
}

describe('what does not fit is told, and nothing is stored', () => {
  const TEAM = 'team:1';
  test.each([
    [{ titel: 'LONG 121' }, '"Doel in één zin" is te lang: hooguit 120 tekens. Er is niets veranderd.'],
    [{ titel: ' \u202E ' }, 'Geef het doel een titel. Er is niets opgeslagen.'],
    [{ ambitie: 'LONG 1001' }, '"Ambitie" is te lang: hooguit 1.000 tekens. Er is niets veranderd.'],
    [{ onderweg: 'LONG 501' }, '"Hoe ziet onderweg eruit?" is te lang: hooguit 500 tekens. Er is niets veranderd.'],
    [{ ambitie: 'LONG 10000' }, '"Ambitie" is te lang: hooguit 1.000 tekens. Er is niets veranderd.'],
    [{ start: '2026-12-01', eind: '2026-11-30' }, 'De einddatum ligt voor de startdatum. Er is niets opgeslagen.'],
    [{ eind: '31 februari' }, 'Ik begrijp de datum 31 februari niet. Typ bijvoorbeeld 14-11, 14 november of vrijdag.'],
    [{ streefwaarde: 'veel' }, '"Streefwaarde" is geen getal dat ik begrijp: veel. Schrijf bijvoorbeeld 72 of 72,5.'],
    [{ streefwaarde: '120', eenheid: '%' }, '"Streefwaarde" is een percentage: kies een getal van 0 tot en met 100.'],
    [{ nulmeting: '1.000' }, '"Nulmeting" is geen getal dat ik begrijp: 1.000. Schrijf bijvoorbeeld 72 of 72,5.'],
    [{ ritme: '3' }, 'Ik ken het ritme 3 niet. Kies 2, 4 of 6 weken, of blok.'],
    [{ fase: 'klaar' }, 'Ik ken de fase klaar niet. Kies aanloop, op pad, onderweg of op stoom.'],
    [{ eigenaar: 'team:99' }, 'Kies van wie het doel is: een leerteam of een collega. Er is niets opgeslagen.'],
    [{ eigenaar: 'persoon:3:1' }, 'Kies van wie het doel is: een leerteam of een collega. Er is niets opgeslagen.'],
  ])('%j', async (values, answer) => {
    expect(await talk.does('Sanne', 'doel.nieuw', { titel: 'Lezen', eigenaar: TEAM, ...written(values) })).toBe(answer);
    expect(await goalAt(3)).toBeNull();
  });

  test('a title of 10,000 characters, typed', async () => {
    expect(await talk.says('Nadia', `/doel nieuw ${'lezen '.repeat(2000)}`)).toBe(
      '"Doel in één zin" is te lang: hooguit 120 tekens. Er is niets veranderd.',
    );
  });

  test('a form without an owner comes back with what was filled in', async () => {
    const answer = await talk.does('Sanne', 'doel.nieuw', { titel: 'Lezen', ambitie: 'Elk kind leest' });
    expect(answer).toContain('Kies van wie het doel is: een leerteam of een collega.');
    expect(answer).toContain('Ambitie: Elk kind leest');
    expect(await goalAt(3)).toBeNull();
  });
});

describe('a change', () => {
  test('opens with everything filled in and keeps its history', async () => {
    expect(await talk.says('Nadia', '/doel wijzig rekenen')).toMatchInlineSnapshot(`
      "Wijzig doel 1 Meer leerlingen op 1S rekenen
      Doel in één zin *: Meer leerlingen op 1S rekenen
      Van wie is het doel? *: (Bovenbouw)
      Thema: 
      Ambitie: 
      Succescriterium: 
      Indicator: leerlingen op 1S
      Eenheid: %
      Nulmeting: 13
      Streefwaarde: 40
      Meetinstrument: toets
      Startdatum: 
      Einddatum: 2027-06-01
      Hoe vaak een update? *: elke 2 schoolweken / (elke 4 schoolweken) / elke 6 schoolweken / aan het eind van elk blok
      Fase *: (aanloop) / op pad / onderweg / op stoom
      Hoe ziet aanloop eruit?: 
      Hoe ziet op pad eruit?: 
      Hoe ziet onderweg eruit?: 
      Hoe ziet op stoom eruit?: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await talk.fills('Nadia', { streefwaarde: '45', meetinstrument: '' })).toMatchInlineSnapshot(`
      "Opgeslagen: doel 1 Meer leerlingen op 1S rekenen
      Nog even checken:
      Er is nog geen ambitie. Waar hoort dit doel bij? · ▲ let op
      Er is nog geen meetinstrument. Waarmee meten jullie het? · ▲ let op
      Er is een datum. · ● in orde
      [Aanpassen] [Zo laten]"
    `);
    expect(await goalAt(1)).toMatchObject({ target: 45, instrument: '', version: 2 });
    const page = await talk.says('Nadia', '/doel status 1');
    expect(page).toContain('24 november door Nadia\n  Streefwaarde: van 40 naar 45.');
    expect(page).toContain('24 november door Nadia\n  Meetinstrument: van toets naar niets.');
  });

  test('a stale form shows both, and nothing is overwritten', async () => {
    await talk.says('Nadia', '/doel wijzig 1');
    const form = talk.form();
    await talk.says('Marieke', '/doel wijzig 1');
    await talk.fills('Marieke', { streefwaarde: '45', ambitie: 'Elk kind rekent' });
    expect(await talk.fills('Nadia', { streefwaarde: '50' }, form)).toMatchInlineSnapshot(`
      "Wijzig doel 1 Meer leerlingen op 1S rekenen
      Iemand heeft dit doel intussen veranderd. Er is nog niets opgeslagen. Hieronder staat wat jij invulde; kijk het na en sla het opnieuw op. "Ambitie" is nu: Elk kind rekent. Jij vulde in: niets. "Streefwaarde" is nu: 45. Jij vulde in: 50.
      Doel in één zin *: Meer leerlingen op 1S rekenen
      Van wie is het doel? *: (Bovenbouw)
      Thema: 
      Ambitie: 
      Succescriterium: 
      Indicator: leerlingen op 1S
      Eenheid: %
      Nulmeting: 13
      Streefwaarde: 50
      Meetinstrument: toets
      Startdatum: 
      Einddatum: 2027-06-01
      Hoe vaak een update? *: elke 2 schoolweken / (elke 4 schoolweken) / elke 6 schoolweken / aan het eind van elk blok
      Fase *: (aanloop) / op pad / onderweg / op stoom
      Hoe ziet aanloop eruit?: 
      Hoe ziet op pad eruit?: 
      Hoe ziet onderweg eruit?: 
      Hoe ziet op stoom eruit?: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await goalAt(1)).toMatchObject({ target: 45, ambition: 'Elk kind rekent' });
    expect(await talk.fills('Nadia', { ambitie: 'Elk kind rekent' })).toMatch(/^Opgeslagen: doel 1/);
    expect(await goalAt(1)).toMatchObject({ target: 50, ambition: 'Elk kind rekent' });
  });

  test('a change sent twice is one change', async () => {
    await talk.says('Nadia', '/doel wijzig 1');
    const form = talk.form();
    await talk.fills('Nadia', { streefwaarde: '45' }, form);
    expect(await talk.fills('Nadia', { streefwaarde: '45' }, form)).toMatch(/^Dit had je al gedaan/);
    expect((await goalAt(1))!.version).toBe(2);
  });

  test('may hand a goal over, within what one may do', async () => {
    await open({ ...REGENBUI, teams: [...REGENBUI.teams!, { team: 'Onderbouw', chair: 'Marieke' }] });
    await talk.says('Nadia', '/doel wijzig 1');
    expect(await talk.fills('Nadia', { eigenaar: `team:${school.team('Onderbouw')}` })).toBe(
      'Kies van wie het doel is: een leerteam of een collega. Er is niets opgeslagen.',
    );
    await talk.says('Marieke', '/doel wijzig 1');
    await talk.fills('Marieke', { eigenaar: `team:${school.team('Onderbouw')}` });
    expect((await goalAt(1))!.owner).toEqual({ kind: 'team', teamId: school.team('Onderbouw') });
  });

  test('of a draft is for who made it too, of nobody else without the right', async () => {
    await talk.says('Sanne', '/doel nieuw Iedereen leest');
    await talk.fills('Sanne', { eigenaar: `team:${school.team('Bovenbouw')}` });
    await talk.presses('Sanne', 'Aanpassen');
    expect(await talk.fills('Sanne', { titel: 'Groep 6 leest elke dag' })).toMatch(
      /^Opgeslagen: doel 3 Groep 6 leest elke dag/,
    );
    await open({
      ...REGENBUI,
      staff: [...REGENBUI.staff, { name: 'Kees' }],
      goals: [{ title: 'A', team: 'Bovenbouw', status: 'concept' }],
    });
    for (const name of ['Kees', 'Sanne']) {
      expect(await talk.says(name, '/doel wijzig 1')).toBe('Dat kan ik niet voor je doen. Vraag het aan Nadia.');
    }
  });

  test('what an import brought and nobody touched is kept, however long or fine it is', async () => {
    const criterion = 'x'.repeat(1500);
    await open({
      ...REGENBUI,
      goals: [{ title: 'y'.repeat(200), team: 'Bovenbouw', unit: 'u', baseline: 12.345, criterion }],
    });
    await talk.says('Nadia', '/doel wijzig 1');
    expect(await talk.fills('Nadia', { thema: 'Taal' })).toMatch(/^Opgeslagen/);
    expect(await goalAt(1)).toMatchObject({ theme: 'Taal', baseline: 12.345, criterion });
  });

  test('of a closed goal is refused', async () => {
    await talk.says('Nadia', '/doel behaald 1');
    expect(await talk.says('Nadia', '/doel wijzig 1')).toBe('Doel 1 is al behaald.\n[Verder met dit doel]');
  });
});
