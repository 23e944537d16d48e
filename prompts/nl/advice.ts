/** Advice to the MT and its answers. */
export const advice = {
  'help.advice': 'Een advies of vraag aan het MT sturen',
  'help.advice.list': 'De adviezen aan het MT, en wat het MT ervan zei',
  'help.advice.answer': 'Een advies beantwoorden',

  'advice.state.concept': 'concept',
  'advice.state.ingediend': 'wacht op antwoord',
  'advice.state.in-behandeling': 'in behandeling',
  'advice.state.overgenomen': 'overgenomen',
  'advice.state.niet-overgenomen': 'niet overgenomen',
  'advice.state.later': 'later',
  'advice.state.ingetrokken': 'ingetrokken',

  'advice.new.title': 'Advies aan het MT',
  'advice.new.intro-send': 'Het gaat meteen naar het MT. Het antwoord komt op de agenda van {team}.',
  'advice.new.intro-own': 'Het gaat meteen naar het MT.',
  'advice.new.intro-draft': 'Het wordt een concept op de agenda van {team}. Daarna kan {who} het versturen.',
  'advice.new.intro-decision': 'De directeur zit {team} voor. Daarom leg ik het vast als besluit.',
  'advice.field.text': 'Wat adviseren of vragen jullie?',
  'advice.field.reasons': 'Waarom?',
  'advice.hint.text': 'Eén vraag of advies per keer.',
  'advice.hint.reasons': 'Wat zien jullie in de klas?',
  'advice.submit-send': 'Versturen',
  'advice.small': 'Je team, de directeur en de IB lezen dit. Noem geen namen van leerlingen.',

  'advice.which-sender': 'Namens wie is dit advies?',
  'advice.as-coach': 'Als IB van {school}',
  'advice.sender-unknown':
    'Je bent geen IB van deze school. Typ bijvoorbeeld <c>/advies Graag een uur voor de toetsanalyse</c>.',

  'advice.for-director':
    'Een advies komt van een leerteam of van de IB. Typ <c>/advies lijst</c>, dan zie je wat er voor jou ligt.',

  'advice.sent': '<b>Advies {number}</b> is verstuurd aan het MT.',
  'advice.on-mt-agenda': 'Het staat op de agenda van {mt}.',
  'advice.answer-comes': 'Het antwoord komt op de agenda van {team}.',
  'advice.drafted': '<b>Advies {number}</b> staat als concept op de agenda van {team}. {who} kan het versturen.',
  'advice.decided':
    'De directeur zit {team} voor. Daarom staat dit nu als besluit bij {team}. Ik vraag er niet meer naar.',
  'advice.withdrawn': '<b>Advies {number}</b> is ingetrokken. Het staat op geen agenda meer.',
  'advice.withdraw-ask': '<b>Advies {number}</b> intrekken? Het MT ziet het dan niet meer op de agenda.',

  'advice.list': 'Adviezen aan het MT',
  'advice.none':
    'Er is nog geen advies aan het MT. Typ bijvoorbeeld <c>/advies Graag een uur voor de toetsanalyse</c>.',
  'advice.nothing-fits': 'Er is nu geen advies waarbij dit kan.',
  'advice.which': 'Welk advies bedoel je?',
  'advice.which-number': 'Er zijn {count, number} adviezen met nummer {number}. Welk advies bedoel je?',
  'advice.no-number': 'Ik vind geen advies {number}. Typ <c>/advies lijst</c>, dan zie je ze allemaal.',
  'advice.unknown': 'Ik vind het advies <c>{typed}</c> niet. Typ <c>/advies lijst</c>, dan zie je ze allemaal.',
  'advice.gone': 'Ik vind dit advies niet. Is het van een ander leerteam of een andere school? Vraag het dan daar.',
  'advice.not-for-you': 'Adviezen zijn voor leerteams, directeuren en IB. Vraag het aan een directeur.',

  'advice.name': '<b>Advies {number}</b>',
  'advice.fact.state': 'Hoe het staat',
  'advice.fact.from': 'Van',
  'advice.fact.reasons': 'Waarom',
  'advice.fact.sent': 'Verstuurd',
  'advice.fact.answer': 'Antwoord van het MT',
  'advice.history': 'Geschiedenis',
  'advice.by': '{date}, {name}',
  'advice.sent-on': 'verstuurd op {date}',
  'advice.answered-on': 'antwoord van {date}',
  'advice.made': 'gemaakt',
  'advice.was-sent': 'verstuurd',
  'advice.page': '{from, number} tot en met {until, number} van {total, number}',

  'advice.button.new': 'Nieuw advies',
  'advice.button.show': 'Bekijken',
  'advice.button.answer': 'Antwoorden',
  'advice.button.answer-again': 'Antwoord wijzigen',
  'advice.button.send': 'Versturen',
  'advice.button.withdraw': 'Intrekken',
  'advice.button.withdraw-yes': 'Ja, intrekken',
  'advice.button.withdraw-no': 'Nee, laten staan',
  'advice.button.list': 'Alle adviezen',

  'advice.answer.title': 'Antwoord op advies {number}',
  'advice.field.outcome': 'Wat doet het MT ermee?',
  'advice.field.answer': 'Waarom?',
  'advice.hint.answer': 'Het team leest dit op de volgende agenda.',
  'advice.answer.small': 'Het team en de IB lezen dit. Noem geen namen van leerlingen.',
  'advice.outcome-unknown':
    'Ik begrijp de uitkomst <c>{typed}</c> niet. Typ bijvoorbeeld <c>/advies antwoord {number} overgenomen We beginnen in januari</c>.',
  'advice.answered': '<b>Advies {number}</b>: {outcome}.',
  'advice.answer-on-agenda': 'Het antwoord staat op de agenda van {team}.',
  'advice.answered-already': 'Dit advies heeft al een antwoord. Je antwoord is niet opgeslagen.',
  'advice.changed-meanwhile':
    'Iemand heeft dit advies intussen veranderd. Je antwoord is niet opgeslagen. Zo staat het nu.',
  'advice.not-sent-yet': 'Advies {number} is nog een concept. {who} kan het versturen.',
  'advice.is-withdrawn': 'Advies {number} is ingetrokken.',
  'advice.is-sent': 'Advies {number} is al verstuurd.',
  'advice.is-answered': 'Advies {number} heeft al een antwoord, dus het blijft staan.',

  'advice.waits': '<b>Advies {number}</b> van {team} wacht op een antwoord sinds {date}.',
  'advice.waits-coach': '<b>Advies {number}</b> van de IB wacht op een antwoord sinds {date}.',
  'advice.waits-last': 'Als er niets komt, zet ik het op de agenda, dan kunnen jullie het samen bespreken.',

  'summary.advice-waits': '<b>Advies van {team}</b> wacht sinds {date}.',
  'summary.advice-waits-coach': '<b>Advies van de IB</b> wacht sinds {date}.',
  'summary.advice-asked-often': 'Ik vroeg drie keer om een antwoord.',
} as const;
