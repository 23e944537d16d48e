import type { agenda as nl } from '../nl/agenda.ts';
import type { Same } from '../same.ts';

export const agenda: Same<typeof nl> = {
  'help.leerteam': 'Who is in your leerteam and when it meets',

  'leerteam.mine': 'Your leerteams',
  'leerteam.all': 'Leerteams',
  'leerteam.none': 'You are not in a leerteam yet. Ask your director which one you belong to.',
  'leerteam.gone': 'This leerteam is not there any more.',
  'leerteam.which': 'Which leerteam do you mean?',
  'leerteam.unknown': 'I cannot find a leerteam "{typed}". Type <c>/leerteam</c> for your own leerteam.',
  'leerteam.unknown-near': 'I cannot find a leerteam "{typed}". Do you mean this?',
  'leerteam.button.all': 'All leerteams',
  'leerteam.button.show': 'Show leerteam',

  'leerteam.kind': 'Kind',
  'leerteam.chair': 'Chair',
  'leerteam.deputy': 'Deputy',
  'leerteam.members': 'Members',
  'leerteam.rhythm': 'When',
  'leerteam.next': 'Next meeting',
  'leerteam.method': 'Method',
  'leerteam.weekly': 'every week on {day}, {from}-{until}',
  'leerteam.two-weekly': 'every other week on {day}, {from}-{until}',
  'leerteam.no-next': 'not known yet',
  'leerteam.next-after': '{date}. It does not take place on {skipped} ({name}).',
  'leerteam.waiting': 'Waits for the agenda',
  'leerteam.waiting.no-update': 'Goal {number} {title}: no update came',
  'leerteam.waiting.draft': 'Goal {number} {title}: a draft, to be agreed on',
  'leerteam.day.ma': 'Monday',
  'leerteam.day.di': 'Tuesday',
  'leerteam.day.wo': 'Wednesday',
  'leerteam.day.do': 'Thursday',
  'leerteam.day.vr': 'Friday',
};
