/** `/agenda punt`, `/agenda punt weg` and the chair's minutes. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ItemId } from '../../src/agenda/agenda-item.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
afterEach(() => talk.opened.close());

const TWO_TEAMS: SchoolDraft = {
  ...REGENBUI,
  teams: [
    ...REGENBUI.teams!,
    { team: 'Taal', chair: 'Nadia', members: ['Nadia'], day: 'di', time: localTime('14:45') },
  ],
};

async function open(draft: SchoolDraft = REGENBUI, ...more: SchoolDraft[]) {
  const opened = await Talk.open(draft, ...more);
  talk = opened.talk;
  school = opened.schools[0]!;
}

const items = async (team = 'Bovenbouw') =>
  (await talk.opened.store.agenda.openItems(school.id, school.team(team))).map(
    ({ text, minutes, kind, link, byName }) => `${text} | ${minutes ?? '-'} | ${kind} | ${link} | ${byName}`,
  );

describe('a point', () => {
  test.each([
    ['/agenda punt toetsdata groep 6', 'toetsdata groep 6 | - | overig |  | Sanne'],
    ['/agenda punt toetsdata groep 6 10 min', 'toetsdata groep 6 | 10 | overig |  | Sanne'],
    ['/agenda punt toetsdata groep 6 10 minuten', 'toetsdata groep 6 | 10 | overig |  | Sanne'],
    ['/agenda punt toetsdata 15min', 'toetsdata | 15 | overig |  | Sanne'],
    ['/agenda punt "20 min"', '20 min | - | overig |  | Sanne'],
    ['/agenda punt weg met de werkdruk', 'weg met de werkdruk | - | overig |  | Sanne'],
    ['/agenda punt delen wat we zagen', 'delen wat we zagen | - | overig |  | Sanne'],
  ])('%s', async (line, stored) => {
    await open();
    expect(await talk.says('Sanne', line)).toMatch(/^Staat op de agenda van Bovenbouw voor donderdag 26 november: /);
    expect(await items()).toEqual([stored]);
  });

  test('without text is a form', async () => {
    await open();
    expect(await talk.says('Sanne', '/agenda punt')).toMatchInlineSnapshot(`
      "Punt voor Bovenbouw, donderdag 26 november
      Waar gaat het over? *: 
      Soort: praktijkvraag / doel / actie / kennis delen / besluit / advies / (overig)
      Hoeveel minuten?: 
      [Op de agenda]
      Je team leest dit. De directeur en de IB zien de titel. Noem geen namen van leerlingen."
    `);
    await talk.fills('Sanne', { tekst: 'Toetsen', soort: 'besluit', minuten: '10' });
    expect(await items()).toEqual(['Toetsen | 10 | besluit |  | Sanne']);
    expect(await talk.says('Nadia', '/agenda')).toContain('Ingebracht door Sanne: Toetsen · besluit · 10 min');
  });

  test('from a chat message has its link and a title of its own', async () => {
    await open();
    const form = await talk.does('Sanne', 'agenda.punt', { link: 'https://chat.example/1' });
    expect(form).toContain('Geef het punt zelf een titel: de tekst van het bericht neem ik niet over.');
    await talk.fills('Sanne', { tekst: 'Nieuwe methode' });
    expect(await items()).toEqual(['Nieuwe methode | - | overig | https://chat.example/1 | Sanne']);
    expect(await talk.says('Nadia', '/agenda')).toContain('Nieuwe methode · 5 min\n  https://chat.example/1\n');
    expect(await talk.says('Marieke', '/agenda bovenbouw')).not.toContain('https://');
  });

  test('of somebody in two teams asks for which', async () => {
    await open(TWO_TEAMS);
    expect(await talk.says('Nadia', '/agenda punt toetsdata 10 min')).toMatchInlineSnapshot(`
      "Punt voor de agenda
      Voor welk leerteam? *: Bovenbouw / Taal
      Waar gaat het over? *: toetsdata
      Soort: praktijkvraag / doel / actie / kennis delen / besluit / advies / (overig)
      Hoeveel minuten?: 10
      [Op de agenda]
      Je team leest dit. De directeur en de IB zien de titel. Noem geen namen van leerlingen."
    `);
    await talk.fills('Nadia', { leerteam: `id:${school.team('Taal')}` });
    expect(await items('Taal')).toEqual(['toetsdata | 10 | overig |  | Nadia']);
  });

  test('of a director or coach goes to a team of the school', async () => {
    await open(TWO_TEAMS);
    await talk.says('Joost', '/agenda punt kwaliteitskaart');
    expect(talk.form().fields.map(({ name }) => name)).toEqual(['leerteam', 'tekst', 'soort', 'minuten']);
    await talk.fills('Joost', { leerteam: `id:${school.team('Bovenbouw')}` });
    expect(await items()).toEqual(['kwaliteitskaart | - | overig |  | Joost']);
    expect(await talk.does('Sanne', 'agenda.punt', { leerteam: 'id:2', tekst: 'x' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
    );
  });

  test.each([
    [{ tekst: 'x'.repeat(201) }, 'Dat is te lang: hooguit 200 tekens. Er is niets opgeslagen.'],
    [{ tekst: 'x', minuten: '0' }, 'Ik begrijp het aantal minuten 0 niet. Kies een getal van 1 tot en met 120.'],
    [{ tekst: 'x', minuten: '1e2' }, 'Ik begrijp het aantal minuten 1e2 niet. Kies een getal van 1 tot en met 120.'],
    [
      { tekst: 'x', soort: 'feest' },
      'Ik ken de soort feest niet. Kies uit: praktijkvraag, doel, actie, kennis delen, besluit, advies, overig.',
    ],
    [{ tekst: 'x', link: 'javascript:alert(1)' }, 'Een link begint met https://. Er is niets opgeslagen.'],
  ])('%j is refused', async (args, answer) => {
    await open();
    expect(await talk.does('Sanne', 'agenda.punt', args as Record<string, string>)).toBe(answer);
    expect(await items()).toEqual([]);
  });

  test('sent twice is one', async () => {
    await open();
    await talk.says('Sanne', '/agenda punt toetsdata', 'message-1');
    expect(await talk.says('Sanne', '/agenda punt toetsdata', 'message-1')).toMatch(
      /^Dit had je al gedaan\. Er is niets dubbel opgeslagen\.\nLeerteam Bovenbouw · donderdag 26 november/,
    );
    expect(await items()).toHaveLength(1);
  });

  test('waits when no meeting is planned', async () => {
    await open({ ...REGENBUI, teams: [{ ...REGENBUI.teams![0]!, until: localDate('2026-11-25') }] });
    expect(await talk.says('Sanne', '/agenda punt toetsdata')).toBe(
      'Staat klaar voor de volgende bijeenkomst van Bovenbouw: toetsdata\n[Haal weg]',
    );
  });
});

describe('taking a point off', () => {
  test('by who brought it, with the button or the number', async () => {
    await open();
    await talk.says('Sanne', '/agenda punt toetsdata');
    await talk.says('Sanne', '/agenda punt schoolreis');
    await talk.says('Sanne', '/agenda');
    expect(await talk.presses('Sanne', 'Punt 5: Haal weg')).toBe('Van de agenda gehaald: toetsdata\n[Bekijk agenda]');
    expect(await talk.says('Sanne', '/agenda punt weg 5')).toBe('Van de agenda gehaald: schoolreis\n[Bekijk agenda]');
    expect(await items()).toEqual([]);
    expect(await talk.does('Sanne', 'agenda.punt-weg', { punt: 'id:1' })).toBe(
      'Dit punt staat niet meer op de agenda.\n[Bekijk agenda]',
    );
    const events = await talk.opened.store.agenda.itemEvents(1 as ItemId);
    expect(events.map(({ what }) => what)).toEqual(['gemaakt', 'ingetrokken']);
  });

  test('by the chair too, and by nobody else', async () => {
    await open();
    await talk.says('Sanne', '/agenda punt toetsdata');
    for (const name of ['Joost', 'Marieke']) {
      expect(await talk.does(name, 'agenda.punt-weg', { punt: 'id:1' })).toBe(
        'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
      );
    }
    expect(await items()).toHaveLength(1);
    expect(await talk.does('Nadia', 'agenda.punt-weg', { punt: 'id:1' })).toMatch(/^Van de agenda gehaald/);
  });

  test.each(['1', '99', 'id:77', 'id:x'])('%s is no point', async (punt) => {
    await open();
    expect(await talk.does('Sanne', 'agenda.punt-weg', { punt })).toMatch(/^Ik vind geen punt /);
  });
});

describe('the minutes of the chair', () => {
  test('change the agenda; 0 is not this time', async () => {
    await open();
    await talk.says('Sanne', '/agenda punt toetsdata 10 min');
    await talk.says('Nadia', '/agenda');
    await talk.presses('Nadia', 'Aanpassen');
    expect(await talk.fills('Nadia', { inchecken: '10', 'punt-1': '0' })).toMatchInlineSnapshot(`
      "Opgeslagen. Dit is de agenda nu:
      Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00
      1 Inchecken en successen · 10 min
      2 Doel 1: Meer leerlingen op 1S rekenen, update gevraagd · 10 min
      3 Doel 2: Elke week rijke teksten, update gevraagd · 10 min
      4 Verder werken aan onze doelen · 25 min
      5 Nieuwe acties, en wat delen we met het MT? · 5 min
      Samen 60 van 60 minuten.

      Niet deze keer
      Ingebracht door Sanne: toetsdata
        [Haal weg]
      [Delen met het team] [Aanpassen] [Verzetten] [Gaat niet door] [Punt inbrengen] [In mijn agenda]"
    `);
    expect(await items()).toHaveLength(1);
    await talk.says('Nadia', '/agenda aanpassen');
    await talk.fills('Nadia', { inchecken: '', 'punt-1': '' });
    expect(await talk.says('Nadia', '/agenda')).toMatch(/1 Inchecken en successen · 5 min[\s\S]*toetsdata · 10 min/);
  });

  test('that do not fit are stored, and the agenda says so', async () => {
    await open();
    await talk.says('Nadia', '/agenda aanpassen');
    expect(await talk.fills('Nadia', { inchecken: '50' })).toContain(
      'Samen 85 van 60 minuten. Dat past niet. Wat kan korter, en wat kan naar de volgende keer?',
    );
    expect(await talk.says('Sanne', '/agenda')).toContain('Samen 85 van 60 minuten. Dat is meer dan er tijd is.');
  });

  test('of more lines than fit in a form are asked for the first; the others stay as they are', async () => {
    await open();
    await talk.says('Nadia', '/agenda aanpassen');
    await talk.fills('Nadia', { afsluiten: '0' });
    for (let point = 1; point <= 45; point++) await talk.says('Sanne', `/agenda punt toetsdata ${point}`);
    expect(await talk.says('Nadia', '/agenda aanpassen')).toContain('Je ziet de eerste 40 punten.');
    expect(talk.form().fields).toHaveLength(40);
    expect(talk.form().fields.map(({ name }) => name)).not.toContain('afsluiten');
    const [here, notNow] = (await talk.fills('Nadia', { inchecken: '10' })).split('Niet deze keer');
    expect(here).toContain('1 Inchecken en successen · 10 min');
    expect(notNow).toContain('Nieuwe acties, en wat delen we met het MT?');
  });

  test('from a form that somebody overtook are not stored: the second sees what is', async () => {
    await open();
    await talk.says('Nadia', '/agenda aanpassen');
    const form = talk.form();
    await talk.says('Nico', '/agenda aanpassen');
    await talk.fills('Nico', { inchecken: '15' });
    expect(await talk.fills('Nadia', { inchecken: '20' }, form)).toMatch(
      /^Iemand heeft deze bijeenkomst intussen veranderd\. Zo staat het er nu:[\s\S]*Inchecken en successen · 15 min/,
    );
  });

  test.each(['-1', '241', 'veel'])('"%s" is refused', async (typed) => {
    await open();
    await talk.says('Nadia', '/agenda aanpassen');
    expect(await talk.fills('Nadia', { inchecken: typed })).toBe(
      `Ik begrijp het aantal minuten ${typed} niet. Kies een getal van 0 tot en met 240.`,
    );
  });

  test('are for who leads the team', async () => {
    await open();
    expect(await talk.says('Sanne', '/agenda aanpassen')).toBe('Dat kan ik niet voor je doen. Vraag het aan Nadia.');
    expect(await talk.does('Marieke', 'agenda.aanpassen', { leerteam: 'id:1' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
    );
  });
});
