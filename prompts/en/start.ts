import type { start as nl } from '../nl/start.ts';
import type { Same } from '../same.ts';

/** First contact and the home page. */
export const start: Same<typeof nl> = {
  'help.start': 'Your start page: what comes next, what is asked of you and all buttons',

  'start.hello': 'Hi {name}, I am Leerteambot. I help your leerteam with goals, agendas and actions.',
  'start.hello-governor':
    'Hi {name}, I am Leerteambot. I help the leerteams at your schools with goals, agendas and actions.',
  'start.what-and-when':
    'You get at most one message a day from me, from {time}, with what is asked of you. Only on your working days and never in a vacation.',
  'start.which-days': 'On which days do you work?',
  'start.days-known': 'These are your working days as I know them: {days}.',
  'start.quiet':
    'Type <c>/hulp</c> when you look for something. Too many messages? Switch them off with <c>/instellingen</c>. Nobody else sees that.',
  'start.days.title': 'On which days do you work?',
  'start.days.small': 'I use your working days to reach you on the right day.',
  'start.days.saved': 'Saved. You get messages on your working days only.',

  'start.button.whole-week': 'Every week Mon to Fri',
  'start.button.choose-days': 'Other days…',
  'start.button.change-days': 'Change working days',
  'start.button.home': 'My leerteam',
  'start.button.home-governor': 'My start page',

  'start.home.title': '<b>My leerteam</b>',
  'start.home.title-governor': '<b>My start page</b>',
  'start.home.meetings': 'Next meeting',
  'start.home.actions': 'My actions',
  'start.home.action-offered': '{name} asks whether you take this over, by {date}',
  'start.home.goals': 'Goals that ask for an update',
  'start.home.own-goals': 'My goals',
  'start.home.goal': '<b>Goal {number}</b> {title}',
  'start.home.nothing': 'Nothing is asked of you now.',

  'start.menu.agenda': 'Agenda',
  'start.menu.agenda-item': 'Point for the agenda',
  'start.menu.actions': 'My actions',
  'start.menu.new-action': 'New action',
  'start.menu.goals': 'Goals',
  'start.menu.new-goal': 'New goal',
  'start.menu.new-advice': 'New advice',
  'start.menu.advice': 'All advice',
  'start.menu.team': 'Leerteam',
  'start.menu.summary': 'Summary',
  'start.menu.handover': 'Share out work',
  'start.menu.school': 'School',
  'start.menu.absent': 'I am away',
  'start.menu.settings': 'Settings',
  'start.menu.help': 'Help',
};
