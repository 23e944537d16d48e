/** De Regenbui: leerteam Bovenbouw with a channel of its own, an MT, a teacher without a team, the board and an admin. */
import { localDate } from '../../../src/calendar/local-date.ts';
import { REGENBUI, type SchoolDraft } from '../store.ts';
import type { ChatSchoolDraft } from './open-core.ts';

export const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  school: { school: 'De Regenbui', region: 'midden', popConsent: localDate('2026-06-01') },
  staff: [
    { name: 'Marieke', roles: ['directeur'], pop: true, lead: 'Bea', workingDays: ['ma', 'di', 'do', 'vr'] },
    { name: 'Joost', roles: ['ib'], pop: true, workingDays: ['di', 'do'] },
    { name: 'Nadia', pop: true, workingDays: ['ma', 'di', 'do'] },
    { name: 'Nico', pop: true, workingDays: ['wo', 'do', 'vr'] },
    { name: 'Sanne', pop: true, workingDays: ['ma', 'di', 'wo-even', 'do'] },
    { name: 'Piet', pop: true, workingDays: ['ma', 'di', 'do', 'vr'] },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [
    {
      team: 'Bovenbouw',
      chair: 'Nadia',
      deputy: 'Nico',
      members: ['Nadia', 'Nico', 'Sanne'],
      method: 'actieonderzoek',
      channel: '#bovenbouw',
    },
    { team: 'MT', kind: 'MT', chair: 'Marieke', members: ['Marieke', 'Joost'], day: 'di' },
  ],
  actions: [{ what: 'Toetsanalyse klaarzetten', owner: 'Sanne', due: localDate('2026-11-26'), team: 'Bovenbouw' }],
};

/** On Tuesday 24 November 2026, half past nine. Everybody but Bea and Ad is in #team; the leerteam and Marieke in #bovenbouw. */
export const REGENBUI_DRAFT: ChatSchoolDraft = {
  schools: [SCHOOL],
  channels: {
    bovenbouw: ['Nadia', 'Nico', 'Sanne', 'Marieke'],
    team: ['Marieke', 'Joost', 'Nadia', 'Nico', 'Sanne', 'Piet'],
  },
};
