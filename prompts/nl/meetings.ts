/** Agendas and meetings. */
export const meetings = {
  'meeting.none-ahead': 'Voor {team} staat er geen bijeenkomst gepland.',
  'meeting.unknown': 'Ik vind de bijeenkomst <c>{typed}</c> niet. Typ <c>/agenda</c>, dan zie je de volgende.',
  'meeting.gone': '{team} komt op {date} niet bij elkaar. Typ <c>/agenda</c>, dan zie je de volgende bijeenkomst.',
} as const;
