/** What Teams must know of the app: who it is, where it works, what it offers, and that it asks for no permission. */
import type { Command } from '../../../src/bot/command.ts';
import { say } from '../../../src/bot/text.ts';
import { type CommandList, commandLists } from './command-lists.ts';

export type ManifestOptions = {
  /** MicrosoftAppId; the app in Teams has the same id as its bot. */
  readonly appId: string;
  /** Of package.json. A package only replaces one with a lower version. */
  readonly version: string;
  /** An https address with the board's own page about the app; null when there is none. */
  readonly website: string | null;
  readonly commands: readonly Command[];
};

/** The newest schema that Microsoft publishes with @microsoft/app-manifest; a test holds it against that. */
export const SCHEMA = '1.30';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}`;

export const COLOR_ICON = 'color.png';
export const OUTLINE_ICON = 'outline.png';
export const ENGLISH = 'en.json';

/** Leads nowhere, by design (RFC 2606): Teams wants an address, and we know of no page that is the board's. */
const NO_WEBSITE = 'https://leerteambot.example';
const NAME = 'Leerteambot';
const ACCENT = '#0b5a5e';

export function teamsManifest({ appId, version, website, commands }: ManifestOptions) {
  const dutch = say('nl');
  const page = website ?? NO_WEBSITE;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: ENGLISH }],
    },
    developer: { name: NAME, websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
    name: { short: NAME, full: NAME },
    description: { short: dutch.plain('teams-package.short'), full: dutch.plain('teams-package.full') },
    icons: { color: COLOR_ICON, outline: OUTLINE_ICON },
    accentColor: ACCENT,
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        // A calendar file, or one's own data.
        supportsFiles: true,
        isNotificationOnly: false,
        // Teams expects answers to these that only one person sees, and the bot can send none: everybody would see them.
        supportsTargetedMessages: false,
        commandLists: commandLists(commands, dutch),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: 'agenda_punt',
            type: 'action',
            title: dutch.plain('teams-package.agenda-item'),
            description: dutch.plain('teams-package.agenda-item-about'),
            context: ['message'],
            fetchTask: true,
          },
        ],
      },
    ],
  } as const;
}

/** What is read otherwise by whoever has Teams in English. The commands themselves are the same in every language. */
export function englishTexts(commands: readonly Command[]): Readonly<Record<string, string>> {
  const english = say('en');
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': NAME,
    'name.full': NAME,
    'description.short': english.plain('teams-package.short'),
    'description.full': english.plain('teams-package.full'),
    ...descriptionsIn(commandLists(commands, english)),
    'composeExtensions[0].commands[0].title': english.plain('teams-package.agenda-item'),
    'composeExtensions[0].commands[0].description': english.plain('teams-package.agenda-item-about'),
  };
}

function descriptionsIn(lists: readonly CommandList[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lists.flatMap(({ commands }, list) =>
      commands.map(({ description }, at) => [`bots[0].commandLists[${list}].commands[${at}].description`, description]),
    ),
  );
}
