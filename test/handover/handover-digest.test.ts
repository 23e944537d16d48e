import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import {
  type BuiltSchool,
  buildSchool,
  type OpenStore,
  openStore,
  REGENBUI,
  type SchoolDraft,
  type StaffDraft,
  stamp,
} from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';

let opened: OpenStore;
let platform: FakePlatform;
let school: BuiltSchool;

beforeEach(async () => {
  opened = await openStore();
  platform = new FakePlatform();
});
afterEach(() => opened.close());

const KINDS = ['overdracht', 'wie-neemt-waar', 'terug', 'nieuw-in-team', 'doel-checkin'];

/** A tick at nine on each of the days, with the nudges of this folder and check-ins. */
async function live(from: string, until: string, kinds: readonly string[] = KINDS): Promise<void> {
  const { tick } = strictTick({
    store: opened.store,
    platform,
    nudges: NUDGES.filter(({ kind }) => kinds.includes(kind)),
  });
  for (const day of eachDay(localDate(from), localDate(until))) await tick(instantAt(day, localTime('09:00')));
}

const sentTo = (name: string) => platform.sent.filter(({ to }) => to === school.person(name));
const daysOf = (name: string, words: string) =>
  sentTo(name)
    .filter(({ text }) => text.includes(words))
    .map(({ at }) => at.slice(0, 10));

const withNico = (change: Partial<StaffDraft>, draft: Partial<SchoolDraft> = {}): SchoolDraft => ({
  ...REGENBUI,
  staff: REGENBUI.staff.map((one) => (one.name === 'Nico' ? { ...one, ...change } : one)),
  actions: [
    { what: 'toetsanalyse', owner: 'Nico', due: localDate('2026-12-10'), team: 'Bovenbouw' },
    { what: 'schoolplein', owner: 'Nico', due: localDate('2026-12-17') },
  ],
  ...draft,
});

const day = (text: string): LocalDate => localDate(text);

describe('overdracht', () => {
  test('the chair gets what is of the team, the director the rest, three times each', async () => {
    school = await buildSchool(opened, withNico({ until: day('2026-12-04') }));
    await live('2026-11-16', '2027-01-31', ['overdracht']);
    // Nadia works on Monday, Tuesday and Thursday.
    expect(daysOf('Nadia', 'Nico')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    expect(daysOf('Marieke', 'Nico')).toEqual(['2026-11-20', '2026-11-27', '2026-12-04']);
    expect(sentTo('Nadia')[0]!.text).toMatchInlineSnapshot(`
      "Goedemorgen Nadia · maandag 23 november
      Nico werkt nog tot en met vrijdag 4 december op De Regenbui. Dit heeft een nieuwe eigenaar nodig:
      Vervanger van de voorzitter van Bovenbouw
      Actie: toetsanalyse (voor 10 december)
      [Verdelen]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(sentTo('Nadia')[2]!.text).toContain('De laatste dag van Nico op De Regenbui was vrijdag 4 december.');
    expect(sentTo('Nadia')[0]!.text).not.toContain('schoolplein');
    expect(sentTo('Marieke')[0]!.text).not.toContain('toetsanalyse');
  });

  test('taken out of service long ago, and known only now: the same three, from now on', async () => {
    school = await buildSchool(opened, withNico({}));
    await live('2026-11-16', '2026-11-17', ['overdracht']);
    expect(platform.sent).toEqual([]);
    await opened.store.school.endService(
      stamp(null, '2026-11-17T15:00:00Z'),
      school.id,
      school.person('Nico'),
      day('2026-09-30'),
    );
    await live('2026-11-18', '2027-01-31', ['overdracht']);
    const days = daysOf('Marieke', 'Nico');
    expect(days[0]).toBe('2026-11-18');
    expect(days).toHaveLength(3);
    expect(daysOf('Nadia', 'Nico')).toHaveLength(3);
  });

  test('stops when all of it has a new owner, and goes on for the other receiver', async () => {
    school = await buildSchool(opened, withNico({ until: day('2026-12-04') }));
    await live('2026-11-16', '2026-11-23', ['overdracht']);
    const state = (await opened.store.outbox.schoolState(school.id))!;
    const [analysis] = state.actions;
    const [nico, sanne] = [school.person('Nico'), school.person('Sanne')];
    await opened.store.handover.reassign(
      stamp(school.person('Nadia'), '2026-11-23T15:00:00Z'),
      school.id,
      nico,
      [
        { kind: 'actie', id: analysis!.id, to: sanne },
        { kind: 'vervanger', teamId: school.team('Bovenbouw'), to: null },
      ],
      { tells: [], posts: [], changed: [] },
    );
    await live('2026-11-24', '2027-01-31', ['overdracht']);
    expect(daysOf('Nadia', 'Nico')).toEqual(['2026-11-23']);
    expect(daysOf('Marieke', 'Nico')).toHaveLength(3);
  });

  test('stays in the summary of the director until it is solved', async () => {
    school = await buildSchool(opened, withNico({ until: day('2026-12-04') }));
    await live('2027-02-01', '2027-02-01', ['maandoverzicht']);
    expect(sentTo('Marieke')[0]!.text).toContain('Overdracht van Nico: 3 dingen hebben nog geen nieuwe eigenaar');
    expect(sentTo('Marieke')[0]!.text).not.toContain('toetsanalyse');
  });
});

describe('wie neemt waar', () => {
  test('an absence without an end: one list on the eleventh school day, for each of the two', async () => {
    school = await buildSchool(opened, withNico({}));
    await opened.store.people.reportAbsent(stamp(null, '2026-11-02T07:00:00Z'), school.person('Nico'), {
      from: day('2026-11-02'),
      until: null,
    });
    await live('2026-11-02', '2027-01-31', ['wie-neemt-waar']);
    expect(daysOf('Marieke', 'Wie neemt dit waar?')).toEqual(['2026-11-16']);
    expect(daysOf('Nadia', 'Wie neemt dit waar?')).toEqual(['2026-11-16']);
  });
});

describe('wie neemt waar, of an absence that turns out to be long', () => {
  const away = (from: string, until: string | null, at: string) =>
    opened.store.people.reportAbsent(stamp(null, at), school.person('Nico'), {
      from: day(from),
      until: until === null ? null : day(until),
    });

  test('extended after two weeks: it is asked then', async () => {
    school = await buildSchool(opened, withNico({}));
    await away('2026-11-02', '2026-11-13', '2026-11-02T07:00:00Z');
    await live('2026-11-02', '2026-11-16', ['wie-neemt-waar']);
    expect(platform.sent).toEqual([]);
    await away('2026-11-14', '2026-12-11', '2026-11-16T15:00:00Z');
    await live('2026-11-17', '2026-12-18', ['wie-neemt-waar']);
    expect(daysOf('Marieke', 'Wie neemt dit waar?')).toEqual(['2026-11-17']);
    expect(daysOf('Nadia', 'Wie neemt dit waar?')).toEqual(['2026-11-17']);
  });

  test('reported week by week, without the weekends: once, when it is long; one overview on return', async () => {
    school = await buildSchool(opened, withNico({}));
    await away('2026-11-02', '2026-11-06', '2026-11-02T07:00:00Z');
    await away('2026-11-09', '2026-11-13', '2026-11-06T15:00:00Z');
    await live('2026-11-02', '2026-11-13');
    await away('2026-11-16', '2026-11-20', '2026-11-13T15:00:00Z');
    await live('2026-11-14', '2026-12-04', ['wie-neemt-waar', 'terug']);
    expect(daysOf('Marieke', 'Wie neemt dit waar?')).toEqual(['2026-11-16']);
    expect(daysOf('Nico', 'Fijn dat je er weer bent')).toEqual(['2026-11-25']);
  });
});

describe('terug', () => {
  test('one overview on the first own working day, without a check-in beside it', async () => {
    // Her own goal is due in school week 12, the week of 16 November.
    school = await buildSchool(opened, {
      ...REGENBUI,
      goals: [...REGENBUI.goals!, { title: 'Buiten leren', owner: 'Sanne' }],
      actions: [{ what: 'toetsanalyse', owner: 'Sanne', due: day('2026-11-10'), team: 'Bovenbouw' }],
    });
    const sanne = school.person('Sanne');
    await opened.store.people.reportAbsent(stamp(sanne, '2026-11-01T07:00:00Z'), sanne, {
      from: day('2026-11-02'),
      until: day('2026-11-20'),
    });
    await opened.store.minutes.decide(
      stamp(school.person('Nadia'), '2026-11-12T15:00:00Z'),
      school.team('Bovenbouw'),
      day('2026-11-12'),
      'We toetsen in januari.',
    );
    await opened.store.minutes.decide(
      stamp(school.person('Nadia'), '2026-10-08T15:00:00Z'),
      school.team('Bovenbouw'),
      day('2026-10-08'),
      'We lezen elke dag.',
    );
    await live('2026-11-02', '2026-12-04', ['terug', 'doel-checkin']);
    const [first, ...later] = sentTo('Sanne');
    expect(first!.at.slice(0, 10)).toBe('2026-11-23');
    expect(first!.text).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · maandag 23 november
      Fijn dat je er weer bent. Dit speelt er nu, en dit is er besloten sinds 2 november. Kijk er rustig naar.

      Je doelen
      Doel 3 Buiten leren · ○ nog geen meting
        Sanne
        [Bekijk doel]

      Je open acties
      Actie 1 toetsanalyse
        stond voor 10 november
        [Klaar] [Nieuwe datum]

      Besloten toen je er niet was
      We toetsen in januari.
        Bovenbouw · 12 november

      Volgende bijeenkomst
      Bovenbouw
        donderdag 26 november, 15.00
        [Bekijk agenda]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(later.some(({ text }) => text.includes('Fijn dat je er weer bent'))).toBe(false);
    expect(later.some(({ text }) => text.includes('Buiten leren'))).toBe(true);
  });

  test('back earlier than expected: the overview comes that day', async () => {
    school = await buildSchool(opened);
    const sanne = school.person('Sanne');
    await opened.store.people.reportAbsent(stamp(sanne, '2026-11-01T07:00:00Z'), sanne, {
      from: day('2026-11-02'),
      until: null,
    });
    await live('2026-11-02', '2026-11-23', ['terug']);
    expect(sentTo('Sanne')).toEqual([]);
    await opened.store.people.reportBack(stamp(sanne, '2026-11-24T07:00:00Z'), sanne, day('2026-11-24'));
    await live('2026-11-24', '2026-11-27', ['terug']);
    expect(daysOf('Sanne', 'Fijn dat je er weer bent')).toEqual(['2026-11-24']);
  });

  test('after a short absence nothing is special', async () => {
    school = await buildSchool(opened);
    const sanne = school.person('Sanne');
    const absence = { from: day('2026-11-02'), until: day('2026-11-13') };
    await opened.store.people.reportAbsent(stamp(sanne, '2026-11-01T07:00:00Z'), sanne, absence);
    await live('2026-11-02', '2026-11-27', ['terug']);
    expect(sentTo('Sanne')).toEqual([]);
  });
});

describe('nieuw in een leerteam', () => {
  test('who becomes a member gets a recap on the first own working day', async () => {
    school = await buildSchool(opened, {
      ...REGENBUI,
      actions: [{ what: 'toetsanalyse', owner: 'Nico', due: day('2026-12-10'), team: 'Bovenbouw' }],
    });
    const by = stamp(school.person('Nadia'), '2026-11-18T15:00:00Z');
    await opened.store.minutes.decide(by, school.team('Bovenbouw'), day('2026-11-12'), 'We toetsen in januari.');
    await opened.store.teams.addMember(by, school.team('Bovenbouw'), school.person('Joost'), day('2026-11-18'));
    await live('2026-11-16', '2026-12-18', ['nieuw-in-team']);
    expect(sentTo('Joost').map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-19']);
    expect(sentTo('Joost')[0]!.text).toMatchInlineSnapshot(`
      "Goedemorgen Joost · donderdag 19 november
      Welkom in Bovenbouw. Zo staat het ervoor:

      De doelen
      Doel 1 Meer leerlingen op 1S rekenen · ○ nog geen meting
        Bovenbouw
        [Bekijk doel]
      Doel 2 Elke week rijke teksten · ○ nog geen meting
        Bovenbouw
        [Bekijk doel]

      De laatste besluiten
      We toetsen in januari.
        Bovenbouw · 12 november

      Open acties
      Actie 1 toetsanalyse
        Nico · voor 10 december
        [Bekijk actie]

      Volgende bijeenkomst
      Bovenbouw
        donderdag 19 november, 15.00
        [Bekijk agenda]
      [Bekijk leerteam]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(platform.sent).toHaveLength(1);
  });

  test('who was in it when the school was entered is not new', async () => {
    const from = day('2026-11-16');
    school = await buildSchool(opened, {
      ...REGENBUI,
      teams: [{ ...REGENBUI.teams![0]!, membersFrom: from }],
      enteredAt: '2026-11-16T08:00:00Z',
    });
    await live('2026-11-16', String(addDays(from, 14)), ['nieuw-in-team']);
    expect(platform.sent).toEqual([]);
  });

  test('who becomes chair or deputy by a change of the team or an import is told, not who does it', async () => {
    school = await buildSchool(opened);
    const { store } = opened;
    const team = (await store.agenda.team(school.team('Bovenbouw')))!;
    const by = stamp(school.person('Nadia'), '2026-11-23T15:00:00Z');
    const sanne = school.person('Sanne');
    await store.teams.change(by, team.id, team.version, { ...team, chairId: sanne, deputyId: school.person('Nadia') });
    await live('2026-11-24', '2026-11-24', ['nieuw-in-team']);
    expect(platform.sent.map(({ to }) => to)).toEqual([sanne]);
    expect(sentTo('Sanne')[0]!.text).toContain('Je bent nu voorzitter van Bovenbouw.');

    const { leerteams } = await store.import.snapshot();
    const [row] = leerteams;
    const column = { column: 'vervanger', from: row!.deputy!, to: school.email('Joost') };
    await store.import.apply(stamp(null, '2026-11-25T15:00:00Z'), [
      { kind: 'team', row: { ...row!, deputy: school.email('Joost') }, changed: [column] },
    ]);
    await live('2026-11-26', '2026-11-26', ['nieuw-in-team']);
    expect(sentTo('Joost')[0]!.text).toContain('Je vervangt nu de voorzitter van Bovenbouw');
  });

  test('who becomes a member by an import without a first day is told too, once', async () => {
    school = await buildSchool(opened);
    const { store } = opened;
    const { leden } = await store.import.snapshot();
    const rows = [...leden, { ...leden[0]!, email: school.email('Joost') }];
    for (const at of ['2026-11-23T15:00:00Z', '2026-11-25T15:00:00Z']) {
      await store.import.apply(stamp(null, at), [{ kind: 'members', school: school.name, rows }]);
    }
    await live('2026-11-24', '2026-12-04', ['nieuw-in-team']);
    expect(platform.sent.map(({ at, to }) => [at.slice(0, 10), to])).toEqual([['2026-11-24', school.person('Joost')]]);
    expect(sentTo('Joost')[0]!.text).toContain('Welkom in Bovenbouw.');
  });

  test('a new member who is called as a former chair gets the recap; the former chair does not', async () => {
    school = await buildSchool(opened, { ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Noor' }] });
    const { store, database } = opened;
    const team = (await store.agenda.team(school.team('Bovenbouw')))!;
    const by = stamp(school.person('Marieke'), '2026-11-20T15:00:00Z');
    const namesake = school.person('Noor');
    database.sqlite.prepare("update person set name = 'Nadia' where id = ?").run(namesake);
    await store.teams.change(by, team.id, team.version, { ...team, chairId: school.person('Sanne') });
    await store.teams.removeMember(by, team.id, team.chairId, day('2026-11-20'));
    await store.teams.addMember(by, team.id, namesake, day('2026-11-23'));
    await store.teams.addMember(by, team.id, team.chairId, day('2026-11-23'));
    await live('2026-11-23', '2026-11-23', ['nieuw-in-team']);
    const receivers = platform.sent.map(({ to }) => to);
    expect(receivers).toContain(namesake);
    expect(receivers).not.toContain(team.chairId);
  });

  test('a handed over chair and goal are told to who has them now', async () => {
    school = await buildSchool(opened, {
      ...withNico({ until: day('2026-12-04') }, { goals: [{ title: 'Buiten leren', owner: 'Nico' }] }),
    });
    const { takenOver } = await import('../../src/handover/taken-over.ts');
    const now = new Date('2026-11-23T15:00:00Z');
    const marieke = school.person('Marieke');
    const reassignments = [
      {
        kind: 'doel' as const,
        id: school.goal('Buiten leren'),
        to: { kind: 'person' as const, personId: school.person('Sanne') },
      },
      { kind: 'vervanger' as const, teamId: school.team('Bovenbouw'), to: school.person('Sanne') },
    ];
    await opened.store.handover.reassign(
      { ...stamp(marieke), at: now },
      school.id,
      school.person('Nico'),
      reassignments,
      takenOver(school.id, reassignments, marieke, now, day('2026-11-23')),
    );
    await live('2026-11-24', '2026-11-24', ['overdracht', 'nieuw-in-team']);
    expect(sentTo('Sanne')).toHaveLength(1);
    expect(sentTo('Sanne')[0]!.text).toContain('Doel 1 Buiten leren is nu van jou.');
    expect(sentTo('Sanne')[0]!.text).toContain('Je vervangt nu de voorzitter van Bovenbouw');
  });
});

test('back at two schools: one overview of both, on the first day at either', async () => {
  const draft = (name: string, workingDays: ('ma' | 'di' | 'wo')[]): SchoolDraft => ({
    school: { school: name },
    staff: [{ name: 'Sanne', workingDays }],
    actions: [{ what: `werk op ${name}`, owner: 'Sanne', due: day('2026-12-10') }],
  });
  school = await buildSchool(opened, draft('De Regenbui', ['di', 'wo']));
  await buildSchool(opened, draft('De Zonnebloem', ['ma']));
  const sanne = school.person('Sanne');
  const absence = { from: day('2026-11-02'), until: day('2026-11-20') };
  await opened.store.people.reportAbsent(stamp(sanne, '2026-11-01T07:00:00Z'), sanne, absence);
  await live('2026-11-02', '2026-12-04', ['terug']);
  expect(daysOf('Sanne', 'Fijn dat je er weer bent')).toEqual(['2026-11-23']);
  expect(sentTo('Sanne')[0]!.text).toContain('werk op De Regenbui');
  expect(sentTo('Sanne')[0]!.text).toContain('werk op De Zonnebloem');
});
