/** A school of 130 people with much to do, and what has the longest forms and lists there. */
import { localDate } from '../../src/calendar/local-date.ts';
import { REGENBUI, type StaffDraft } from './store.ts';
import { Talk } from './talk.ts';

const NAMES = Array.from({ length: 125 }, (_, at) => `Wilhelmina-Geertruida van Verzinnen ${at}`);

export async function openLargeSchool(): Promise<Talk> {
  const colleagues = NAMES.map((name, at): StaffDraft => ({ name, email: `collega${at}@example.org` }));
  const staff = REGENBUI.staff.map(
    (one): StaffDraft => (one.name === 'Nico' ? { ...one, until: localDate('2026-12-04') } : one),
  );
  const actions = Array.from({ length: 30 }, (_, at) => ({
    what: `toetsen ${at} nakijken en bespreken`,
    owner: 'Nico',
    due: localDate('2026-11-17'),
    team: 'Bovenbouw',
  }));
  const { talk } = await Talk.open({ ...REGENBUI, staff: [...staff, ...colleagues], actions });
  for (let point = 1; point <= 120; point++) await talk.says('Sanne', `/agenda punt ${'lezen '.repeat(20)}${point}`);
  return talk;
}

/** Who asks what, and whether a form or a notice is the answer. */
export const LONGEST = [
  ['Marieke', 'form', '/overdracht Nico'],
  ['Marieke', 'form', '/leerteam nieuw'],
  ['Marieke', 'notice', '/school mensen'],
  ['Nadia', 'form', '/agenda aanpassen'],
  ['Nadia', 'form', '/agenda verslag'],
  ['Nadia', 'form', '/leerteam lid erbij'],
  ['Nadia', 'notice', '/agenda'],
  ['Nadia', 'notice', '/actie team'],
  ['Nico', 'notice', '/actie'],
  ['Sanne', 'form', '/actie nieuw'],
] as const;
