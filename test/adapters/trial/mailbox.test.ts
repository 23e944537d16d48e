import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TrialMailbox } from '../../../adapters/trial/options.ts';
import { trialPlatform } from '../../../adapters/trial/send.ts';
import { trialQueries } from '../../../db/trial.queries.ts';
import { type LocalDate, localDate } from '../../../src/calendar/local-date.ts';
import type { PersonId, SchoolId } from '../../../src/people/person.ts';
import { gallery } from '../../support/gallery.ts';
import { buildSchool, openStore } from '../../support/store.ts';
import { JOHN, openPretendSchool, type PretendSchool, SANNE, START } from './pretend-school.ts';

let school: PretendSchool;
let mailbox: TrialMailbox;
beforeEach(async () => {
  school = await openPretendSchool();
  mailbox = school.options.mailbox;
});
afterEach(() => school.close());

const SANNE_ID = 1 as PersonId;
const JOHN_ID = 2 as PersonId;
const message = (content: string, nudge = false) => ({ at: START, author: 'bot', content, nudge }) as const;

describe('who can be chosen', () => {
  test('everybody in service, with their schools, roles, days and teams', async () => {
    const people = await mailbox.people('2026-11-24' as LocalDate);
    expect(people.map(({ name }) => name)).toEqual([
      'Bea Bestuur',
      'John Sample',
      'Marieke van Voorbeeld',
      'Sanne Proef',
    ]);
    expect(people.find(({ email }) => email === SANNE)).toEqual({
      email: SANNE,
      name: 'Sanne Proef',
      language: 'nl',
      places: [
        {
          school: 'De Regenbui',
          roles: ['leerkracht'],
          workingDays: ['ma', 'di', 'wo-even'],
          teams: [{ name: 'Bovenbouw', role: 'chair' }],
        },
      ],
    });
    expect(people.find(({ email }) => email === JOHN)!.places).toEqual([
      {
        school: 'De Regenbui',
        roles: ['leerkracht'],
        workingDays: null,
        teams: [{ name: 'Bovenbouw', role: 'member' }],
      },
      { school: 'De Windwijzer', roles: ['leerkracht', 'ib'], workingDays: null, teams: [] },
    ]);
    expect(people.find(({ name }) => name === 'Bea Bestuur')!.places).toEqual([
      { school: null, roles: ['bestuur'], workingDays: null, teams: [] },
    ]);
  });

  test.each([
    ['2026-07-31', true],
    ['2026-08-01', false],
  ])('the last day counts: on %s', async (today, there) => {
    const people = await mailbox.people(today as LocalDate);
    expect(people.some(({ name }) => name === 'Ooit Weg')).toBe(there);
  });

  test('a team of a school where one does not work is no place', async () => {
    const placesOfBea = async (today: string) =>
      (await mailbox.people(today as LocalDate))
        .find(({ name }) => name === 'Bea Bestuur')!
        .places.map(({ school: name }) => name);
    expect(await placesOfBea('2026-10-01')).toEqual([null]);
  });

  test('is found by address, in capitals too', async () => {
    expect(await mailbox.find(` ${JOHN.toUpperCase()} `)).toEqual({ id: JOHN_ID, language: 'en' });
    expect(await mailbox.find('niemand@nergens.example')).toBeNull();
  });
});

describe('messages', () => {
  test('come back as they went in, oldest first', async () => {
    const first = await mailbox.append(SANNE_ID, { ...message('hallo'), author: 'person' });
    const second = await mailbox.append(SANNE_ID, message('{"kind":"notice"}', true));
    await mailbox.append(JOHN_ID, message('voor John'));
    expect(await mailbox.list(SANNE_ID, 0)).toEqual([
      { id: first, at: START, author: 'person', content: 'hallo', nudge: false },
      { id: second, at: START, author: 'bot', content: '{"kind":"notice"}', nudge: true },
    ]);
    expect(await mailbox.list(SANNE_ID, first)).toHaveLength(1);
    expect(await mailbox.lastId()).toBe(second + 1);
  });

  test('of a long chat the newest 200', async () => {
    for (let number = 1; number <= 205; number++) await mailbox.append(SANNE_ID, message(String(number)));
    const contents = (await mailbox.list(SANNE_ID, 0)).map(({ content }) => content);
    expect([contents.length, contents[0], contents.at(-1)]).toEqual([200, '6', '205']);
  });

  test('nobody can be written to who is not there', async () => {
    await expect(mailbox.append(99 as PersonId, message('hallo'))).rejects.toThrow();
    expect(await mailbox.lastId()).toBe(0);
  });

  test('arrivals are counted per person, and only what came by itself', async () => {
    const before = await mailbox.append(SANNE_ID, message('eerder', true));
    await mailbox.append(SANNE_ID, message('antwoord'));
    await mailbox.append(SANNE_ID, message('een', true));
    await mailbox.append(SANNE_ID, message('twee', true));
    expect(await mailbox.arrived(before)).toEqual([{ email: SANNE, name: 'Sanne Proef', count: 2 }]);
  });
});

describe('the trial school as a platform', () => {
  const platform = () => trialPlatform(() => mailbox);

  test('a digest becomes a message that came by itself', async () => {
    const sent = await platform().send({ kind: 'person', personId: JOHN_ID }, gallery.everyPart, START);
    expect(await mailbox.list(JOHN_ID, 0)).toEqual([
      {
        id: Number(sent.reference.slice('message:'.length)),
        at: START,
        author: 'bot',
        content: JSON.stringify(gallery.everyPart),
        nudge: true,
      },
    ]);
  });

  const CHANNEL = { kind: 'channel', schoolId: 1 as SchoolId, channel: 'bovenbouw' } as const;
  const other = gallery.withoutTitle;

  test('a message of a channel stands there, and in no chat', async () => {
    const sent = await platform().send(CHANNEL, gallery.everyPart, START);
    expect(await mailbox.postsOf(CHANNEL, 0)).toEqual([
      {
        id: Number(sent.reference.slice('channel:'.length)),
        at: START,
        name: null,
        content: JSON.stringify(gallery.everyPart),
      },
    ]);
    expect(await mailbox.postsOf({ ...CHANNEL, schoolId: 2 as SchoolId }, 0)).toEqual([]);
    expect(await mailbox.lastId()).toBe(0);
    expect(await mailbox.postedSince(0)).toEqual([{ channel: 'bovenbouw', count: 1 }]);
  });

  test.each([CHANNEL, { kind: 'person', personId: JOHN_ID } as const])('an edit takes its place: $kind', async (to) => {
    const { reference } = await platform().send(to, gallery.everyPart, START);
    await platform().edit(to, reference, other, START);
    const contents = to.kind === 'channel' ? await mailbox.postsOf(to, 0) : await mailbox.list(to.personId, 0);
    expect(contents.map(({ content }) => content)).toEqual([JSON.stringify(other)]);
  });

  test.each([
    [CHANNEL, 'channel:99'],
    [CHANNEL, 'message:1'],
    [{ kind: 'person', personId: JOHN_ID } as const, 'channel:1'],
    [{ kind: 'person', personId: JOHN_ID } as const, '1'],
  ])('what is not there cannot be edited: %j %s', async (to, reference) => {
    await platform().send(CHANNEL, gallery.everyPart, START);
    await platform().send({ kind: 'person', personId: JOHN_ID }, gallery.everyPart, START);
    await expect(platform().edit(to, reference, other, START)).rejects.toMatchObject({ outcome: 'permanent' });
    expect((await mailbox.postsOf(CHANNEL, 0)).map(({ content }) => content)).toEqual([
      JSON.stringify(gallery.everyPart),
    ]);
  });

  test('the channels of a person are those of their teams; a team without one has one that can be tied', async () => {
    const opened = await openStore();
    const built = await buildSchool(opened, {
      school: { school: 'De Regenbui' },
      staff: [{ name: 'Sanne' }, { name: 'Nico' }, { name: 'Kim' }],
      teams: [
        { team: 'Bovenbouw', chair: 'Sanne', members: ['Nico'], membersUntil: localDate('2026-10-01') },
        { team: 'Eén', chair: 'Kim', deputy: 'Sanne', channel: 'groep-een' },
      ],
    });
    const of = async (name: string, day: string) =>
      (await trialQueries(opened.database).channels(built.person(name), localDate(day))).map(({ channel, teams }) => [
        channel,
        ...teams,
      ]);
    expect(await of('Sanne', '2026-11-24')).toEqual([
      ['bovenbouw-de-regenbui', 'Bovenbouw'],
      ['groep-een', 'Eén'],
    ]);
    expect(await of('Nico', '2026-10-01')).toHaveLength(1);
    expect(await of('Nico', '2026-10-02')).toEqual([]);
    opened.close();
  });
});
