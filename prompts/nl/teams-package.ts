/** What Microsoft Teams shows about the app before anybody uses it, and what the installer reads when the package is made. */
export const teamsPackage = {
  'teams-package.short': 'Doelen, agenda’s en acties van je leerteam',
  'teams-package.full':
    'Leerteambot helpt leerteams om te doen wat in hun plannen staat. Je houdt je doelen bij, je krijgt een agenda die al klaarstaat, acties hebben een eigenaar, en de directeur krijgt elke maand een kort overzicht. Je krijgt hooguit één bericht per dag, alleen op je werkdagen en nooit in een vakantie. Het gaat over doelen, niet over personen. Leerteambot leest niet mee: het ziet alleen wat je aan Leerteambot zelf schrijft, of waarin je het noemt.',
  'teams-package.link-channel': 'De agenda van je leerteam voortaan in dit kanaal of deze chat',
  'teams-package.agenda-item': 'Zet op de agenda',
  'teams-package.agenda-item-about': 'Maakt van dit bericht een punt voor de agenda van je leerteam',

  // For whoever makes it.
  'teams-package.help': 'maakt het pakket voor Teams: een zip die de beheerder van Teams uploadt',
  'teams-package.help-website': 'adres (https) van een pagina van je bestuur over Leerteambot',
  'teams-package.help-version': 'versienummer van het pakket, als Teams dat van Leerteambot al heeft',
  'teams-package.made': 'Het pakket voor Teams staat in {file}. De beheerder van Teams uploadt het: zie docs/teams.md.',
  'teams-package.no-website':
    'Let op: de links bij de app in Teams (website, privacy, voorwaarden) wijzen nog nergens heen. Geef een pagina van je bestuur mee met --website https://...',
  'teams-package.no-app-id':
    'Voor het pakket ontbreekt MicrosoftAppId. Zet het in .env, met MicrosoftAppTenantId en MicrosoftAppType: zie docs/teams.md.',
  'teams-package.wrong-website': '--website moet een adres zijn dat begint met https://, bijvoorbeeld {example}',
  'teams-package.wrong-version': '--versie moet een nummer zijn als {example}, hoger dan dat in Teams',
  'teams-package.not-a-zip': 'Geef een bestand dat eindigt op .zip, bijvoorbeeld: teams-pakket leerteambot.zip',
} as const;
