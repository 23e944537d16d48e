/** [Versturen] and [Bekijken]: what can be done with the advice behind a point on an agenda. */
import type { AgendaItem } from '../agenda/agenda-item.ts';
import type { Button } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { adviceButton } from './advice-names.ts';

/** A chair sends a draft from the agenda; everybody of the team can read what it says. None for a point that is not about advice. */
export function adviceItemButtons(
  say: Say,
  { adviceId, cause }: Pick<AgendaItem, 'adviceId' | 'cause'>,
  isChair: boolean,
): readonly Button[] {
  if (adviceId === null) return [];
  const advice = { id: adviceId };
  const show = adviceButton(say.plain('advice.button.show'), 'advies.toon', advice);
  if (cause !== 'concept-advies' || !isChair) return [show];
  return [adviceButton(say.plain('advice.button.send'), 'advies.versturen', advice), show];
}
