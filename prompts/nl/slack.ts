/** What is said in Slack only: around answers, when Slack knows somebody otherwise than we do, and what the installer reads about it. */
export const slack = {
  // Answers: modals, buttons and files.
  'slack.wait-title': 'Even geduld',
  'slack.wait': 'Ik zoek het voor je op.',
  'slack.close': 'Sluiten',
  'slack.fill-in': 'Invullen',
  'slack.form-waits': 'Ik heb nog iets van je nodig. Vul het in met de knop.',
  'slack.window': 'Leerteambot',
  'slack.cancel': 'Annuleren',
  'slack.tick-yes': 'Ja',
  'slack.no-choice': 'Geen keuze',
  'slack.nothing-to-choose': 'Er valt nu niets te kiezen.',
  'slack.more-below': 'Hier past niet alles. Typ het commando in je gesprek met mij, dan zie je de rest.',
  'slack.button-too-old': 'Deze knop is te oud. Typ het commando opnieuw, dan krijg je een nieuwe.',
  'slack.form-too-old': 'Dit formulier is te oud. Er is niets opgeslagen. Open het opnieuw.',
  'slack.file-sent': '{count, plural, one {Het bestand staat} other {De bestanden staan}} in je gesprek met mij.',
  'slack.file-failed': 'Het lukte niet om het bestand te sturen. Probeer het straks opnieuw (referentie {reference}).',
  'slack.answer-lost':
    'Ik kon mijn antwoord niet goed laten zien. Kijk eerst of het al opgeslagen is, en probeer het dan opnieuw (referentie {reference}).',
  'slack.other-workspace':
    'Ik hoor bij een andere Slack-werkruimte, daarom kan ik je hier niet helpen. Vraag het aan je directeur.',

  // Starting, for whoever runs the server.
  'slack.bot-token-refused':
    'Slack weigert SLACK_BOT_TOKEN ({code}). Kopieer in de app bij OAuth & Permissions het Bot User OAuth Token naar SLACK_BOT_TOKEN in .env, en start opnieuw. Staat er geen, kies daar dan eerst Install to Workspace.',
  'slack.app-token-refused':
    'Slack weigert SLACK_APP_TOKEN ({code}). Maak in de app bij Basic Information, App-Level Tokens een token met connections:write, zet dat in SLACK_APP_TOKEN in .env, en start opnieuw. Kijk ook of Socket Mode aan staat.',

  // Somebody whom Slack knows as no colleague.
  'slack.refused-bot': 'Ik praat alleen met mensen, niet met andere apps.',
  'slack.refused-deactivated':
    'Je account staat uit in Slack, daarom kan ik je niet helpen. Vraag het aan de beheerder van Slack.',
  'slack.refused-guest':
    'Je bent gast in deze Slack-werkruimte. Ik help alleen vaste leden. Vraag de beheerder van Slack om een gewoon account.',
  'slack.refused-stranger':
    'Je account hoort bij een andere Slack-werkruimte. Ik help alleen collega’s van deze werkruimte.',
  'slack.cannot-tell':
    'Ik kan nu niet aan Slack vragen wie je bent. Er is niets veranderd. Probeer het over een paar minuten opnieuw.',
} as const;
