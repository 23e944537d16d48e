import type { cli as nl } from '../nl/cli.ts';
import type { Same } from '../same.ts';

export const cli: Same<typeof nl> = {
  'cli.open': 'The trial school is open at http://localhost:{port}',
  'cli.runs': 'Leerteambot runs on port {port}.',
  'cli.slack-socket': 'Slack is connected.',
  'cli.slack-http': 'Slack calls Leerteambot at /slack/events.',
  'cli.without-slack': 'Slack cannot be reached yet, I keep trying.',
  'cli.teams-http': 'Teams calls Leerteambot at /api/messages.',
  'cli.teams-anonymous': 'Teams is here to try out: whoever works on this computer can pass for a colleague.',
  'cli.without-teams': 'Microsoft cannot be reached yet, I keep trying.',
  'cli.no-schools': 'There are no schools yet. Read the plans in with: npm run -s leerteam -- importeer plannen/',
  'cli.own-without-tokens':
    'Note: {file} has schools of your own, but neither Teams nor Slack is set up. Put MicrosoftAppId (see docs/teams.md) or SLACK_BOT_TOKEN (see docs/slack.md) into .env (not into .env.txt), in the folder where you start. Until then this is the trial school.',
  'cli.open-env': 'Note: everybody on this computer can read .env with the tokens. Type chmod 600 .env',
  'cli.stopped': 'Leerteambot has stopped.',
  'cli.trial-used': 'There is no database of your own yet. This is the trial school.',
  'cli.say-what':
    'Give a text, or --doe with a button. For example: zeg --als sanne@proefschool.example "/doel status"',
  'cli.wrong-fields': 'What follows --met is no JSON with fields. For example: --met {example}',
  'cli.wrong-instant': 'I do not understand the time {typed}. For example: 2026-11-24T09:00:00+01:00',
  'cli.wrong-day': 'I do not understand the day {typed}. For example: 2026-08-01',
  'cli.period-backwards': '--tot is before --van. Turn them around.',
  'cli.period-too-long': 'That is more than five years. Choose a shorter period.',
  'cli.op-with-platform': '--op is not possible while Slack or Teams is set up: the history would no longer be right.',
  'cli.op-too-early': '--op is before the newest record ({latest}). Choose a later moment.',
  'cli.unknown-school':
    'I do not know the school {typed}. {count, plural, =0 {There are no schools yet.} other {Do you mean {nearest}?}}',
  'cli.progress': '{done, number} of {all, number}',
  'cli.exported': 'Written to {path}: {count, plural, one {# row} other {# rows}}.',
  'cli.left-out-teams':
    'Left out: {count, plural, one {# team} other {# teams}} whose chair was removed. Choose a new chair and do it again.',
  'cli.left-out-actions': 'Left out: {count, plural, one {# action} other {# actions}} whose owner was removed.',
  'cli.kept': 'Kept: {path}',
  'cli.no-file': 'There is no file with this answer.',
  'cli.nothing-to-send': 'There is nothing to send at this moment.',
  'cli.sent': '{count, plural, =0 {Nothing was sent.} one {# message was sent.} other {# messages were sent.}}',
  'cli.would-send':
    '{count, plural, one {# message would go out.} other {# messages would go out.}} With --verstuur they really do.',
  'cli.preview-count':
    '{count, plural, =0 {Leerteambot sends nothing in this period.} one {# message} other {# messages}}',
  'cli.unknown-command': 'I do not know the command {typed}. Type leerteam --help for all commands.',
  'cli.unknown-option': 'I do not know the option {typed}. Type leerteam --help for all commands.',
  'cli.no-command': 'Say what to do. Type leerteam --help for all commands.',
  'cli.too-much': 'There is too much after the command. Put a sentence between quotes.',
  'cli.missing': 'Something is missing: {what}. Type leerteam --help for all commands.',
  'cli.fault': 'That did not work. Nothing was changed. ({reason})',
  'cli.not-a-trial': '{file} is not a trial school. The trial school has a file of its own.',

  'cli.help.program': 'Leerteambot on the command line',
  'cli.help.start': 'starts the server, or the trial school when neither Slack nor Teams is set up',
  'cli.help.say': 'says something as somebody and shows the answer',
  'cli.help.import': 'reads a folder of CSV files or an .xlsx: all or nothing',
  'cli.help.export': 'writes what there is to a folder or an .xlsx',
  'cli.help.preview': 'every nudge in a period, if nobody reacts',
  'cli.help.tick': 'what would go out at this moment',
  'cli.help.checkup': 'looks whether all is ready, and says how to mend what is not',
  'cli.help.sure': 'removes without asking',
  'cli.help.erase': 'removes somebody, and names backups and texts for you to look at',
  'cli.help.key': 'looks whether the key file of the removed addresses is right',
  'cli.help.new-key': 'makes a new key file when the old one is really lost',
  'cli.help.db': 'another database',
  'cli.help.as': 'e-mail address of who says it',
  'cli.help.json': 'as JSON',
  'cli.help.op': 'as if it were then (ISO 8601)',
  'cli.help.do': 'presses this button or sends this form',
  'cli.help.with': 'the fields with it, as JSON',
  'cli.help.keep': 'keeps the files of the answer in this folder',
  'cli.help.dry-run': 'only look whether it is right',
  'cli.help.overwrite': 'also what was changed in chat',
  'cli.help.from': 'first day',
  'cli.help.until': 'last day',
  'cli.help.school': 'this school only',
  'cli.help.send': 'really send it',
  'cli.backed-up': 'The backup is in {file}. Move it to another place and let only the admin reach it.',
  'cli.keep-key': 'Keep {key} as well, but not beside the backup. By that file I recognise who was removed.',
  'cli.help.backup': 'makes a backup, also while the server runs',
  'cli.help.restore': 'restores a backup, while the server stands still',

  'config.port': 'PORT must be a number, for example 3000.',
  'config.port-whole': 'PORT must be a whole number, for example 3000.',
  'config.port-range': 'PORT must be between 0 and 65535.',
  'config.database': 'DATABASE_URL must begin with file:, for example file:./data/leerteam.db.',
  'config.log-level': 'LOG_LEVEL can be fatal, error, warn, info, debug or silent.',
  'config.metrics-token': 'METRICS_TOKEN must have at least 16 characters.',
  'config.slack-bot-token': 'SLACK_BOT_TOKEN must begin with xoxb-. You find it at OAuth & Permissions.',
  'config.slack-app-token':
    'SLACK_APP_TOKEN must begin with xapp-. You make it at Basic Information, App-Level Tokens.',
  'config.slack-no-bot-token': 'For Slack, SLACK_BOT_TOKEN is missing. You find it at OAuth & Permissions.',
  'config.slack-no-way-in':
    'For Slack, SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing. Choose one of the two.',
  'config.slack-api-url': 'SLACK_API_URL must begin with https://, or point to this computer.',
  'config.teams-id':
    'MicrosoftAppId looks like 12345678-90ab-cdef-1234-567890abcdef. You find it at the app in Entra as Application (client) ID.',
  'config.teams-tenant':
    'MicrosoftAppTenantId looks like 12345678-90ab-cdef-1234-567890abcdef. You find it at the app in Entra as Directory (tenant) ID.',
  'config.teams-tenants':
    'TEAMS_ALLOWED_TENANTS is a list of tenant ids with commas between them. A tenant id looks like 12345678-90ab-cdef-1234-567890abcdef.',
  'config.teams-type':
    'MicrosoftAppType can be SingleTenant or UserAssignedMSI. Most of the time it is SingleTenant. MultiTenant is not possible: any organisation could get in.',
  'config.teams-secret-id':
    'MicrosoftAppPassword holds the id of the secret. Copy the value (Value) of the secret, it is next to it.',
  'config.teams-no-id': 'For Teams, MicrosoftAppId is missing. You find it at the app in Entra.',
  'config.teams-no-tenant':
    'For Teams, MicrosoftAppTenantId is missing. You find it at the app in Entra as Directory (tenant) ID.',
  'config.teams-no-type': 'For Teams, MicrosoftAppType is missing. Most of the time it is SingleTenant.',
  'config.teams-no-secret':
    'For Teams, MicrosoftAppPassword is missing. You make it at the app in Entra, at Certificates & secrets.',
  'config.teams-secret-of-none': 'MicrosoftAppType=UserAssignedMSI has no MicrosoftAppPassword. Take it away.',
  'config.teams-anonymous': 'TEAMS_ANONYMOUS can be 1 or 0.',
  'config.teams-anonymous-app':
    'TEAMS_ANONYMOUS=1 does not go together with MicrosoftAppId: anybody could pass for a colleague. Take one of them away.',
  'config.teams-anonymous-host':
    'TEAMS_ANONYMOUS=1 is for trying on this computer only. Set HOST to 127.0.0.1 or leave HOST out.',
  'config.teams-anonymous-production':
    'TEAMS_ANONYMOUS=1 is for trying only, and NODE_ENV is production. Take one of them away.',
  'config.teams-secret-refused':
    'Microsoft refuses MicrosoftAppId, MicrosoftAppTenantId or MicrosoftAppPassword ({code}). A secret expires after a while. Make a new one at the app in Entra, at Certificates & secrets, put its value in .env, and start again.',
  'config.teams-identity-refused':
    'Azure gives no access for the managed identity in MicrosoftAppId ({code}). Does Leerteambot run on a machine in Azure that has this identity?',
  'config.teams-unguarded':
    'Leerteambot stops: messages that Microsoft did not sign get in at /api/messages (status {status}). Report this to the makers.',
  'config.teams-not-asked':
    'I cannot reach my own address {address}, so I cannot see whether messages without a signature are refused. Look at HOST and PORT.',
  'config.production':
    'NODE_ENV is production, but neither Slack nor Teams is set up. The trial school is for trying only.',
  'config.trial-file': 'The trial school gets a file of its own, never the one of DATABASE_URL.',
  'config.trial-host': 'The trial school is for this computer only. Set HOST to 127.0.0.1 or leave HOST out.',
  'config.port-taken': 'Port {port} is in use already. Choose another one, for example PORT=3001.',
};
