import type { files as nl } from '../nl/files.ts';
import type { Same } from '../same.ts';

export const files: Same<typeof nl> = {
  'files.cannot-keep': 'I cannot keep the files there ({code}). Choose another folder.',

  'help.agenda.calendar': 'Put the meetings in your own calendar',

  'files.button.add': 'Add to my calendar',
  'files.button.strike': 'Remove from my calendar',
  'files.button.year': 'The whole school year',

  'files.year.title': 'The meetings of <b>{team}</b> in {year}',
  'files.year.sentence':
    '{count, plural, one {# meeting} other {# meetings}}. Open the file and they appear in your own calendar.',
  'files.year.none': '{team} does not meet in {year}.',
  'files.one.title': '<b>{team}</b>, {start}',
  'files.one.sentence': 'Open the file and this meeting appears in your own calendar.',
  'files.one.cancelled': 'This meeting is cancelled. Open the file and your own calendar knows that too.',
  'files.again':
    'Did something change? Ask for a new file. Most calendars change the entry that is there already. Does it stay? Then remove it yourself.',

  // What stands in a calendar; not every calendar strikes out.
  'files.struck-out': 'Cancelled: {title}',
  'files.meeting.note': '{school}. The agenda is in Leerteambot: type /agenda.',
};
