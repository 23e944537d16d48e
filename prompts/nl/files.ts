/** Calendar files and other files to keep. */
export const files = {
  'files.cannot-keep': 'Ik kan de bestanden daar niet bewaren ({code}). Kies een andere map.',

  'help.agenda.calendar': 'De bijeenkomsten in je eigen agenda zetten',

  'files.button.add': 'In mijn agenda',
  'files.button.strike': 'Uit mijn agenda',
  'files.button.year': 'Het hele schooljaar',

  'files.year.title': 'De bijeenkomsten van <b>{team}</b> in {year}',
  'files.year.sentence':
    '{count, plural, one {# bijeenkomst} other {# bijeenkomsten}}. Open het bestand, dan komen ze in je eigen agenda.',
  'files.year.none': '{team} komt in {year} niet bij elkaar.',
  'files.one.title': '<b>{team}</b>, {start}',
  'files.one.sentence': 'Open het bestand, dan staat deze bijeenkomst in je eigen agenda.',
  'files.one.cancelled': 'Deze bijeenkomst gaat niet door. Open het bestand, dan weet je eigen agenda dat ook.',
  'files.again':
    'Wordt het anders? Vraag dan een nieuw bestand. De meeste agenda’s passen de oude afspraak aan. Blijft die staan? Haal hem dan zelf weg.',

  // What stands in a calendar; not every calendar strikes out.
  'files.struck-out': 'Vervalt: {title}',
  'files.meeting.note': '{school}. De agenda staat in Leerteambot: typ /agenda.',
} as const;
