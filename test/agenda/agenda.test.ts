/** `/agenda` and `/agenda delen`: the next meeting as it stands, who sees how much of it, and how it reaches the team. */
import { afterEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
afterEach(() => talk.opened.close());

async function open(draft: SchoolDraft = REGENBUI, ...more: SchoolDraft[]) {
  const opened = await Talk.open(draft, ...more);
  talk = opened.talk;
  school = opened.schools[0]!;
}

type TeamChange = Partial<NonNullable<SchoolDraft['teams']>[number]>;
const withTeam = (change: TeamChange, rest: Partial<SchoolDraft> = {}): SchoolDraft => ({
  ...REGENBUI,
  ...rest,
  teams: [{ ...REGENBUI.teams![0]!, ...change }],
});

/** A draft goal, an open action, and a point of Sanne. */
const FULL = withTeam(
  { method: 'actieonderzoek' },
  {
    goals: [...REGENBUI.goals!.slice(0, 1), { title: 'Elke dag lezen', team: 'Bovenbouw', status: 'concept' }],
    actions: [{ what: 'Toetsen nakijken', owner: 'Sanne', due: localDate('2026-11-26'), team: 'Bovenbouw' }],
  },
);

describe('the agenda', () => {
  test('for the chair: all of it, with what can be done', async () => {
    await open(FULL);
    await talk.says('Sanne', '/agenda punt toetsdata groep 6');
    expect(await talk.says('Nadia', '/agenda')).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00
      1 Inchecken en successen · 5 min
      2 Acties van vorige keer, 1 open · 5 min
      3 Doel 1: Meer leerlingen op 1S rekenen, update gevraagd · 10 min
      4 Actieonderzoek, fase oriënteren: wat willen we weten? · 25 min
      5 Doel 2: Elke dag lezen, nog een concept. Spreken we het af? · 5 min
      6 Ingebracht door Sanne: toetsdata groep 6 · 5 min
      7 Nieuwe acties, en wat delen we met het MT? · 5 min
      Samen 60 van 60 minuten.
      [Delen met het team] [Aanpassen] [Verzetten] [Gaat niet door] [Punt inbrengen] [In mijn agenda]"
    `);
  });

  test('for a member: the private look', async () => {
    await open(FULL);
    await talk.says('Sanne', '/agenda punt toetsdata groep 6');
    expect(await talk.says('Sanne', '/agenda')).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00
      1 Inchecken en successen · 5 min
      2 Acties van vorige keer, 1 open · 5 min
      3 Doel 1: Meer leerlingen op 1S rekenen, update gevraagd · 10 min
      4 Actieonderzoek, fase oriënteren: wat willen we weten? · 25 min
      5 Doel 2: Elke dag lezen, nog een concept. Spreken we het af? · 5 min
      6 Ingebracht door Sanne: toetsdata groep 6 · 5 min
      7 Nieuwe acties, en wat delen we met het MT? · 5 min
      [Punt 6: Haal weg]
      Samen 60 van 60 minuten.
      [Punt inbrengen] [In mijn agenda]"
    `);
  });

  test('in English', async () => {
    const staff = REGENBUI.staff.map((one) => (one.name === 'Sanne' ? { ...one, language: 'en' as const } : one));
    await open({ ...FULL, staff });
    expect(await talk.says('Sanne', '/agenda')).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · Thursday 26 November, 15:00-16:00
      1 Check-in and successes · 5 min
      2 Actions of last time, 1 open · 5 min
      3 Goal 1: Meer leerlingen op 1S rekenen, update wanted · 10 min
      4 Action research, phase explore: what do we want to know? · 30 min
      5 Goal 2: Elke dag lezen, still a draft. Do we agree on it? · 5 min
      6 New actions, and what do we share with the MT? · 5 min
      60 of 60 minutes in all.
      [Add an item] [Add to my calendar]"
    `);
  });

  test('of a stand-up at the board', async () => {
    await open(withTeam({ method: 'bordsessie', duration: 15, time: localTime('08:00') }));
    expect(await talk.says('Sanne', '/agenda')).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 08.00-08.15
      1 Successen · 2 min
      2 Doelen en cijfers, update gevraagd van doel 1 en doel 2 · 10 min
      3 Nieuwe acties · 3 min
      Samen 15 van 15 minuten.
      [Punt inbrengen] [In mijn agenda]"
    `);
  });

  test('of each of my teams', async () => {
    const taal = { team: 'Taal', kind: 'expertiseteam', chair: 'Nico', members: ['Nadia'], day: 'di' } as const;
    await open({ ...REGENBUI, teams: [...REGENBUI.teams!, taal] });
    const answer = await talk.says('Nadia', '/agenda');
    expect(answer).toMatch(
      /^Agenda’s van je leerteams\n\nLeerteam Bovenbouw · donderdag 26 november, [\s\S]*\n\nExpertiseteam Taal · dinsdag 24 november, /,
    );
    expect(await talk.says('Nadia', '/agenda taal')).toMatch(
      /^Expertiseteam Taal · dinsdag 24 november, 15\.00-16\.00\n/,
    );
  });

  test('of a team without a meeting ahead', async () => {
    await open(withTeam({ until: localDate('2026-11-25') }));
    talk.now = new Date('2026-11-25T08:00:00Z');
    expect(await talk.says('Sanne', '/agenda')).toBe('Voor Bovenbouw staat er geen bijeenkomst gepland.');
  });

  test('once its minutes are stored is of the next one, also before its end', async () => {
    await open();
    talk.now = new Date('2026-11-26T14:50:00Z');
    await talk.says('Nadia', '/agenda ging door');
    expect(await talk.says('Sanne', '/agenda punt toetsdata')).toContain('voor donderdag 3 december: toetsdata');
    expect(await talk.says('Sanne', '/agenda')).toMatch(/^Leerteam Bovenbouw · donderdag 3 december/);
  });

  test('after the meeting is of the next one', async () => {
    await open();
    talk.now = new Date('2026-11-26T14:59:00Z');
    expect(await talk.says('Sanne', '/agenda')).toMatch(/^Leerteam Bovenbouw · donderdag 26 november/);
    talk.now = new Date('2026-11-26T15:00:00Z');
    expect(await talk.says('Sanne', '/agenda')).toMatch(/^Leerteam Bovenbouw · donderdag 3 december/);
    expect(await talk.does('Sanne', 'agenda', { bijeenkomst: '1:2026-11-26' })).toBe(
      'Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00\nDeze bijeenkomst is geweest.\n[Verslag]',
    );
  });
});

describe('what waits on the agenda', () => {
  test('an action that was late, advice and its answer', async () => {
    await open({
      ...FULL,
      teams: [...FULL.teams!, { team: 'MT', kind: 'MT', chair: 'Marieke', members: ['Marieke'], day: 'vr' }],
    });
    const { store } = talk.opened;
    const teamId = school.team('Bovenbouw');
    const [late] = await store.actions.lines({ teamId });
    const { version } = (await store.outbox.schoolState(school.id))!;
    const day = localDate('2026-11-24');
    const point = { key: 'late', schoolId: school.id, teamId, madeOn: day, cause: 'actie te laat' } as const;
    await store.outbox.plan(school.id, version, day, [], [{ ...point, actionId: late!.id, due: late!.due }], []);
    const by = { by: school.person('Nadia'), at: talk.now, act: 'test', once: null };
    const advice = await store.advice.add(by, {
      schoolId: school.id,
      teamId,
      meetingId: null,
      text: 'Graag een uur voor de toetsanalyse',
      reasons: '',
      state: 'ingediend',
      sentOn: day,
      mtTeamId: school.team('MT'),
    });
    expect(await talk.says('Marieke', '/agenda mt')).toContain(
      'Advies 1 van Bovenbouw: Graag een uur voor de toetsanalyse · 5 min',
    );
    await store.advice.answer(by, advice.id, advice.version, 'overgenomen', 'Ja', day);
    const member = await talk.says('Sanne', '/agenda');
    expect(member).toContain('5 Actie 1 Toetsen nakijken: hoe lossen we het samen op? · 5 min\n6 ');
    expect(member).toContain('\n[Punt 5: Bekijken] [Punt 6: Bekijken]\nSamen ');
    expect(member).toContain(
      'Antwoord van het MT op advies 1 (overgenomen): Graag een uur voor de toetsanalyse · 5 min',
    );
    const director = await talk.says('Marieke', '/agenda bovenbouw');
    expect(director).toContain('Een actie om samen op te lossen · 5 min');
    expect(director).not.toContain('Toetsen nakijken');
  });
});

describe('who sees the agenda', () => {
  test('a director sees titles, decisions and what is shared, and can plan', async () => {
    await open(FULL);
    await talk.says('Sanne', '/agenda punt toetsdata groep 6');
    const answer = await talk.says('Marieke', '/agenda bovenbouw');
    expect(answer).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00
      1 Inchecken en successen · 5 min
      2 Acties van vorige keer · 5 min
      3 Doel 1: Meer leerlingen op 1S rekenen, update gevraagd · 10 min
      4 Actieonderzoek, fase oriënteren: wat willen we weten? · 25 min
      5 Doel 2: Elke dag lezen, nog een concept. Spreken we het af? · 5 min
      6 toetsdata groep 6 · 5 min
      7 Nieuwe acties, en wat delen we met het MT? · 5 min
      Samen 60 van 60 minuten.
      [Punt inbrengen] [In mijn agenda]
      [Delen met het team] [Verzetten] [Gaat niet door]"
    `);
    expect(answer).not.toContain('Sanne');
  });

  test('a coach sees titles, and plans nothing', async () => {
    await open(FULL);
    await talk.says('Joost', '/agenda bovenbouw');
    expect(talk.buttons().map(({ label }) => label)).toEqual(['Punt inbrengen', 'In mijn agenda']);
  });

  test('without a team of their own they choose one', async () => {
    await open(FULL);
    expect(await talk.says('Marieke', '/agenda')).toMatchInlineSnapshot(`
      "Agenda’s van de leerteams
      Bovenbouw
        donderdag 26 november, 15.00
        [Bekijk agenda]"
    `);
    expect(await talk.presses('Marieke', 'Bekijk agenda')).toMatch(/^Leerteam Bovenbouw · donderdag 26 november/);
  });

  test.each(['/agenda', '/agenda bovenbouw'])('%s: nobody else', async (line) => {
    const staff = [
      ...REGENBUI.staff,
      { name: 'Kees' },
      { name: 'Bea', roles: ['bestuur'] as const },
      { name: 'Ad', roles: ['beheerder'] as const },
    ];
    await open({ ...FULL, staff } as SchoolDraft, {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim', roles: ['directeur'] }],
    });
    for (const name of ['Kees', 'Bea', 'Ad', 'Wim']) {
      const answer = await talk.says(name, line);
      expect(answer).not.toContain('Inchecken');
      expect(answer).not.toContain('26 november');
    }
    expect(await talk.does('Wim', 'agenda', { bijeenkomst: '1:2026-11-26' })).not.toContain('Inchecken');
  });
});

describe('what the calendar says', () => {
  const day = (date: string, kind: 'studiedag' | 'vrij', name: string) => ({
    calendar: [{ from: localDate(date), until: localDate(date), kind, name }],
  });

  test('a meeting that is lost, in the agenda before it, for the chair with a button', async () => {
    await open({ ...REGENBUI, ...day('2026-12-03', 'vrij', 'Margedag') });
    const warning = 'Let op: op donderdag 3 december komen jullie niet bij elkaar (Margedag).';
    expect(await talk.says('Nadia', '/agenda')).toMatch(
      new RegExp(`${warning.replace(/[().]/g, '\\$&')}\n\\[Verzet die van 3 december\\]$`),
    );
    expect(await talk.says('Sanne', '/agenda')).toMatch(new RegExp(`${warning.replace(/[().]/g, '\\$&')}$`));
    expect(await talk.does('Nadia', 'agenda', { bijeenkomst: '1:2026-12-03' })).toBe(
      'Leerteam Bovenbouw · donderdag 3 december, 15.00-16.00\nDeze bijeenkomst gaat niet door: de school is dicht (Margedag).\n[Verzetten]',
    );
  });

  test('a meeting that is lost before the next one', async () => {
    await open({ ...REGENBUI, ...day('2026-11-26', 'vrij', 'Margedag') });
    expect(await talk.says('Nadia', '/agenda')).toMatch(
      /^Leerteam Bovenbouw · donderdag 3 december[\s\S]*Let op: op donderdag 26 november komen jullie niet bij elkaar \(Margedag\)/,
    );
  });

  test('not once it was moved or cancelled', async () => {
    await open({ ...REGENBUI, ...day('2026-12-03', 'vrij', 'Margedag') });
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-12-03', reden: 'dicht' });
    expect(await talk.says('Nadia', '/agenda')).not.toContain('Let op');
  });

  test.each([
    ['2026-11-26', 'Let op: donderdag 26 november is een studiedag. De bijeenkomst gaat gewoon door.'],
    ['2026-12-03', 'Let op: donderdag 3 december is een studiedag. De bijeenkomst gaat gewoon door.'],
  ])('a study day on %s', async (date, warning) => {
    await open({ ...REGENBUI, ...day(date, 'studiedag', 'Studiedag') });
    expect(await talk.says('Sanne', '/agenda')).toContain(warning);
  });

  test('not of a study day later than the next meeting', async () => {
    await open({ ...REGENBUI, ...day('2026-12-10', 'studiedag', 'Studiedag') });
    expect(await talk.says('Sanne', '/agenda')).not.toContain('Let op');
  });
});

describe('sharing', () => {
  const waiting = () => {
    const { sqlite } = talk.opened.database;
    const outbox = sqlite.prepare(
      "select p.name || ' ' || o.key || ' ' || o.from_day || '..' || o.until_day from outbox o join person p on p.id = o.receiver_id order by 1",
    );
    const posts = sqlite.prepare(
      "select channel || ' ' || key || ' ' || datetime(due_at / 1000, 'unixepoch') || '..' || datetime(until_at / 1000, 'unixepoch') from post",
    );
    return { tells: outbox.pluck().all(), posts: posts.pluck().all() };
  };

  test('without a channel: a point in the digest of everybody else', async () => {
    await open();
    expect(await talk.says('Nadia', '/agenda delen')).toMatch(
      /^Gedeeld met Bovenbouw\. Ieder krijgt de agenda in het volgende dagelijkse bericht\.\nLeerteam Bovenbouw · /,
    );
    expect(talk.buttons().map(({ label }) => label)).not.toContain('Delen met het team');
    expect(waiting()).toEqual({
      tells: ['Nico', 'Sanne'].map(
        (name) => `${name} agenda-delen:1:2026-11-26:${school.person(name)} 2026-11-24..2026-11-26`,
      ),
      posts: [],
    });
  });

  test('in the channel: one post until the meeting begins', async () => {
    await open(withTeam({ channel: '#bovenbouw' }));
    expect(await talk.says('Nico', '/agenda delen')).toMatch(
      /^Gedeeld in het kanaal van Bovenbouw\. Wat je daarna nog verandert, pas ik daar aan\./,
    );
    expect(waiting()).toEqual({
      tells: [],
      posts: ['#bovenbouw agenda-delen:1:2026-11-26:#bovenbouw 2026-11-24 08:30:00..2026-11-26 14:00:00'],
    });
  });

  test('a second time says so, and sends nothing', async () => {
    await open();
    await talk.says('Nadia', '/agenda delen');
    expect(await talk.says('Nico', '/agenda delen')).toMatch(
      /^Deze agenda is al gedeeld\. Wat je verandert, komt er vanzelf in te staan\.\n/,
    );
    expect(waiting().tells).toHaveLength(2);
    const [meeting] = await talk.opened.store.agenda.meetings(school.team('Bovenbouw'));
    expect(meeting).toMatchObject({ state: 'gedeeld', version: 2 });
  });

  test('a press twice shares once', async () => {
    await open();
    await talk.says('Nadia', '/agenda');
    const button = talk.button('Delen met het team');
    await talk.does('Nadia', button.intent.name, button.intent.args, button.key!);
    expect(await talk.does('Nadia', button.intent.name, button.intent.args, button.key!)).toMatch(
      /^Dit had je al gedaan\.[\s\S]*Leerteam Bovenbouw · donderdag 26 november/,
    );
    expect(waiting().tells).toHaveLength(2);
  });

  test.each(['Sanne', 'Joost'])('is not for %s', async (name) => {
    await open();
    expect(await talk.does(name, 'agenda.delen', { bijeenkomst: '1:2026-11-26' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
    );
    expect(waiting().tells).toEqual([]);
  });

  test('a meeting that has begun is not sent round any more', async () => {
    await open();
    talk.now = new Date('2026-11-26T14:00:00Z');
    expect(await talk.says('Nadia', '/agenda delen')).toMatch(/^Deze bijeenkomst is al begonnen\./);
    expect(waiting().tells).toEqual([]);
  });

  test('a meeting that is over or lost is not shared', async () => {
    await open();
    expect(await talk.does('Nadia', 'agenda.delen', { bijeenkomst: '1:2026-11-19' })).toContain(
      'Deze bijeenkomst is geweest.',
    );
    expect(await talk.does('Nadia', 'agenda.delen', { bijeenkomst: '1:2027-05-06' })).toContain(
      'de school is dicht (Hemelvaartsdag)',
    );
    expect(await talk.does('Nadia', 'agenda.delen', { bijeenkomst: '1:2026-11-25' })).toContain(
      'Bovenbouw komt op woensdag 25 november niet bij elkaar.',
    );
    expect(await talk.does('Nadia', 'agenda.delen', { bijeenkomst: 'morgen' })).toMatch(
      /^Ik vind de bijeenkomst morgen niet/,
    );
    expect(waiting().tells).toEqual([]);
  });
});
