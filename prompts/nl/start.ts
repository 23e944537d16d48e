/** First contact and the home page. */
export const start = {
  'help.start': 'Je startpagina: wat er komt, wat er van je gevraagd wordt en alle knoppen',

  'start.hello': 'Hoi {name}, ik ben Leerteambot. Ik help jullie leerteam met doelen, agenda’s en acties.',
  'start.hello-governor':
    'Hoi {name}, ik ben Leerteambot. Ik help de leerteams op jullie scholen met doelen, agenda’s en acties.',
  'start.what-and-when':
    'Je krijgt van mij hooguit één bericht per dag, vanaf {time} uur, met wat er van je gevraagd wordt. Alleen op je werkdagen en nooit in een vakantie.',
  'start.which-days': 'Op welke dagen werk je?',
  'start.days-known': 'Als je werkdagen heb ik staan: {days}.',
  'start.quiet':
    'Typ <c>/hulp</c> als je iets zoekt. Te veel berichten? Zet ze uit met <c>/instellingen</c>. Niemand anders ziet dat.',
  'start.days.title': 'Op welke dagen werk je?',
  'start.days.small': 'Ik gebruik je werkdagen om je op de goede dag te bereiken.',
  'start.days.saved': 'Opgeslagen. Je krijgt alleen berichten op je werkdagen.',

  'start.button.whole-week': 'Elke week ma t/m vr',
  'start.button.choose-days': 'Andere dagen…',
  'start.button.change-days': 'Werkdagen aanpassen',
  'start.button.home': 'Mijn leerteam',
  'start.button.home-governor': 'Mijn startpagina',

  'start.home.title': '<b>Mijn leerteam</b>',
  'start.home.title-governor': '<b>Mijn startpagina</b>',
  'start.home.meetings': 'Volgende bijeenkomst',
  'start.home.actions': 'Mijn acties',
  'start.home.action-offered': '{name} vraagt of jij dit overneemt, voor {date}',
  'start.home.goals': 'Doelen die om een update vragen',
  'start.home.own-goals': 'Mijn doelen',
  'start.home.goal': '<b>Doel {number}</b> {title}',
  'start.home.nothing': 'Er wordt nu niets van je gevraagd.',

  'start.menu.agenda': 'Agenda',
  'start.menu.agenda-item': 'Punt voor de agenda',
  'start.menu.actions': 'Mijn acties',
  'start.menu.new-action': 'Nieuwe actie',
  'start.menu.goals': 'Doelen',
  'start.menu.new-goal': 'Nieuw doel',
  'start.menu.new-advice': 'Nieuw advies',
  'start.menu.advice': 'Adviezen',
  'start.menu.team': 'Leerteam',
  'start.menu.summary': 'Overzicht',
  'start.menu.handover': 'Werk verdelen',
  'start.menu.school': 'School',
  'start.menu.absent': 'Ik ben er niet',
  'start.menu.settings': 'Instellingen',
  'start.menu.help': 'Hulp',
} as const;
