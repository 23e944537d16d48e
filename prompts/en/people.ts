import type { people as nl } from '../nl/people.ts';
import type { Same } from '../same.ts';

export const people: Same<typeof nl> = {
  'help.title': 'This is what I can do for you',
  'help.small':
    'You get one message a day at most, only on your working days and never in a vacation. Too many? Type <c>/instellingen</c>.',
  'help.help': 'What I can do, with examples',
  'help.absent': 'Tell me that you are away',
  'help.back': 'Tell me that you are back',
  'help.settings': 'Working days, time of the message, language and which messages you get',

  'absent.form.title': 'When are you away?',
  'absent.form.from': 'First day',
  'absent.form.until': 'Last day',
  'absent.form.until-hint': 'Leave it empty if you do not know yet.',
  'absent.form.small': 'I keep the dates only, no reason.',
  'absent.unknown':
    'I do not understand when you are away. Type for example <c>/afwezig 12 t/m 16 januari</c> or <c>/afwezig vanaf morgen</c>.',
  'absent.end-before-start':
    'The last day is before the first day. Type for example <c>/afwezig 12 t/m 16 januari</c>.',
  'absent.too-long': 'That is longer than two years. Are the dates right?',
  'absent.saved-day': 'Noted: you are away on {day}. You get no messages then.',
  'absent.saved-range': 'Noted: you are away from {from} up to and including {until}. You get no messages then.',
  'absent.saved-open': 'Noted: you are away from {from}. I send you nothing until you type <c>/ik-ben-er</c>.',
  'absent.back-button': 'I am back',
  'back.welcome': 'Good to have you back. You get messages again from now on.',
  'back.was-not': 'You were not marked as away. All is well.',

  'settings.title': 'Your settings',
  'settings.intro': 'Only you see this.',
  'settings.language': 'Language',
  'settings.language.nl': 'Nederlands',
  'settings.language.en': 'English',
  'settings.time': 'At what time do you want the daily message?',
  'settings.days': 'Working days at {school}',
  'settings.alternate': 'Every other week at {school}',
  'settings.alternate-hint': 'For example wo-even or vr-oneven: in even or odd weeks. Else leave it empty.',
  'settings.kinds': 'Which messages do you want?',
  'settings.kind.doel-checkin': 'The question how a goal is going',
  'settings.kind.maandoverzicht': 'Monthly summary of the school',
  'settings.muted': 'Subjects that stay off',
  'settings.muted-goal': 'A goal that you no longer see',
  'settings.snooze': 'No messages up to and including',
  'settings.snooze-hint': 'Leave it empty if you want messages as usual.',
  'settings.small': 'Nobody sees what you switch off. What you ask for yourself, you always get.',
  'settings.saved': 'Saved.',
  'settings.saved-quiet': 'Saved. You get no messages up to and including {until}.',
  'settings.wrong-days':
    'I do not understand the working day <c>{typed}</c>. Type for example <c>wo-even</c> or <c>vr-oneven</c>.',
  'settings.no-days':
    'Choose at least one working day at {school}. Do you not work there any more? Ask your director to change that.',
  'settings.wrong-time': 'Choose a time between 08:00 and 16:30.',
  'settings.snooze-past': 'That day is over. Choose a day from today on, or leave it empty.',
  'day.ma': 'Mon',
  'day.di': 'Tue',
  'day.wo': 'Wed',
  'day.do': 'Thu',
  'day.vr': 'Fri',
};
