/** What `controleer` says: what is well, and how to mend what is not. */
export const checkup = {
  'checkup.fine': '✓ {what}',
  'checkup.attention': '▲ {what} Zo los je het op: {mend}',
  'checkup.database': 'De database is in orde.',
  'checkup.schools': '{count, plural, =0 {Er zijn nog geen scholen.} one {Er is # school.} other {Er zijn # scholen.}}',
  'checkup.schools-mend': 'importeer de plannen met leerteam importeer.',
  'checkup.calendar': 'De schoolvakanties zijn bekend tot en met {day}.',
  'checkup.calendar-ends':
    'De schoolvakanties zijn bekend tot en met {day}. Daarna tellen alleen weekenden en feestdagen.',
  'checkup.calendar-mend': 'zet de vakanties in het blad kalender, of neem een nieuwere versie van Leerteambot.',
  'checkup.no-director': '{school} heeft geen directeur, dus niemand krijgt het maandoverzicht.',
  'checkup.no-director-mend': 'geef iemand de rol directeur in het blad medewerkers.',
  'checkup.no-preparer':
    '{school}: voor {count, plural, one {# bijeenkomst} other {# bijeenkomsten}} van {team} kan niemand de agenda klaarzetten.',
  'checkup.no-preparer-mend': 'kijk naar de werkdagen van de voorzitter, of wijs een vervanger aan.',
  'checkup.no-working-days':
    '{school}: van {people} weet ik de werkdagen niet. Ik reken met maandag tot en met vrijdag.',
  'checkup.no-working-days-mend': 'vul werkdagen in het blad medewerkers in.',
  'checkup.no-lead':
    '{school}: {people} {count, plural, one {heeft} other {hebben}} een POP, maar geen leidinggevende.',
  'checkup.no-lead-mend': 'kies een leidinggevende bij de collega’s van /school, of in het blad medewerkers.',
  'checkup.no-owner':
    '{school}: {count, plural, one {# doel heeft} other {# doelen hebben}} geen eigenaar, dus niemand krijgt daar een vraag over.',
  'checkup.no-owner-mend': 'vul leerteam of eigenaar in het blad doelen in.',
  'checkup.removal':
    '{count, plural, one {# persoon wil} other {# mensen willen}} gewist worden. De oudste vraag is van {date}.',
  'checkup.removal-mend': 'draag over wat open staat en doe leerteam wis {email}, uiterlijk op {last}.',
  'checkup.no-admin': 'Er is geen beheerder, dus niemand hoort het als iemand gewist wil worden.',
  'checkup.no-admin-mend': 'geef iemand de rol beheerder in het blad medewerkers.',
  'checkup.key-gone': 'Het sleutelbestand van de gewiste adressen is weg. Importeren en wissen kan nu niet.',
  'checkup.key-gone-mend':
    'zet het bestand dat eindigt op .sleutel terug naast de database. Is het kwijt? Typ leerteam sleutel.',
  'checkup.failed':
    '{count, plural, one {# bericht kon} other {# berichten konden}} de laatste 30 dagen niet worden bezorgd, aan {receivers} ({reason}).',
  'checkup.channel-of': 'het kanaal van {team}',
  'checkup.failed-mend': 'kijk of deze mensen en kanalen er nog zijn, en of de app er nog mag komen.',
  'checkup.mend.fault': 'zoek in het logboek naar fault, en meld het met die regel.',
  'checkup.mend.not_in_channel': 'nodig de app uit in het kanaal: typ daar /invite @Leerteambot.',
  'checkup.mend.channel_not_found':
    'typ /leerteam koppel in het kanaal van het leerteam. Is het kanaal besloten, nodig de app er dan eerst uit.',
  'checkup.mend.is_archived': 'haal het kanaal uit het archief, of typ /leerteam koppel in een ander kanaal.',
  'checkup.mend.restricted_action': 'laat in de instellingen van het kanaal toe dat de app er berichten plaatst.',
  'checkup.mend.restricted_action_read_only_channel':
    'laat in de instellingen van het kanaal toe dat de app er berichten plaatst.',
  'checkup.mend.account_inactive':
    'het account staat uit in Slack. Zet het weer aan, of vul bij /school mensen de laatste dag in.',
  'checkup.mend.user_disabled':
    'het account staat uit in Slack. Zet het weer aan, of vul bij /school mensen de laatste dag in.',
  'checkup.mend.app_not_in_channel':
    'voeg de app in Teams toe aan het team of de groepschat. Daarna typt de voorzitter opnieuw agenda delen.',
  'checkup.mend.BotNotInConversationRoster':
    'voeg de app in Teams weer toe aan het team of de groepschat, en laat de voorzitter opnieuw agenda delen typen. Gaat het om een persoon, zet de app dan weer voor die persoon klaar (docs/teams.md).',
  'checkup.mend.several_channels':
    'er zijn in Teams meer kanalen met die naam. Typ @Leerteambot leerteam koppel in het kanaal van het leerteam.',
  'checkup.mend.MessageWritesBlocked':
    'in Teams is de app voor hen geblokkeerd of weggehaald. Vraag hun om Leerteambot weer te openen, of zet de app opnieuw klaar (docs/teams.md).',
  'checkup.mend.BotDisabledByAdmin': 'zet Leerteambot in het beheercentrum van Teams bij Manage apps weer op Allow.',
  'checkup.account-second':
    'Het {platform}-account {account} hoort bij {name} ({email}), die al een ander account heeft. Het is niet gekoppeld.',
  'checkup.account-second-mend':
    'is dit het goede account van {name}? Typ dan als beheerder /school account los {name}. Anders hoef je niets te doen.',
  'checkup.account-of-two':
    'Het {platform}-account {account} past bij meer dan één persoon: {people}. Het is niet gekoppeld.',
  'checkup.account-of-two-mend':
    'zorg dat de e-mailadressen van het account bij één persoon staan in het blad medewerkers.',
  'checkup.accounts-more':
    'Er {count, plural, one {is nog # account dat} other {zijn nog # accounts die}} niet gekoppeld {count, plural, one {kon} other {konden}} worden.',
  'checkup.accounts-more-mend': 'los eerst de accounts hierboven op en doe leerteam controleer opnieuw.',
  'checkup.waiting':
    '{count, plural, =0 {Er wacht niets op verzending.} one {Er wacht # bericht op verzending.} other {Er wachten # berichten op verzending.}}',
  'checkup.platform': 'Slack en Teams zijn niet ingesteld: berichten komen alleen op de proefpagina.',
  'checkup.no-tokens':
    'Er zijn eigen scholen, maar Teams en Slack zijn allebei niet ingesteld: niemand krijgt een bericht.',
  'checkup.no-tokens-mend':
    'zet MicrosoftAppId (zie docs/teams.md) of SLACK_BOT_TOKEN (zie docs/slack.md) in het bestand .env, in de map waar je Leerteambot start. Let op dat het niet .env.txt heet.',
  'checkup.open-env': 'Iedereen op deze computer kan .env met de tokens lezen.',
  'checkup.open-env-mend': 'typ chmod 600 .env als de gebruiker van Leerteambot.',
  'checkup.slack': 'Het token voor Slack klopt. Leerteambot werkt in {workspace}.',
  'checkup.slack-unreachable': 'Slack is niet te bereiken ({reason}).',
  'checkup.slack-unreachable-mend':
    'kijk of deze computer internet heeft en of de firewall slack.com doorlaat op poort 443.',
  'checkup.slack-token': 'Slack weigert het token van de bot ({reason}).',
  'checkup.slack-token-mend':
    'kopieer in de app bij OAuth & Permissions het Bot User OAuth Token opnieuw naar SLACK_BOT_TOKEN. Staat er geen, kies daar dan eerst Install to Workspace.',
  'checkup.slack-not-a-bot': 'SLACK_BOT_TOKEN is niet het token van een bot.',
  'checkup.slack-scopes': 'De app mag in Slack wat nodig is, en niet meer.',
  'checkup.slack-scopes-missing': 'De app mag in Slack te weinig. Dit ontbreekt: {scopes}.',
  'checkup.slack-scopes-missing-mend':
    'zet manifest.yml opnieuw in de app bij App Manifest, en kies daarna bij OAuth & Permissions Reinstall to Workspace.',
  'checkup.slack-scopes-extra': 'De app mag in Slack meer dan nodig: {scopes}.',
  'checkup.slack-scopes-extra-mend':
    'zet manifest.yml opnieuw in de app bij App Manifest. Kies bij OAuth & Permissions Revoke All OAuth Tokens, installeer de app opnieuw en zet het nieuwe token in SLACK_BOT_TOKEN.',
  'checkup.slack-socket': 'Socket Mode staat goed: Leerteambot maakt zelf verbinding met Slack.',
  'checkup.slack-app-token': 'Slack weigert het app-token ({reason}).',
  'checkup.slack-app-token-mend':
    'maak in de app bij Basic Information, App-Level Tokens een token met connections:write en zet dat in SLACK_APP_TOKEN. Kijk ook of Socket Mode aan staat.',
  'checkup.slack-socket-unreachable': 'Slack zelf is te bereiken, maar de verbinding voor Socket Mode niet ({reason}).',
  'checkup.slack-socket-unreachable-mend': 'laat in de firewall ook {host} door op poort 443, of gebruik HTTP.',
  'checkup.slack-http':
    'Slack roept Leerteambot aan (HTTP). Of Slack het adres bereikt, zie je in de app bij Event Subscriptions: daar staat dan Verified.',
  'checkup.slack-signing-secret': 'SLACK_SIGNING_SECRET ziet er anders uit dan Slack ze maakt (32 cijfers en letters).',
  'checkup.slack-signing-secret-mend':
    'kopieer in de app bij Basic Information de Signing Secret opnieuw, en niet de Client Secret.',
  'checkup.slack-people':
    '{count, plural, one {De # medewerker heeft} other {Alle # medewerkers hebben}} een eigen account in Slack.',
  'checkup.slack-others':
    '{count, plural, one {De # medewerker die niet in Teams te bereiken is, heeft} other {De # medewerkers die niet in Teams te bereiken zijn, hebben}} een eigen account in Slack.',
  'checkup.slack-no-account':
    '{count, plural, one {# medewerker heeft} other {# medewerkers hebben}} geen account in Slack met het adres uit de plannen: {people}.',
  'checkup.slack-no-account-mend':
    'nodig ze uit in Slack. Gebruiken ze daar een ander adres, zet dat dan bij andere_emails in het blad medewerkers.',
  'checkup.slack-switched-off':
    '{count, plural, one {Van # medewerker} other {Van # medewerkers}} staat het account in Slack uit: {people}.',
  'checkup.slack-switched-off-mend': 'zet het account weer aan, of vul bij /school mensen de laatste dag in.',
  'checkup.slack-guests':
    '{count, plural, one {# medewerker is} other {# medewerkers zijn}} gast in Slack, en gasten kunnen Leerteambot niet gebruiken: {people}.',
  'checkup.slack-guests-mend': 'maak er in Slack gewone leden van.',
  'checkup.slack-elsewhere':
    '{count, plural, one {# medewerker zit} other {# medewerkers zitten}} nog vast aan een account in een andere werkruimte van Slack: {people}.',
  'checkup.slack-elsewhere-mend':
    'typ voor elk van hen als beheerder /school account los met de naam. Daarna wordt het account in deze werkruimte vanzelf gevonden.',
  'checkup.slack-people-unknown': 'Ik kon niet nagaan wie er een account in Slack heeft ({reason}).',
  'checkup.slack-people-unknown-mend': 'probeer het over een paar minuten opnieuw.',
  'checkup.teams': 'Het id en het geheim van de bot voor Teams kloppen. De bot hoort bij tenant {tenant}.',
  'checkup.teams-identity': 'De beheerde identiteit van de bot voor Teams klopt. De bot hoort bij tenant {tenant}.',
  'checkup.teams-anonymous':
    'TEAMS_ANONYMOUS staat aan: alleen een proefprogramma op deze computer kan met Leerteambot praten, en Teams zelf niet.',
  'checkup.teams-anonymous-mend':
    'haal TEAMS_ANONYMOUS weg en zet MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType en MicrosoftAppTenantId in .env.',
  'checkup.teams-unreachable': 'Microsoft is niet te bereiken ({reason}).',
  'checkup.teams-unreachable-mend':
    'kijk of deze computer internet heeft en of de firewall login.microsoftonline.com en login.botframework.com doorlaat op poort 443.',
  'checkup.teams-no-identity': 'Azure geeft op deze computer geen beheerde identiteit ({reason}).',
  'checkup.teams-no-identity-mend':
    'koppel in Azure de beheerde identiteit met id {id} aan deze computer. Draait Leerteambot niet in Azure? Gebruik dan MicrosoftAppType=SingleTenant met een geheim.',
  'checkup.teams-id': 'Microsoft kent MicrosoftAppId {id} niet in tenant {tenant} ({reason}).',
  'checkup.teams-id-mend':
    'kopieer in Entra bij de app-registratie, Overview, de Application (client) ID en de Directory (tenant) ID opnieuw naar .env.',
  'checkup.teams-tenant': 'Microsoft kent MicrosoftAppTenantId {tenant} niet ({reason}).',
  'checkup.teams-tenant-mend':
    'kopieer in Entra bij de app-registratie, Overview, de Directory (tenant) ID opnieuw naar .env.',
  'checkup.teams-secret': 'Microsoft weigert MicrosoftAppPassword ({reason}).',
  'checkup.teams-secret-mend':
    'maak in Entra bij de app-registratie, Certificates & secrets een nieuw geheim en kopieer de Value (niet de Secret ID) naar .env. Een geheim verloopt na een tijd.',
  'checkup.teams-own-tenant':
    'Tenant {tenant}, waar de bot bij hoort, staat niet in TEAMS_ALLOWED_TENANTS: niemand daar wordt geholpen.',
  'checkup.teams-own-tenant-mend': 'zet {tenant} erbij, of haal TEAMS_ALLOWED_TENANTS weg.',
  'checkup.teams-tenants':
    'Leerteambot helpt in Teams de mensen van {count, plural, one {# tenant} other {# tenants}}: {tenants}.',
  'checkup.teams-seen': 'Het laatste dat uit Teams binnenkwam, is van {day}.',
  'checkup.teams-silent': 'Sinds {day} kwam er niets meer binnen uit Teams.',
  'checkup.teams-never': 'Er kwam nog nooit iets binnen uit Teams.',
  'checkup.teams-address-mend':
    'kijk in Azure bij de bot, Configuration, of het Messaging endpoint je eigen adres is, met https en met /api/messages aan het eind, en of je webserver dat doorgeeft. Typ daarna in Teams hulp aan Leerteambot.',
  'checkup.teams-people':
    '{count, plural, one {De # medewerker is} other {Alle # medewerkers zijn}} in Teams te bereiken.',
  'checkup.teams-some':
    'In Teams {count, plural, one {is # medewerker} other {zijn # medewerkers}} van de {all} te bereiken.',
  'checkup.teams-no-app':
    '{count, plural, one {# medewerker is} other {# medewerkers zijn}} in Teams nog niet te bereiken: {people}.',
  'checkup.teams-no-app-mend':
    'zet de app in het beheercentrum van Teams klaar voor alle medewerkers (zie docs/teams.md), of vraag hun om Leerteambot één keer te openen. Gebruiken ze daar een ander adres, zet dat dan bij andere_emails in het blad medewerkers.',
  'checkup.teams-elsewhere':
    '{count, plural, one {# medewerker zit} other {# medewerkers zitten}} nog vast aan een account van een andere organisatie in Teams: {people}.',
  'checkup.teams-elsewhere-mend':
    'typ voor elk van hen als beheerder /school account los met de naam. Daarna wordt het account van nu gekoppeld zodra diegene iets typt.',
  'checkup.backup': 'De laatste back-up is van {day}.',
  'checkup.no-backup': 'Er is nog nooit een back-up gemaakt.',
  'checkup.old-backup': 'De laatste back-up is van {day}, meer dan een week geleden.',
  'checkup.backup-mend': 'maak er elke dag een met leerteam backup, en bewaar die op een andere plek.',
  'checkup.gone': '{count, plural, one {# persoon is} other {# mensen zijn}} langer dan twee jaar weg: {people}.',
  'checkup.gone-mend': 'overweeg leerteam wis met het e-mailadres.',
} as const;
