/** What the command line says to whoever has the machine. */
export const cli = {
  'cli.open': 'De proefschool staat open op http://localhost:{port}',
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
  'cli.not-imported':
    'Er is niets geïmporteerd: {count, plural, one {# fout} other {# fouten}}. Los ze op en probeer het opnieuw.',
  'cli.progress': '{done, number} van {all, number}',
  'cli.exported': 'Geschreven naar {path}: {count, plural, one {# regel} other {# regels}}.',
  'cli.calendar-ends': 'Na {day} ken ik geen schoolvakanties. Daarna tellen alleen weekenden en feestdagen.',
  'cli.nothing-to-send': 'Op dit moment is er niets te versturen.',
  'cli.sent':
    '{count, plural, =0 {Er is niets verstuurd.} one {Er is # bericht verstuurd.} other {Er zijn # berichten verstuurd.}}',
  'cli.would-send':
    '{count, plural, one {Er zou # bericht weggaan.} other {Er zouden # berichten weggaan.}} Met --verstuur gaan ze echt weg.',
  'cli.preview-count':
    '{count, plural, =0 {In deze periode stuurt Leerteambot niets.} one {# bericht} other {# berichten}}',
  'cli.wrong-usage': 'Dat begrijp ik niet: {reason}. Typ leerteam --help voor alle opdrachten.',
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
  'cli.help.db': 'een andere database',
  'cli.help.as': 'e-mailadres van wie het zegt',
  'cli.help.json': 'als JSON',
  'cli.help.op': 'alsof het dan is (ISO 8601)',
  'cli.help.do': 'drukt op deze knop of stuurt dit formulier',
  'cli.help.with': 'de velden daarbij, als JSON',
  'cli.help.dry-run': 'alleen kijken of het klopt',
  'cli.help.overwrite': 'ook wat in de chat is veranderd',
  'cli.help.from': 'eerste dag',
  'cli.help.until': 'laatste dag',
  'cli.help.school': 'alleen deze school',
  'cli.help.send': 'verstuur het echt',
} as const;
