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
  'checkup.failed': '{count, plural, one {# bericht kon} other {# berichten konden}} niet worden bezorgd.',
  'checkup.failed-mend': 'kijk of deze mensen de app nog hebben.',
  'checkup.waiting':
    '{count, plural, =0 {Er wacht niets op verzending.} one {Er wacht # bericht op verzending.} other {Er wachten # berichten op verzending.}}',
  'checkup.platform': 'Slack en Teams zijn niet ingesteld: berichten komen alleen op de proefpagina.',
  'checkup.backup': 'De laatste back-up is van {day}.',
  'checkup.no-backup': 'Er is nog nooit een back-up gemaakt.',
  'checkup.old-backup': 'De laatste back-up is van {day}, meer dan een week geleden.',
  'checkup.backup-mend': 'maak er elke dag een met leerteam backup, en bewaar die op een andere plek.',
  'checkup.gone': '{count, plural, one {# persoon is} other {# mensen zijn}} langer dan twee jaar weg: {people}.',
  'checkup.gone-mend': 'overweeg leerteam wis met het e-mailadres.',
} as const;
