import { describe, expect, it } from 'vitest';
import { PERSON_COLUMNS } from '../../db/person-columns.ts';
import { en } from '../../prompts/en/index.ts';
import { nl } from '../../prompts/nl/index.ts';
import type { File, Notice } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { REGENBUI, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';
import { fillFor } from './filled.ts';

/** Not shown, as `table.column by column`: what only the program uses, and what is about something or somebody else. */
const NOT_SHOWN = [
  /\.(key|token|reference|version|reason) by (receiver_id|person_id|by_id)$/,
  /^outbox\.(answered_from|next_day) /,
  /^post\.(channel|print) /,
  // The goal and the leerteam themselves are in `/doel` and `/leerteam`.
  /^goal\.(theme|ambition|criterion|indicator|unit|instrument|phase) /,
  /^team\.(kind|time|first_date|rhythm|rhythm_since|method|phase|channel) /,
  /^agenda_item\.(kind|cause) /,
  // The question is of who asked it, the answer of who gave it.
  /^advice\.answer by by_id$/,
  /^advice\.(text|reasons) by answered_by_id$/,
  // Of whose lead somebody is, and of talks with them, no more than that.
  /^employment\..* by lead_id$/,
  /^pop_talk\.planned_time by (planned|held)_by_id$/,
];

function files(reply: Talk['last']): readonly File[] {
  return (reply as Notice).parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []));
}

describe('/mijngegevens', () => {
  it('gives one file to read and one for a program', async () => {
    const { talk } = await Talk.open();
    expect(await talk.says('Sanne', '/mijngegevens')).toContain('Alleen jij krijgt ze.');
    expect(talk.last).toMatchObject({ visibility: 'caller' });
    const [text, json] = files(talk.last);
    expect(text).toMatchObject({ name: 'mijn-gegevens-2026-11-24.txt', type: 'text/plain' });
    expect(json).toMatchObject({ name: 'mijn-gegevens-2026-11-24.json', type: 'application/json' });
    expect(text!.content).toMatchInlineSnapshot(`
      "Wat Leerteambot bewaart over Sanne
      Gemaakt op 24 november 2026, 09:30. Datums en tijden zijn die in Nederland.

      Wie je bent en wat je hebt ingesteld
      ------------------------------------
      - Naam: Sanne
        E-mail: sanne@example.org
        Taal: Nederlands
        Tijd van het bericht: 08:00
        Welkom gezegd op: 3 augustus 2026

      Waar je werkt
      -------------
      - School: De Regenbui
        Rollen: leerkracht
        Werkdagen: ma, di en wo (even weken)
        Leidinggevende: Marieke
        POP: nee

      Leerteams waar je in zit of zat
      -------------------------------
      - School: De Regenbui
        Leerteam: Bovenbouw

      Wat anderen over jou hebben vastgelegd
      --------------------------------------
      - 3 augustus 2026, 10:00 · import

      Dit is alles wat op jouw naam staat. De inhoud van je POP, een reden van afwezigheid en coaching bewaart Leerteambot niet.
      "
    `);
    expect(JSON.parse(json!.content)).toMatchObject({
      product: 'Leerteambot',
      madeAt: '2026-11-24T09:30:00+01:00',
      sections: {
        person: [{ name: 'Sanne', email: 'sanne@example.org', language: 'nl', welcomedOn: '2026-08-03' }],
        work: [{ school: 'De Regenbui', roles: ['leerkracht'], workingDays: ['ma', 'di', 'wo-even'], pop: false }],
        teams: [{ school: 'De Regenbui', team: 'Bovenbouw' }],
      },
    });
  });

  it('names what messages and acts were about, a line for each', async () => {
    const { talk, schools } = await Talk.open();
    const [school] = schools;
    const { database } = talk.opened;
    const [sanne, goal, team] = [
      school!.person('Sanne'),
      school!.goal('Elke week rijke teksten'),
      school!.team('Bovenbouw'),
    ];
    const { number } = (await talk.opened.store.goals.line(goal))!;
    const tell = database.sqlite.prepare(
      `insert into outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day, told, state, sent_day)
       values (?, ?, ?, ?, ?, 0, '2026-09-01', '2026-09-03', '2026-09-01', '2026-09-01', 1, ?, ?)`,
    );
    const message = (kind: string, subject: string, state: string, sentOn: string | null) =>
      tell.run(`${kind}:${subject}`, kind, sanne, school!.id, subject, state, sentOn);
    message('agenda-klaarzetten', `meeting:${team}:2026-09-03`, 'sent', '2026-09-01');
    message('doel-checkin', `goal:${goal}`, 'lapsed', null);
    message('overdracht', `person:${school!.person('Nico')}`, 'planned', null);
    await talk.opened.store.people.reportAbsent(
      { ...stamp(sanne, '2026-11-01T08:00:00Z'), act: 'afwezig' },
      sanne,
      { from: localDate('2026-12-01'), until: null },
      NOTHING_TO_TELL,
    );
    await talk.says('Sanne', '/mijngegevens');
    const [text, json] = files(talk.last).map(({ content }) => content);
    const days = 'Vanaf: 1 september 2026 · Tot en met: 3 september 2026 · De Regenbui';
    expect(text).toContain(
      [
        `- agenda om klaar te zetten · bijeenkomst van Bovenbouw op 3 september 2026 · verstuurd · 1 september 2026 · ${days}`,
        `- vraag om een update van een doel · doel ${number}: Elke week rijke teksten · niet meer nodig · ${days}`,
        `- werk dat een ander nodig heeft · een collega · gepland · ${days}`,
      ].join('\n'),
    );
    expect(text).toContain('- 1 november 2026, 09:00 · afwezigheid · jij\n');
    expect(JSON.parse(json!).sections.messages[1]).toMatchObject({ subject: `goal:${goal}`, number });
  });

  it('says how a talk stands that was called off', async () => {
    const { talk, schools } = await Talk.open();
    const sanne = schools[0]!.person('Sanne');
    const key = { personId: sanne, schoolId: schools[0]!.id, year: '2026-2027' as never };
    const { pop } = talk.opened.store;
    const moment = { day: localDate('2026-11-17'), time: null };
    await pop.planTalk(stamp(sanne, '2026-11-01T08:00:00Z'), key, 'gesprek', 0, moment, () => NOTHING_TO_TELL);
    await pop.planTalk(stamp(sanne, '2026-11-02T08:00:00Z'), key, 'gesprek', 1, null, () => NOTHING_TO_TELL);
    await talk.says('Sanne', '/mijngegevens');
    expect(files(talk.last)[0]!.content).toContain('  Gesprek: POP-gesprek\n  Stand: niet gepland, of afgezegd\n');
  });

  it('leaves nothing out that is stored because of this person', async () => {
    const { talk, schools } = await Talk.open();
    const sanne = schools[0]!.person('Sanne');
    const rows = fillFor(talk.opened.database, sanne, schools[0]!.person('Nico'));
    await talk.says('Sanne', '/mijngegevens');
    const json = files(talk.last)[1]!.content;
    const missing = rows.flatMap(({ table, column, values }) =>
      Object.entries(values).flatMap(([name, value]) => {
        const key = `${table}.${name}`;
        const isWords = typeof value === 'string' && /^(words|key)-/.test(value);
        const isShown =
          !isWords || json.includes(value) || NOT_SHOWN.some((pattern) => pattern.test(`${key} by ${column}`));
        return isShown ? [] : [`${key} by ${column}`];
      }),
    );
    expect(missing).toEqual([]);
    const { sections } = JSON.parse(json) as { sections: Readonly<Record<string, readonly unknown[]>> };
    for (const { section } of PERSON_COLUMNS)
      expect([section, sections[section]?.length ?? 0]).not.toEqual([section, 0]);
  });

  it('says of every value what it is, in both languages', async () => {
    const { talk, schools } = await Talk.open();
    const sanne = schools[0]!.person('Sanne');
    fillFor(talk.opened.database, sanne, schools[0]!.person('Nico'));
    const sections = await talk.opened.store.privacy.records(sanne);
    const labels = sections.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row)));
    for (const prompts of [nl, en] as const) {
      const keys = Object.keys(prompts);
      expect(labels.filter((label) => !keys.includes(`mydata.label.${label}`))).toEqual([]);
      const unused = keys.filter((key) => key.startsWith('mydata.label.') && !labels.includes(key.slice(13)));
      expect(unused).toEqual([]);
    }
  });

  it('says nothing that is only about somebody else', async () => {
    const staff = [
      ...REGENBUI.staff.filter(({ name }) => name !== 'Sanne'),
      { name: 'Sanne', pop: true, lead: 'Joost' },
    ];
    const { talk, schools } = await Talk.open({ ...REGENBUI, staff });
    const [school] = schools;
    const { database, store } = talk.opened;
    const key = { personId: school!.person('Sanne'), schoolId: school!.id, year: '2026-2027' as never };
    const by = stamp(school!.person('Joost'), '2026-11-01T08:00:00Z');
    await store.pop.planTalk(by, key, 'gesprek', 0, { day: localDate('2026-11-17'), time: null }, () => ({
      tells: [],
      posts: [],
      changed: [],
    }));
    await store.pop.setLink(by, key, 'https://docs.example/pop-van-sanne');
    await talk.says('Joost', '/mijngegevens');
    const [text, json] = files(talk.last).map(({ content }) => content);
    expect(JSON.parse(json!).sections['talks-planned']).toEqual([
      { school: 'De Regenbui', year: '2026-2027', talk: 'gesprek', plannedDay: '2026-11-17', heldOn: null },
    ]);
    for (const content of [text!, json!]) expect(content).not.toContain('docs.example');
    // Whose lead somebody is, is about both.
    expect(JSON.parse(json!).sections.leads).toEqual([{ school: 'De Regenbui', name: 'Sanne' }]);
    expect(database.sqlite.prepare('select count(*) from pop_talk').pluck().get()).toBe(1);
  });

  it('tells which messages went to others about my talks, not to whom', async () => {
    const { talk, schools } = await Talk.open();
    const [school] = schools;
    const [sanne, joost] = [school!.person('Sanne'), school!.person('Joost')];
    const key = { personId: sanne, schoolId: school!.id, year: '2026-2027' as never };
    const moment = { day: localDate('2026-11-17'), time: null };
    await talk.opened.store.pop.planTalk(stamp(sanne, '2026-11-01T08:00:00Z'), key, 'gesprek', 0, moment, (id) => ({
      ...NOTHING_TO_TELL,
      tells: [
        {
          key: 'pop-afspraak:1',
          kind: 'pop-afspraak',
          receiver: joost,
          schoolId: school!.id,
          subject: `talk:${id}`,
          from: localDate('2026-11-02'),
          until: localDate('2026-11-17'),
        },
      ],
    }));
    await talk.says('Sanne', '/mijngegevens');
    expect(JSON.parse(files(talk.last)[1]!.content).sections['about-me']).toEqual([
      { school: 'De Regenbui', kind: 'pop-afspraak', state: 'planned', from: '2026-11-02', day: null },
    ]);
  });

  it('tells when an import changed how I work, once for all columns of it', async () => {
    const { talk, schools } = await Talk.open();
    const sanne = schools[0]!.person('Sanne');
    const mark = talk.opened.database.sqlite.prepare(
      `insert into audit (at, act, subject)
       select ?, 'importeer', 'employment:' || id || ':' || ? from employment where person_id = ?`,
    );
    const at = Date.parse('2026-11-20T08:00:00Z');
    for (const column of ['rol', 'werkdagen']) mark.run(at, column, sanne);
    mark.run(at + 1, 'rol', schools[0]!.person('Nico'));
    await talk.says('Sanne', '/mijngegevens');
    expect(JSON.parse(files(talk.last)[1]!.content).sections['acts-on-me'].slice(1)).toEqual([
      { at: '2026-11-20T09:00:00+01:00', act: 'importeer' },
    ]);
  });

  it('does not hold itself, however often it is asked for in the trial school', async () => {
    const { talk, schools } = await Talk.open();
    const sanne = schools[0]!.person('Sanne');
    const chat = talk.opened.database.sqlite.prepare(
      'insert into trial_message (person_id, at, author, content, nudge) values (?, 0, ?, ?, 0)',
    );
    chat.run(sanne, 'person', 'hallo daar');
    chat.run(sanne, 'bot', 'alles van vorige keer');
    await talk.says('Sanne', '/mijngegevens');
    const [text, json] = files(talk.last).map(({ content }) => content);
    expect(text).toContain('hallo daar');
    expect(`${text}${json}`).not.toContain('vorige keer');
  });

  it('keeps lines that people typed inside their value', async () => {
    const { talk, schools } = await Talk.open();
    const chat = talk.opened.database.sqlite.prepare(
      'insert into trial_message (person_id, at, author, content, nudge) values (?, 0, ?, ?, 0)',
    );
    chat.run(schools[0]!.person('Sanne'), 'person', 'een\n- E-mail: nep@example.org');
    await talk.says('Sanne', '/mijngegevens');
    expect(files(talk.last)[0]!.content).toContain('  Tekst: een\n    - E-mail: nep@example.org\n');
  });

  it('is in English for who reads English', async () => {
    const { talk } = await Talk.open({ ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Kim', language: 'en' }] });
    expect(await talk.says('Kim', '/mijngegevens')).toContain('Only you get them.');
    expect(files(talk.last)[0]).toMatchObject({ name: 'my-data-2026-11-24.txt' });
    expect(files(talk.last)[0]!.content).toContain('Where you work');
  });
});
