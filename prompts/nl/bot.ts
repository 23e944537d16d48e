/** What the bot itself says: help, mistakes, and what all subjects share. ICU messages; `<b>` and `<c>` are bold and code. */
export const bot = {
  'bot.unknown-command': 'Ik ken <c>{typed}</c> niet. Bedoel je <c>{nearest}</c>?',
  'bot.unknown-command-plain': 'Ik begrijp <c>{typed}</c> niet. Typ <c>/hulp</c>, dan zie je wat ik kan.',
  'bot.does-not-fit': 'Ik begrijp niet wat je bedoelt met <c>{typed}</c>. Typ bijvoorbeeld <c>{example}</c>.',
  'bot.stranger': 'Hoi, ik ken je nog niet. Vraag {admins} om je toe te voegen. Daarna kan ik je helpen.',
  'bot.stranger-nobody': 'Hoi, ik ken je nog niet. Vraag degene die Leerteambot beheert om je toe te voegen.',
  'bot.fault': 'Dat lukte niet. Er is niets veranderd. Probeer het straks opnieuw (referentie {reference}).',
  'bot.already-done': 'Dit had je al gedaan. Er is niets dubbel opgeslagen.',
  'bot.stale': 'Iemand heeft dit intussen veranderd. Er is niets opgeslagen. Kijk eerst hoe het nu is.',
  'bot.refused': 'Dat kan ik niet voor je doen. Vraag het aan {who}.',
  'bot.refused-plain': 'Dat kan ik niet voor je doen. Vraag het aan je directeur.',
  'bot.other-school': 'Dit is van een andere school. Vraag het aan de directeur daar.',
  'bot.yes': 'Ja',
  'bot.or': 'of',
  'bot.save': 'Opslaan',
  'bot.more': 'Meer laten zien',
  'bot.empty': 'Typ <c>/hulp</c>, dan zie je wat ik kan.',
  'bot.date-unknown':
    'Ik begrijp de datum <c>{typed}</c> niet. Typ bijvoorbeeld <c>14-11</c>, <c>14 november</c> of <c>vrijdag</c>.',
  'bot.date-closed': '{date} valt in {name}. Zal ik {next} nemen?',
  'bot.date-closed-plain': 'Op {date} is de school dicht. Zal ik {next} nemen?',
  'bot.date-other': 'Andere datum',
} as const;
