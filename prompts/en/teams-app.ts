import type { teamsApp as nl } from '../nl/teams-app.ts';
import type { Same } from '../same.ts';

export const teamsApp: Same<typeof nl> = {
  // Answers: private ones, forms, buttons and waiting.
  'msteams.sent-personally': 'I sent you a personal message.',
  'msteams.open-app-first':
    'I cannot send you a personal message yet. Open the app Leerteambot in Teams first, and then try again.',
  'msteams.stored-open-app':
    'It is stored. I cannot send you a personal message yet. For that, open the app Leerteambot in Teams first.',
  'msteams.answered-below': 'My answer is below.',
  'msteams.wait': 'One moment. I am looking it up for you.',
  'msteams.button-too-old': 'This button is too old. Type the command again to get a new one.',
  'msteams.form-too-old': 'This form is too old. Nothing was saved. Open it again.',
  'msteams.answer-lost':
    'I could not show my answer properly. First check whether it was saved, and then try again (reference {reference}).',
  'msteams.agenda-window': 'Put on the agenda',

  // Forms.
  'msteams.required': 'Fill this in.',
  'msteams.no-choice': 'No choice',
  'msteams.tick-yes': 'Yes',
  'msteams.nothing-to-choose': 'There is nothing to choose from now.',

  // Files: Teams asks whether somebody wants to keep one.
  'msteams.file-calendar': 'File for my calendar',
  'msteams.file-get': 'Get the file',
  'msteams.file-failed': 'I could not send the file. Try again later (reference {reference}).',
  'msteams.file-declined':
    'All right, I do not put the file in your OneDrive. Type the command again if you do want it.',
  'msteams.file-too-old': 'I no longer have this file. Type the command again and I will make a new one.',

  // The app is new in a team or a group.
  'msteams.hello-channel':
    'Hello, I am Leerteambot. Mention me in a message with a command after it, for example <c>@Leerteambot agenda</c>. I send my answer to you only. Here I only put what is for everybody, such as a shared agenda.',

  // What can be typed, as buttons under an answer; each is typed as it stands.
  'msteams.suggest': 'You can also type: {words}.',
  'msteams.suggest-start': 'start',
  'msteams.suggest-goals': 'doel status',
  'msteams.suggest-actions': 'actie',
  'msteams.suggest-help': 'hulp',

  // Somebody whom Teams knows as no colleague.
  'msteams.refused-bot': 'I only talk to people, not to other apps.',
  'msteams.refused-guest':
    'You are a guest in this Teams environment. I only help colleagues with an account of this organisation.',
  'msteams.refused-stranger':
    'Your account belongs to another organisation. I only help colleagues of this organisation.',
  'msteams.cannot-tell': 'I cannot ask Teams who you are right now. Nothing has changed. Try again in a few minutes.',
};
