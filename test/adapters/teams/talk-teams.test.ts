/** What is only so in Teams: cards that change where they stand, files that are offered first, and the menu of a message. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/calendar/local-date.ts';
import { SCHOOL } from '../../support/chat/regenbui.ts';
import type { Member } from '../../support/teams/member.ts';
import { buttonsOf, wordsOf } from '../../support/teams/screen.ts';
import { messageWords } from '../../support/teams/screen-words.ts';
import type { TeamsSchool } from '../../support/teams/teams-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: TeamsSchool;
let sanne: Member;
let nadia: Member;
beforeEach(async () => {
  const action = { what: 'Stoelen halen', owner: 'Nadia', due: localDate('2026-11-23'), team: 'Bovenbouw' };
  school = await openRegenbui({ schools: [{ ...SCHOOL, actions: [...(SCHOOL.actions ?? []), action] }] });
  sanne = school.member('Sanne');
  nadia = school.member('Nadia');
});
afterEach(async () => {
  expect(school.leaks()).toEqual([]);
  await school.stop();
});

const chat = ({ chat: where }: Member) => school.fake.messages(where).map(({ activity }) => messageWords(activity));

describe('the morning message', () => {
  test('says what was pressed in it, and keeps the other questions; a form comes below it', async () => {
    await school.comes('2026-11-24T08:35:00Z');
    const [digest] = nadia.screen();
    const words = () => chat(nadia)[0]!;
    expect(words()).toContain('Goedemorgen Nadia');
    const press = (label: string) =>
      nadia.pressesOn(nadia.screen()[0]!, buttonsOf(nadia.screen()[0]!).find(({ title }) => title === label)!);
    expect(digest?.kind).toBe('message');
    expect(await press('Klaar')).toContain('Actie 2 Stoelen halen is klaar.');
    expect(words()).toContain('✓ Klaar');
    expect(words()).not.toContain('[Klaar]');
    expect(words()).toContain('[Instellingen]');
    expect(await press('Instellingen')).toContain('Hoe laat wil je het dagelijkse bericht?');
    expect(nadia.modal()).toContain('Hoe laat wil je het dagelijkse bericht?');
    expect(words()).toContain('[Instellingen]');
    expect(school.faults).toEqual([]);
  });
});

describe('a file in the morning message', () => {
  const FILE = 'Bestand voor mijn agenda';
  let marieke: Member;
  const digest = () => marieke.screen().find((shown) => wordsOf(shown).includes('Goedemorgen Marieke'))!;
  const button = () => buttonsOf(digest()).find(({ title }) => title === FILE)!;
  const press = () => marieke.pressesOn(digest(), button());
  beforeEach(async () => {
    marieke = school.member('Marieke');
    await sanne.types('/pop gesprek 1 december');
    await school.comes('2026-11-26T07:05:00Z');
  });

  test('brings no second message: it is offered once, below it, when its button is pressed', async () => {
    expect([chat(marieke).length, marieke.offers()]).toEqual([1, []]);
    expect(chat(marieke)[0]).toContain(`Zet het POP-gesprek met Sanne in je agenda.\n[${FILE}]`);
    const [shown, pressed] = [digest(), button()];
    await press();
    expect(marieke.offers().map(({ offer }) => offer)).toMatchObject([{ name: 'pop-gesprek-sanne.ics' }]);
    expect(chat(marieke)[0]).toContain(`✓ ${FILE}`);
    expect(chat(marieke)[0]).not.toContain(`[${FILE}]`);
    await school.comes('2026-11-26T07:10:00Z');
    await marieke.pressesOn(shown, pressed);
    expect(chat(marieke)[0]).toContain(`✓ ${FILE}`);
    expect(marieke.offers()).toHaveLength(1);
    expect(await marieke.files()).toEqual(['pop-gesprek-sanne.ics']);
    expect(school.fake.files[0]!.content.toString()).toContain('POP-gesprek');
    expect(school.faults).toEqual([]);
  });

  test('that cannot be offered now keeps its button', async () => {
    school.fake.fail('send', { how: { status: 400 } });
    expect(await press()).toContain('Het lukte niet om het bestand te sturen.');
    expect(school.faults.splice(0)).toHaveLength(1);
    expect(await marieke.files()).toEqual(['pop-gesprek-sanne.ics']);
  });

  test('is too old when it is kept no more, and of nobody else', async () => {
    const own = nadia.screen().find((shown) => wordsOf(shown).includes('Goedemorgen Nadia'))!;
    expect(await nadia.pressesOn(own, button())).toContain('Dit bestand heb ik niet meer.');
    school.opened.database.sqlite.exec('delete from kept_control');
    expect(await press()).toContain('Dit bestand heb ik niet meer.');
    expect(school.faults).toEqual([]);
  });
});

describe('what the morning message asks', () => {
  const digest = () => chat(nadia).find((words) => words.includes('Goedemorgen Nadia'))!;
  const press = (label: string) => {
    const shown = nadia
      .screen()
      .find((each) => each.kind === 'message' && messageWords(each.message.activity) === digest())!;
    return nadia.pressesOn(shown, buttonsOf(shown).find(({ title }) => title === label)!);
  };

  beforeEach(async () => {
    await school.comes('2026-11-24T08:35:00Z');
  });

  test('is answered by a form too, also after a mistake in it', async () => {
    await press('Nieuwe datum');
    expect(digest()).toContain('[Klaar] [Nieuwe datum] [Hulp nodig]');
    await nadia.submits({ 'Wanneer klaar': '2026-11-29' });
    expect(digest()).toContain('[Klaar] [Nieuwe datum] [Hulp nodig]');
    await nadia.presses('Ja');
    expect(digest()).toContain('✓ Nieuwe datum');
    expect(digest()).not.toContain('[Klaar]');
    expect(digest()).toContain('[Instellingen]');
    expect(school.faults).toEqual([]);
  });

  test('is still asked after what is only done on the way', async () => {
    await press('Aanpassen');
    expect(nadia.modal()).not.toBeNull();
    expect(await nadia.submits({ 'Inchecken en successen': '8' })).toContain('Opgeslagen');
    expect(digest()).toContain('[Delen met het team] [Aanpassen]');
    expect(school.faults).toEqual([]);
  });

  test('and by nothing else: the same done elsewhere leaves it as it is', async () => {
    await nadia.types('/actie datum 2 1 december');
    expect(digest()).toContain('[Klaar] [Nieuwe datum] [Hulp nodig]');
  });
});

describe('a form', () => {
  test('gives way to its outcome, so that it cannot be sent twice', async () => {
    await sanne.types('/agenda punt');
    const before = chat(sanne).length;
    await sanne.submits({ 'Waar gaat het over?': 'Lezen in groep 5' });
    expect(chat(sanne)).toHaveLength(before);
    expect(sanne.modal()).toBeNull();
    await expect(sanne.submits()).rejects.toThrow('no form');
  });

  test('that another phone still shows, is sent once', async () => {
    await sanne.types('/actie Ouderavond @Sanne 10 december');
    await sanne.types('/agenda punt');
    const form = sanne.screen().at(-1)!;
    sanne.fillsIn({ 'Waar gaat het over?': 'Lezen in groep 5' });
    const filled = sanne.screen().at(-1)!;
    await sanne.submits();
    await sanne.pressesOn(filled, buttonsOf(form).at(-1)!);
    expect((await sanne.types('/agenda')).match(/Lezen in groep 5/g)).toHaveLength(1);
    expect(school.faults).toEqual([]);
  });
});

describe('a file', () => {
  test('goes nowhere before somebody wants it; what is refused is gone', async () => {
    await sanne.types('/agenda kalender');
    const [first] = sanne.offers();
    expect(first!.offer.name).toBe('bovenbouw-2026-2027.ics');
    expect(school.fake.files).toEqual([]);
    expect(await sanne.answersOffer(first!.message, first!.offer.context, null)).toContain('OneDrive');
    expect([sanne.offers(), school.fake.files]).toEqual([[], []]);
    await sanne.types('/agenda kalender');
    expect(await sanne.files()).toEqual(['bovenbouw-2026-2027.ics']);
    expect(school.fake.files[0]!.content.toString()).toContain('BEGIN:VCALENDAR');
    expect(chat(sanne).at(-1)).toBe('(file: bovenbouw-2026-2027.ics)');
    expect(school.faults).toEqual([]);
  });

  test('that OneDrive does not take is told, and can be asked for again', async () => {
    await sanne.types('/agenda kalender');
    school.fake.fail('upload', { how: { status: 507 } });
    expect(await sanne.files()).toEqual([]);
    expect(chat(sanne).at(-1)).toContain('Het lukte niet om het bestand te sturen.');
    expect(school.faults.splice(0)).toHaveLength(1);
    expect(await sanne.files()).toEqual(['bovenbouw-2026-2027.ics']);
  });

  test('that was offered to one person is not given to another', async () => {
    await sanne.types('/mijngegevens');
    await nadia.types('/mijngegevens');
    const [{ offer }] = sanne.offers() as [ReturnType<Member['offers']>[number]];
    const [{ message }] = nadia.offers() as [ReturnType<Member['offers']>[number]];
    const upload = school.fake.newUpload(nadia.person.aadId, offer.name);
    expect(await nadia.answersOffer(message, offer.context, upload)).toContain('Dit bestand heb ik niet meer.');
    expect(school.fake.files).toEqual([]);
  });
});

describe('the menu of a message', () => {
  test('opens a window with the form; a mistake stands above it and nothing typed is lost', async () => {
    const message = nadia.says('Wie heeft de toetsen van groep 7?', school.channel('team'));
    expect(await sanne.usesShortcut(message)).toContain('Zet op de agenda');
    await expect(sanne.submits()).rejects.toThrow('Waar gaat het over?: required');
    const mistake = await sanne.submits({ 'Waar gaat het over?': 'Toetsen kwijt', 'Hoeveel minuten?': 'veel' });
    expect(mistake).toContain('Ik begrijp het aantal minuten veel niet.');
    expect(sanne.modal()).toContain('Waar gaat het over? *: Toetsen kwijt');
    expect(await sanne.submits({ 'Hoeveel minuten?': '5' })).toContain('Toetsen kwijt');
    await sanne.closes();
    expect(school.postsIn(school.channel('team'))).toEqual([]);
    expect(chat(sanne).join('\n')).not.toContain('groep 7');
    expect(await sanne.types('/agenda')).toContain(message.link);
    expect(school.faults).toEqual([]);
  });

  test('is for whoever has a leerteam; the others hear so in the window', async () => {
    const message = nadia.says('Wie heeft de toetsen?', school.channel('team'));
    expect(await school.member('Piet').usesShortcut(message)).toContain('Je zit nog niet in een leerteam.');
    expect(school.faults).toEqual([]);
  });
});

test('what people type stays what they typed: marks, tags, dates and mentions', async () => {
  const words = '**Dik** <b>vet</b> [klik](https://kwaad.example) {{DATE(2026-01-01)}} <at>iedereen</at> & co';
  const said = await sanne.types(`/actie ${words} @Sanne 10 december`);
  // The invisible sign that keeps Teams from making a date of it.
  expect(said.replaceAll('\u2060', '')).toContain(`Actie 3 ${words} staat erin`);
  expect(JSON.stringify(school.fake.messages(sanne.chat).at(-1))).not.toContain('Action.OpenUrl');
  expect(school.faults).toEqual([]);
});
