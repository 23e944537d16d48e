import type { slack as nl } from '../nl/slack.ts';
import type { Same } from '../same.ts';

export const slack: Same<typeof nl> = {
  // Answers: modals, buttons and files.
  'slack.wait-title': 'One moment',
  'slack.wait': 'I am looking it up for you.',
  'slack.close': 'Close',
  'slack.fill-in': 'Fill in',
  'slack.form-waits': 'I need something more from you. Fill it in with the button.',
  'slack.window': 'Leerteambot',
  'slack.cancel': 'Cancel',
  'slack.tick-yes': 'Yes',
  'slack.no-choice': 'No choice',
  'slack.nothing-to-choose': 'There is nothing to choose from now.',
  'slack.more-below': 'Not everything fits here. Type the command in your conversation with me to see the rest.',
  'slack.button-too-old': 'This button is too old. Type the command again to get a new one.',
  'slack.form-too-old': 'This form is too old. Nothing was saved. Open it again.',
  'slack.file-sent': '{count, plural, one {The file is} other {The files are}} in your conversation with me.',
  'slack.file-failed': 'I could not send the file. Try again later (reference {reference}).',
  'slack.answer-lost':
    'I could not show my answer properly. First check whether it was saved, and then try again (reference {reference}).',
  'slack.other-workspace': 'I belong to another Slack workspace, so I cannot help you here. Ask your director.',

  // Starting, for whoever runs the server.
  'slack.bot-token-refused':
    'Slack refuses SLACK_BOT_TOKEN ({code}). Copy the Bot User OAuth Token from OAuth & Permissions of the app to SLACK_BOT_TOKEN in .env, and start again. Is there none, choose Install to Workspace there first.',
  'slack.app-token-refused':
    'Slack refuses SLACK_APP_TOKEN ({code}). Make a token with connections:write at Basic Information, App-Level Tokens of the app, put it into SLACK_APP_TOKEN in .env, and start again. See also whether Socket Mode is on.',

  // Somebody whom Slack knows as no colleague.
  'slack.refused-bot': 'I only talk to people, not to other apps.',
  'slack.refused-deactivated': 'Your account is switched off in Slack, so I cannot help you. Ask the admin of Slack.',
  'slack.refused-guest':
    'You are a guest in this Slack workspace. I only help full members. Ask the admin of Slack for a regular account.',
  'slack.refused-stranger':
    'Your account belongs to another Slack workspace. I only help colleagues of this workspace.',
  'slack.cannot-tell': 'I cannot ask Slack who you are right now. Nothing has changed. Try again in a few minutes.',
};
