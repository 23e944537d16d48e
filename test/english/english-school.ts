/** Two schools in which everybody reads English and every word of their own begins with an x, and what happened there since the summer. */
import { addHours } from 'date-fns/addHours';
import { localDate } from '../../src/calendar/local-date.ts';
import type { SchoolDraft } from '../support/store.ts';
import type { Talk } from '../support/talk.ts';

const EVERYBODY: SchoolDraft['staff'] = [
  { name: 'Nadia', pop: true },
  { name: 'Nico', pop: true, lead: 'Nadia' },
  { name: 'Sanne', pop: true, workingDays: ['ma', 'di', 'wo-even', 'do'] },
  { name: 'Kees', workingDays: ['ma', 'vr-oneven'] },
  { name: 'Marieke', roles: ['directeur'], pop: true },
  { name: 'Joost', roles: ['ib'] },
  { name: 'Bea', roles: ['bestuur'] },
  { name: 'Ad', roles: ['beheerder'] },
  { name: 'Vera', until: localDate('2026-12-04') },
  { name: 'Eva', from: localDate('2027-01-04') },
];

/** Chair, deputy, member, chair of another team, director, quality coach, board, admin. */
export const PEOPLE = ['Nadia', 'Nico', 'Sanne', 'Kees', 'Marieke', 'Joost', 'Bea', 'Ad'] as const;

export const SCHOOLS: readonly SchoolDraft[] = [
  {
    school: { school: 'Xalt', region: 'midden', popConsent: localDate('2026-06-01') },
    calendar: [
      { from: localDate('2026-12-09'), until: localDate('2026-12-10'), kind: 'vrij', name: '' },
      { from: localDate('2027-01-11'), until: localDate('2027-01-11'), kind: 'studiedag', name: 'Xum' },
      { from: localDate('2027-02-22'), until: localDate('2027-02-26'), kind: 'vakantie', name: 'voorjaar' },
    ],
    staff: EVERYBODY.map((one) => ({ ...one, language: 'en' })),
    teams: [
      {
        team: 'Xup',
        chair: 'Nadia',
        deputy: 'Nico',
        members: ['Nadia', 'Nico', 'Sanne', 'Vera'],
        method: 'actieonderzoek',
      },
      {
        team: 'Xol',
        kind: 'expertiseteam',
        chair: 'Kees',
        members: ['Kees', 'Sanne'],
        method: 'lesson study',
        day: 'ma',
      },
      {
        team: 'Xim',
        kind: 'MT',
        chair: 'Marieke',
        members: ['Marieke', 'Joost'],
        method: 'datateam',
        day: 'di',
        rhythm: 'tweewekelijks',
        firstDate: localDate('2026-09-01'),
      },
    ],
    goals: [
      {
        title: 'Xar',
        team: 'Xup',
        indicator: 'xis',
        unit: '%',
        baseline: 13,
        target: 40,
        instrument: 'xos',
        end: localDate('2027-06-01'),
        theme: 'Xet',
        ambition: 'Xan',
      },
      { title: 'Xer', team: 'Xol', criterion: 'Xeb xig', end: localDate('2026-12-18') },
      { title: 'Xir', owner: 'Vera', criterion: 'Xor' },
      { title: 'Xur', owner: 'Sanne', indicator: 'xaf', unit: 'xen', baseline: 2, target: 6, rhythm: 'blok' },
    ],
    actions: [
      { what: 'Xas', owner: 'Sanne', due: localDate('2026-11-05'), team: 'Xup' },
      { what: 'Xes', owner: 'Vera', due: localDate('2026-12-10') },
      { what: 'Xis', owner: 'Nadia', due: localDate('2026-11-25'), team: 'Xup', goal: 'Xar' },
    ],
  },
  { school: { school: 'Xeno', region: 'noord' }, staff: [{ name: 'Piet', roles: ['directeur'], language: 'en' }] },
];

const SAID: readonly (readonly [at: string, who: string, line: string])[] = [
  ['2026-09-17T14:00:00Z', 'Nadia', '/doel update 1 on track 15 "Xaa." success'],
  ['2026-10-15T14:00:00Z', 'Nadia', '/doel update 1 needs attention 14 "Xab."'],
  ['2026-10-15T14:05:00Z', 'Sanne', '/doel update 4 behind 2 "Xac."'],
  ['2026-10-29T14:00:00Z', 'Sanne', '/agenda punt Xba 10 min'],
  ['2026-11-05T16:00:00Z', 'Nadia', '/agenda ging door Xup'],
  ['2026-11-10T10:00:00Z', 'Nadia', '/advies Xbc'],
  ['2026-11-12T10:00:00Z', 'Sanne', '/advies Xbd'],
  ['2026-11-17T10:00:00Z', 'Nadia', '/actie Xbe @Nico 10 December'],
  ['2026-11-18T10:00:00Z', 'Sanne', '/actie hulp 1 Xbf'],
  ['2026-11-19T10:00:00Z', 'Nico', '/actie Xbg @Sanne 11 December'],
  ['2026-11-20T10:00:00Z', 'Sanne', '/doel nieuw'],
  ['2026-11-23T10:00:00Z', 'Nico', '/afwezig from 7 December'],
];

/** Says all this; `tick` sends what is due on the days between, at Dutch 8 or 9 and 16 o'clock. Ends on Tuesday 24 November 2026. */
export async function playedWeeks(talk: Talk, tick: (now: Date) => Promise<unknown> = async () => {}): Promise<void> {
  talk.now = new Date('2026-08-24T07:05:00Z');
  const until = async (moment: Date) => {
    for (; talk.now < moment; talk.now = addHours(talk.now, talk.now.getUTCHours() < 12 ? 8 : 16)) await tick(talk.now);
    talk.now = moment;
  };
  const morningAfter = (moment: Date) => new Date(`${addHours(moment, 24).toISOString().slice(0, 10)}T07:05:00Z`);
  for (const [at, who, line] of SAID) {
    await until(new Date(at));
    await talk.says(who, line);
    talk.now = morningAfter(talk.now);
  }
  talk.now = new Date('2026-11-23T15:30:00Z');
  await talk.does('Marieke', 'afwezig', { wie: 'Kees', van: '2026-11-30', tot: '2026-12-01' });
  await talk.does('Nadia', 'agenda.verslag', {
    ...{ bijeenkomst: '1:2026-11-19', door: 'ja', besluiten: 'Xca', delen: 'Xcb', tekst: 'Xcc' },
    ...{ wat1: 'Xcd', wie1: 'Sanne', datum1: '2026-12-03' },
  });
  await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-12-03', naar: '2026-12-04' });
  await talk.does('Marieke', 'leerteam.lid-erbij', { leerteam: 'id:1', wie: 'Joost' });
  await talk.does('Sanne', 'pop.overleg', {});
  await talk.does('Nico', 'pop.gesprek', { datum: '2026-12-01' });
  await talk.does('Nico', 'mijngegevens.verwijder', { zeker: 'ja' });
  talk.now = new Date('2026-11-24T08:30:00Z');
  await tick(talk.now);
}
