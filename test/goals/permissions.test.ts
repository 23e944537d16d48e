/** The rows about goals of the permission table (PRODUCT 2), through the commands: typed, pressed and filled in alike. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoalId } from '../../src/goals/goal.ts';
import type { SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const REGENBUI: SchoolDraft = {
  school: { school: 'De Regenbui', region: 'midden' },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'] },
    { name: 'Nadia' },
    { name: 'Nico' },
    { name: 'Sanne' },
    { name: 'Kees' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [
    { team: 'Bovenbouw', chair: 'Nadia', deputy: 'Nico', members: ['Nadia', 'Nico', 'Sanne'] },
    { team: 'Onderbouw', chair: 'Kees', members: ['Kees'] },
  ],
  goals: [
    { title: 'Van het team', team: 'Bovenbouw' },
    { title: 'Van Sanne', owner: 'Sanne' },
    { title: 'Van niemand' },
    { title: 'Een concept', team: 'Bovenbouw', status: 'concept' },
  ],
};
const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [{ name: 'Piet', roles: ['directeur', 'ib'] }],
  teams: [{ team: 'Taal', chair: 'Piet' }],
};
const PEOPLE = ['Marieke', 'Joost', 'Nadia', 'Nico', 'Sanne', 'Kees', 'Bea', 'Ad', 'Piet'];

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open(REGENBUI, ZONNEBLOEM));
});
afterEach(() => talk.opened.close());

/** All that is stored of the goals, to see whether something changed. */
async function stored() {
  const { goals } = talk.opened.store;
  const lines = await goals.lines({});
  return JSON.stringify(
    await Promise.all(lines.map(async (line) => [line, await goals.events(line.id), await goals.checkIns(line.id)])),
  );
}

const REFUSAL =
  /^(Dat kan ik niet voor je doen|Dit is van een andere school|Dit doel is er niet meer|Doelen zijn voor de collega's)/;

describe('who may change what', () => {
  const LEADS = ['Marieke', 'Joost', 'Nadia', 'Nico'];
  const SCHOOL = ['Marieke', 'Joost'];
  test.each([
    ['an update of a goal of the team', 'doel.update', { doel: 'id:1', status: 'op koers' }, LEADS],
    [
      "an update of a person's goal",
      'doel.update',
      { doel: 'id:2', status: 'op koers' },
      ['Marieke', 'Joost', 'Sanne'],
    ],
    ['an update of a goal of nobody', 'doel.update', { doel: 'id:3', status: 'op koers' }, SCHOOL],
    ['the phase', 'doel.fase', { doel: 'id:1', fase: 'op pad' }, LEADS],
    ["the phase of a person's goal", 'doel.fase', { doel: 'id:2', fase: 'op pad' }, SCHOOL],
    ['pausing', 'doel.pauze', { doel: 'id:1', reden: 'x' }, LEADS],
    ['achieving', 'doel.behaald', { doel: 'id:1' }, LEADS],
    ['stopping', 'doel.stop', { doel: 'id:1', reden: 'x' }, LEADS],
    ['stopping a draft that somebody else made', 'doel.stop', { doel: 'id:4', reden: 'x' }, LEADS],
    ['agreeing', 'doel.akkoord', { doel: 'id:4' }, LEADS],
    ['changing', 'doel.wijzig', { doel: 'id:1', versie: '1', titel: 'Anders', eigenaar: 'team:1' }, LEADS],
    [
      'changing a draft that somebody else made',
      'doel.wijzig',
      { doel: 'id:4', versie: '1', titel: 'Anders', eigenaar: 'team:1' },
      LEADS,
    ],
    [
      "changing a person's goal",
      'doel.wijzig',
      { doel: 'id:2', versie: '1', titel: 'Anders', eigenaar: 'persoon:5:1' },
      SCHOOL,
    ],
  ] as const)('%s', async (_what, intent, args, allowed) => {
    for (const name of PEOPLE.filter((each) => !(allowed as readonly string[]).includes(each))) {
      const before = await stored();
      expect([name, await talk.does(name, intent, args)]).toEqual([name, expect.stringMatching(REFUSAL)]);
      expect(await stored()).toBe(before);
    }
    for (const name of allowed) {
      talk.opened.close();
      ({ talk } = await Talk.open(REGENBUI, ZONNEBLOEM));
      const before = await stored();
      expect([name, await talk.does(name, intent, args)]).toEqual([name, expect.not.stringMatching(REFUSAL)]);
      expect(await stored()).not.toBe(before);
    }
  });

  test.each([...LEADS, 'Sanne', 'Kees'])('%s may make a goal or a draft of the team', async (name) => {
    const answer = await talk.does(name, 'doel.nieuw', { titel: 'Nieuw', eigenaar: 'team:1' });
    if (name === 'Kees') expect(answer).toMatch(/^Kies van wie het doel is/);
    else
      expect((await talk.opened.store.goals.line(5 as GoalId))!.status).toBe(
        LEADS.includes(name) ? 'nog geen meting' : 'concept',
      );
  });

  test.each(['Bea', 'Ad', 'Piet'])('%s may not make one here', async (name) => {
    const before = await stored();
    await talk.does(name, 'doel.nieuw', { titel: 'Nieuw', eigenaar: 'team:1' });
    expect(await stored()).toBe(before);
  });

  test('what was allowed when the button was made is checked when it is pressed', async () => {
    await talk.says('Nadia', '/doel');
    const button = talk.button('Update doel 1');
    await talk.opened.database.change((orm) =>
      orm.run("update team set chair_id = (select id from person where name = 'Kees')"),
    );
    expect(await talk.does('Nadia', button.intent.name, { ...button.intent.args, status: 'op koers' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Kees.',
    );
  });
});

describe('who sees what', () => {
  test.each([
    ['Marieke', 'all'],
    ['Joost', 'all'],
    ['Nadia', 'all'],
    ['Sanne', 'all'],
    ['Kees', 'all'],
    ['Bea', 'title'],
    ['Ad', 'nothing'],
    ['Piet', 'nothing'],
  ])('%s sees %s of a goal', async (name, seen) => {
    await talk.says('Nadia', '/doel update 1 achter "Geheim."');
    const page = await talk.does(name, 'doel.status', { doel: 'id:1' });
    expect([page.includes('Geheim.'), page.includes('loopt achter')]).toEqual([seen === 'all', seen !== 'nothing']);
    expect(page.includes('Bovenbouw')).toBe(seen === 'all');
  });

  test('the board sees no draft', async () => {
    expect(await talk.does('Bea', 'doel.status', { doel: 'id:4' })).not.toContain('Een concept');
    expect(await talk.says('Bea', '/doel status concept')).toBe('Ik vind geen doel met "concept".\n[Mijn doelen]');
  });

  test('whoever is told to ask the board names a director, not a chair', async () => {
    expect(await talk.does('Bea', 'doel.update', { doel: 'id:1', status: 'op koers' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Marieke.',
    );
  });

  test('help lists what one can use', () => {
    const { commands } = talk.bot.registry;
    const listed = async (name: string) => {
      const actor = await talk.opened.store.people.actorByEmail(
        `${name.toLowerCase()}@example.org`,
        '2026-11-24' as never,
      );
      return commands
        .filter(({ help, listedFor }) => help && (listedFor?.(actor!) ?? true))
        .map(({ intent }) => intent)
        .filter((intent) => intent.startsWith('doel.') || intent === 'leerteam');
    };
    return Promise.all([
      expect(listed('Sanne')).resolves.toEqual(['doel.status', 'doel.update', 'doel.nieuw', 'leerteam']),
      expect(listed('Bea')).resolves.toEqual(['doel.status', 'leerteam']),
      expect(listed('Ad')).resolves.toEqual(['leerteam']),
      expect(listed('Nico')).resolves.toEqual(expect.arrayContaining(['doel.akkoord', 'doel.wijzig', 'doel.stop'])),
    ]);
  });
});
