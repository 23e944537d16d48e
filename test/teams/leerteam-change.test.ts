/** `/leerteam wijzig`, `nieuw`, `stoppen`, `fase`: what is stored, what history says, and what bad input gets. */
import { afterEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { takesPlace, teamMeetings } from '../../src/meetings/meeting.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
afterEach(() => talk.opened.close());

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [...REGENBUI.staff, { name: 'Kees' }, { name: 'Ad', roles: ['beheerder'] }],
  teams: [{ ...REGENBUI.teams![0]!, method: 'actieonderzoek' }],
};

async function open(draft: SchoolDraft = SCHOOL) {
  const opened = await Talk.open(draft);
  talk = opened.talk;
  school = opened.schools[0]!;
}

const team = async () => (await talk.opened.store.agenda.team(school.team('Bovenbouw')))!;
const events = async () =>
  (await talk.opened.store.teams.events(school.team('Bovenbouw'))).map(({ what, from, to }) => [what, from, to]);

/** The dates on which the team meets this school year, as summary and agenda see them. */
async function dates() {
  const { store } = talk.opened;
  const found = await team();
  const { calendar } = (await store.people.school(school.id))!;
  return teamMeetings(found, schoolCalendar(calendar), '2026-2027' as SchoolYear, await store.agenda.meetings(found.id))
    .filter(takesPlace)
    .map(({ date, time }) => `${date} ${time}`);
}

describe('another day', () => {
  test('from today on; what was planned until now stays', async () => {
    await open();
    const before = await dates();
    await talk.says('Nadia', '/leerteam wijzig');
    expect(await talk.fills('Nadia', { dag: 'di', tijd: '14:30', duur: '45' })).toMatchInlineSnapshot(`
      "Opgeslagen: Bovenbouw.
      Het team komt bij elkaar: elke week op dinsdag, 14.30-15.15. De volgende bijeenkomst: dinsdag 24 november.
      [Bekijk leerteam]"
    `);
    const after = await dates();
    const past = (all: readonly string[]) => all.filter((date) => date < '2026-11-24');
    expect(past(before).length).toBeGreaterThan(8);
    expect(past(after)).toEqual(past(before));
    expect(after.filter((date) => date >= '2026-11-24').slice(0, 2)).toEqual(['2026-11-24 14:30', '2026-12-01 14:30']);
    expect(await events()).toEqual([
      ['dag', 'do', 'di'],
      ['tijd', '15:00', '14:30'],
      ['duur', '60', '45'],
    ]);
  });

  test('on the meeting day itself: once it has begun, today keeps its meeting', async () => {
    await open();
    talk.now = new Date('2026-11-26T14:10:00Z');
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { dag: 'vr' });
    expect((await dates()).filter((date) => date >= '2026-11-23').slice(0, 3)).toEqual([
      '2026-11-26 15:00',
      '2026-11-27 15:00',
      '2026-12-04 15:00',
    ]);
  });

  test('on the meeting day itself: before it begins, the new time holds today', async () => {
    await open();
    talk.now = new Date('2026-11-26T09:00:00Z');
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { tijd: '16:00' });
    expect((await dates()).filter((date) => date >= '2026-11-19').slice(0, 2)).toEqual([
      '2026-11-19 15:00',
      '2026-11-26 16:00',
    ]);
  });

  test('twice, and back: history is kept each time', async () => {
    await open();
    const before = await dates();
    for (const [now, dag] of [
      ['2026-11-24T09:00:00Z', 'ma'],
      ['2026-12-09T09:00:00Z', 'do'],
    ] as const) {
      talk.now = new Date(now);
      await talk.says('Nadia', '/leerteam wijzig');
      await talk.fills('Nadia', { dag });
    }
    const after = await dates();
    expect(after.filter((date) => date < '2026-11-24')).toEqual(before.filter((date) => date < '2026-11-24'));
    expect(after.filter((date) => date >= '2026-11-24' && date < '2026-12-20')).toEqual([
      '2026-11-30 15:00',
      '2026-12-07 15:00',
      '2026-12-10 15:00',
      '2026-12-17 15:00',
    ]);
  });

  test('tells what was moved or shared', async () => {
    await open();
    const { sqlite } = talk.opened.database;
    const put = sqlite.prepare(
      'insert into meeting (team_id, day, time, duration, state, moved_to, moved_from) values (1, ?, ?, 60, ?, ?, ?)',
    );
    put.run('2026-11-26', '15:00', 'gedeeld', null, null);
    put.run('2026-12-03', '15:00', 'verzet', '2026-12-04', null);
    put.run('2026-12-04', '15:00', 'gepland', null, '2026-12-03');
    await talk.says('Nadia', '/leerteam wijzig');
    const later = await talk.fills('Nadia', { tijd: '15:30' });
    expect(later).toContain('De bijeenkomst van vrijdag 4 december had een eigen datum. Die blijft zo staan.');
    expect(later).toContain('De agenda van donderdag 26 november was al gedeeld. Ik pas hem aan.');
    expect(await dates()).toEqual(expect.arrayContaining(['2026-11-26 15:30', '2026-12-04 15:00']));
    await talk.says('Nadia', '/leerteam wijzig');
    expect(await talk.fills('Nadia', { dag: 'ma' })).toContain(
      'De agenda van donderdag 26 november was al gedeeld, maar die dag komt het team niet meer bij elkaar.',
    );
  });

  test('has the school planned again', async () => {
    await open();
    const version = async () => (await talk.opened.store.outbox.schoolState(school.id))!.version;
    const before = await version();
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { dag: 'di' });
    expect(await version()).toBe(before + 1);
  });
});

describe('another chair', () => {
  test('the former one stays a member, and history knows persons by their number', async () => {
    await open();
    await talk.says('Marieke', '/leerteam wijzig');
    const answer = await talk.fills('Marieke', { voorzitter: `id:${school.person('Kees')}` });
    expect(answer).toContain('Kees is nu voorzitter. Nadia blijft lid van het team.');
    expect(await team()).toMatchObject({ chairId: school.person('Kees'), version: 2 });
    expect(await events()).toEqual([['voorzitter', 'Nadia', 'Kees']]);
    const rows = talk.opened.database.sqlite.prepare('select from_text, to_text, to_person_id from team_event').all();
    expect(rows).toEqual([{ from_text: '', to_text: '', to_person_id: school.person('Kees') }]);
    expect(await talk.says('Kees', '/leerteam')).toContain('Voorzitter: Kees');
    expect(await talk.says('Nadia', '/leerteam wijzig')).toMatch(/^Dat kan ik niet voor je doen/);
  });

  test('and a deputy: the answer says what everybody is now', async () => {
    await open();
    await talk.says('Marieke', '/leerteam wijzig');
    const answer = await talk.fills('Marieke', {
      voorzitter: `id:${school.person('Kees')}`,
      vervanger: `id:${school.person('Nadia')}`,
    });
    expect(answer).toContain('Kees is nu voorzitter, en Nadia is nu vervanger.');
    expect(answer).not.toContain('lid van het team');
    await talk.says('Marieke', '/leerteam wijzig');
    expect(await talk.fills('Marieke', { vervanger: `id:${school.person('Sanne')}` })).toContain(
      'Sanne is nu vervanger.',
    );
  });

  test('who was in no list of members is put into it', async () => {
    await open({ ...SCHOOL, teams: [{ team: 'Bovenbouw', chair: 'Nadia', members: ['Sanne'] }] });
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { voorzitter: `id:${school.person('Sanne')}` });
    expect(await talk.says('Nadia', '/leerteam')).toContain('Leden: Nadia');
  });

  test('a deputy who is replaced stays a member too', async () => {
    await open({ ...SCHOOL, teams: [{ team: 'Bovenbouw', chair: 'Nadia', deputy: 'Nico', members: ['Sanne'] }] });
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { vervanger: `id:${school.person('Kees')}` });
    expect(await talk.says('Nadia', '/leerteam')).toContain('Leden: Nico en Sanne');
  });

  test('one who left the school is no member', async () => {
    const staff = SCHOOL.staff.map((one) => (one.name === 'Nadia' ? { ...one, until: localDate('2026-11-20') } : one));
    await open({ ...SCHOOL, staff, teams: [{ team: 'Bovenbouw', chair: 'Nadia', members: ['Sanne'] }] });
    await talk.says('Marieke', '/leerteam wijzig');
    const answer = await talk.fills('Marieke', { voorzitter: `id:${school.person('Kees')}` });
    expect(answer).toContain('Kees is nu voorzitter.');
    expect(answer).not.toContain('Nadia');
    const members = await talk.opened.store.teams.memberships(school.team('Bovenbouw'), localDate('2026-11-24'));
    expect(members.map(({ name }) => name)).toEqual(['Sanne']);
  });

  test('a chair who is off that day is named', async () => {
    await open();
    await talk.says('Nadia', '/leerteam wijzig');
    expect(await talk.fills('Nadia', { dag: 'vr' })).toContain('Let op: Nadia werkt niet op vrijdag.');
  });
});

describe('somebody else was first', () => {
  test('nothing is stored; the form comes back with the difference, and then it can be saved', async () => {
    await open();
    await talk.says('Nadia', '/leerteam wijzig');
    const old = talk.form();
    await talk.says('Marieke', '/leerteam wijzig');
    await talk.fills('Marieke', { tijd: '16:00' });
    await talk.fills('Nadia', { dag: 'di' }, old);
    expect(
      talk
        .form()
        .intro!.map(({ text }) => text)
        .join(''),
    ).toBe(
      'Iemand heeft dit leerteam intussen veranderd. Er is niets opgeslagen. Kijk wat het moet worden. ' +
        'Dag is nu donderdag, jij vulde dinsdag in. Begint om is nu 16:00, jij vulde 15:00 in.',
    );
    expect(await team()).toMatchObject({ day: 'do', time: '16:00' });
    await talk.fills('Nadia', { tijd: '16:00' });
    expect(await team()).toMatchObject({ day: 'di', time: '16:00', version: 3 });
  });

  test('sent twice it is done once', async () => {
    await open();
    await talk.says('Nadia', '/leerteam wijzig');
    const form = talk.form();
    await talk.fills('Nadia', { dag: 'di' }, form);
    expect(await talk.fills('Nadia', { dag: 'di' }, form)).toContain('Dit had je al gedaan.');
    expect(await events()).toHaveLength(1);
  });
});

describe('bad input changes nothing', () => {
  test.each([
    [{ naam: '  ' }, 'Geef het leerteam een naam van hooguit 80 letters.'],
    [{ naam: 'x'.repeat(81) }, 'Geef het leerteam een naam van hooguit 80 letters.'],
    [{ tijd: '03:00' }, 'Kies een tijd tussen 7.00 en 22.00 uur, bijvoorbeeld 15:00.'],
    [{ tijd: '21:30' }, 'Kies een tijd tussen 7.00 en 22.00 uur, bijvoorbeeld 15:00.'],
    [{ tijd: 'straks' }, 'Kies een tijd tussen 7.00 en 22.00 uur, bijvoorbeeld 15:00.'],
    [{ duur: '4' }, 'Een bijeenkomst duurt 5 tot 480 minuten. Vul bijvoorbeeld 60 in.'],
    [{ duur: '1e2' }, 'Een bijeenkomst duurt 5 tot 480 minuten. Vul bijvoorbeeld 60 in.'],
    [{ voorzitter: 'Wim' }, 'Ik vind geen collega "Wim" op deze school. Kijk of de naam klopt.'],
    [{ voorzitter: 'Nico' }, 'Nico kan niet voorzitter en vervanger tegelijk zijn.'],
    [{ eerste: 'gauw' }, 'Ik begrijp de datum gauw niet.'],
    [{ dag: 'za' }, 'Ik begrijp niet wat je bedoelt met za.'],
    [{ voorzitter: '' }, 'Kies een voorzitter.'],
  ])('%j', async (values, answer) => {
    await open();
    await talk.says('Nadia', '/leerteam wijzig');
    expect(await talk.fills('Nadia', values)).toContain(answer);
    expect(await team()).toMatchObject({ version: 1, day: 'do', rhythmSince: null });
    expect(await events()).toEqual([]);
  });

  test('a name that another team of the school has', async () => {
    await open({
      ...SCHOOL,
      teams: [...SCHOOL.teams!, { team: 'Taal', chair: 'Kees', until: localDate('2026-10-01') }],
    });
    await talk.says('Nadia', '/leerteam wijzig');
    expect(await talk.fills('Nadia', { naam: 'taal', duur: '75' })).toBe(
      'Deze school heeft of had al een leerteam taal. Kies een andere naam.\n[Verder invullen]',
    );
    const version = talk.button('Verder invullen').intent.args.versie;
    await talk.presses('Nadia', 'Verder invullen');
    expect(
      talk
        .form()
        .fields.filter(({ name }) => ['naam', 'duur'].includes(name))
        .map(({ value }) => value),
    ).toEqual(['taal', '75']);
    // Made from the version that was seen, so that nobody's change is overwritten unseen.
    expect(talk.form().intent.args).toMatchObject({ versie: version });
    expect(talk.form().intent.args).not.toHaveProperty('opnieuw');
    expect(await team()).toMatchObject({ name: 'Bovenbouw', version: 1 });
  });
});

describe('the phase', () => {
  test('the next one by a button, another one by name, in a circle', async () => {
    await open();
    expect(await talk.says('Nadia', '/leerteam')).toContain('Werkwijze: actieonderzoek, fase oriënteren');
    expect(await talk.presses('Nadia', 'Volgende fase: plannen')).toBe(
      'Bovenbouw is nu in de fase plannen. Dat staat ook op de agenda.\n[Bekijk leerteam]',
    );
    await talk.says('Nadia', '/leerteam fase Reflecteren');
    expect(await team()).toMatchObject({ phase: 'reflecteren' });
    expect(await talk.says('Nadia', '/leerteam fase')).toBe(
      'Bovenbouw is in de fase reflecteren. In welke fase zijn jullie nu?\n' +
        '[Volgende fase: oriënteren] [plannen] [handelen] [observeren]',
    );
    expect(await events()).toEqual([
      ['fase', '', 'plannen'],
      ['fase', 'plannen', 'reflecteren'],
    ]);
  });

  test('the same one again changes nothing', async () => {
    await open();
    expect(await talk.says('Nadia', '/leerteam fase orienteren')).toContain('is al in de fase oriënteren');
    expect(await events()).toEqual([]);
  });

  test('an unknown one gets those there are', async () => {
    await open();
    expect(await talk.says('Nadia', '/leerteam fase dromen')).toMatch(
      /^Ik ken de fase "dromen" niet bij actieonderzoek. Kies er een:\n\[Volgende fase: plannen\] \[handelen\]/,
    );
    expect(await team()).toMatchObject({ version: 1 });
  });

  test('another method begins with its own first phase; vrij has none', async () => {
    await open();
    await talk.says('Nadia', '/leerteam fase handelen');
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { methode: 'datateam' });
    expect(await talk.says('Nadia', '/leerteam')).toContain('Werkwijze: datateam, fase probleem');
    await talk.says('Nadia', '/leerteam wijzig');
    await talk.fills('Nadia', { methode: 'vrij' });
    expect(await talk.says('Nadia', '/leerteam fase handelen')).toMatch(/^Bij de werkwijze vrij horen geen fases\./);
  });
});

describe('a new team', () => {
  test('of a director, with its members', async () => {
    await open();
    await talk.says('Marieke', '/leerteam nieuw Taal');
    expect(await talk.fills('Marieke', { voorzitter: 'Kees', dag: 'ma' })).toBe(
      'Taal staat erin: elke week op maandag, 15.00-16.00.\nWie zitten er in dit team?\n[Lid erbij] [Bekijk leerteam]',
    );
    await talk.presses('Marieke', 'Lid erbij');
    await talk.fills('Marieke', { wie: `id:${school.person('Joost')}` });
    expect(await talk.says('Joost', '/leerteam')).toMatch(/^Taal\nSoort: leerteam\nVoorzitter: Kees\nLeden: Joost\n/);
  });

  test('of an admin, but not of a chair', async () => {
    await open();
    await talk.says('Ad', '/leerteam nieuw');
    expect(await talk.fills('Ad', { naam: 'Rekenen', voorzitter: 'Kees', dag: 'ma' })).toMatch(/^Rekenen staat erin/);
    expect(await talk.says('Nadia', '/leerteam nieuw')).toBe('Dat kan ik niet voor je doen. Vraag het aan Marieke.');
  });

  test('with the name of another is refused', async () => {
    await open();
    await talk.says('Marieke', '/leerteam nieuw bovenbouw');
    expect(await talk.fills('Marieke', { voorzitter: 'Kees', dag: 'ma' })).toMatch(/^Deze school heeft of had al/);
    expect(await talk.opened.store.agenda.teams(school.id, localDate('2026-11-24'))).toHaveLength(1);
  });
});

describe('a last day', () => {
  test('no meetings after it, what was stays, and its goals are named', async () => {
    await open();
    await talk.does('Marieke', 'leerteam.stoppen', { leerteam: 'id:1' });
    expect(await talk.fills('Marieke', { tot: '2026-12-03' })).toMatch(
      /^De laatste dag van Bovenbouw is donderdag 3 december.\nDit team heeft nog 2 lopende doelen./,
    );
    const all = await dates();
    expect(all.at(-1)).toBe('2026-12-03 15:00');
    expect(all.length).toBeGreaterThan(10);
    await talk.does('Marieke', 'leerteam.stoppen', { leerteam: 'id:1', klaar: 'ja' });
    expect((await team()).until).toBeNull();
    expect(await events()).toEqual([
      ['tot', '', '2026-12-03'],
      ['tot', '2026-12-03', ''],
    ]);
  });

  test('what is left on its agenda and its open actions are counted', async () => {
    await open({
      ...SCHOOL,
      actions: [{ what: 'bellen', owner: 'Sanne', due: localDate('2026-12-10'), team: 'Bovenbouw' }],
    });
    await talk.says('Sanne', '/agenda punt toetsdata');
    await talk.does('Marieke', 'leerteam.stoppen', { leerteam: 'id:1' });
    const answer = await talk.fills('Marieke', { tot: '2026-12-03' });
    expect(answer).toContain('Op de agenda staat nog één punt. Bespreek dat voor de laatste dag');
    expect(answer).toContain('Er is nog één open actie. Die blijft van de eigenaar.');
  });

  test.each([
    ['Marieke', '2026-11-23', 'Die dag is al voorbij.'],
    ['Marieke', '2029-11-23', 'Dat is meer dan twee jaar vooruit.'],
    ['Nadia', '2026-12-03', 'Dat kan ik niet voor je doen. Vraag het aan Marieke.'],
  ])('%s, %s', async (name, tot, answer) => {
    await open();
    expect(await talk.does(name, 'leerteam.stoppen', { leerteam: 'id:1', klaar: 'ja', tot })).toContain(answer);
    expect((await team()).until).toBeNull();
  });
});
