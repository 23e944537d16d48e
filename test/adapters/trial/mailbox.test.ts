import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TrialMailbox } from '../../../adapters/trial/options.ts';
import { trialPlatform } from '../../../adapters/trial/send.ts';
import type { LocalDate } from '../../../src/calendar/local-date.ts';
import type { PersonId, SchoolId } from '../../../src/people/person.ts';
import { gallery } from '../../support/gallery.ts';
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
      { id: Number(sent.reference), at: START, author: 'bot', content: JSON.stringify(gallery.everyPart), nudge: true },
    ]);
  });

  test('there are no channels', async () => {
    const channel = { kind: 'channel', schoolId: 1 as SchoolId, channel: 'bovenbouw' } as const;
    await expect(platform().send(channel, gallery.everyPart, START)).rejects.toMatchObject({ outcome: 'permanent' });
    expect(await mailbox.lastId()).toBe(0);
  });
});
