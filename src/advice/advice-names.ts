/** "3 Graag een uur voor de toetsanalyse": how advice is named on buttons, and its state as a symbol with a word. */
import { type Context, short } from '../bot/command.ts';
import type { Button, RowState } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { schoolName } from '../people/school-name.ts';
import type { Advice, AdviceState } from './advice.ts';

/** How a button names advice: never by number, which another school may have too. */
export function adviceArgument({ id }: Pick<Advice, 'id'>): string {
  return `id:${id}`;
}

/** A button that does something with this advice. */
export function adviceButton(
  label: string,
  intent: string,
  advice: Pick<Advice, 'id'>,
  args: Button['intent']['args'] = {},
): Button {
  return { label, intent: { name: intent, args: { advies: adviceArgument(advice), ...args } } };
}

/** `3 Graag een uur`, with the school for somebody at two schools. */
export async function adviceLabel(context: Context, { number, text, schoolId }: Advice): Promise<string> {
  const name = `${number} ${short(text, 50)}`;
  return needsSchoolName(context) ? `${name} (${await schoolName(context, schoolId)})` : name;
}

const STATES = {
  concept: { symbol: '○', tone: 'neutral', word: 'advice.state.concept' },
  ingediend: { symbol: '▲', tone: 'attention', word: 'advice.state.ingediend' },
  'in behandeling': { symbol: '●', tone: 'good', word: 'advice.state.in-behandeling' },
  overgenomen: { symbol: '✓', tone: 'good', word: 'advice.state.overgenomen' },
  'niet overgenomen': { symbol: '✕', tone: 'neutral', word: 'advice.state.niet-overgenomen' },
  later: { symbol: '‖', tone: 'neutral', word: 'advice.state.later' },
  ingetrokken: { symbol: '✕', tone: 'neutral', word: 'advice.state.ingetrokken' },
} as const satisfies Record<AdviceState, { symbol: string; tone: RowState['tone']; word: `advice.state.${string}` }>;

export function adviceState(state: AdviceState, say: Say): RowState {
  const { symbol, tone, word } = STATES[state];
  return { symbol, tone, word: say.plain(word) };
}
