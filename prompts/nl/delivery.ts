/** The digest of a morning, what it asks, and its buttons. */
export const delivery = {
  'delivery.good-morning': '<b>Goedemorgen {name}</b> · {date}',
  'delivery.good-afternoon': '<b>Goedemiddag {name}</b> · {date}',
  'delivery.snooze': 'Morgen opnieuw',
  'delivery.mute': 'Niet meer over dit onderwerp',
  'delivery.settings': 'Instellingen',
  'delivery.snoozed': 'Goed, je hoort het {date} opnieuw van me.',
  'delivery.snoozed-some': 'Goed, je hoort het {date} opnieuw van me. Wat dan niet meer nodig is, laat ik weg.',
  'delivery.snooze-older': 'Dit kan alleen bij je laatste bericht. Daar vind je dezelfde knop.',
  'delivery.snooze-late': 'Op je volgende werkdag is dit niet meer nodig, dus ik kom er niet op terug.',
  'delivery.snooze-nothing': 'Hier is niets meer om opnieuw te vragen.',
  'delivery.muted':
    'Goed, hierover stuur ik je niets meer. Alleen jij ziet dat. Bij je instellingen zet je het weer aan.',
  'delivery.mute-which': 'Waarover wil je niets meer horen?',
  'delivery.mute-nothing':
    'Van die dag vind ik geen bericht. Bij <c>/instellingen</c> kies je welke berichten je krijgt.',
  'delivery.mute-summary': 'Maandoverzicht {school}',
  'delivery.mute-goal': 'Doel {number} {title}',
  'delivery.mute-team': 'Agenda {team}',
  'delivery.mute-action': 'Actie {number} {what}',
  'delivery.mute-advice': 'Advies {number}',
  'delivery.mute-person': 'Wat {name} doet of overdraagt',

  'check-in.goal': '<b>Doel {number} {title}</b> ·',
  'check-in.team-goal': '<b>Doel {number} {title}</b> van {team} ·',
  'check-in.ask': 'Hoe staat het ermee?',
  'check-in.ask-again': 'Er is nog geen nieuwe update. Hoe staat het ermee?',
  'check-in.last-time': 'Vorige keer: {status}.',
  'check-in.last-time-value': 'Vorige keer: {status}, {value}.',
  'check-in.with-value': 'Met waarde…',
} as const;
