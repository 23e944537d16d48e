import type { bot as nl } from '../nl/bot.ts';
import type { Same } from '../same.ts';

export const bot: Same<typeof nl> = {
  'bot.unknown-command': 'I do not know <c>{typed}</c>. Do you mean <c>{nearest}</c>?',
  'bot.unknown-command-plain': 'I do not understand <c>{typed}</c>. Type <c>/hulp</c> to see what I can do.',
  'bot.does-not-fit': 'I do not understand what you mean by <c>{typed}</c>. Type for example <c>{example}</c>.',
  'bot.stranger': 'Hi, I do not know you yet. Ask {admins} to add you. Then I can help you.',
  'bot.stranger-nobody': 'Hi, I do not know you yet. Ask whoever runs Leerteambot to add you.',
  'bot.fault': 'That did not work. Nothing was changed. Try again later (reference {reference}).',
  'bot.already-done': 'You did this already. Nothing was saved twice.',
  'bot.stale': 'Somebody changed this meanwhile. Nothing was saved. Have a look at how it is now.',
  'bot.refused': 'I cannot do that for you. Ask {who}.',
  'bot.refused-plain': 'I cannot do that for you. Ask your director.',
  'bot.other-school': 'This belongs to another school. Ask the director there.',
  'bot.yes': 'Yes',
  'bot.or': 'or',
  'bot.go-on': 'Go on filling in',
  'bot.save': 'Save',
  'bot.more': 'Show more',
  'bot.empty': 'Type <c>/hulp</c> to see what I can do.',
  'bot.date-unknown':
    'I do not understand the date <c>{typed}</c>. Type for example <c>14-11</c>, <c>14 november</c> or <c>vrijdag</c>.',
  'bot.date-closed': '{date} is in the {name}. Shall I take {next}?',
  'bot.date-closed-plain': 'The school is closed on {date}. Shall I take {next}?',
  'bot.date-other': 'Another date',
  'bot.date-anyway': 'Keep {date}',
};
