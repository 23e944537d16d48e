/** A school in which everybody who may have something to do with somebody's POP is there once, and what each POP holds. */
import { localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import type { BuiltSchool, SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** As in the table of PRODUCT 2: chair, deputy, member, who was chair, director, quality coach, chair of another team, board, admin, director of another school, who left, who has yet to begin. */
export const ALL = [
  'Nadia',
  'Nico',
  'Sanne',
  'Vera',
  'Marieke',
  'Joost',
  'Kees',
  'Bea',
  'Ad',
  'Piet',
  'Lies',
  'Nora',
] as const;
export type Name = (typeof ALL)[number];

/** Whose POP it is, who leads them, and what tells it: a word of the link, the minutes of the talk's time and the day in October on which it was ready. */
export type HeldPop = {
  readonly name: Name;
  readonly lead: Name;
  readonly word: string;
  readonly minutes: string;
  readonly day: number;
};
export const POPS: readonly HeldPop[] = [
  { name: 'Sanne', lead: 'Nico', word: 'klarinet', minutes: '07', day: 6 },
  { name: 'Nico', lead: 'Marieke', word: 'cello', minutes: '11', day: 7 },
  { name: 'Vera', lead: 'Piet', word: 'altviool', minutes: '17', day: 8 },
  { name: 'Marieke', lead: 'Bea', word: 'fagot', minutes: '23', day: 9 },
  // Lies is recorded, but left, so it is the director.
  { name: 'Joost', lead: 'Marieke', word: 'ocarina', minutes: '29', day: 13 },
];

export const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui', popConsent: localDate('2026-06-15') },
  staff: [
    { name: 'Nadia' },
    { name: 'Nico', pop: true },
    { name: 'Sanne', pop: true, lead: 'Nico' },
    { name: 'Vera', pop: true },
    { name: 'Marieke', roles: ['directeur'], pop: true, lead: 'Bea' },
    { name: 'Joost', roles: ['ib'], pop: true, lead: 'Lies' },
    { name: 'Kees' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
    { name: 'Lies', pop: true, until: localDate('2026-10-30') },
    { name: 'Nora', from: localDate('2027-01-04') },
  ],
  teams: [
    { team: 'Bovenbouw', chair: 'Nadia', deputy: 'Nico', members: ['Sanne', 'Vera', 'Lies', 'Nora'] },
    { team: 'Taal', chair: 'Kees', members: ['Kees'] },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem', popConsent: localDate('2026-06-15') },
  staff: [{ name: 'Piet', roles: ['leerkracht', 'ib', 'directeur'] }],
  teams: [{ team: 'Onderbouw', chair: 'Piet' }],
};

export type PopSchool = { readonly talk: Talk; readonly school: BuiltSchool; id(name: Name): string };

/** On Tuesday 24 November, with every POP ready and a talk on 1 December; Vera is led by the director of the other school. */
export async function popSchool(): Promise<PopSchool> {
  const { talk, schools } = await Talk.open(SCHOOL, OTHER);
  const [school, other] = schools as [BuiltSchool, BuiltSchool];
  talk.opened.database.sqlite.exec(
    `update employment set lead_id = ${other.person('Piet')} where person_id = ${school.person('Vera')}`,
  );
  for (const { name, word, minutes, day } of POPS) {
    talk.now = instantAt(localDate(`2026-10-${String(day).padStart(2, '0')}`), localTime('10:00'));
    await talk.does(name, 'pop.klaar', {});
    talk.now = instantAt(localDate('2026-11-23'), localTime('10:00'));
    await talk.does(name, 'pop.link', { link: `https://school.example/${word}` });
    await talk.does(name, 'pop.gesprek', { datum: '2026-12-01', tijd: `13:${minutes}` });
  }
  talk.now = instantAt(localDate('2026-11-24'), localTime('09:30'));
  const person = (name: Name) => (name === 'Piet' ? other.person(name) : school.person(name));
  return { talk, school, id: (name) => `id:${person(name)}` };
}

export function readersOf({ name, lead }: HeldPop): readonly Name[] {
  return [name, lead];
}

/** What of this POP is in the text: `link`, `time`, `ready`. */
export function toldOf({ word, minutes, day }: HeldPop, text: string): readonly ('link' | 'time' | 'ready')[] {
  return [
    ...(text.includes(word) ? (['link'] as const) : []),
    ...(new RegExp(`\\b13[.:]${minutes}\\b|T12${minutes}00Z`).test(text) ? (['time'] as const) : []),
    ...(new RegExp(`\\b(${day} (oktober|October)|2026-10-${String(day).padStart(2, '0')})\\b`).test(text)
      ? (['ready'] as const)
      : []),
  ];
}

/** What is told to somebody about POPs that are not theirs to see. */
export function leaksTo(reader: Name, text: string): readonly string[] {
  return POPS.filter((pop) => !readersOf(pop).includes(reader)).flatMap((pop) =>
    toldOf(pop, text).map((what) => `${pop.name}: ${what}`),
  );
}
