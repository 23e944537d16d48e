import type { teamsPackage as nl } from '../nl/teams-package.ts';
import type { Same } from '../same.ts';

export const teamsPackage: Same<typeof nl> = {
  'teams-package.short': 'Goals, agendas and actions of your leerteam',
  'teams-package.full':
    'Leerteambot helps leerteams to do what their plans say. You keep track of your goals, you get an agenda that is ready for you, actions have an owner, and the director gets a short summary every month. You get at most one message a day, only on your working days and never in a vacation. It is about goals, not about people. Leerteambot does not read along: it only sees what you write to Leerteambot itself, or where you mention it.',
  'teams-package.link-channel': 'The agenda of your leerteam in this channel or chat from now on',
  'teams-package.agenda-item': 'Put on the agenda',
  'teams-package.agenda-item-about': 'Makes this message an item for the agenda of your leerteam',

  // For whoever makes it.
  'teams-package.help': 'makes the package for Teams: a zip that the admin of Teams uploads',
  'teams-package.help-website': 'address (https) of a page of your board about Leerteambot',
  'teams-package.help-version': 'version number of the package, when Teams has that of Leerteambot already',
  'teams-package.made': 'The package for Teams is in {file}. The admin of Teams uploads it: see docs/teams.md.',
  'teams-package.no-website':
    'Note: the links of the app in Teams (website, privacy, terms) lead nowhere yet. Give a page of your board with --website https://...',
  'teams-package.no-app-id':
    'The package needs MicrosoftAppId. Put it in .env, with MicrosoftAppTenantId and MicrosoftAppType: see docs/teams.md.',
  'teams-package.wrong-website': '--website must be an address that begins with https://, such as {example}',
  'teams-package.wrong-version': '--versie must be a number such as {example}, higher than the one in Teams',
  'teams-package.not-a-zip': 'Give a file that ends in .zip, such as: teams-pakket leerteambot.zip',
};
