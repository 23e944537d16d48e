import type { delivery as nl } from '../nl/delivery.ts';
import type { Same } from '../same.ts';

export const delivery: Same<typeof nl> = {
  'delivery.good-morning': '<b>Good morning {name}</b> · {date}',
  'delivery.good-afternoon': '<b>Good afternoon {name}</b> · {date}',
  'delivery.snooze': 'Again tomorrow',
  'delivery.mute': 'No more about this subject',
  'delivery.settings': 'Settings',
  'delivery.snoozed': 'Fine, you will hear about it again on {date}.',
  'delivery.snoozed-some': 'Fine, you will hear about it again on {date}. I leave out what is no longer needed then.',
  'delivery.snooze-older': 'This works only with your latest message. You will find the same button there.',
  'delivery.snooze-late': 'On your next working day this is no longer needed, so I will not come back to it.',
  'delivery.snooze-nothing': 'There is nothing left here to ask again.',
  'delivery.muted': 'Fine, I will not write about this any more. Only you see that. Your settings switch it on again.',
  'delivery.mute-which': 'What do you not want to hear about any more?',
  'delivery.mute-nothing':
    'I find no message of that day. With <c>/instellingen</c> you choose which messages you get.',
  'delivery.mute-summary': 'Monthly summary {school}',
  'delivery.mute-goal': 'Goal {number} {title}',
  'delivery.mute-team': 'Agenda {team}',
  'delivery.mute-action': 'Action {number} {what}',
  'delivery.mute-advice': 'Advice {number}',
  'delivery.mute-person': 'What {name} does or hands over',

  'check-in.goal': '<b>Goal {number} {title}</b> ·',
  'check-in.team-goal': '<b>Goal {number} {title}</b> of {team} ·',
  'check-in.ask': 'How is it going?',
  'check-in.ask-again': 'There is no new update yet. How is it going?',
  'check-in.last-time': 'Last time: {status}.',
  'check-in.last-time-value': 'Last time: {status}, {value}.',
  'check-in.with-value': 'With a value…',
};
