import type { meetings as nl } from '../nl/meetings.ts';
import type { Same } from '../same.ts';

/** Agendas and meetings. */
export const meetings: Same<typeof nl> = {
  'meeting.none-ahead': 'No meeting is planned for {team}.',
  'meeting.unknown': 'I cannot find the meeting <c>{typed}</c>. Type <c>/agenda</c> to see the next one.',
  'meeting.gone': '{team} does not meet on {date}. Type <c>/agenda</c> to see the next meeting.',
};
