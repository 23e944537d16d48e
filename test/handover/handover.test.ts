import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft, type StaffDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Nico, deputy of Bovenbouw, leaves on 4 December: ten school days before is 20 November. */
const LEAVING: SchoolDraft = {
  ...REGENBUI,
  staff: REGENBUI.staff.map(
    (one): StaffDraft =>
      one.name === 'Nico'
        ? { ...one, until: localDate('2026-12-04') }
        : one.name === 'Sanne'
          ? { ...one, lead: 'Nico' }
          : one,
  ),
  goals: [...REGENBUI.goals!, { title: 'Buiten leren', owner: 'Nico' }],
  actions: [
    { what: 'toetsanalyse', owner: 'Nico', due: localDate('2026-12-10'), team: 'Bovenbouw' },
    { what: 'schoolplein', owner: 'Nico', due: localDate('2026-12-17') },
  ],
};

async function open(
  ...schools: readonly SchoolDraft[]
): Promise<{ talk: Talk; school: BuiltSchool; schools: BuiltSchool[] }> {
  const { talk, schools: built } = await Talk.open(...(schools.length > 0 ? schools : [LEAVING]));
  return { talk, school: built[0]!, schools: built };
}

const fields = (talk: Talk) => talk.form().fields.map(({ name, label }) => `${name}: ${label}`);
const id = (school: BuiltSchool, name: string) => `id:${school.person(name)}`;

/** Who owns what of this school: actions, the goal of Nico, the deputy of Bovenbouw and the lead of Sanne. */
async function owners({ opened }: Talk, school: BuiltSchool) {
  const state = (await opened.store.outbox.schoolState(school.id))!;
  const nameOf = (person: number | null) => state.people.find((each) => each.id === person)?.name ?? null;
  const { owner } = state.goals.find(({ title }) => title === 'Buiten leren')!;
  return {
    actions: state.actions.map(({ what, ownerId }) => `${what}: ${nameOf(ownerId)}`),
    goal: owner?.kind === 'person' ? nameOf(owner.personId) : owner?.kind === 'team' ? 'leerteam' : null,
    chair: nameOf(state.teams[0]!.chairId),
    deputy: nameOf(state.teams[0]!.deputyId),
    lead: nameOf(state.people.find(({ name }) => name === 'Sanne')!.employment.leadId),
  };
}

const BEFORE = {
  actions: ['toetsanalyse: Nico', 'schoolplein: Nico'],
  goal: 'Nico',
  chair: 'Nadia',
  deputy: 'Nico',
  lead: 'Nico',
};

describe('a director shares everything out', () => {
  test('what is late already gets one new date, a week ahead, and nobody is late with it', async () => {
    const { talk, school } = await open();
    talk.now = new Date('2026-12-14T08:30:00Z');
    await talk.says('Marieke', '/overdracht Nico');
    // The vacation is a week later.
    expect(talk.form().fields.at(-1)).toMatchObject({ kind: 'date', name: 'datum', value: '2027-01-04' });
    await talk.fills('Marieke', { 'actie-1': id(school, 'Sanne'), 'actie-2': id(school, 'Joost') });
    const { actions } = (await talk.opened.store.outbox.schoolState(school.id))!;
    expect(actions.map(({ due, ownerSince }) => [due, ownerSince])).toEqual([
      ['2027-01-04', '2026-12-14'],
      ['2026-12-17', '2026-12-14'],
    ]);
  });

  test('one menu for each thing, and all of it stored at once', async () => {
    const { talk, school } = await open();
    await talk.says('Marieke', '/overdracht Nico');
    expect(talk.form().title).toBe('Wie neemt dit over?');
    expect(fields(talk)).toEqual([
      `vervanger-${school.team('Bovenbouw')}: Vervanger van de voorzitter van Bovenbouw`,
      'leidinggevende: Leidinggevende van Sanne',
      `doel-${school.goal('Buiten leren')}: Doel: Buiten leren`,
      'actie-1: Actie 1',
      'actie-2: Actie: schoolplein (voor 17 december)',
    ]);
    const answer = await talk.fills('Marieke', {
      [`vervanger-${school.team('Bovenbouw')}`]: id(school, 'Sanne'),
      leidinggevende: id(school, 'Marieke'),
      [`doel-${school.goal('Buiten leren')}`]: `leerteam:${school.team('Bovenbouw')}`,
      'actie-1': id(school, 'Sanne'),
      'actie-2': id(school, 'Joost'),
    });
    expect(answer).toContain('Opgeslagen. Alles van Nico heeft een nieuwe eigenaar.');
    expect(await owners(talk, school)).toEqual({
      actions: ['toetsanalyse: Sanne', 'schoolplein: Joost'],
      goal: 'leerteam',
      chair: 'Nadia',
      deputy: 'Sanne',
      lead: 'Marieke',
    });
    expect(await talk.says('Marieke', '/overdracht Nico')).toBe('Alles van Nico heeft al een nieuwe eigenaar.');
  });

  test('each change is in a history', async () => {
    const { talk, school } = await open();
    const { store } = talk.opened;
    await talk.says('Marieke', '/overdracht Nico');
    await talk.fills('Marieke', {
      [`vervanger-${school.team('Bovenbouw')}`]: id(school, 'Sanne'),
      [`doel-${school.goal('Buiten leren')}`]: id(school, 'Sanne'),
      'actie-1': id(school, 'Sanne'),
    });
    const [action] = await store.actions.lines({ ownerId: school.person('Sanne') });
    expect((await store.actions.events(action!.id))[0]).toMatchObject({
      what: 'overgedragen',
      byName: 'Marieke',
      fromName: 'Nico',
      toName: 'Sanne',
    });
    expect((await store.goals.events(school.goal('Buiten leren')))[0]).toMatchObject({
      what: 'eigenaar',
      from: 'Nico',
      to: 'Sanne',
      byName: 'Marieke',
    });
    expect(
      (await store.teams.events(school.team('Bovenbouw'))).filter(({ what }) => what === 'vervanger'),
    ).toMatchObject([{ from: 'Nico', to: 'Sanne', byName: 'Marieke' }]);
  });

  test('what is left empty can be shared out later', async () => {
    const { talk, school } = await open();
    await talk.says('Marieke', '/overdracht Nico');
    expect(await talk.fills('Marieke', { 'actie-1': id(school, 'Sanne') })).toContain(
      'Van Nico staan nog 4 dingen open.',
    );
    await talk.presses('Marieke', 'Verdelen');
    expect(talk.form().fields).toHaveLength(4);
  });

  test('the same form sent twice stores it once', async () => {
    const { talk, school } = await open();
    await talk.says('Marieke', '/overdracht Nico');
    const form = talk.form();
    await talk.fills('Marieke', { 'actie-1': id(school, 'Sanne') }, form);
    expect(await talk.fills('Marieke', { 'actie-1': id(school, 'Joost') }, form)).toContain('Dit had je al gedaan');
    expect((await owners(talk, school)).actions[0]).toBe('toetsanalyse: Sanne');
  });

  test('more than twenty: the rest comes after saving', async () => {
    const actions = Array.from({ length: 23 }, (_, index) => ({
      what: `actie ${index}`,
      owner: 'Nico',
      due: localDate('2026-12-10'),
    }));
    const { talk, school } = await open({ ...LEAVING, goals: [], actions });
    await talk.says('Marieke', '/overdracht Nico');
    expect(talk.form().fields).toHaveLength(20);
    const chosen = Object.fromEntries(talk.form().fields.map(({ name }) => [name, id(school, 'Sanne')]));
    await talk.fills('Marieke', chosen);
    await talk.presses('Marieke', 'Verdelen');
    expect(talk.form().fields).toHaveLength(5);
  });

  test('in a large school fewer at once: everybody is in each of the menus', async () => {
    const actions = Array.from({ length: 23 }, (_, index) => ({
      what: `actie ${index}`,
      owner: 'Nico',
      due: localDate('2026-12-10'),
    }));
    const colleagues = Array.from({ length: 125 }, (_, index): StaffDraft => ({ name: `Collega${index}` }));
    const { talk } = await open({ ...LEAVING, goals: [], actions, staff: [...LEAVING.staff, ...colleagues] });
    expect(await talk.says('Marieke', '/overdracht Nico')).toContain('Je ziet de eerste 4; na het opslaan');
    const menus = talk.form().fields.map((field) => ('options' in field ? field.options.length : 0));
    expect([menus.length, Math.min(...menus) >= 125, menus.reduce((all, one) => all + one) <= 560]).toEqual([
      4,
      true,
      true,
    ]);
  });
});

describe('who may', () => {
  test("a chair gives away what is the team's, and nothing else", async () => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/overdracht Nico');
    expect(fields(talk).map((field) => field.split(':')[0])).toEqual([
      `vervanger-${school.team('Bovenbouw')}`,
      'actie-1',
    ]);
    const form = talk.form();
    const refused = await talk.fills('Nadia', { 'actie-1': id(school, 'Sanne'), 'actie-2': id(school, 'Sanne') }, form);
    expect(refused).toContain('Er is niets opgeslagen.');
    expect(await owners(talk, school)).toEqual(BEFORE);
    await talk.says('Nadia', '/overdracht Nico');
    expect(await talk.fills('Nadia', { 'actie-1': id(school, 'Sanne') })).toContain('Opgeslagen.');
  });

  test.each([
    ['Sanne', '/overdracht Nico'],
    ['Joost', '/overdracht Nico'],
  ])('%s may not', async (name, line) => {
    const { talk, school } = await open();
    expect(await talk.says(name, line)).toContain('Vraag het aan je directeur');
    expect(await owners(talk, school)).toEqual(BEFORE);
  });

  test('a director of another school may not, whatever a button says', async () => {
    const other: SchoolDraft = { school: { school: 'De Zonnebloem' }, staff: [{ name: 'Wim', roles: ['directeur'] }] };
    const { talk, school } = await open(LEAVING, other);
    const answer = await talk.does('Wim', 'overdracht', {
      persoon: id(school, 'Nico'),
      school: String(school.id),
      verdeel: 'ja',
      'actie-1': id(school, 'Sanne'),
    });
    expect(answer).toContain('Dit is van een andere school');
    expect(await owners(talk, school)).toEqual(BEFORE);
  });

  test('work of somebody who stays is not given away', async () => {
    const { talk } = await open();
    expect(await talk.says('Marieke', '/overdracht Nadia')).toContain('Nadia gaat niet weg en is niet lang afwezig.');
  });

  test('work of somebody who is away without a known end is', async () => {
    const { talk } = await open();
    await talk.says('Nadia', '/afwezig vanaf vandaag');
    await talk.says('Marieke', '/overdracht Nadia');
    expect(fields(talk)).toEqual([expect.stringContaining('Voorzitter van Bovenbouw')]);
  });
});

describe('what does not fit changes nothing', () => {
  test.each([
    ['nobody chosen', {}, 'Je hebt nog niemand gekozen'],
    ['somebody unknown', { 'actie-1': 'id:99999' }, 'Kies een collega'],
    ['the leaver', { 'actie-1': 'Nico' }, 'Kies een collega'],
    ['a thing that is not there', { 'actie-99': 'Sanne' }, 'intussen iets veranderd'],
  ])('%s', async (_, values, sentence) => {
    const { talk, school } = await open();
    await talk.says('Marieke', '/overdracht Nico');
    expect(await talk.fills('Marieke', values as Record<string, string>)).toContain(sentence);
    expect(await owners(talk, school)).toEqual(BEFORE);
  });

  test('the chair cannot be the deputy too', async () => {
    const { talk, school } = await open();
    await talk.says('Marieke', '/overdracht Nico');
    const values = { [`vervanger-${school.team('Bovenbouw')}`]: id(school, 'Nadia'), 'actie-1': id(school, 'Sanne') };
    expect(await talk.fills('Marieke', values)).toContain('kan niet ook de vervanger zijn');
    expect(await owners(talk, school)).toEqual(BEFORE);
    await talk.presses('Marieke', 'Verder invullen');
    const chosen = talk.form().fields.filter(({ value }) => value?.startsWith('id:'));
    expect(Object.fromEntries(chosen.map(({ name, value }) => [name, value]))).toEqual(values);
  });

  test('somebody else was first with one of them: none is stored', async () => {
    const { talk, school } = await open();
    const { store } = talk.opened;
    const nico = school.person('Nico');
    const [done] = await store.actions.lines({ ownerId: nico });
    await store.actions.finish(stamp(nico, '2026-11-24T08:00:00Z'), done!.id);
    const [, other] = await store.actions.lines({ ownerId: nico, states: ['klaar', 'open'] });
    const { handover } = store;
    const both = [done!, other!].map(({ id: action }) => ({
      kind: 'actie' as const,
      id: action,
      to: school.person('Sanne'),
    }));
    const nothing = { tells: [], posts: [], changed: [] };
    await expect(handover.reassign(stamp(nico), school.id, nico, both.reverse(), nothing)).rejects.toThrow(
      'changed meanwhile',
    );
    expect((await owners(talk, school)).actions).toEqual(['schoolplein: Nico']);
  });
});

describe('a chair who leaves', () => {
  const CHAIR: SchoolDraft = {
    ...REGENBUI,
    staff: REGENBUI.staff.map((one) => (one.name === 'Nadia' ? { ...one, until: localDate('2026-11-20') } : one)),
  };

  test('the deputy who takes the chair is not the deputy any more', async () => {
    const { talk, school } = await open(CHAIR);
    await talk.says('Marieke', '/overdracht Nadia');
    await talk.fills('Marieke', { [`voorzitter-${school.team('Bovenbouw')}`]: id(school, 'Nico') });
    const team = await talk.opened.store.agenda.team(school.team('Bovenbouw'));
    expect(team).toMatchObject({ chairId: school.person('Nico'), deputyId: null });
  });

  test('without a name: everybody with work that needs a new owner', async () => {
    const { talk } = await open(CHAIR);
    expect(await talk.says('Marieke', '/overdracht')).toMatchInlineSnapshot(`
      "Werk dat een nieuwe eigenaar nodig heeft
      Nadia
        1 ding op De Regenbui
        [Verdelen]"
    `);
    await talk.presses('Marieke', 'Verdelen');
    expect(
      talk
        .form()
        .intro!.map(({ text }) => text)
        .join(''),
    ).toContain('Nadia');
    expect(await talk.says('Sanne', '/overdracht')).toContain('Vraag het aan je directeur');
  });
});

test('somebody who leaves only next summer is asked themselves', async () => {
  const staff = REGENBUI.staff.map((one) => (one.name === 'Nico' ? { ...one, until: localDate('2027-07-31') } : one));
  const { talk } = await open({ ...REGENBUI, staff });
  expect(await talk.says('Marieke', '/overdracht Nico')).toContain('Nico gaat niet weg');
  talk.now = new Date('2027-05-10T08:00:00Z');
  await talk.says('Marieke', '/overdracht Nico');
  expect(talk.form().title).toBe('Wie neemt dit over?');
});

test('the quality coach does not read in the summary who leads whom', async () => {
  const { talk } = await open();
  expect(await talk.says('Marieke', '/overzicht')).toContain('Leidinggevende van Sanne');
  const read = await talk.says('Joost', '/overzicht');
  expect(read).toContain('Buiten leren');
  expect(read).not.toMatch(/Leidinggevende|Sanne/);
});

test('who takes over a lead gets the talk that is planned, too', async () => {
  const { talk, school } = await open({
    ...LEAVING,
    school: { ...LEAVING.school, popConsent: localDate('2026-06-01') },
  });
  talk.opened.database.sqlite.exec(`update employment set pop = 1 where person_id = ${school.person('Sanne')}`);
  expect(await talk.says('Sanne', '/pop gesprek 25-11')).toContain('staat op');
  await talk.says('Marieke', '/overdracht Nico');
  await talk.fills('Marieke', { leidinggevende: id(school, 'Joost') });
  const told = talk.opened.database.sqlite
    .prepare("select receiver_id from outbox where key like 'pop-afspraak:leiding:%' order by 1")
    .pluck()
    .all();
  const receivers = [school.person('Sanne'), school.person('Nico'), school.person('Joost')];
  expect(told).toEqual(receivers.sort((a, b) => a - b));
});
