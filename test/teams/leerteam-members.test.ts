/** `/leerteam lid erbij` and `lid eraf`, and the channel: who is in the team from when until when. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { plain } from '../../src/bot/plain.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff,
    { name: 'Kees' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [...REGENBUI.teams!, { team: 'Onderbouw', chair: 'Kees', members: ['Kees'] }],
};
const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [{ name: 'Piet', roles: ['directeur'] }],
  teams: [{ team: 'Groen', chair: 'Piet' }],
};

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, ZONNEBLOEM);
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const TEAM = { leerteam: 'id:1' };
const namesOn = async (day: string) =>
  (await talk.opened.store.people.teamPeople(school.team('Bovenbouw'), localDate(day))).map(({ name }) => name);
const stored = () =>
  JSON.stringify(
    ['membership', 'team', 'team_event'].map((table) =>
      talk.opened.database.sqlite.prepare(`select * from ${table}`).all(),
    ),
  );

describe('one more member', () => {
  test('typed, from today', async () => {
    expect(await talk.says('Nadia', '/leerteam lid erbij @Kees')).toBe(
      'Kees is lid van Bovenbouw, vanaf vandaag.\n[Lid erbij] [Bekijk leerteam]',
    );
    expect(await namesOn('2026-11-23')).not.toContain('Kees');
    expect(await namesOn('2026-11-24')).toContain('Kees');
  });

  test('by the form, from a later day; who is in it already is not offered', async () => {
    await talk.says('Nadia', '/leerteam lid erbij');
    const who = talk.form().fields[0]!;
    expect(who.kind === 'choice' && who.options.map(({ label }) => label)).toEqual([
      'Ad',
      'Bea',
      'Joost',
      'Kees',
      'Marieke',
    ]);
    expect(await talk.fills('Nadia', { wie: `id:${school.person('Kees')}`, van: '2026-12-01' })).toMatch(
      /^Kees is lid van Bovenbouw, vanaf dinsdag 1 december\./,
    );
    expect(await namesOn('2026-11-30')).not.toContain('Kees');
    expect(await namesOn('2026-12-01')).toContain('Kees');
  });

  test('who leaves soon stays after all', async () => {
    await talk.does('Nadia', 'leerteam.lid-eraf', { ...TEAM, wie: 'Sanne', tot: '2026-12-01' });
    await talk.says('Nadia', '/leerteam lid erbij Sanne');
    expect(await namesOn('2027-01-20')).toContain('Sanne');
  });

  test.each([
    ['Sanne', {}, 'Sanne zit al in Bovenbouw.'],
    ['Nico', {}, 'Nico zit al in Bovenbouw.'],
    ['Piet', {}, 'Ik vind geen collega "Piet" op deze school. Kijk of de naam klopt.'],
    ['Kees', { van: '2026-11-23' }, 'Die dag is al voorbij. Kies vandaag of een latere dag.'],
    ['Kees', { van: 'ooit' }, 'Ik begrijp de datum ooit niet.'],
  ])('%s %j changes nothing', async (wie, more, answer) => {
    const before = stored();
    expect(await talk.does('Nadia', 'leerteam.lid-erbij', { ...TEAM, wie, ...more })).toContain(answer);
    expect(stored()).toBe(before);
  });
});

describe('one member less', () => {
  test('typed gives the form; today is the last day, and the time before stays', async () => {
    await talk.says('Nadia', '/leerteam lid eraf Sanne');
    expect(await talk.fills('Nadia', {})).toBe('De laatste dag van Sanne in Bovenbouw is vandaag.\n[Bekijk leerteam]');
    expect(await namesOn('2026-09-01')).toContain('Sanne');
    expect(await namesOn('2026-11-24')).toContain('Sanne');
    expect(await namesOn('2026-11-25')).not.toContain('Sanne');
    expect(
      (await talk.opened.store.teams.events(school.team('Bovenbouw'))).map(({ what, from, to }) => [what, from, to]),
    ).toEqual([['lid eraf', 'Sanne', '2026-11-24']]);
  });

  test('and back again later: two times in the list', async () => {
    await talk.does('Nadia', 'leerteam.lid-eraf', { ...TEAM, wie: 'Sanne', tot: '2026-11-24' });
    talk.now = new Date('2027-01-12T09:00:00Z');
    await talk.says('Nadia', '/leerteam lid erbij Sanne');
    expect(await namesOn('2026-12-15')).not.toContain('Sanne');
    expect(await namesOn('2027-01-12')).toContain('Sanne');
    expect(await namesOn('2026-10-01')).toContain('Sanne');
  });

  test('who was still to come does not come', async () => {
    await talk.does('Nadia', 'leerteam.lid-erbij', { ...TEAM, wie: 'Kees', van: '2026-12-01' });
    await talk.does('Nadia', 'leerteam.lid-eraf', { ...TEAM, wie: 'Kees', tot: '2026-11-24' });
    expect(await namesOn('2026-12-01')).not.toContain('Kees');
  });

  test.each([
    [{ wie: 'Nadia', tot: '2026-11-24' }, 'Nadia is voorzitter. Kies eerst een andere voorzitter.\n[Wijzigen]'],
    [{ wie: 'Nico', tot: '2026-11-24' }, 'Nico is vervanger. Kies eerst een andere vervanger, of geen.\n[Wijzigen]'],
    [{ wie: 'Kees', tot: '2026-11-24' }, 'Ik vind "Kees" niet bij de leden van Bovenbouw.'],
    [{ wie: 'Sanne', tot: '2026-11-20' }, 'Die dag is al voorbij.'],
    [{ wie: 'Sanne', tot: 'x' }, 'Ik begrijp de datum x niet.'],
  ])('%j changes nothing', async (args, answer) => {
    const before = stored();
    expect(await talk.does('Nadia', 'leerteam.lid-eraf', { ...TEAM, ...args })).toContain(answer);
    expect(stored()).toBe(before);
  });
});

describe('who may', () => {
  const MAY = ['Marieke', 'Nadia', 'Nico', 'Ad'];
  const ACTS: readonly [string, Readonly<Record<string, string>>][] = [
    ['leerteam.lid-erbij', { ...TEAM, wie: 'Kees' }],
    ['leerteam.lid-eraf', { ...TEAM, wie: 'Sanne', tot: '2026-11-24' }],
    ['leerteam.koppel', { ...TEAM, los: 'ja' }],
    [
      'leerteam.wijzig',
      { ...TEAM, versie: '1', naam: 'Anders', voorzitter: 'Nadia', dag: 'ma', tijd: '15:00', duur: '60' },
    ],
  ];
  test.each(
    ACTS.flatMap(([intent, args]) =>
      ['Marieke', 'Nadia', 'Nico', 'Ad', 'Joost', 'Sanne', 'Kees', 'Bea', 'Piet'].map((name) => ({
        intent,
        args,
        name,
      })),
    ),
  )('$intent by $name', async ({ intent, args, name }) => {
    talk.opened.database.sqlite.prepare("update team set channel = '#boven' where id = 1").run();
    const before = stored();
    const answer = await talk.does(name, intent, args);
    if (MAY.includes(name)) expect(stored()).not.toBe(before);
    else {
      expect(answer).toMatch(/^(Dat kan ik niet voor je doen|Dit is alleen voor het leerteam zelf)/);
      expect(stored()).toBe(before);
    }
  });

  test('buttons show for them only', async () => {
    for (const name of MAY) expect(await talk.does(name, 'leerteam', TEAM)).toContain('[Wijzigen]');
    for (const name of ['Joost', 'Sanne']) expect(await talk.does(name, 'leerteam', TEAM)).not.toContain('[Wijzigen]');
    expect(await talk.does('Marieke', 'leerteam', TEAM)).toContain('[Leerteam stoppen]');
    expect(await talk.does('Nadia', 'leerteam', TEAM)).not.toContain('[Leerteam stoppen]');
  });

  test('a director of several teams is asked which, and goes on from there', async () => {
    expect(await talk.says('Marieke', '/leerteam lid erbij Joost')).toBe(
      'Welk leerteam bedoel je?\n[Bovenbouw] [Onderbouw]',
    );
    expect(await talk.presses('Marieke', 'Onderbouw')).toMatch(/^Joost is lid van Onderbouw/);
  });
});

describe('the channel', () => {
  async function typedIn(channel: string, name: string, text: string, called?: string) {
    const sender = { kind: 'machine', email: `${name.toLowerCase()}@example.org` } as const;
    const place = { kind: 'channel', channel, ...(called === undefined ? {} : { name: called }) } as const;
    return plain(await talk.bot.handle({ sender, said: { kind: 'text', text }, once: null, place }, talk.now));
  }
  const channel = async () => (await talk.opened.store.agenda.team(school.team('Bovenbouw')))!.channel;

  test('is tied where it is typed, and untied again', async () => {
    expect(await typedIn('C1', 'Nadia', '/leerteam koppel')).toBe(
      'Bovenbouw hoort nu bij het kanaal of de chat waar je dit vroeg. De agenda en het verslag komen daar. Iedereen die daarin zit, leest mee. ' +
        'Zit ik daar zelf nog niet in? Voeg me dan toe, anders kan ik er niets plaatsen.\n' +
        '[Kanaal loskoppelen]',
    );
    expect(await channel()).toBe('C1');
    expect(await typedIn('C1', 'Nadia', '/leerteam koppel')).toContain(
      'hoort al bij het kanaal of de chat waar je dit vroeg.',
    );
    expect(await typedIn('C1', 'Nadia', '/leerteam')).toContain('Kanaal: dit kanaal');
    expect(await talk.says('Sanne', '/leerteam')).toContain('Kanaal: gekoppeld');
    expect(await talk.says('Nadia', '/leerteam koppel los')).toMatch(/^Bovenbouw hoort niet meer bij een kanaal\./);
    expect(await channel()).toBe('');
    expect(await talk.says('Nadia', '/leerteam koppel los')).toBe('Bovenbouw hoort nog niet bij een kanaal.');
  });

  test('of Teams is told by its name, as the answer stands elsewhere; the bot is in it, as it heard this', async () => {
    expect(await typedIn('19:x@thread.v2', 'Nadia', '/leerteam koppel', 'Rekengroep')).toBe(
      'Bovenbouw hoort nu bij "Rekengroep". De agenda en het verslag komen daar. Iedereen die daarin zit, leest mee.\n' +
        '[Kanaal loskoppelen]',
    );
    expect(await typedIn('19:x@thread.v2', 'Nadia', '/leerteam koppel', 'Rekengroep')).toContain(
      'Bovenbouw hoort al bij "Rekengroep".',
    );
  });

  test('is another one: says so, and what was shared and is still ahead comes there too, once', async () => {
    const platform = new FakePlatform();
    const { tickPosts } = strictTick({ store: talk.opened.store, platform, nudges: [shareAgenda] });
    const got = () => platform.channelSent.map(({ channel, text }) => `${channel} ${text.split('\n')[0]}`);
    const agenda = 'Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00';
    await typedIn('C1', 'Nadia', '/leerteam koppel');
    await talk.says('Nadia', '/agenda delen');
    await tickPosts(talk.now);
    expect(await typedIn('C2', 'Nadia', '/leerteam koppel')).toMatch(
      /^Bovenbouw hoort niet meer bij het vorige kanaal\. Toch terug\? Typ daar \/leerteam koppel\. Bovenbouw hoort nu bij het kanaal of de chat waar je dit vroeg\.[\s\S]*De agenda van donderdag 26 november was al gedeeld\. Ik zet hem daar ook neer\./,
    );
    await tickPosts(talk.now);
    expect(got()).toEqual([`C1 ${agenda}`, `C2 ${agenda}`]);
    expect(await typedIn('C2', 'Nadia', '/agenda delen')).toMatch(/^Deze agenda is al gedeeld/);
    await talk.says('Sanne', '/agenda punt Toetsdata');
    await typedIn('C1', 'Nadia', '/leerteam koppel');
    await tickPosts(talk.now);
    expect(got()).toHaveLength(2);
    expect(platform.edits.at(-1)).toMatchObject({ reference: 'message 1', text: expect.stringContaining('Toetsdata') });
  });

  test('in a personal chat it says how', async () => {
    expect(await talk.says('Nadia', '/leerteam koppel')).toBe(
      'Typ /leerteam koppel in het kanaal van Bovenbouw. Daarna komen de agenda en het verslag daar.',
    );
    expect(await channel()).toBe('');
  });

  test('is of one team', async () => {
    await typedIn('C1', 'Kees', '/leerteam koppel');
    expect(await typedIn('C1', 'Nadia', '/leerteam koppel')).toBe(
      'Onderbouw hoort al bij het kanaal of de chat waar je dit vroeg. Daar kan geen tweede leerteam bij.',
    );
    await typedIn('C2', 'Piet', '/leerteam koppel');
    expect(await typedIn('C2', 'Nadia', '/leerteam koppel')).toContain('een leerteam van een andere school');
    expect(await channel()).toBe('');
  });

  test.each(['#boven', 'Boven', ' boven'])(
    'that an import called %j is meant in the channel of that name',
    async (name) => {
      talk.opened.database.sqlite.prepare("update team set channel = ? where name = 'Onderbouw'").run(name.trim());
      expect(await typedIn('19:boven', 'Kees', '/leerteam', 'boven')).toContain('Kanaal: dit kanaal');
      expect(await talk.says('Kees', '/leerteam')).toContain(`Kanaal: ${name.trim()}`);
      expect(await typedIn('19:boven', 'Nadia', '/leerteam koppel', 'BOVEN')).toBe(
        'Onderbouw hoort al bij "BOVEN". Daar kan geen tweede leerteam bij.',
      );
      expect(await typedIn('19:other', 'Kees', '/leerteam koppel', 'onder')).toContain(
        `hoort niet meer bij ${name.trim()}.`,
      );
    },
  );

  test('of a team that has ended is free', async () => {
    await typedIn('C1', 'Kees', '/leerteam koppel');
    await talk.opened.store.teams.end(
      { by: null, at: talk.now, act: 'test', once: null },
      school.team('Onderbouw'),
      localDate('2026-11-23'),
    );
    expect(await typedIn('C1', 'Nadia', '/leerteam koppel')).toMatch(/^Bovenbouw hoort nu bij /);
  });
});

test('the history tells every change, the newest first, to who may change the team', async () => {
  expect(await talk.does('Nadia', 'leerteam.geschiedenis', TEAM)).toBe('Aan Bovenbouw is nog niets veranderd.');
  await talk.says('Nadia', '/leerteam lid erbij Kees');
  await talk.says('Nadia', '/leerteam wijzig');
  await talk.fills('Nadia', { dag: 'di' });
  expect(await talk.does('Marieke', 'leerteam.geschiedenis', TEAM)).toBe(
    [
      'Geschiedenis van Bovenbouw',
      '24 november · dag: donderdag → dinsdag · Nadia',
      '24 november · lid erbij: 24 november → Kees · Nadia',
    ].join('\n'),
  );
  expect(await talk.does('Sanne', 'leerteam.geschiedenis', TEAM)).toMatch(/^Dat kan ik niet voor je doen/);
});
