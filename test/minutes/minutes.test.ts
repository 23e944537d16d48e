/** `/agenda verslag` in conversations with the real bot and store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Bovenbouw meets on Thursdays, 15.00-16.00; in this week both goals are due. */
const AFTER = new Date('2026-11-26T15:10:00Z');
const BEFORE = new Date('2026-11-24T09:00:00Z');

let talk: Talk;
let school: BuiltSchool;
const open = async (draft?: SchoolDraft) => {
  const opened = await Talk.open(draft);
  talk = opened.talk;
  school = opened.schools[0]!;
  talk.now = AFTER;
};
beforeEach(() => open());
afterEach(() => talk.opened.close());

const store = () => talk.opened.store;
const team = () => school.team('Bovenbouw');
const THIS = () => `${team()}:2026-11-26`;
const id = (name: string) => `id:${school.person(name)}`;
const stored = async () => {
  const meeting = (await store().agenda.meetings(team())).find(({ date }) => date === '2026-11-26');
  return meeting ? store().minutes.of(meeting.id) : null;
};
/** Somebody brings a point before the meeting. */
const brings = async (name: string, text: string, at = BEFORE) => {
  const item = { schoolId: school.id, teamId: team(), kind: 'overig', text, minutes: null, link: '' } as const;
  return (await store().agenda.addItem(stamp(school.person(name), at.toISOString()), item)).id;
};

describe('the form', () => {
  test('asks what became of the meeting, with who reads along', async () => {
    await brings('Sanne', 'toetsdata groep 6');
    expect(await talk.says('Nadia', '/agenda verslag')).toMatchInlineSnapshot(`
      "Verslag van Bovenbouw, donderdag 26 november
      Ging het door? *: (Ja, het ging door) / Nee, het ging niet door
      Doel 1 Meer leerlingen op 1S rekenen: hoe staat het ermee?: ● op koers / ▲ aandacht nodig / ■ loopt achter
      Doel 1: waarde (%): 
      Doel 1: wat zie je in de klas?: 
      Doel 2 Elke week rijke teksten: hoe staat het ermee?: ● op koers / ▲ aandacht nodig / ■ loopt achter
      Doel 2: wat zie je in de klas?: 
      Besluiten: 
      Actie 1: wat: 
      Actie 1: wie: Nadia / Nico / Sanne / Joost / Marieke
      Actie 1: wanneer: 2026-12-03
      Actie 2: wat: 
      Actie 2: wie: Nadia / Nico / Sanne / Joost / Marieke
      Actie 2: wanneer: 2026-12-03
      Actie 3: wat: 
      Actie 3: wie: Nadia / Nico / Sanne / Joost / Marieke
      Actie 3: wanneer: 2026-12-03
      Actie 4: wat: 
      Actie 4: wie: Nadia / Nico / Sanne / Joost / Marieke
      Actie 4: wanneer: 2026-12-03
      Wat schuift door?: Ingebracht door Sanne: toetsdata groep 6
      Wat delen we met het MT?: 
      Vraag of advies aan het MT: 
      Waarom deze vraag of dit advies?: 
      Verder nog: 
      [Opslaan]
      Je team leest alles. De directeur en de IB zien besluiten, adviezen en wat je met het MT deelt. Updates ziet de hele school. Noem geen namen van leerlingen."
    `);
  });

  test('a goal that waits without an update has its fields, first, and is not ticked to move on', async () => {
    const goal = school.goal('Elke week rijke teksten');
    const key = 'doel zonder update:1';
    const version = (await store().outbox.schoolState(school.id))!.version;
    const point = { key, schoolId: school.id, teamId: team(), madeOn: localDate('2026-11-10') };
    const draft = { ...point, cause: 'doel zonder update', goalId: goal, unlessUpdatedSince: localDate('2026-11-01') };
    await store().outbox.plan(school.id, version, localDate('2026-11-10'), [], [draft as never], []);
    await talk.says('Nadia', '/agenda verslag');
    const fields = talk.form().fields;
    expect(fields[1]!.name).toBe(`status_${goal}`);
    expect(fields.find(({ name }) => name === 'schuift')).toMatchObject({ value: '' });
    await talk.fills('Nadia', { [`status_${goal}`]: 'aandacht nodig' });
    expect(await store().agenda.openItems(school.id, team())).toEqual([]);
  });

  test('stores all of it, shows what is stored, and shows it again', async () => {
    await brings('Sanne', 'toetsdata groep 6');
    const later = await brings('Nico', 'ouderavond');
    await talk.says('Nadia', '/agenda verslag');
    const goal = school.goal('Meer leerlingen op 1S rekenen');
    expect(
      await talk.fills('Nadia', {
        [`status_${goal}`]: 'op koers',
        [`waarde_${goal}`]: '22,5',
        [`zin_${goal}`]: 'Groep 7 rekent mee.',
        besluiten: '- We lezen elke dag\n\n• Toets in januari',
        wat1: 'Toetsanalyse klaarzetten',
        wie1: id('Nico'),
        wat3: 'Boeken bestellen',
        wie3: 'Sanne',
        datum3: '2026-12-08',
        schuift: String(later),
        delen: 'Er zijn nieuwe boeken nodig',
        advies: 'Koop boeken',
        redenen: 'De oude zijn op',
        tekst: 'Fijne bijeenkomst',
      }),
    ).toMatchInlineSnapshot(`
      "Opgeslagen: het verslag van Bovenbouw, donderdag 26 november.

      Besluiten
      We lezen elke dag
      Toets in januari

      Acties
      1 Toetsanalyse klaarzetten · Nico · voor donderdag 3 december
      2 Boeken bestellen · Sanne · voor dinsdag 8 december

      Updates van doelen
      Doel 1 Meer leerlingen op 1S rekenen · 22,5% · ● op koers
        "Groep 7 rekent mee."

      Schuift door
      Ingebracht door Nico: ouderavond

      Behandeld
      Ingebracht door Sanne: toetsdata groep 6

      Dit delen we met het MT
      Er zijn nieuwe boeken nodig

      Vraag of advies aan het MT
      Advies 1: Koop boeken

      Verder nog
      Fijne bijeenkomst
      [Actie toevoegen] [Bekijk verslag]"
    `);
    expect((await store().goals.checkIns(goal))[0]).toMatchObject({
      status: 'op koers',
      value: 22.5,
      sentence: 'Groep 7 rekent mee.',
      date: '2026-11-26',
    });
    expect(await talk.says('Sanne', '/agenda verslag')).toMatchInlineSnapshot(`
      "Verslag van Bovenbouw, donderdag 26 november

      Besluiten
      We lezen elke dag
      Toets in januari

      Acties
      1 Toetsanalyse klaarzetten · Nico · voor donderdag 3 december
      2 Boeken bestellen · Sanne · voor dinsdag 8 december
        [Klopt niet]

      Updates van doelen
      Doel 1 Meer leerlingen op 1S rekenen · 22,5% · ● op koers
        "Groep 7 rekent mee."

      Schuift door
      Ingebracht door Nico: ouderavond

      Behandeld
      Ingebracht door Sanne: toetsdata groep 6

      Dit delen we met het MT
      Er zijn nieuwe boeken nodig

      Vraag of advies aan het MT
      Advies 1: Koop boeken

      Verder nog
      Fijne bijeenkomst
      [Aanvullen] [Actie toevoegen] [Verslag van 19 november]"
    `);
    talk.now = new Date('2026-11-27T15:10:00Z');
    expect(await talk.presses('Sanne', 'Aanvullen')).toContain('Aanvullen: Bovenbouw, donderdag 26 november');
  });

  test('in English, for who reads English', async () => {
    await open({
      ...REGENBUI,
      staff: REGENBUI.staff.map((one) => (one.name === 'Nadia' ? { ...one, language: 'en' } : one)),
    });
    await talk.says('Nadia', '/agenda verslag');
    expect(await talk.fills('Nadia', { besluiten: 'Read daily' })).toMatchInlineSnapshot(`
      "Saved: the minutes of Bovenbouw, Thursday 26 November.

      Decisions
      Read daily
      [Add an action] [Show minutes]"
    `);
  });

  test("people's words stay as they are", async () => {
    const words = `<!channel> [x](https://evil.example) {goal} <b>vet</b> '; drop table goal 🎉`;
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { besluiten: words, tekst: words, wat1: words, wie1: id('Nico') });
    expect((await stored())!.decisions[0]!.text).toBe(words);
    const shown = JSON.stringify(talk.last);
    expect(shown.split(JSON.stringify(words).slice(1, -1))).toHaveLength(4);
  });

  test('asks for at most three goals and names the rest', async () => {
    const more = ['Drie', 'Vier', 'Vijf'].map((title) => ({ title, team: 'Bovenbouw' }));
    await open({ ...REGENBUI, goals: [...REGENBUI.goals!, ...more] });
    const shown = await talk.says('Nadia', '/agenda verslag');
    expect(shown).toContain('Geef van deze doelen ook een update, met /doel update: 4 Vier en 5 Vijf.');
    expect(talk.form().fields.filter(({ name }) => name.startsWith('status_'))).toHaveLength(3);
  });

  test('asks for no goal that was updated since, is not due, or is paused', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 22');
    await talk.says('Nadia', '/doel pauze 2 even niet');
    await talk.says('Nadia', '/agenda verslag');
    expect(talk.form().fields.filter(({ name }) => name.startsWith('status_'))).toEqual([]);
    talk.now = new Date('2026-11-19T15:10:00Z');
    await talk.says('Nadia', '/agenda verslag');
    expect(talk.form().fields.filter(({ name }) => name.startsWith('status_'))).toEqual([]);
  });

  test('proposes the next meeting as the day for actions, not one that was cancelled', async () => {
    const next = { teamId: team(), date: '2026-12-03', time: '15:00', duration: 60, version: null } as never;
    await store().agenda.cancel(stamp(null, BEFORE.toISOString()), next, 'ziek', NOTHING_TO_TELL);
    await talk.says('Nadia', '/agenda verslag');
    expect(talk.form().fields.find(({ name }) => name === 'datum1')?.value).toBe('2026-12-10');
  });

  test('an empty one says only that it took place', async () => {
    await talk.says('Nadia', '/agenda verslag');
    expect(await talk.fills('Nadia', {})).toMatchInlineSnapshot(`
      "Opgeslagen: het verslag van Bovenbouw, donderdag 26 november.
      Het ging door. Er staat verder niets in.
      [Actie toevoegen] [Bekijk verslag]"
    `);
    expect((await stored())!.entries).toHaveLength(1);
  });
});

describe('what moves on', () => {
  test('is what was ticked; the rest of what stood on the agenda is dealt with', async () => {
    const [done, on] = [await brings('Sanne', 'toetsdata'), await brings('Nico', 'ouderavond')];
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { schuift: String(on) });
    expect((await store().agenda.item(done))!.state).toBe('behandeld');
    expect(await store().agenda.item(on)).toMatchObject({ state: 'open', carried: 1 });
  });

  test('is everything that the form did not show: brought after the meeting, or while the form was open', async () => {
    const after = await brings('Sanne', 'na afloop', new Date('2026-11-26T15:05:00Z'));
    await talk.says('Nadia', '/agenda verslag');
    expect(talk.form().fields.some(({ name }) => name === 'schuift')).toBe(false);
    const meanwhile = await brings('Nico', 'tijdens het invullen', new Date('2026-11-26T14:59:00Z'));
    await talk.fills('Nadia', {});
    for (const item of [after, meanwhile]) expect((await store().agenda.item(item))!.state).toBe('open');
  });

  test('is what the chair left for another time', async () => {
    const item = await brings('Sanne', 'volgende maand');
    const meeting = { teamId: team(), date: '2026-11-26', time: '15:00', duration: 60, version: null } as never;
    const minutes = new Map([[`punt-${item}`, 0]]);
    await store().agenda.setLineMinutes(stamp(school.person('Nadia'), BEFORE.toISOString()), meeting, minutes);
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', {});
    expect((await store().agenda.item(item))!.state).toBe('open');
  });

  test('is, unless somebody says otherwise, what leaves the agenda by itself', async () => {
    await talk.says('Sanne', '/advies Graag een uur extra');
    await talk.says('Nadia', '/agenda verslag');
    const ticked = talk.form().fields.find(({ name }) => name === 'schuift')!;
    expect(ticked.value).toMatch(/^\d+$/);
    await talk.fills('Nadia', {});
    expect((await store().agenda.item(Number(ticked.value) as never))!.state).toBe('open');
  });
});

describe('a mistake changes nothing and can be mended', () => {
  const WRONG: Readonly<Record<string, readonly [Record<string, string>, string]>> = {
    'an action without an owner': [
      { wat1: 'Boeken halen' },
      'Wie pakt "Boeken halen" op? Kies één collega. Er is nog niets opgeslagen.',
    ],
    'an action without a date': [
      { wat2: 'Boeken halen', wie2: 'Sanne', datum2: ' ' },
      'Wanneer is "Boeken halen" klaar? Kies een datum. Er is nog niets opgeslagen.',
    ],
    'an owner without an action': [{ wie1: 'Sanne' }, 'Wat gaat er gebeuren bij actie 1?'],
    'a date in the past': [
      { wat1: 'Boeken halen', wie1: 'Sanne', datum1: '2026-11-25' },
      '"Boeken halen" staat voor woensdag 25 november, en dat is al geweest.',
    ],
    'a date far away': [{ wat1: 'Boeken halen', wie1: 'Sanne', datum1: '2030-11-25' }, 'binnen twee jaar'],
    'no date at all': [{ wat1: 'Boeken halen', wie1: 'Sanne', datum1: 'ooit' }, 'Ik begrijp de datum ooit niet.'],
    'an owner outside the school': [{ wat1: 'Boeken halen', wie1: 'Wim' }, 'Wim'],
    'an owner by a number of nobody': [{ wat1: 'Boeken halen', wie1: 'id:999' }, 'id:999'],
    'a long action': [{ wat1: 'x'.repeat(201), wie1: 'Sanne' }, '"Actie 1: wat" is te lang: hooguit 200 tekens.'],
    'a long decision': [{ besluiten: 'x'.repeat(501) }, '"Eén besluit" is te lang: hooguit 500 tekens.'],
    'a long text': [{ tekst: 'x'.repeat(5_000) }, '"Verder nog" is te lang: hooguit 1.800 tekens.'],
    'reasons without advice': [{ redenen: 'daarom' }, 'Je schreef waarom'],
    'a sentence without a status': [{ zin_2: 'Het lukt' }, 'Kies bij doel 2'],
    'a value that is none': [{ status_1: 'op koers', waarde_1: 'veel' }, 'Ik begrijp het getal veel niet.'],
    'a status that is none': [{ status_1: 'prima' }, 'Ik ken de status prima niet.'],
    'a goal of nobody': [{ status_99: 'op koers' }, 'Dit doel is er niet meer.'],
  };

  test.each(Object.entries(WRONG))('%s', async (_, [values, sentence]) => {
    const item = await brings('Sanne', 'toetsdata');
    await talk.says('Nadia', '/agenda verslag');
    const form = talk.form();
    expect(await talk.fills('Nadia', { besluiten: 'Elke dag lezen', ...values }, form)).toContain(sentence);
    expect(talk.last).toMatchObject({ changedNothing: true });
    expect(await store().agenda.meetings(team())).toEqual([]);
    expect(await store().minutes.decisions(team(), 9)).toEqual([]);
    expect((await store().agenda.item(item))!.state).toBe('open');
    // The same form, mended.
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen' }, form);
    expect((await stored())!.decisions.map(({ text }) => text)).toEqual(['Elke dag lezen']);
  });

  test('the form comes back with what was filled in', async () => {
    await brings('Sanne', 'toetsdata');
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen', wat1: 'Boeken halen', delen: 'Nieuws' });
    await talk.presses('Nadia', 'Verder invullen');
    const values = Object.fromEntries(talk.form().fields.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ besluiten: 'Elke dag lezen', wat1: 'Boeken halen', delen: 'Nieuws', schuift: '' });
    await talk.fills('Nadia', { wie1: id('Sanne') });
    expect((await stored())!.actions).toMatchObject([{ what: 'Boeken halen', ownerName: 'Sanne', due: '2026-12-03' }]);
  });

  test('a day on which the school is closed is asked about once', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const values = { wat1: 'Boeken halen', wie1: id('Sanne'), datum1: '2026-12-25', besluiten: 'Lezen' };
    expect(await talk.fills('Nadia', values)).toMatchInlineSnapshot(`
      "25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?
      [Ja] [Andere datum] [Toch 25 december]"
    `);
    await talk.presses('Nadia', 'Ja');
    expect((await stored())!.actions[0]).toMatchObject({ due: '2027-01-04' });
    expect((await stored())!.decisions).toHaveLength(1);
  });

  test('a closed day may be kept', async () => {
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { wat1: 'Boeken halen', wie1: id('Sanne'), datum1: '2026-12-25' });
    await talk.presses('Nadia', 'Toch 25 december');
    expect((await stored())!.actions[0]).toMatchObject({ due: '2026-12-25' });
  });

  test('two colleagues with that name: asks which one, and goes on with the choice', async () => {
    await open({ ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Sanne Berg' }, { name: 'Sanne Dal' }] });
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { wat1: 'Boeken halen', wie1: 'berg', besluiten: 'Lezen' });
    expect((await stored())!.actions).toMatchObject([{ ownerName: 'Sanne Berg' }]);
  });
});

describe('who comes second sees what is stored', () => {
  test('the same form sent twice by one control', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const form = talk.form();
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen' }, form);
    expect(await talk.fills('Nadia', { besluiten: 'Elke dag lezen' }, form)).toMatchInlineSnapshot(`
      "Dit had je al gedaan. Er is niets dubbel opgeslagen.
      Verslag van Bovenbouw, donderdag 26 november

      Besluiten
      Elke dag lezen
      [Aanvullen] [Actie toevoegen] [Verslag van 19 november]"
    `);
    expect((await stored())!.decisions).toHaveLength(1);
  });

  test('two people with a form open: nothing of the second is stored, and nothing is lost', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const first = talk.form();
    await talk.says('Nico', '/agenda verslag');
    const second = talk.form();
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen' }, first);
    expect(await talk.fills('Nico', { besluiten: 'Toets in januari' }, second)).toMatchInlineSnapshot(`
      "Er is al een verslag van Bovenbouw, donderdag 26 november. Wat jij invulde is nog niet opgeslagen. Dit staat er:

      Besluiten
      Elke dag lezen
      [Mijn tekst toevoegen]"
    `);
    expect((await stored())!.decisions).toHaveLength(1);
    await talk.presses('Nico', 'Mijn tekst toevoegen');
    await talk.fills('Nico', {});
    expect((await stored())!.decisions.map(({ text }) => text)).toEqual(['Elke dag lezen', 'Toets in januari']);
  });

  test('one with an older form, or who sends the same form again with other words', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const older = talk.form();
    await talk.says('Nadia', '/agenda verslag');
    const form = talk.form();
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen', wat1: 'Boeken halen', wie1: id('Sanne') }, form);
    for (const again of [older, form]) {
      expect(await talk.fills('Nadia', { besluiten: 'Elke dag lezen\nToets in januari' }, again)).toMatch(
        /^Er is al een verslag van Bovenbouw.* Wat jij invulde is nog niet opgeslagen\./,
      );
      expect(talk.last).toMatchObject({ changedNothing: true });
    }
    expect(await talk.fills('Nadia', { tekst: 'Fijn' }, form)).toMatch(/^Er is al een verslag/);
    const goal = school.goal('Elke week rijke teksten');
    expect(await talk.fills('Nadia', { [`status_${goal}`]: 'op koers' }, form)).toMatch(/^Er is al een verslag/);
    await talk.presses('Nadia', 'Mijn tekst toevoegen');
    await talk.fills('Nadia', {});
    expect((await store().goals.checkIns(goal)).map(({ status }) => status)).toEqual(['op koers']);
    expect(await talk.fills('Nadia', { wat1: 'Boeken halen', wie1: id('Sanne') }, form)).toMatch(
      /^Dit had je al gedaan/,
    );
    expect((await stored())!.actions).toHaveLength(1);
  });

  test('that say it did not take place: asked for a date, with a way back to what was filled in', async () => {
    await talk.says('Nadia', '/agenda verslag');
    expect(await talk.fills('Nadia', { door: 'nee', besluiten: 'Elke dag lezen' })).toMatch(/\[Verder invullen\]$/);
    await talk.presses('Nadia', 'Verder invullen');
    const values = Object.fromEntries(talk.form().fields.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ besluiten: 'Elke dag lezen' });
  });

  test('two people at the same moment', async () => {
    await talk.says('Nadia', '/agenda verslag');
    const { intent } = talk.form();
    const send = (name: string) => talk.does(name, intent.name, { ...intent.args, door: 'ja', besluiten: 'Lezen' });
    const answers = await Promise.all([send('Nadia'), send('Nico')]);
    expect(answers.filter((answer) => answer.startsWith('Opgeslagen'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('Er is al een verslag'))).toHaveLength(1);
    expect((await stored())!.decisions).toHaveLength(1);
  });

  test('what is added is added once, and an empty addition changes nothing', async () => {
    await talk.says('Nadia', '/agenda verslag');
    await talk.fills('Nadia', { besluiten: 'Elke dag lezen' });
    await talk.says('Nadia', '/agenda verslag');
    await talk.presses('Nadia', 'Aanvullen');
    const form = talk.form();
    expect(await talk.fills('Nadia', {}, form)).toContain('Je hebt nog niets ingevuld.');
    await talk.fills('Nadia', { tekst: 'Nog iets' }, form);
    await talk.fills('Nadia', { tekst: 'Nog iets' }, form);
    expect((await stored())!.entries.map(({ text }) => text)).toEqual(['', 'Nog iets']);
  });
});

describe('advice to the MT', () => {
  const sends = async (name: string) => {
    await talk.says(name, '/agenda verslag');
    await talk.fills(name, { advies: 'Koop boeken', redenen: 'De oude zijn op' });
    return store().advice.list({ schoolIds: [school.id] });
  };

  test('of a chair goes to the MT', async () => {
    expect(await sends('Nadia')).toMatchObject([
      {
        state: 'ingediend',
        sentOn: '2026-11-26',
        text: 'Koop boeken',
        reasons: 'De oude zijn op',
        teamName: 'Bovenbouw',
      },
    ]);
  });

  test('goes to the agenda of a team of kind MT', async () => {
    await open({ ...REGENBUI, teams: [...REGENBUI.teams!, { team: 'MT', kind: 'MT', chair: 'Marieke' }] });
    await sends('Nadia');
    expect(await store().agenda.openItems(school.id, school.team('MT'))).toMatchObject([
      { cause: 'advies aan het MT' },
    ]);
  });

  test('of a member is a draft', async () => {
    expect(await sends('Sanne')).toMatchObject([{ state: 'concept', sentOn: null }]);
    expect((await store().agenda.openItems(school.id, team())).map(({ cause }) => cause)).toContain('concept-advies');
  });

  test('of a team that the director chairs is a decision', async () => {
    await open({ ...REGENBUI, teams: [{ team: 'Bovenbouw', chair: 'Marieke', members: ['Marieke', 'Nadia'] }] });
    expect(await sends('Marieke')).toEqual([]);
    expect((await stored())!.decisions.map(({ text }) => text)).toEqual(['Koop boeken (De oude zijn op)']);
  });
});

describe('who may write and read', () => {
  const formOf = async (name: string) => {
    await talk.says(name, '/agenda verslag');
    return talk.form();
  };

  test('a member may write, without the updates that are the chair’s', async () => {
    await talk.says('Sanne', '/agenda verslag');
    expect(talk.form().fields.filter(({ name }) => name.startsWith('status_'))).toEqual([]);
    expect(await talk.fills('Sanne', { status_1: 'op koers' })).toContain('Vraag het aan Nadia.');
    await talk.fills('Sanne', { besluiten: 'Elke dag lezen' }, await formOf('Sanne'));
    expect((await stored())!.entries[0]).toMatchObject({ byName: 'Sanne' });
  });

  test('the director and the IB see decisions and what is shared, and write nothing', async () => {
    expect(await talk.does('Marieke', 'agenda.verslag', { bijeenkomst: THIS() })).toContain('Vraag het aan Nadia.');
    await talk.fills(
      'Nadia',
      { besluiten: 'Elke dag lezen', delen: 'Boeken', tekst: 'Geheim', wat1: 'Halen', wie1: id('Nico') },
      await formOf('Nadia'),
    );
    for (const name of ['Marieke', 'Joost']) {
      expect(await talk.does(name, 'agenda.verslag', { bijeenkomst: THIS() })).toBe(
        'Verslag van Bovenbouw, donderdag 26 november\n\nBesluiten\nElke dag lezen\n\nDit delen we met het MT\nBoeken',
      );
      expect(
        await talk.does(name, 'agenda.verslag', { bijeenkomst: THIS(), tekst: 'x', aanvullen: 'ja' }),
      ).not.toContain('Opgeslagen');
    }
    expect((await stored())!.entries).toHaveLength(1);
  });

  test('somebody else of the school, or of another school, sees nothing', async () => {
    const wilg: SchoolDraft = { school: { school: 'De Wilg' }, staff: [{ name: 'Wim', roles: ['directeur'] }] };
    const regenbui = { ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Piet' }] };
    const { talk: other, schools } = await Talk.open(regenbui, wilg);
    other.now = AFTER;
    const bijeenkomst = `${schools[0]!.team('Bovenbouw')}:2026-11-26`;
    await other.does('Nadia', 'agenda.verslag', { bijeenkomst, besluiten: 'Elke dag lezen' });
    for (const name of ['Piet', 'Wim']) {
      for (const intent of ['agenda.verslag', 'agenda.ging-door', 'agenda.ging-niet-door']) {
        expect(await other.does(name, intent, { bijeenkomst, reden: 'x' })).not.toMatch(/lezen|Genoteerd/);
      }
      expect(await other.says(name, '/agenda verslag')).not.toContain('lezen');
    }
    other.opened.close();
  });
});

describe('which meeting', () => {
  test('the last one that began, also the week after', async () => {
    talk.now = new Date('2026-12-01T09:00:00Z');
    expect(await talk.says('Nadia', '/agenda verslag')).toContain('Verslag van Bovenbouw, donderdag 26 november');
  });

  test('one that is still to come today, when there is nothing to tell of the last one', async () => {
    talk.now = new Date('2026-11-20T09:00:00Z');
    await talk.says('Nadia', '/agenda ging door');
    talk.now = new Date('2026-11-26T09:00:00Z');
    expect(await talk.says('Nadia', '/agenda verslag')).toContain('Verslag van Bovenbouw, donderdag 26 november');
    talk.now = new Date('2026-11-25T09:00:00Z');
    expect(await talk.says('Nadia', '/agenda verslag')).toContain('Verslag van Bovenbouw, donderdag 19 november');
    expect(talk.last!.kind).toBe('notice');
  });

  test.each([
    ['2026-12-03', 'De bijeenkomst van Bovenbouw op donderdag 3 december moet nog komen.'],
    ['2027-05-06', 'Op donderdag 6 mei kwam Bovenbouw niet bij elkaar (Hemelvaart'],
    ['2026-11-25', 'Bovenbouw komt op woensdag 25 november niet bij elkaar.'],
    ['2026-13-45', 'Ik vind de bijeenkomst'],
  ])('%s cannot be told of', async (date, sentence) => {
    talk.now = date === '2027-05-06' ? new Date('2027-05-10T09:00:00Z') : AFTER;
    for (const intent of ['agenda.verslag', 'agenda.ging-door']) {
      expect(await talk.does('Nadia', intent, { bijeenkomst: `${team()}:${date}` })).toContain(sentence);
    }
    expect(await store().agenda.meetings(team())).toEqual([]);
  });

  test('before the first meeting of the year there is none', async () => {
    talk.now = new Date('2026-08-10T09:00:00Z');
    expect(await talk.says('Nadia', '/agenda verslag')).toBe(
      'Bovenbouw is dit schooljaar nog niet bij elkaar gekomen.',
    );
  });

  test('of two teams it asks which one', async () => {
    await open({ ...REGENBUI, teams: [...REGENBUI.teams!, { team: 'Taal', chair: 'Nadia', day: 'ma' }] });
    expect(await talk.says('Nadia', '/agenda verslag')).toMatchInlineSnapshot(`
      "Welk leerteam bedoel je?
      [Bovenbouw] [Taal]"
    `);
    expect(await talk.presses('Nadia', 'Taal')).toContain('Verslag van Taal, maandag 23 november');
    expect(await talk.says('Nadia', '/agenda verslag bovenbouw')).toContain('Verslag van Bovenbouw');
  });
});
