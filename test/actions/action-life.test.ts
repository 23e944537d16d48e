/** From offer to done: what owner, giver, chair and others may do with an action, and what they are told. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { plain } from '../../src/bot/plain.ts';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { prepareDigest } from '../../src/delivery/digest.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import { type BuiltSchool, REGENBUI, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open({
    ...REGENBUI,
    goals: [],
    staff: [...REGENBUI.staff.map((one) => ({ ...one, workingDays: null })), { name: 'Tessa' }],
  });
  talk = opened.talk;
  [school] = opened.schools as [BuiltSchool];
});
afterEach(() => talk.opened.close());

const action = async (id = 1) => (await talk.opened.store.actions.line(id as ActionId))!;
const words = async (id = 1) =>
  (await talk.opened.store.actions.events(id as ActionId)).map(({ byName, what }) => `${byName} ${what}`).reverse();
const ouderavond = () => talk.says('Nadia', '/actie Ouderavond voorbereiden @Sanne voor 14 december');
const own = () => talk.says('Sanne', '/actie Toetsen nakijken @Sanne voor 14 december');
/** Agreed in minutes that Nadia wrote. */
const agreed = (name: string) =>
  talk.opened.store.actions.add(
    stamp(school.person('Nadia'), '2026-11-24T08:00:00Z'),
    {
      schoolId: school.id,
      what: 'Toetsen nakijken',
      ownerId: school.person(name),
      due: localDate('2026-12-14'),
      teamId: school.team('Bovenbouw'),
      goalId: null,
      meetingId: null,
      agreed: true,
      offeredToId: null,
      offeredOn: null,
    },
    NOTHING_TO_TELL,
  );

/** What this person would get about actions in the digest of this morning, and its buttons. */
async function digest(name: string, day: string): Promise<string> {
  const { store } = talk.opened;
  const date = day as LocalDate;
  const state = (await store.outbox.schoolState(school.id))!;
  const about = NUDGES.filter(({ kind }) => kind.startsWith('actie-'));
  const { references, points } = planSchool(state, date, about);
  await store.outbox.plan(school.id, state.version, date, references, points, []);
  talk.now = new Date(`${day}T08:00:00Z`);
  const { notice } = await prepareDigest(store, school.person(name), talk.now, about);
  if (!notice) return '';
  talk.last = notice;
  return plain(notice).split('\n').slice(1, -1).join('\n');
}

describe('an action that is offered', () => {
  test('is asked once in the next digest, and taken with one button', async () => {
    await ouderavond();
    expect(await digest('Sanne', '2026-11-25')).toBe(
      'Actie 1 Ouderavond voorbereiden van Nadia: neem jij deze op je, voor 14 december?\n[Ja] [Nee, terug]',
    );
    expect(await talk.presses('Sanne', 'Ja')).toBe(
      'Actie 1 Ouderavond voorbereiden is nu van jou, voor maandag 14 december.\n[Klaar] [Nieuwe datum]',
    );
    expect(await action()).toMatchObject({ ownerName: 'Sanne', offeredToId: null, giverName: 'Nadia' });
    expect(await digest('Sanne', '2026-11-26')).toBe('');
  });

  test('is first in the list of who is asked', async () => {
    await own();
    await ouderavond();
    expect(await talk.says('Sanne', '/actie')).toBe(
      [
        'Jouw acties',
        '',
        'Neem jij deze op je?',
        '2 Ouderavond voorbereiden',
        '  van Nadia · voor maandag 14 december',
        '  [Ja] [Nee, terug]',
        '',
        'Van jou',
        '1 Toetsen nakijken',
        '  voor maandag 14 december',
        '  [Klaar] [Nieuwe datum] [Bekijk actie]',
        '[Nieuwe actie] [Acties van mijn leerteam]',
      ].join('\n'),
    );
  });

  test('given back stays the giver’s, who hears of it', async () => {
    await ouderavond();
    await talk.says('Sanne', '/actie');
    expect(await talk.presses('Sanne', 'Nee, terug')).toBe(
      'Goed, actie 1 Ouderavond voorbereiden blijft van Nadia. Ik geef het door.',
    );
    expect(await action()).toMatchObject({ ownerName: 'Nadia', offeredToId: null, due: '2026-12-14' });
    expect(await digest('Nadia', '2026-11-25')).toBe(
      'Sanne neemt actie 1 Ouderavond voorbereiden niet over. De actie blijft van jou, voor 14 december.\n[Iemand anders vragen] [Nieuwe datum] [Stoppen]',
    );
    // Answered by asking somebody else: nothing to tell any more.
    await talk.presses('Nadia', 'Iemand anders vragen');
    await talk.fills('Nadia', { wie: `id:${school.person('Nico')}` });
    expect(await action()).toMatchObject({ ownerName: 'Nadia', offeredToName: 'Nico' });
    expect(await digest('Nadia', '2026-11-25')).toBe('');
  });

  test('without an answer is told to the giver after five working days, once', async () => {
    await ouderavond();
    expect(await digest('Nadia', '2026-12-01')).toBe('');
    expect(await digest('Nadia', '2026-12-02')).toBe(
      'Sanne heeft nog niet geantwoord over actie 1 Ouderavond voorbereiden. De actie is nog van jou, voor 14 december.\n[Iemand anders vragen] [Klaar] [Nieuwe datum]',
    );
    await talk.says('Sanne', '/actie');
    await talk.presses('Sanne', 'Ja');
    expect(await digest('Nadia', '2026-12-02')).toBe('');
  });

  test('returned and offered again to the same person on one day, it is asked again', async () => {
    talk.now = new Date('2026-11-25T07:30:00Z');
    await ouderavond();
    expect(await digest('Sanne', '2026-11-25')).toContain('neem jij deze op je');
    const { sqlite } = talk.opened.database;
    sqlite.prepare("update outbox set state = 'sent', sent_day = '2026-11-25'").run();
    await talk.presses('Sanne', 'Nee, terug');
    await talk.says('Nadia', '/actie overdragen 1 @Sanne');
    expect(await digest('Sanne', '2026-11-26')).toContain('neem jij deze op je');
  });

  test('to somebody who leaves without an answer is told to the giver', async () => {
    await ouderavond();
    await talk.opened.store.school.endService(
      stamp(null, '2026-11-24T15:00:00Z'),
      school.id,
      school.person('Sanne'),
      localDate('2026-11-26'),
    );
    expect(await digest('Nadia', '2026-11-26')).toBe('');
    expect(await digest('Nadia', '2026-11-27')).toBe(
      'Sanne werkt hier niet meer en neemt actie 1 Ouderavond voorbereiden niet over. De actie blijft van jou, voor 14 december.\n[Iemand anders vragen] [Nieuwe datum] [Stoppen]',
    );
    expect(await action()).toMatchObject({ ownerName: 'Nadia', offeredToId: null });
    expect(await words()).toEqual(['Nadia gemaakt', 'Nadia aangeboden', ' teruggegeven']);
    expect(await talk.says('Nadia', '/actie team')).not.toContain('gevraagd aan');
    expect(await talk.says('Nadia', '/actie 1')).toContain('Sanne werkt hier niet meer. De actie blijft van Nadia.');
  });

  test('can be taken or returned only by who is asked, and once', async () => {
    await ouderavond();
    for (const name of ['Nico', 'Nadia']) {
      for (const intent of ['actie.aannemen', 'actie.terug']) {
        expect(await talk.does(name, intent, { actie: 'id:1' })).toMatch(/al van jou|nu niet gevraagd/);
      }
    }
    for (const name of ['Joost', 'Tessa']) {
      expect(await talk.does(name, 'actie.aannemen', { actie: 'id:1' })).toContain('is van een ander leerteam');
    }
    await talk.does('Sanne', 'actie.aannemen', { actie: 'id:1' }, 'press-1');
    expect(await talk.does('Sanne', 'actie.aannemen', { actie: 'id:1' }, 'press-1')).toContain('Dit had je al gedaan.');
    expect(await words()).toEqual(['Nadia gemaakt', 'Nadia aangeboden', 'Sanne aangenomen']);
  });

  test('can be stopped by the giver while nobody said yes', async () => {
    await ouderavond();
    await talk.says('Nadia', '/actie stop 1 gaat niet door');
    expect(await talk.does('Sanne', 'actie.aannemen', { actie: 'id:1' })).toContain('Actie 1 is gestopt.');
  });
});

describe('an action of my own', () => {
  beforeEach(own);

  test.each(['/actie klaar 1', '/actie klaar toetsen', '/actie klaar actie 1', '/actie klaar'])('%s', async (line) => {
    expect(await talk.says('Sanne', line)).toBe('Actie 1 Toetsen nakijken is klaar.\n[Ongedaan maken]');
    expect(await action()).toMatchObject({ state: 'klaar' });
    expect(await talk.says('Sanne', '/actie klaar 1')).toContain('Actie 1 is al klaar.');
  });

  test('done can be undone, until something else happens', async () => {
    await talk.says('Sanne', '/actie klaar 1');
    const { intent } = talk.button('Ongedaan maken');
    expect(await talk.does('Joost', intent.name, intent.args)).toContain('is van een ander leerteam');
    expect(await talk.does('Sanne', intent.name, intent.args)).toBe(
      'Actie 1 Toetsen nakijken staat weer open, voor maandag 14 december.\n[Bekijk actie]',
    );
    expect(await action()).toMatchObject({ state: 'open', version: 3 });
    expect(await words()).toEqual(['Sanne gemaakt', 'Sanne klaar', 'Sanne heropend']);
    await talk.says('Sanne', '/actie klaar 1');
    expect(await talk.does('Sanne', intent.name, intent.args)).toContain('Actie 1 is intussen veranderd.');
    expect(await action()).toMatchObject({ state: 'klaar' });
  });

  test('undone, its point is on the agenda again', async () => {
    for (const day of ['2026-12-15', '2027-01-04', '2027-01-11']) await digest('Sanne', day);
    const items = async () => (await talk.opened.store.agenda.openItems(school.id, school.team('Bovenbouw'))).length;
    expect(await items()).toBe(1);
    await talk.says('Sanne', '/actie klaar 1');
    expect(await items()).toBe(0);
    await talk.presses('Sanne', 'Ongedaan maken');
    expect(await items()).toBe(1);
  });

  test('by a part of its words a chair is asked first, and the owner hears that it is done', async () => {
    expect(await talk.says('Nadia', '/actie klaar toetsen')).toBe('Is actie 1 Toetsen nakijken van Sanne klaar?\n[Ja]');
    expect(await action()).toMatchObject({ state: 'open' });
    expect(await talk.presses('Nadia', 'Ja')).toContain('Actie 1 Toetsen nakijken is klaar.');
    expect(await digest('Sanne', '2026-11-25')).toBe(
      'Nadia heeft actie 1 Toetsen nakijken van jou op klaar gezet.\n[Ongedaan maken] [Bekijk actie]',
    );
    await talk.presses('Sanne', 'Ongedaan maken');
    expect(await action()).toMatchObject({ state: 'open' });
    expect(await digest('Sanne', '2026-11-26')).toBe('');
  });

  test('words mean own actions first', async () => {
    await talk.says('Nadia', '/actie Toetsen bestellen @Nadia voor 14 december');
    expect(await talk.says('Nadia', '/actie klaar toetsen')).toContain('Actie 2 Toetsen bestellen is klaar.');
    expect(await action()).toMatchObject({ state: 'open' });
  });

  test.each([
    ['/actie datum 1 vrijdag', '2026-11-27', ''],
    ['/actie datum 1 volgende week dinsdag de zaal is bezet', '2026-12-01', 'de zaal is bezet'],
    ['/actie datum toetsen 1 december', '2026-12-01', ''],
  ])('%s', async (line, due, reason) => {
    expect(await talk.says('Sanne', line)).toContain('Actie 1 Toetsen nakijken staat nu voor');
    expect(await action()).toMatchObject({ due });
    const [event] = await talk.opened.store.actions.events(1 as ActionId);
    expect(event).toMatchObject({ what: 'datum', from: '2026-12-14', to: due, reason });
  });

  test('another date: the form, a closed day, the past, the same, and what somebody changed meanwhile', async () => {
    await talk.says('Sanne', '/actie datum 1');
    const form = talk.form();
    expect(await talk.fills('Sanne', { datum: '2026-12-25' })).toContain('Zal ik maandag 4 januari 2027 nemen?');
    await talk.presses('Sanne', 'Andere datum');
    expect(await talk.fills('Sanne', { datum: '2026-11-23' })).toContain('is al voorbij');
    expect(await talk.fills('Sanne', { datum: '2026-12-14' }, form)).toContain('stond al voor maandag 14 december');
    expect(await action()).toMatchObject({ due: '2026-12-14', version: 1 });
    await talk.says('Nadia', '/actie datum 1 1 december');
    expect(await talk.fills('Sanne', { datum: '2026-12-18', reden: 'druk' }, form)).toContain('intussen veranderd');
    expect(await action()).toMatchObject({ due: '2026-12-01', version: 2 });
    expect(await talk.says('Sanne', '/actie datum 1 ooit')).toContain('Ik begrijp de datum ooit niet.');
  });

  test('handed over is an offer; until then it stays mine', async () => {
    expect(await talk.says('Sanne', '/actie overdragen 1 @Nico')).toBe(
      'Actie 1 Toetsen nakijken: ik vraag Nico om over te nemen, in het volgende bericht. Tot Nico ja zegt, is de actie van jou.',
    );
    expect(await action()).toMatchObject({ ownerName: 'Sanne', offeredToName: 'Nico' });
    expect(await talk.says('Sanne', '/actie overdragen 1 @Nico')).toContain('Ik heb Nico al gevraagd voor actie 1.');
    expect(await talk.says('Sanne', '/actie overdragen 1 @Sanne')).toContain('Actie 1 is al van Sanne.');
    expect(await talk.says('Sanne', '/actie overdragen 1 @Piet')).toContain('Ik vind geen collega "Piet"');
    await talk.does('Nico', 'actie.aannemen', { actie: 'id:1' });
    expect(await action()).toMatchObject({ ownerName: 'Nico' });
    expect(await talk.says('Sanne', '/actie overdragen 1 @Nadia')).toContain('Actie 1 is van Nico.');
  });

  test('help: the chair hears of it', async () => {
    expect(await talk.says('Sanne', '/actie hulp 1 ik kom er niet uit')).toContain(
      'Nadia hoort in het volgende bericht',
    );
    expect(await digest('Nadia', '2026-11-25')).toBe(
      'Sanne kan hulp gebruiken bij actie 1 Toetsen nakijken, voor 14 december. "ik kom er niet uit"\n[Bekijk actie]',
    );
    expect(await words()).toEqual(['Sanne gemaakt', 'Sanne hulp gevraagd']);
  });

  test('help: not of a chair who is away for long', async () => {
    await talk.says('Nadia', '/afwezig vanaf vandaag');
    expect(await talk.says('Sanne', '/actie hulp 1 ik kom er niet uit')).toContain(
      'Nico hoort in het volgende bericht',
    );
  });

  test('help: a form when nothing is said, and the deputy or director when I am the chair', async () => {
    expect(await talk.says('Sanne', '/actie hulp 1')).toContain('Nadia hoort dat je hulp wilt.');
    expect(await talk.fills('Sanne', {})).toContain('Nadia hoort in het volgende bericht');
    await talk.says('Nadia', '/actie Bellen @Nadia vrijdag');
    expect(await talk.says('Nadia', '/actie hulp 2 hoe dan')).toContain('Nico hoort');
    await talk.says('Tessa', '/actie Mailen @Tessa vrijdag');
    expect(await talk.says('Tessa', '/actie hulp 3 hoe dan')).toContain('Marieke hoort');
    await talk.says('Marieke', '/actie Mailen @Marieke vrijdag');
    expect(await talk.says('Marieke', '/actie hulp 4 hoe dan')).toContain('Ik weet niemand');
  });

  test('behind a number everything is about that action, also a name and a day', async () => {
    await talk.says('Sanne', '/actie datum 1 18 december @Nico is ziek');
    expect(await action()).toMatchObject({ due: '2026-12-18' });
    await talk.says('Sanne', '/actie hulp 1 @Nico komt pas vrijdag');
    expect((await talk.opened.store.actions.events(1 as ActionId))[0]).toMatchObject({
      what: 'hulp gevraagd',
      reason: '@Nico komt pas vrijdag',
    });
    await talk.says('Sanne', '/actie stop 1 @Nico doet het vrijdag');
    expect(await action()).toMatchObject({ state: 'gestopt' });
    expect(await talk.opened.store.actions.lines({ schoolIds: [school.id] })).toHaveLength(1);
  });

  test('stopping asks why', async () => {
    await talk.says('Sanne', '/actie stop toetsen');
    expect(await talk.fills('Sanne', { reden: 'niet meer nodig' })).toBe(
      'Actie 1 Toetsen nakijken is gestopt. De geschiedenis blijft bewaard.\n"niet meer nodig"',
    );
    expect(await talk.says('Sanne', '/actie 1')).toContain('Status: gestopt');
  });

  test('shows its history in words', async () => {
    await talk.says('Sanne', '/actie datum 1 1 december de zaal is bezet');
    await talk.says('Sanne', '/actie overdragen 1 @Nico');
    await talk.does('Nico', 'actie.terug', { actie: 'id:1', reden: 'geen tijd' });
    expect(await talk.says('Sanne', '/actie 1')).toBe(
      [
        '1 Toetsen nakijken',
        'Status: open',
        'Wanneer klaar: dinsdag 1 december',
        'Wie: Sanne',
        'Van: Sanne',
        'Leerteam: Bovenbouw',
        '',
        'Wat er gebeurde',
        '24 november door Nico',
        '  Niet overgenomen. De actie blijft van Sanne. · "geen tijd"',
        '24 november door Sanne',
        '  Gevraagd aan Nico.',
        '24 november door Sanne',
        '  Datum: van 14 december naar 1 december. · "de zaal is bezet"',
        '24 november door Sanne',
        '  Gemaakt.',
        '[Klaar] [Nieuwe datum] [Hulp nodig] [Overdragen] [Stoppen]',
      ].join('\n'),
    );
  });

  test('the chair may do all but ask for help; a member, the director and others may not', async () => {
    for (const name of ['Joost', 'Marieke', 'Tessa']) {
      for (const line of ['klaar 1', 'datum 1 vrijdag', 'overdragen 1 @Nico', 'stop 1 x', 'hulp 1 x']) {
        expect(await talk.says(name, `/actie ${line}`)).toContain('Ik vind geen actie 1');
      }
    }
    await talk.opened.store.actions.reassign(stamp(), 1 as ActionId, 1, school.person('Nadia'), '');
    for (const line of ['klaar 1', 'datum 1 vrijdag', 'overdragen 1 @Nico', 'stop 1 x', 'hulp 1 x']) {
      expect(await talk.says('Sanne', `/actie ${line}`)).toBe('Actie 1 is van Nadia. Vraag het aan Nadia.');
    }
    expect(await talk.says('Nico', '/actie hulp 1 x')).toBe('Actie 1 is van Nadia. Vraag het aan Nadia.');
    expect(await talk.says('Nico', '/actie datum 1 vrijdag')).toContain('staat nu voor vrijdag 27 november');
    expect(await talk.says('Nico', '/actie overdragen 1 @Sanne')).toContain('is de actie van Nadia.');
    expect(await talk.says('Nico', '/actie overdragen 1 @Nico')).toBe('Actie 1 Toetsen nakijken is nu van jou.');
    expect(await talk.says('Nadia', '/actie klaar 1')).toContain('is klaar.');
  });

  test('of who is away for long goes over at once, and the new owner hears of it', async () => {
    await talk.says('Sanne', '/afwezig vanaf vandaag');
    expect(await talk.says('Nadia', '/actie overdragen 1 @Nico')).toBe('Actie 1 Toetsen nakijken is nu van Nico.');
    expect(await action()).toMatchObject({ ownerName: 'Nico', offeredToId: null });
    expect(await digest('Nico', '2026-11-25')).toBe(
      'Actie 1 Toetsen nakijken is nu van jou, voor 14 december. Nadia heeft dat geregeld.\n[Klaar] [Nieuwe datum] [Overdragen]',
    );
  });
});

describe('an action that the minutes gave me', () => {
  test('"klopt niet" gives it to who wrote them, who hears of it', async () => {
    await agreed('Sanne');
    await talk.says('Sanne', '/actie 1');
    expect(await talk.presses('Sanne', 'Klopt niet')).toBe(
      'Goed, actie 1 Toetsen nakijken gaat naar Nadia. Ik geef het door.',
    );
    expect(await action()).toMatchObject({ ownerName: 'Nadia', agreed: false });
    expect(await digest('Nadia', '2026-11-25')).toBe(
      'Sanne zegt dat actie 1 Toetsen nakijken niet klopt. De actie is nu van jou, voor 14 december.\n[Iemand anders vragen] [Nieuwe datum] [Stoppen]',
    );
    expect(await talk.does('Sanne', 'actie.klopt-niet', { actie: 'id:1' })).toContain(
      'staat niet (meer) uit een verslag',
    );
  });

  test('"klopt niet" is told besides a call for help of the same day', async () => {
    await agreed('Sanne');
    await talk.says('Sanne', '/actie hulp 1 ik mis de toetsen');
    await talk.does('Sanne', 'actie.klopt-niet', { actie: 'id:1' });
    expect(await digest('Nadia', '2026-11-25')).toContain('De actie is nu van jou');
  });

  test('of who wrote them goes to the deputy', async () => {
    await agreed('Nadia');
    expect(await talk.does('Nadia', 'actie.klopt-niet', { actie: 'id:1' })).toContain('gaat naar Nico');
    expect(await action()).toMatchObject({ ownerName: 'Nico' });
  });
});

describe('what the owner hears of the date', () => {
  beforeEach(own);

  test('before it, late, and (two weeks later is the day of a week later) a week after that it is on the agenda', async () => {
    expect(await digest('Sanne', '2026-12-10')).toBe('');
    expect(await digest('Sanne', '2026-12-11')).toBe(
      'Actie 1 Toetsen nakijken staat voor maandag 14 december.\n[Klaar] [Nieuwe datum] [Hulp nodig]',
    );
    const late =
      'Actie 1 Toetsen nakijken stond voor 14 december. Hoe staat het ermee?\n[Klaar] [Nieuwe datum] [Hulp nodig]';
    expect(await digest('Sanne', '2026-12-15')).toBe(late);
    expect(await digest('Sanne', '2027-01-04')).toContain('Hoe staat het ermee?');
    expect(await digest('Sanne', '2027-01-11')).toContain('Ik zet de actie op de agenda van Bovenbouw');
    expect(
      talk
        .buttons()
        .slice(0, 3)
        .map(({ label }) => label),
    ).toEqual(['Toch klaar', 'Overdragen', 'Stoppen']);
    const items = () => talk.opened.store.agenda.openItems(school.id, school.team('Bovenbouw'));
    expect(await items()).toMatchObject([{ cause: 'actie te laat', actionId: 1, madeOn: '2027-01-11' }]);
    await talk.presses('Sanne', 'Toch klaar');
    expect(await items()).toEqual([]);
  });

  test('once: what is told of the action comes instead of the reminder', async () => {
    await talk.says('Sanne', '/actie overdragen 1 @Nico');
    await talk.does('Nico', 'actie.terug', { actie: 'id:1' });
    const told = await digest('Sanne', '2026-12-11');
    expect(told).toContain('Nico neemt actie 1 Toetsen nakijken niet over.');
    expect(told).not.toContain('staat voor maandag 14 december');
  });

  test('who takes it over when its date is past chooses another one, and is not late with it', async () => {
    await talk.says('Sanne', '/actie overdragen 1 @Nico');
    expect(await digest('Nico', '2026-12-16')).toBe(
      'Actie 1 Toetsen nakijken van Sanne stond voor 14 december. Neem jij deze op je, met een nieuwe datum?\n[Ja] [Nee, terug]',
    );
    expect(await talk.presses('Nico', 'Ja')).toContain('De actie stond voor 14 december.');
    // A week later is a vacation.
    expect(talk.form().fields[0]).toMatchObject({ name: 'datum', value: '2027-01-04' });
    expect(await action()).toMatchObject({ ownerName: 'Sanne' });
    const form = talk.form();
    expect(await talk.fills('Nico', { datum: '2026-12-15' })).toContain('15 december is al voorbij');
    expect(await talk.fills('Nico', {}, form)).toContain('is nu van jou, voor maandag 4 januari 2027.');
    expect(await action()).toMatchObject({ ownerName: 'Nico', due: '2027-01-04' });
    expect(await words()).toContain('Nico datum');
    expect(await digest('Nico', '2026-12-17')).toBe('');
    expect(await digest('Nico', '2027-01-05')).toContain('Hoe staat het ermee?');
  });

  test('who gets it at once when it is late is asked from then on, three times', async () => {
    await digest('Sanne', '2026-12-15');
    await talk.opened.store.actions.reassign(
      stamp(null, '2027-01-06T09:00:00Z'),
      1 as ActionId,
      1,
      school.person('Nico'),
      '',
    );
    expect(await digest('Nico', '2027-01-06')).toBe('');
    for (const day of ['2027-01-07', '2027-01-14']) expect(await digest('Nico', day)).toContain('Hoe staat het ermee?');
    expect(await digest('Nico', '2027-01-21')).toContain('Ik zet de actie op de agenda');
  });

  test('of a team that ended the third says where it goes instead', async () => {
    await talk.opened.store.teams.end(
      stamp(null, '2026-12-16T08:00:00Z'),
      school.team('Bovenbouw'),
      localDate('2026-12-18'),
    );
    expect(await digest('Sanne', '2027-01-11')).toContain('Ik zet de actie in het overzicht van je directeur');
  });

  test('nothing any more when it is done or moved meanwhile', async () => {
    await talk.says('Sanne', '/actie datum 1 18 december');
    expect(await digest('Sanne', '2026-12-11')).toBe('');
    expect(await digest('Sanne', '2026-12-17')).toContain('staat voor morgen');
    await talk.presses('Sanne', 'Klaar');
    expect(await digest('Sanne', '2027-01-04')).toBe('');
  });

  test('nothing on the day of return from a long absence: the overview of that day tells it', async () => {
    talk.now = new Date('2026-11-25T08:30:00Z');
    await talk.says('Sanne', '/afwezig 25 november t/m 15 december');
    expect(await digest('Sanne', '2026-12-16')).toBe('');
    // After it, it is asked as usual.
    expect(await digest('Sanne', '2027-01-04')).toContain('Hoe staat het ermee?');
    expect(await digest('Sanne', '2027-01-11')).toContain('Ik zet de actie op de agenda');
  });
});
