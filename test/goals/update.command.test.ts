/** `/doel update` in conversations with the real bot and store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open());
});
afterEach(() => talk.opened.close());

const checkIns = async (goal = 1) => talk.opened.store.goals.checkIns(goal as never);

describe('one line', () => {
  test('the answer says what changed and asks what is seen; the sentence can be added and the whole taken back', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 22');
    talk.now = new Date('2026-12-01T08:30:00Z');
    expect(await talk.says('Nadia', '/doel update 1 loopt achter 18')).toMatchInlineSnapshot(`
      "Opgeslagen: doel 1 loopt achter, 18% (was 22%).
      Wat zie je in de klas?
      [Zin toevoegen] [Ongedaan maken]"
    `);
    expect(await talk.presses('Nadia', 'Zin toevoegen')).toMatchInlineSnapshot(`
      "Update van doel 1 Meer leerlingen op 1S rekenen
      Wat zie je in de klas? *: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await talk.fills('Nadia', { zin: 'In groep 6 lukt het nog niet.' })).toMatchInlineSnapshot(`
      "Je zin staat bij doel 1.
      "In groep 6 lukt het nog niet."
      [Zin aanpassen] [Ongedaan maken]"
    `);
    expect(await talk.presses('Nadia', 'Ongedaan maken')).toMatchInlineSnapshot(`
      "Je update is teruggenomen. Zo staat het doel er nu voor:
      1 Meer leerlingen op 1S rekenen · ● op koers
        aanloop · 13% → 22% → 40% op 1 juni 2027 · update van 24 november door Nadia"
    `);
    expect((await checkIns()).map(({ value }) => value)).toEqual([22]);
  });

  test('all at once, as a success', async () => {
    expect(
      await talk.says('Nadia', '/doel bij rekenen op koers 22,5% "Groep 7 rekent mee." succes'),
    ).toMatchInlineSnapshot(`
      "Opgeslagen: doel 1 is op koers, 22,5%.
      "Groep 7 rekent mee."
      Het is een succes om te delen: het komt in het maandoverzicht.
      [Zin aanpassen] [Ongedaan maken]"
    `);
    expect((await checkIns())[0]).toMatchObject({ value: 22.5, sentence: 'Groep 7 rekent mee.', success: true });
  });

  test('in English, for who reads English', async () => {
    ({ talk } = await Talk.open({
      ...REGENBUI,
      staff: REGENBUI.staff.map((one) => (one.name === 'Nadia' ? { ...one, language: 'en' } : one)),
    }));
    expect(await talk.says('Nadia', '/doel update 1 needs attention 18')).toMatchInlineSnapshot(`
      "Saved: goal 1 needs attention, 18%.
      What do you see in the classroom?
      [Add a sentence] [Undo]"
    `);
  });

  test('a value between a title and a sentence, and a unit behind a value', async () => {
    await talk.says('Nadia', '/doel update rekenen 30 op koers');
    expect((await checkIns())[0]).toMatchObject({ value: 30, status: 'op koers', sentence: '' });
  });

  test('words behind the value that are not the unit: asked, with nothing lost', async () => {
    expect(await talk.says('Nadia', '/doel update 1 op koers 22 woorden')).toMatchInlineSnapshot(`
      "Update van doel 1 Meer leerlingen op 1S rekenen
      Ik las 22%, en "woorden" als je zin. Klopt dat? Sla het dan op. Zet een zin tussen aanhalingstekens, dan vraag ik niets.
      Hoe staat het ermee? *: (● op koers) / ▲ aandacht nodig / ■ loopt achter
      Waarde (%): 22
      Wat zie je in de klas?: woorden
      Dit is een succes om te delen: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await checkIns()).toEqual([]);
    await talk.fills('Nadia', {});
    expect((await checkIns())[0]).toMatchObject({ value: 22, status: 'op koers', sentence: 'woorden' });
  });

  test.each(['22 %', '22 procent', '22% "woorden"', '22 "woorden"'])('%s is not asked about', async (typed) => {
    expect(await talk.says('Nadia', `/doel update 1 op koers ${typed}`)).toMatch(
      /^Opgeslagen: doel 1 is op koers, 22%/,
    );
  });

  test("people's words stay as they are", async () => {
    const words = `<!channel> [x](https://evil.example) {goal} <b>vet</b> '; drop table goal 🎉`;
    await talk.says('Nadia', `/doel update 2 op koers "${words}"`);
    expect((await checkIns(2))[0]!.sentence).toBe(words);
    const shown = talk.last!;
    expect(JSON.stringify(shown)).toContain(JSON.stringify(words).slice(1, -1));
    expect(await talk.says('Nadia', '/doel status 2')).toContain(words);
  });

  test('marks that turn the direction of text and control characters are taken out', async () => {
    await talk.says('Nadia', '/doel update 2 op koers "van \u202Elinks\u0007 naar\u200b rechts"');
    expect((await checkIns(2))[0]!.sentence).toBe('van links naar rechts');
  });
});

describe('the form for what is missing', () => {
  test('of one goal: with its unit and its last value, and who reads along', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 22');
    expect(await talk.says('Nadia', '/doel update 1 23 "Het gaat vooruit."')).toMatchInlineSnapshot(`
      "Update van doel 1 Meer leerlingen op 1S rekenen
      Hoe staat het ermee? *: ● op koers / ▲ aandacht nodig / ■ loopt achter
      Waarde (%): 23
      Wat zie je in de klas?: Het gaat vooruit.
      Dit is een succes om te delen: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(talk.form().fields.find(({ name }) => name === 'waarde')).toMatchObject({
      value: '23',
      hint: 'Vorige keer: 22%.',
    });
    expect(
      await talk.fills('Nadia', { status: 'aandacht nodig', waarde: '23.5', succes: 'ja' }),
    ).toMatchInlineSnapshot(`
      "Opgeslagen: doel 1 heeft aandacht nodig, 23,5% (was 22%).
      "Het gaat vooruit."
      Het is een succes om te delen: het komt in het maandoverzicht.
      [Zin aanpassen] [Ongedaan maken]"
    `);
  });

  test('a goal without numbers is not asked for one', async () => {
    expect(await talk.says('Nadia', '/doel update rijke')).toMatchInlineSnapshot(`
      "Update van doel 2 Elke week rijke teksten
      Hoe staat het ermee? *: ● op koers / ▲ aandacht nodig / ■ loopt achter
      Wat zie je in de klas?: 
      Dit is een succes om te delen: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
  });

  test('without a goal: which of the goals that one may update', async () => {
    expect(await talk.says('Nadia', '/doel update achter 18 "Lastig."')).toMatchInlineSnapshot(`
      "Update van een doel
      Doel *: 1 Meer leerlingen op 1S rekenen / 2 Elke week rijke teksten
      Hoe staat het ermee? *: ● op koers / ▲ aandacht nodig / (■ loopt achter)
      Waarde: 18
      Wat zie je in de klas?: Lastig.
      Dit is een succes om te delen: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await talk.fills('Nadia', { doel: 'id:1' })).toBe(
      'Opgeslagen: doel 1 loopt achter, 18%.\n"Lastig."\n[Zin aanpassen] [Ongedaan maken]',
    );
  });

  test('somebody with one goal needs no number', async () => {
    ({ talk } = await Talk.open({ ...REGENBUI, goals: [{ title: 'Elke dag lezen', owner: 'Sanne' }] }));
    expect(await talk.says('Sanne', '/doel update op koers')).toMatch(/^Opgeslagen: doel 1 is op koers\.\n/);
  });
});

describe('what does not fit is told, and nothing is stored', () => {
  test.each([
    [
      '/doel update 1 op koers 150',
      'Doel 1 gaat over een percentage, en 150 past daar niet bij. Kies een getal van 0 tot en met 100.',
    ],
    [
      '/doel update 1 op koers -1%',
      'Doel 1 gaat over een percentage, en -1% past daar niet bij. Kies een getal van 0 tot en met 100.',
    ],
    [
      '/doel update 1 op koers 18 lessen "zin"',
      'Doel 1 meet in %. Daar past 18 lessen niet bij. Typ alleen het getal.',
    ],
    ['/doel update 2 op koers 72', 'Doel 2 heeft geen getal. Laat het getal weg en schrijf in één zin wat je ziet.'],
    ['/doel update 2 72', 'Doel 2 heeft geen getal. Laat het getal weg en schrijf in één zin wat je ziet.'],
    ['/doel update 2 op koers LONG', '"Wat zie je in de klas?" is te lang: hooguit 500 tekens. Er is niets veranderd.'],
    ['/doel update 2 "LONG"', '"Wat zie je in de klas?" is te lang: hooguit 500 tekens. Er is niets veranderd.'],
    ['/doel update 9 op koers', 'Ik vind geen doel 9.\n[Mijn doelen]'],
    ['/doel update gymnastiek op koers', 'Ik vind geen doel met "gymnastiek".\n[Mijn doelen]'],
    [
      '/doel update reknen op koers',
      'Ik vind geen doel met "reknen". Bedoel je dit?\n[1 Meer leerlingen op 1S rekenen]',
    ],
  ])('%s', async (line, answer) => {
    expect(await talk.says('Nadia', line.replace('LONG', 'lang '.repeat(2000)))).toBe(answer);
    expect([...(await checkIns(1)), ...(await checkIns(2))]).toEqual([]);
  });

  test.each([
    [{ doel: 'id:1', status: 'prima' }, 'Ik ken de status prima niet. Kies op koers, aandacht nodig of loopt achter.'],
    [
      { doel: 'id:1', status: 'op koers', waarde: '1.000' },
      'Ik begrijp het getal 1.000 niet. Schrijf bijvoorbeeld 72 of 72,5.',
    ],
    [
      { doel: 'id:1', status: 'op koers', waarde: 'veel' },
      'Ik begrijp het getal veel niet. Schrijf bijvoorbeeld 72 of 72,5.',
    ],
    [{ doel: 'id:999', status: 'op koers' }, 'Dit doel is er niet meer.\n[Mijn doelen]'],
    [
      { doel: 'id:1', status: 'op koers', succes: 'nee' },
      'Ik begrijp niet wat je bedoelt met nee. Typ bijvoorbeeld /doel update 3 op koers 72 "Groep 4 leest nu elke dag.".',
    ],
  ])('a button or form with %j', async (args, answer) => {
    expect(await talk.does('Nadia', 'doel.update', args as Record<string, string>)).toBe(answer);
    expect(await checkIns(1)).toEqual([]);
  });
});

describe('a goal that is not active', () => {
  test.each([
    ['/doel pauze 1 even niet', 'Doel 1 is gepauzeerd.'],
    ['/doel behaald 1', 'Doel 1 is al behaald.'],
    ['/doel stop 1 te veel', 'Doel 1 is gestopt.'],
  ])('after %s it says so, with the button that helps', async (line, answer) => {
    await talk.says('Nadia', line);
    expect(await talk.says('Nadia', '/doel update 1 op koers 20')).toBe(`${answer}\n[Verder met dit doel]`);
    expect(await checkIns(1)).toEqual([]);
    expect(await talk.presses('Nadia', 'Verder met dit doel')).toMatch(/^Doel 1 loopt weer/);
    expect(await talk.says('Nadia', '/doel update 1 op koers 20')).toMatch(/^Opgeslagen/);
  });

  test('a draft is agreed to first', async () => {
    ({ talk } = await Talk.open({
      ...REGENBUI,
      goals: [{ title: 'Elke dag lezen', team: 'Bovenbouw', status: 'concept' }],
    }));
    expect(await talk.says('Nadia', '/doel update 1 op koers')).toBe(
      'Doel 1 is nog een concept. Spreek het eerst af met /doel akkoord 1.\n[Akkoord]',
    );
  });
});

describe('once', () => {
  test('the same message twice is one update', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 22', 'trigger-1');
    expect(await talk.says('Nadia', '/doel update 1 op koers 22', 'trigger-1')).toMatchInlineSnapshot(`
      "Dit had je al gedaan. Er is niets dubbel opgeslagen.
      1 Meer leerlingen op 1S rekenen
      13% → 22% → 40% op 1 juni 2027
      Status: ● op koers
      Fase: aanloop
      Van: Bovenbouw
      Indicator: leerlingen op 1S
      Meetinstrument: toets
      Wanneer: tot en met 1 juni 2027
      Updates: elke 4 schoolweken
      Laatste update: 24 november door Nadia
      Volgende vraag om een update: maandag 11 januari 2027

      Wat er is gebeurd
      24 november door Nadia · ● op koers
        22%
      3 augustus
        Het doel is gemaakt.
      [Update] [Fase] [Wijzig]"
    `);
    expect(await checkIns(1)).toHaveLength(1);
  });

  test('a form sent twice is one update', async () => {
    await talk.says('Nadia', '/doel update 1');
    const form = talk.form();
    await talk.fills('Nadia', { status: 'op koers' }, form);
    expect(await talk.fills('Nadia', { status: 'op koers' }, form)).toMatch(/^Dit had je al gedaan/);
    expect(await checkIns(1)).toHaveLength(1);
  });

  test('undoing twice takes back one update', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20');
    await talk.says('Nadia', '/doel update 1 op koers 22');
    const undo = talk.button('Ongedaan maken');
    await talk.does('Nadia', undo.intent.name, undo.intent.args, 'key-x');
    expect(await talk.does('Nadia', undo.intent.name, undo.intent.args, 'key-x')).toMatch(/^Dit had je al gedaan\./);
    expect(await talk.does('Nadia', undo.intent.name, undo.intent.args, 'key-y')).toBe(
      'Deze update van doel 1 kan niet meer veranderd worden: er is een nieuwere, of hij is teruggenomen.\n[Bekijk doel]',
    );
    expect((await checkIns(1)).map(({ value }) => value)).toEqual([20]);
  });
});

describe('whose update it is', () => {
  test('who has no goal to update hears who gives the updates of their team', async () => {
    expect(await talk.says('Sanne', '/doel update')).toBe(
      'Jij hebt nu geen doel om een update van te geven.\nDe updates van Bovenbouw geeft Nadia.\n[Mijn doelen]',
    );
    await talk.says('Nadia', '/doel behaald 1');
    await talk.says('Nadia', '/doel pauze 2 even niet');
    expect(await talk.says('Sanne', '/doel update')).toBe('Er is nu geen doel waarvoor dit kan.\n[Mijn doelen]');
  });

  test('the update of somebody else, or one that is not the newest, cannot be changed', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20');
    const undo = talk.button('Ongedaan maken');
    const add = talk.button('Zin toevoegen');
    expect(await talk.does('Marieke', undo.intent.name, undo.intent.args)).toBe(
      'Deze update is van Nadia. Alleen Nadia kan hem veranderen.\n[Bekijk doel]',
    );
    expect(await talk.does('Sanne', undo.intent.name, undo.intent.args)).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
    );
    await talk.says('Nadia', '/doel update 1 op koers 21');
    for (const button of [undo, add]) {
      expect(await talk.does('Nadia', button.intent.name, { ...button.intent.args, zin: 'x' })).toContain(
        'kan niet meer veranderd worden',
      );
    }
    expect((await checkIns(1)).map(({ value, sentence }) => [value, sentence])).toEqual([
      [21, ''],
      [20, ''],
    ]);
  });

  test('an update of another goal is none of this goal', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20');
    const { update } = talk.button('Ongedaan maken').intent.args;
    expect(await talk.does('Nadia', 'doel.ongedaan', { doel: 'id:2', update: update! })).toContain(
      'Deze update van doel 2 kan niet meer veranderd worden',
    );
    expect(await checkIns(1)).toHaveLength(1);
  });

  test('an update from before is left when the newest is taken back', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20');
    await talk.says('Nadia', '/doel update 1 achter 10');
    await talk.presses('Nadia', 'Ongedaan maken');
    expect((await talk.opened.store.goals.line(1 as never))!.status).toBe('op koers');
  });

  test('a sentence keeps day, status, value and tick', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20 succes');
    talk.now = new Date('2026-11-26T08:30:00Z');
    await talk.presses('Nadia', 'Zin toevoegen');
    await talk.fills('Nadia', { zin: 'Groep 7 rekent mee.' });
    expect((await checkIns(1))[0]).toMatchObject({
      date: localDate('2026-11-24'),
      status: 'op koers',
      value: 20,
      success: true,
      sentence: 'Groep 7 rekent mee.',
    });
    expect(await checkIns(1)).toHaveLength(1);
  });
});
