/** What is said in Microsoft Teams only: around answers, when Teams knows somebody otherwise than we do, and in its app. */
export const teamsApp = {
  // Answers: private ones, forms, buttons and waiting.
  'msteams.sent-personally': 'Ik heb je een persoonlijk bericht gestuurd.',
  'msteams.open-app-first':
    'Ik kan je nog geen persoonlijk bericht sturen. Open eerst de app Leerteambot in Teams en probeer het dan opnieuw.',
  'msteams.stored-open-app':
    'Het is opgeslagen. Ik kan je nog geen persoonlijk bericht sturen. Open daarvoor eerst de app Leerteambot in Teams.',
  'msteams.answered-below': 'Mijn antwoord staat hieronder.',
  'msteams.wait': 'Even geduld. Ik zoek het voor je op.',
  'msteams.button-too-old': 'Deze knop is te oud. Typ het commando opnieuw, dan krijg je een nieuwe.',
  'msteams.form-too-old': 'Dit formulier is te oud. Er is niets opgeslagen. Open het opnieuw.',
  'msteams.answer-lost':
    'Ik kon mijn antwoord niet goed laten zien. Kijk eerst of het al opgeslagen is, en probeer het dan opnieuw (referentie {reference}).',
  'msteams.agenda-window': 'Zet op de agenda',

  // Forms.
  'msteams.required': 'Vul dit in.',
  'msteams.no-choice': 'Geen keuze',
  'msteams.tick-yes': 'Ja',
  'msteams.nothing-to-choose': 'Er valt nu niets te kiezen.',

  // Files: Teams asks whether somebody wants to keep one.
  'msteams.file-calendar': 'Bestand voor mijn agenda',
  'msteams.file-get': 'Bestand ophalen',
  'msteams.file-failed':
    'Het lukte niet om het bestand te sturen. Probeer het straks opnieuw (referentie {reference}).',
  'msteams.file-declined':
    'Goed, ik bewaar het bestand niet in je OneDrive. Typ het commando opnieuw als je het toch wilt.',
  'msteams.file-too-old': 'Dit bestand heb ik niet meer. Typ het commando opnieuw, dan maak ik een nieuw.',

  // The app is new in a team or a group.
  'msteams.hello-channel':
    'Hoi, ik ben Leerteambot. Noem mij in een bericht met een commando erachter, bijvoorbeeld <c>@Leerteambot agenda</c>. Mijn antwoord stuur ik alleen aan jou. Hier zet ik alleen wat voor iedereen is, zoals een gedeelde agenda.',

  // What can be typed, as buttons under an answer; each is typed as it stands.
  'msteams.suggest': 'Je kunt ook typen: {words}.',
  'msteams.suggest-start': 'start',
  'msteams.suggest-goals': 'doel status',
  'msteams.suggest-actions': 'actie',
  'msteams.suggest-help': 'hulp',

  // Somebody whom Teams knows as no colleague.
  'msteams.refused-bot': 'Ik praat alleen met mensen, niet met andere apps.',
  'msteams.refused-guest':
    'Je bent gast in deze Teams-omgeving. Ik help alleen collega’s met een account van deze organisatie.',
  'msteams.refused-stranger':
    'Je account hoort bij een andere organisatie. Ik help alleen collega’s van deze organisatie.',
  'msteams.cannot-tell':
    'Ik kan nu niet aan Teams vragen wie je bent. Er is niets veranderd. Probeer het over een paar minuten opnieuw.',
} as const;
