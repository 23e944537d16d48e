/** What may be typed behind `/pop gesprek`: a day, a time and a person, and nothing that could be what a POP says. */
import { expect, it } from 'vitest';
import { tokens } from '../../src/bot/tokens.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { isLink } from '../../src/pop/link.command.ts';
import { readHeldDay, readPerson, readTalk } from '../../src/pop/read-talk.ts';

const TODAY = localDate('2026-11-10');
const day = '2026-11-18';

it.each([
  ['', {}],
  ['18-11', { datum: day }],
  ['woensdag 18 november', { datum: day }],
  ['18-11 14:00', { datum: day, tijd: '14:00' }],
  ['18 november om 14.30 uur', { datum: day, tijd: '14.30' }],
  ['18-11 14 uur', { datum: day, tijd: '14:00' }],
  ['14:00', { tijd: '14:00' }],
  ['@Nico', { persoon: 'Nico' }],
  ['met Nico', { persoon: 'Nico' }],
  ['18-11 @Nico', { datum: day, persoon: 'Nico' }],
  ['@Nico 18-11', { datum: day, persoon: 'Nico' }],
  ['@Nico de Vries 18-11 14.00', { datum: day, tijd: '14.00', persoon: 'Nico de Vries' }],
  ['18-11 14.00 met Nico de Vries', { datum: day, tijd: '14.00', persoon: 'Nico de Vries' }],
  ['with Nico 18 november', { datum: day, persoon: 'Nico' }],
  ['met @Nico woensdag 18 november', { datum: day, persoon: 'Nico' }],
  ['nico@example.org', null],
  ['ik wil beter leren rekenen', null],
  ['18-11 over klassenmanagement', null],
  ['31-2', null],
  ['18-11 met', null],
  ['18-11 @', null],
  ['18-11 @Nico 19-11', null],
  ['18-11 14:00 @Nico 15:00', null],
  ['@Nico omdat ik beter wil leren uitleggen aan groep 6', null],
  ['18-11 "een hele zin"', null],
])('%s', (typed, expected) => {
  expect(readTalk(tokens(typed), TODAY)).toEqual(expected);
});

it.each([
  ['8-2', { datum: '2027-02-08' }],
  ['@Nico 1-12', { datum: '2026-12-01', persoon: 'Nico' }],
  ['1 december met Nico', { datum: '2026-12-01', persoon: 'Nico' }],
  ['vrijdag', { datum: '2027-05-21' }],
  ['maandag', { datum: '2027-05-17' }],
  ['1-6', { datum: '2027-06-01' }],
])('a day that has been: %s', (typed, expected) => {
  expect(readTalk(tokens(typed), localDate('2027-05-21'), readHeldDay)).toEqual(expected);
});

it.each([
  ['@Nico', { persoon: 'Nico' }],
  ['van Nico', null],
  ['Nico', null],
  ['', null],
  ['iets @Nico', null],
])('a person: %s', (typed, expected) => {
  expect(readPerson(tokens(typed))).toEqual(expected);
});

it.each([
  ['https://school.example/mijn%20pop?x=1#y', true],
  ['https://school.example', true],
  ['http://school.example/pop', false],
  ['HTTPS://school.example/pop', true],
  ['javascript:alert(1)', false],
  ['https://naam:wachtwoord@school.example', false],
  ['https://localhost/pop', false],
  ['https://school.example/mijn pop', false],
  ['https://school.example/<b>', false],
  ['school.example/pop', false],
  ['', false],
  [`https://school.example/${'x'.repeat(500)}`, false],
])('a link: %s', (typed, expected) => {
  expect(isLink(typed)).toBe(expected);
});
