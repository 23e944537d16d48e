import type { checkup as nl } from '../nl/checkup.ts';
import type { Same } from '../same.ts';

export const checkup: Same<typeof nl> = {
  'checkup.fine': '✓ {what}',
  'checkup.attention': '▲ {what} How to mend it: {mend}',
  'checkup.database': 'The database is in order.',
  'checkup.schools':
    '{count, plural, =0 {There are no schools yet.} one {There is # school.} other {There are # schools.}}',
  'checkup.schools-mend': 'import the plans with leerteam importeer.',
  'checkup.calendar': 'The school vacations are known up to and including {day}.',
  'checkup.calendar-ends':
    'The school vacations are known up to and including {day}. After that only weekends and public holidays count.',
  'checkup.calendar-mend': 'put the vacations into the sheet kalender, or take a newer version of Leerteambot.',
  'checkup.no-director': '{school} has no director, so nobody gets the monthly summary.',
  'checkup.no-director-mend': 'give somebody the role directeur in the sheet medewerkers.',
  'checkup.no-preparer':
    '{school}: nobody can prepare the agenda of {count, plural, one {# meeting} other {# meetings}} of {team}.',
  'checkup.no-preparer-mend': 'look at the working days of the chair, or name a deputy.',
  'checkup.no-working-days': '{school}: I do not know the working days of {people}. I take Monday to Friday.',
  'checkup.no-working-days-mend': 'fill in werkdagen in the sheet medewerkers.',
  'checkup.no-lead': '{school}: {people} {count, plural, one {has} other {have}} a POP, but no lead.',
  'checkup.no-lead-mend': 'choose a lead with /school (colleagues), or in the sheet medewerkers.',
  'checkup.no-owner':
    '{school}: {count, plural, one {# goal has} other {# goals have}} no owner, so nobody is asked about it.',
  'checkup.no-owner-mend': 'fill in leerteam or eigenaar in the sheet doelen.',
  'checkup.removal':
    '{count, plural, one {# person wants} other {# people want}} to be removed. The oldest request is of {date}.',
  'checkup.removal-mend': 'hand over what is open and do leerteam wis {email}, by {last} at the latest.',
  'checkup.no-admin': 'There is no admin, so nobody hears of it when somebody asks to be removed.',
  'checkup.no-admin-mend': 'give somebody the role beheerder in the sheet medewerkers.',
  'checkup.key-gone': 'The key file of the removed addresses is gone. Importing and removing is not possible now.',
  'checkup.key-gone-mend':
    'put the file that ends in .sleutel back beside the database. Is it lost? Type leerteam sleutel.',
  'checkup.failed':
    '{count, plural, one {# message} other {# messages}} could not be delivered in the last 30 days, to {receivers} ({reason}).',
  'checkup.channel-of': 'the channel of {team}',
  'checkup.failed-mend':
    'see whether these people and channels are still there, and whether the app may still reach them.',
  'checkup.mend.fault': 'look for fault in the log, and report it with that line.',
  'checkup.mend.not_in_channel': 'invite the app to the channel: type /invite @Leerteambot there.',
  'checkup.mend.channel_not_found':
    'type /leerteam koppel in the channel of the leerteam. Is the channel private, invite the app there first.',
  'checkup.mend.is_archived': 'take the channel out of the archive, or type /leerteam koppel in another channel.',
  'checkup.mend.restricted_action': 'let the app post there in the settings of the channel.',
  'checkup.mend.restricted_action_read_only_channel': 'let the app post there in the settings of the channel.',
  'checkup.mend.account_inactive':
    'the account is switched off in Slack. Switch it on again, or fill in the last day at /school mensen.',
  'checkup.mend.user_disabled':
    'the account is switched off in Slack. Switch it on again, or fill in the last day at /school mensen.',
  'checkup.mend.app_not_in_channel':
    'add the app in Teams to the team or the group chat. After that the chair types agenda delen again.',
  'checkup.mend.BotNotInConversationRoster':
    'add the app in Teams to the team or the group chat again, and have the chair type agenda delen again. Is it about a person, then install the app for that person again (docs/teams.md).',
  'checkup.mend.several_channels':
    'there are several channels of that name in Teams. Type @Leerteambot leerteam koppel in the channel of the leerteam.',
  'checkup.mend.MessageWritesBlocked':
    'the app is blocked or taken away for them in Teams. Ask them to open Leerteambot again, or make the app ready once more (docs/teams.md).',
  'checkup.mend.BotDisabledByAdmin': 'set Leerteambot to Allow again in the Teams admin center, at Manage apps.',
  'checkup.account-second':
    'The {platform} account {account} belongs to {name} ({email}), who has another account already. It is not linked.',
  'checkup.account-second-mend':
    'is this the right account of {name}? Then type /school account los {name} as an admin. Otherwise there is nothing to do.',
  'checkup.account-of-two': 'The {platform} account {account} fits more than one person: {people}. It is not linked.',
  'checkup.account-of-two-mend':
    'make sure that the e-mail addresses of the account belong to one person in the sheet medewerkers.',
  'checkup.accounts-more':
    'There {count, plural, one {is # more account} other {are # more accounts}} that could not be linked.',
  'checkup.accounts-more-mend': 'mend the accounts above first and do leerteam controleer again.',
  'checkup.waiting':
    '{count, plural, =0 {Nothing waits to be sent.} one {# message waits to be sent.} other {# messages wait to be sent.}}',
  'checkup.platform': 'Slack and Teams are not set up: messages arrive on the trial page only.',
  'checkup.no-tokens': 'There are schools of your own, but neither Teams nor Slack is set up: nobody gets a message.',
  'checkup.no-tokens-mend':
    'put MicrosoftAppId (see docs/teams.md) or SLACK_BOT_TOKEN (see docs/slack.md) into the file .env, in the folder where you start Leerteambot. See to it that it is not called .env.txt.',
  'checkup.open-env': 'Everybody on this computer can read .env with the tokens.',
  'checkup.open-env-mend': 'type chmod 600 .env as the user of Leerteambot.',
  'checkup.slack': 'The token for Slack is right. Leerteambot works in {workspace}.',
  'checkup.slack-unreachable': 'Slack cannot be reached ({reason}).',
  'checkup.slack-unreachable-mend':
    'see whether this computer is on the internet and whether the firewall lets slack.com through on port 443.',
  'checkup.slack-token': 'Slack refuses the token of the bot ({reason}).',
  'checkup.slack-token-mend':
    'copy the Bot User OAuth Token from OAuth & Permissions of the app to SLACK_BOT_TOKEN again. Is there none, choose Install to Workspace there first.',
  'checkup.slack-not-a-bot': 'SLACK_BOT_TOKEN is not the token of a bot.',
  'checkup.slack-scopes': 'In Slack the app may do what is needed, and no more.',
  'checkup.slack-scopes-missing': 'In Slack the app may do too little. This is missing: {scopes}.',
  'checkup.slack-scopes-missing-mend':
    'put manifest.yml into the app again at App Manifest, and then choose Reinstall to Workspace at OAuth & Permissions.',
  'checkup.slack-scopes-extra': 'In Slack the app may do more than is needed: {scopes}.',
  'checkup.slack-scopes-extra-mend':
    'put manifest.yml into the app again at App Manifest. Choose Revoke All OAuth Tokens at OAuth & Permissions, install the app again and put the new token into SLACK_BOT_TOKEN.',
  'checkup.slack-socket': 'Socket Mode is set up well: Leerteambot itself connects to Slack.',
  'checkup.slack-app-token': 'Slack refuses the app token ({reason}).',
  'checkup.slack-app-token-mend':
    'make a token with connections:write at Basic Information, App-Level Tokens of the app and put it into SLACK_APP_TOKEN. See also whether Socket Mode is on.',
  'checkup.slack-socket-unreachable':
    'Slack itself can be reached, but the connection for Socket Mode cannot ({reason}).',
  'checkup.slack-socket-unreachable-mend': 'let {host} through the firewall on port 443 too, or use HTTP.',
  'checkup.slack-http':
    'Slack calls Leerteambot (HTTP). Whether Slack reaches the address is to be seen at Event Subscriptions of the app: it says Verified then.',
  'checkup.slack-signing-secret': 'SLACK_SIGNING_SECRET does not look as Slack makes them (32 digits and letters).',
  'checkup.slack-signing-secret-mend':
    'copy the Signing Secret from Basic Information of the app again, and not the Client Secret.',
  'checkup.slack-people':
    '{count, plural, one {The # staff member has} other {All # staff members have}} an account of their own in Slack.',
  'checkup.slack-others':
    '{count, plural, one {The # staff member who cannot be reached in Teams has} other {The # staff members who cannot be reached in Teams have}} an own account in Slack.',
  'checkup.slack-no-account':
    '{count, plural, one {# staff member has} other {# staff members have}} no account in Slack with the address of the plans: {people}.',
  'checkup.slack-no-account-mend':
    'invite them to Slack. Do they use another address there, put it into andere_emails in the sheet medewerkers.',
  'checkup.slack-switched-off':
    '{count, plural, one {Of # staff member} other {Of # staff members}} the account in Slack is switched off: {people}.',
  'checkup.slack-switched-off-mend': 'switch the account on again, or fill in the last day at /school mensen.',
  'checkup.slack-guests':
    '{count, plural, one {# staff member is} other {# staff members are}} a guest in Slack, and guests cannot use Leerteambot: {people}.',
  'checkup.slack-guests-mend': 'make them full members in Slack.',
  'checkup.slack-elsewhere':
    '{count, plural, one {# member of staff is} other {# members of staff are}} still tied to an account in another workspace of Slack: {people}.',
  'checkup.slack-elsewhere-mend':
    'as admin, type /school account los with the name for each of them. The account in this workspace is then found by itself.',
  'checkup.slack-people-unknown': 'I could not find out who has an account in Slack ({reason}).',
  'checkup.slack-people-unknown-mend': 'try again in a few minutes.',
  'checkup.teams': 'The id and the secret of the bot for Teams are right. The bot belongs to tenant {tenant}.',
  'checkup.teams-identity': 'The managed identity of the bot for Teams is right. The bot belongs to tenant {tenant}.',
  'checkup.teams-anonymous':
    'TEAMS_ANONYMOUS is on: only a trial program on this machine can talk to Leerteambot, and Teams itself cannot.',
  'checkup.teams-anonymous-mend':
    'take TEAMS_ANONYMOUS away and put MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType and MicrosoftAppTenantId into .env.',
  'checkup.teams-unreachable': 'Microsoft cannot be reached ({reason}).',
  'checkup.teams-unreachable-mend':
    'see whether this machine has internet and the firewall lets login.microsoftonline.com and login.botframework.com through on port 443.',
  'checkup.teams-no-identity': 'Azure gives no managed identity on this machine ({reason}).',
  'checkup.teams-no-identity-mend':
    'tie the managed identity with id {id} to this machine in Azure. Does Leerteambot not run in Azure? Then use MicrosoftAppType=SingleTenant with a secret.',
  'checkup.teams-id': 'Microsoft does not know MicrosoftAppId {id} in tenant {tenant} ({reason}).',
  'checkup.teams-id-mend':
    'copy the Application (client) ID and the Directory (tenant) ID again from Entra, app registration, Overview, into .env.',
  'checkup.teams-tenant': 'Microsoft does not know MicrosoftAppTenantId {tenant} ({reason}).',
  'checkup.teams-tenant-mend':
    'copy the Directory (tenant) ID again from Entra, app registration, Overview, into .env.',
  'checkup.teams-secret': 'Microsoft refuses MicrosoftAppPassword ({reason}).',
  'checkup.teams-secret-mend':
    'make a new secret in Entra, app registration, Certificates & secrets, and copy its Value (not the Secret ID) into .env. A secret expires after some time.',
  'checkup.teams-own-tenant':
    'Tenant {tenant}, to which the bot belongs, is not in TEAMS_ALLOWED_TENANTS: nobody there is helped.',
  'checkup.teams-own-tenant-mend': 'add {tenant}, or take TEAMS_ALLOWED_TENANTS away.',
  'checkup.teams-tenants':
    'In Teams Leerteambot helps the people of {count, plural, one {# tenant} other {# tenants}}: {tenants}.',
  'checkup.teams-seen': 'The last thing that came in from Teams is of {day}.',
  'checkup.teams-silent': 'Nothing came in from Teams since {day}.',
  'checkup.teams-never': 'Nothing ever came in from Teams.',
  'checkup.teams-address-mend':
    'see in Azure at the bot, Configuration, whether the Messaging endpoint is your own address, with https and with /api/messages at the end, and whether your web server passes it on. Then type hulp to Leerteambot in Teams.',
  'checkup.teams-people':
    '{count, plural, one {The # staff member} other {All # staff members}} can be reached in Teams.',
  'checkup.teams-some':
    'In Teams {count, plural, one {# staff member} other {# staff members}} of {all} can be reached.',
  'checkup.teams-no-app':
    '{count, plural, one {# staff member} other {# staff members}} cannot be reached in Teams yet: {people}.',
  'checkup.teams-no-app-mend':
    'make the app ready for all staff in the Teams admin center (see docs/teams.md), or ask them to open Leerteambot once. Do they use another address there, put it at andere_emails in the sheet medewerkers.',
  'checkup.teams-elsewhere':
    '{count, plural, one {# staff member is} other {# staff members are}} still tied to an account of another organisation in Teams: {people}.',
  'checkup.teams-elsewhere-mend':
    'type /school account los with the name for each of them, as an admin. After that the account of now is tied as soon as they type something.',
  'checkup.backup': 'The last backup is of {day}.',
  'checkup.no-backup': 'No backup was ever made.',
  'checkup.old-backup': 'The last backup is of {day}, more than a week ago.',
  'checkup.backup-mend': 'make one every day with leerteam backup, and keep it in another place.',
  'checkup.gone':
    '{count, plural, one {# person has} other {# people have}} been gone for more than two years: {people}.',
  'checkup.gone-mend': 'consider leerteam wis with the e-mail address.',
};
