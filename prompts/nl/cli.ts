/** What the command line says to whoever has the machine. */
export const cli = {
  'cli.open': 'De proefschool staat open op http://localhost:{port}',
  'cli.runs': 'Leerteambot draait op poort {port}.',
  'cli.slack-socket': 'Slack is verbonden.',
  'cli.slack-http': 'Slack roept Leerteambot aan op /slack/events.',
  'cli.without-slack': 'Slack is nog niet te bereiken, ik blijf het proberen.',
  'cli.teams-http': 'Teams roept Leerteambot aan op /api/messages.',
  'cli.teams-anonymous': 'Teams is hier om te proberen: wie op deze computer werkt, kan zich voordoen als een collega.',
  'cli.without-teams': 'Microsoft is nog niet te bereiken, ik blijf het proberen.',
  'cli.no-schools': 'Er zijn nog geen scholen. Lees de plannen in met: npm run -s leerteam -- importeer plannen/',
  'cli.own-without-tokens':
    'Let op: in {file} staan je eigen scholen, maar Teams en Slack zijn allebei niet ingesteld. Zet MicrosoftAppId (zie docs/teams.md) of SLACK_BOT_TOKEN (zie docs/slack.md) in .env (niet in .env.txt), in de map waar je start. Tot die tijd is dit de proefschool.',
  'cli.open-env': 'Let op: iedereen op deze computer kan .env met de tokens lezen. Typ chmod 600 .env',
  'cli.stopped': 'Leerteambot is gestopt.',
  'cli.trial-used': 'Er is nog geen eigen database. Dit is de proefschool.',
  'cli.say-what':
    'Geef een tekst, of --doe met een knop. Bijvoorbeeld: zeg --als sanne@proefschool.example "/doel status"',
  'cli.wrong-fields': 'Wat achter --met staat is geen JSON met velden. Bijvoorbeeld: --met {example}',
  'cli.wrong-instant': 'Ik begrijp de tijd {typed} niet. Bijvoorbeeld: 2026-11-24T09:00:00+01:00',
  'cli.wrong-day': 'Ik begrijp de dag {typed} niet. Bijvoorbeeld: 2026-08-01',
  'cli.period-backwards': '--tot ligt voor --van. Draai ze om.',
  'cli.period-too-long': 'Dat is meer dan vijf jaar. Kies een kortere periode.',
  'cli.op-with-platform': '--op kan niet als Slack of Teams is ingesteld: dan klopt de geschiedenis niet meer.',
  'cli.op-too-early': '--op ligt voor het laatste dat is vastgelegd ({latest}). Kies een later moment.',
  'cli.unknown-school':
    'Ik ken de school {typed} niet. {count, plural, =0 {Er zijn nog geen scholen.} other {Bedoel je {nearest}?}}',
  'cli.progress': '{done, number} van {all, number}',
  'cli.exported': 'Geschreven naar {path}: {count, plural, one {# regel} other {# regels}}.',
  'cli.left-out-teams':
    'Niet mee: {count, plural, one {# leerteam} other {# leerteams}} waarvan de voorzitter gewist is. Kies een nieuwe voorzitter en doe het opnieuw.',
  'cli.left-out-actions': 'Niet mee: {count, plural, one {# actie} other {# acties}} waarvan de eigenaar gewist is.',
  'cli.kept': 'Bewaard: {path}',
  'cli.no-file': 'Bij dit antwoord zit geen bestand.',
  'cli.nothing-to-send': 'Op dit moment is er niets te versturen.',
  'cli.sent':
    '{count, plural, =0 {Er is niets verstuurd.} one {Er is # bericht verstuurd.} other {Er zijn # berichten verstuurd.}}',
  'cli.would-send':
    '{count, plural, one {Er zou # bericht weggaan.} other {Er zouden # berichten weggaan.}} Met --verstuur gaan ze echt weg.',
  'cli.preview-count':
    '{count, plural, =0 {In deze periode stuurt Leerteambot niets.} one {# bericht} other {# berichten}}',
  'cli.unknown-command': 'De opdracht {typed} ken ik niet. Typ leerteam --help voor alle opdrachten.',
  'cli.unknown-option': 'De optie {typed} ken ik niet. Typ leerteam --help voor alle opdrachten.',
  'cli.no-command': 'Zeg wat ik moet doen. Typ leerteam --help voor alle opdrachten.',
  'cli.too-much': 'Er staat te veel achter de opdracht. Zet een zin tussen aanhalingstekens.',
  'cli.missing': 'Er ontbreekt iets: {what}. Typ leerteam --help voor alle opdrachten.',
  'cli.fault': 'Dat lukte niet. Er is niets veranderd. ({reason})',
  'cli.not-a-trial': '{file} is geen proefschool. De proefschool heeft een eigen bestand.',

  'cli.help.program': 'Leerteambot op de opdrachtregel',
  'cli.help.start': 'start de server, of de proefschool als er geen Slack of Teams is ingesteld',
  'cli.help.say': 'zegt iets als iemand en laat het antwoord zien',
  'cli.help.import': 'leest een map met CSV-bestanden of een .xlsx in: alles of niets',
  'cli.help.export': 'schrijft wat er staat naar een map of een .xlsx',
  'cli.help.preview': 'elke melding in een periode, als niemand reageert',
  'cli.help.tick': 'wat er op dit moment weg zou gaan',
  'cli.help.checkup': 'kijkt of alles klaarstaat, en zegt hoe je het oplost',
  'cli.help.sure': 'wist zonder te vragen',
  'cli.help.erase': 'wist iemand, en noemt back-ups en teksten die je zelf moet bekijken',
  'cli.help.key': 'kijkt of het sleutelbestand van de gewiste adressen klopt',
  'cli.help.new-key': 'maakt een nieuw sleutelbestand als het oude echt kwijt is',
  'cli.help.db': 'een andere database',
  'cli.help.as': 'e-mailadres van wie het zegt',
  'cli.help.json': 'als JSON',
  'cli.help.op': 'alsof het dan is (ISO 8601)',
  'cli.help.do': 'drukt op deze knop of stuurt dit formulier',
  'cli.help.with': 'de velden daarbij, als JSON',
  'cli.help.keep': 'bewaart de bestanden bij het antwoord in deze map',
  'cli.help.dry-run': 'alleen kijken of het klopt',
  'cli.help.overwrite': 'ook wat in de chat is veranderd',
  'cli.help.from': 'eerste dag',
  'cli.help.until': 'laatste dag',
  'cli.help.school': 'alleen deze school',
  'cli.help.send': 'verstuur het echt',
  'cli.backed-up': 'De back-up staat in {file}. Zet hem op een andere plek en laat alleen de beheerder erbij.',
  'cli.keep-key': 'Bewaar ook {key}, maar niet bij de back-up. Daarmee herken ik wie gewist is.',
  'cli.help.backup': 'maakt een back-up, ook terwijl de server draait',
  'cli.help.restore': 'zet een back-up terug, als de server stilstaat',

  'config.port': 'PORT moet een getal zijn, bijvoorbeeld 3000.',
  'config.port-whole': 'PORT moet een heel getal zijn, bijvoorbeeld 3000.',
  'config.port-range': 'PORT moet tussen 0 en 65535 liggen.',
  'config.database': 'DATABASE_URL moet beginnen met file:, bijvoorbeeld file:./data/leerteam.db.',
  'config.log-level': 'LOG_LEVEL kan fatal, error, warn, info, debug of silent zijn.',
  'config.metrics-token': 'METRICS_TOKEN moet minstens 16 tekens lang zijn.',
  'config.slack-bot-token':
    'SLACK_BOT_TOKEN moet beginnen met xoxb-. Je vindt het token in de app bij OAuth & Permissions.',
  'config.slack-app-token':
    'SLACK_APP_TOKEN moet beginnen met xapp-. Je maakt het token in de app bij Basic Information, App-Level Tokens.',
  'config.slack-no-bot-token':
    'Voor Slack ontbreekt SLACK_BOT_TOKEN. Je vindt het token in de app bij OAuth & Permissions.',
  'config.slack-no-way-in':
    'Voor Slack ontbreekt SLACK_APP_TOKEN (Socket Mode) of SLACK_SIGNING_SECRET (HTTP). Kies er een van de twee.',
  'config.slack-api-url': 'SLACK_API_URL moet beginnen met https://, of wijzen naar deze computer.',
  'config.teams-id':
    'MicrosoftAppId is een reeks als 12345678-90ab-cdef-1234-567890abcdef. Je vindt hem bij de app in Entra als Application (client) ID.',
  'config.teams-tenant':
    'MicrosoftAppTenantId is een reeks als 12345678-90ab-cdef-1234-567890abcdef. Je vindt hem bij de app in Entra als Directory (tenant) ID.',
  'config.teams-tenants':
    'TEAMS_ALLOWED_TENANTS is een lijst met tenant-id’s, met komma’s ertussen. Een tenant-id ziet eruit als 12345678-90ab-cdef-1234-567890abcdef.',
  'config.teams-type':
    'MicrosoftAppType kan SingleTenant of UserAssignedMSI zijn. Meestal is het SingleTenant. MultiTenant kan niet: dan zou iedere organisatie erbij kunnen.',
  'config.teams-secret-id':
    'In MicrosoftAppPassword staat het id van het geheim. Kopieer de waarde (Value) van het geheim, die staat ernaast.',
  'config.teams-no-id': 'Voor Teams ontbreekt MicrosoftAppId. Je vindt hem bij de app in Entra.',
  'config.teams-no-tenant':
    'Voor Teams ontbreekt MicrosoftAppTenantId. Je vindt hem bij de app in Entra als Directory (tenant) ID.',
  'config.teams-no-type': 'Voor Teams ontbreekt MicrosoftAppType. Meestal is het SingleTenant.',
  'config.teams-no-secret':
    'Voor Teams ontbreekt MicrosoftAppPassword. Je maakt het bij de app in Entra, bij Certificates & secrets.',
  'config.teams-secret-of-none': 'Bij MicrosoftAppType=UserAssignedMSI hoort geen MicrosoftAppPassword. Haal het weg.',
  'config.teams-anonymous': 'TEAMS_ANONYMOUS kan 1 of 0 zijn.',
  'config.teams-anonymous-app':
    'TEAMS_ANONYMOUS=1 kan niet samen met MicrosoftAppId: dan kan iedereen zich voordoen als een collega. Haal een van de twee weg.',
  'config.teams-anonymous-host':
    'TEAMS_ANONYMOUS=1 is alleen om op deze computer te proberen. Zet HOST op 127.0.0.1 of laat HOST weg.',
  'config.teams-anonymous-production':
    'TEAMS_ANONYMOUS=1 is alleen om te proberen, en NODE_ENV is production. Haal een van de twee weg.',
  'config.teams-secret-refused':
    'Microsoft weigert MicrosoftAppId, MicrosoftAppTenantId of MicrosoftAppPassword ({code}). Een geheim verloopt na een tijd. Maak een nieuw geheim bij de app in Entra, bij Certificates & secrets, zet de waarde in .env, en start opnieuw.',
  'config.teams-identity-refused':
    'Azure geeft geen toegang voor de managed identity in MicrosoftAppId ({code}). Draait Leerteambot op een machine in Azure die deze identity heeft?',
  'config.teams-unguarded':
    'Leerteambot stopt: berichten zonder handtekening van Microsoft komen binnen op /api/messages (status {status}). Meld dit bij de makers.',
  'config.teams-not-asked':
    'Ik kan mijn eigen adres {address} niet bereiken, en zo niet zien of berichten zonder handtekening worden geweigerd. Kijk naar HOST en PORT.',
  'config.production':
    'NODE_ENV is production, maar er is geen Slack of Teams ingesteld. De proefschool is alleen om te proberen.',
  'config.trial-file': 'De proefschool krijgt een eigen bestand, nooit dat van DATABASE_URL.',
  'config.trial-host': 'De proefschool is alleen voor deze computer. Zet HOST op 127.0.0.1 of laat HOST weg.',
  'config.port-taken': 'Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld PORT=3001.',
} as const;
