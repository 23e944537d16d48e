import type { bot as nl } from '../nl/bot.ts';
import type { Same } from '../same.ts';

export const bot: Same<typeof nl> = {
  'bot.unknown-command': 'I do not know <c>{typed}</c>. Do you mean <c>{nearest}</c>?',
  'bot.not-understood': 'I do not understand that. Choose something, or type <c>/hulp</c>.',
  'bot.thanks': 'You are welcome.',
  'bot.does-not-fit': 'I do not understand what you mean by <c>{typed}</c>. Type for example <c>{example}</c>.',
  'bot.stranger': 'Hi, I do not know you yet. Ask {admins} to add you. Then I can help you.',
  'bot.stranger-no-address':
    'Hi, I do not see your e-mail address, so I do not know who you are. Put it in your profile, or ask {admins}.',
  'bot.second-account':
    'Hi, you have another account here already. Use that, or ask {admins} to let go of it. Then I can help you here.',
  'bot.whoever-runs': 'whoever runs Leerteambot',
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
    'I do not understand the date <c>{typed}</c>. Type for example <c>14-11</c>, <c>14 November</c> or <c>Friday</c>.',
  'bot.date-closed': '{date} is in the {name}. Shall I take {next}?',
  'bot.date-closed-plain': 'The school is closed on {date}. Shall I take {next}?',
  'bot.date-other': 'Another date',
  'bot.date-anyway': 'Keep {date}',

  // Lines that work, with words in them.
  'example.goal-update': '/doel update 3 on track 72 "Group 4 now reads every day."',
  'example.goal-stop': '/doel stop 3 We choose another goal',
  'example.goal-pause': '/doel pauze 3 We wait for the new textbook',
  'example.goal-phase': '/doel fase 3 under way',
  'example.absent': '/afwezig 12 to 16 January',
  'example.action-new': '/actie Prepare the parents’ evening @Nadia by Friday',
  'example.action-stop': '/actie stop 12 The parents’ evening is cancelled',
  'example.action-help': '/actie hulp 12 I am stuck',
  'example.action-due': '/actie datum 12 Friday',
  'example.pop-talk': '/pop gesprek Tuesday 14:00',
  'example.agenda-item': '/agenda punt test results group 6 10 min',
  'example.agenda-move': '/agenda verzet Friday',
  'example.agenda-cancel': '/agenda vervalt half of us are on a course',
  'example.advice-answer': '/advies antwoord 3 adopted We start in January',
  'example.advice-new': '/advies Please an hour for analysing tests',
  'example.summary': '/overzicht October',
  'example.team-phase': '/leerteam fase observe',
};
