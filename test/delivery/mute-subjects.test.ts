/** "Niet meer over dit onderwerp" for every kind of subject: what it is called, what is switched off, and for whom. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { isMuted } from '../../src/delivery/subject.ts';
import { knownSubject } from '../../src/delivery/subject-label.ts';
import { type BuiltSchool, buildSchool, REGENBUI, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const TODAY = localDate('2026-09-28');

let talk: Talk;
let school: BuiltSchool;
let advice = 0;
beforeEach(async () => {
  const opened = await Talk.open({
    ...REGENBUI,
    actions: [{ what: 'Ouderavond voorbereiden', owner: 'Sanne', due: localDate('2026-11-14') }],
  });
  talk = opened.talk;
  [school] = opened.schools as [BuiltSchool];
  const made = await talk.opened.store.advice.add(stamp(school.person('Nadia')), {
    schoolId: school.id,
    teamId: school.team('Bovenbouw'),
    meetingId: null,
    text: 'Meer tijd',
    reasons: '',
    state: 'ingediend',
    sentOn: localDate('2026-09-02'),
    mtTeamId: null,
  });
  advice = made.id;
});
afterEach(() => talk.opened.close());

const labelFor = async (name: string, subject: string, of = school) => {
  const actor = (await talk.opened.store.people.actorById(of.person(name), TODAY))!;
  return knownSubject({ store: talk.opened.store, actor, say: say('nl'), today: TODAY }, subject);
};
const subjects = (): Readonly<Record<string, string>> => ({
  goal: `goal:${school.goal('Elke week rijke teksten')}`,
  school: `school:${school.id}`,
  team: `team:${school.team('Bovenbouw')}`,
  meeting: `meeting:${school.team('Bovenbouw')}:2026-10-01`,
  action: 'action:1',
  advice: `advice:${advice}`,
  person: `person:${school.person('Nico')}`,
});

test.each([
  ['goal', 'Doel 2 Elke week rijke teksten'],
  ['school', 'Maandoverzicht De Regenbui'],
  ['team', 'Agenda Bovenbouw'],
  ['meeting', 'Agenda Bovenbouw'],
  ['action', 'Actie 1 Ouderavond voorbereiden'],
  ['advice', 'Advies 1'],
  ['person', 'Wat Nico doet of overdraagt'],
])('a %s is called "%s"', async (kind, label) => {
  const subject = subjects()[kind]!;
  const off = kind === 'meeting' ? subjects().team : subject;
  expect(await labelFor('Sanne', subject)).toEqual({ subject: off, label });
});

test('of another school nothing is known, nor of what is not there', async () => {
  const other = await buildSchool(talk.opened, {
    school: { school: 'De Wilg' },
    staff: [{ name: 'Wim', email: 'wim@wilg.example' }],
  });
  for (const subject of Object.values(subjects())) expect(await labelFor('Wim', subject, other)).toBeNull();
  for (const kind of ['goal', 'school', 'team', 'action', 'advice', 'person']) {
    expect(await labelFor('Sanne', `${kind}:999`)).toBeNull();
  }
});

test('an action concerns who has it and its team, not everybody', async () => {
  expect(await labelFor('Joost', 'action:1')).toBeNull();
});

describe('switched off', () => {
  test('a meeting: no more about the meetings of that team, and it can be switched on again', async () => {
    await talk.does('Sanne', 'nudge.mute', { subject: subjects().meeting! });
    const settings = () => talk.opened.store.people.settings(school.person('Sanne'));
    expect((await settings()).mutedSubjects).toEqual([subjects().team]);
    expect(await talk.says('Sanne', '/instellingen')).toContain('Onderwerpen die uit blijven: (Agenda Bovenbouw)');
    await talk.fills('Sanne', { uit: '' });
    expect((await settings()).mutedSubjects).toEqual([]);
  });

  test.each([
    [['team:5'], 'meeting:5:2026-10-01', true],
    [['team:5'], 'team:5', true],
    [['team:5'], 'meeting:51:2026-10-01', false],
    [['meeting:5:2026-10-01'], 'meeting:5:2026-10-01', true],
    [['meeting:5:2026-10-01'], 'meeting:5:2026-10-08', false],
    [['goal:5'], 'meeting:5:2026-10-01', false],
    [[], 'team:5', false],
  ])('%j covers %s: %s', (muted, subject, expected) => expect(isMuted(muted, subject)).toBe(expected));
});
