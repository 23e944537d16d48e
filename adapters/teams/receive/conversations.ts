/** Where the bot can write is our own record, made anew from everything that comes in (ARCHITECTURE: our own plain conversation record). */
import type { Conversation } from '../../../src/people/conversations.store.ts';
import { troubleWord } from '../errors.ts';
import type { Tools } from '../receive.ts';
import { type Arrival, conversationOf, isNobody } from './arrival.ts';

type RecordTools = Pick<Tools, 'conversations' | 'calls' | 'clock' | 'log' | 'onFault'>;

/** Never throws: whoever asked something gets an answer all the same. */
export async function remember({ conversations, clock, onFault }: RecordTools, arrival: Arrival): Promise<void> {
  if (arrival.place.kind === 'own' && isNobody(arrival)) return;
  try {
    await conversations.remember(conversationOf(arrival), clock.now());
  } catch (fault) {
    onFault(fault);
  }
}

/** Every channel of the team where the app came, so that an agenda can be shared there before anybody says something. Never throws. */
export async function rememberTeam(tools: RecordTools, arrival: Arrival, teamName: string | null): Promise<void> {
  const here = conversationOf(arrival);
  if (here.team === null) return;
  try {
    const channels = await tools.calls.channels({ serviceUrl: here.serviceUrl }, here.team);
    for (const { id, name } of channels) {
      const known: Conversation = {
        ...here,
        of: { kind: 'channel', channel: id },
        conversation: id,
        // A team's first channel goes by the name of the team: Teams does not tell its own.
        name: name ?? (id === here.team ? teamName : null),
      };
      await tools.conversations.remember(known, tools.clock.now());
    }
  } catch (error) {
    tools.log('warn', 'teams: the channels of a team were not told', { reason: troubleWord(error) });
  }
}
