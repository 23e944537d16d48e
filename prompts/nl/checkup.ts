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
  'checkup.no-owner':
    '{school}: {count, plural, one {# doel heeft} other {# doelen hebben}} geen eigenaar, dus niemand krijgt daar een vraag over.',
  'checkup.no-owner-mend': 'vul leerteam of eigenaar in het blad doelen in.',
  'checkup.failed': '{count, plural, one {# bericht kon} other {# berichten konden}} niet worden bezorgd.',
  'checkup.failed-mend': 'kijk of deze mensen de app nog hebben.',
  'checkup.waiting':
    '{count, plural, =0 {Er wacht niets op verzending.} one {Er wacht # bericht op verzending.} other {Er wachten # berichten op verzending.}}',
  'checkup.platform': 'Slack en Teams zijn niet ingesteld: berichten komen alleen op de proefpagina.',
} as const;
