/** "Zet op de agenda" in the menu of a message: a point with a link to it. The words of the message are not taken over (PRODUCT 4). */
import { unpack } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { within } from '../../../src/bot/patience.ts';
import type { RichText } from '../../../src/bot/reply.ts';
import { orSaySo, show } from '../answer/answer.ts';
import { type Answered, type Asked, ask } from '../answer/ask.ts';
import { dialogCard } from '../answer/dialog.ts';
import { dialogAnswer, dialogWords } from '../answer/invoke.ts';
import { writtenSurface } from '../answer/surface.ts';
import type { InvokeAnswer, Listener, Tools } from '../receive.ts';
import { formValues, type TeamsCard } from '../render.ts';
import { type Arrival, isNobody } from './arrival.ts';
import { MESSAGE_ACTION } from './payloads.ts';
import { placeOf } from './place.ts';
import { read } from './read.ts';

/** Its id in the manifest. */
export const AGENDA_ACTION = 'agenda_punt';

/** In milliseconds: Teams waits five seconds. */
const BEFORE_WAITING = 4_000;

type ActionValue = NonNullable<ReturnType<typeof MESSAGE_ACTION.parse>['value']>;

export const receiveMessageAction: Listener = async (tools, arrival, activity) => {
  const used = read(tools, 'message action', MESSAGE_ACTION, activity);
  if (used?.value.commandId !== AGENDA_ACTION) return { status: 400 };
  const { who, id } = arrival;
  if (isNobody(arrival)) return dialogWords(tools.voices.known(who)('msteams.refused-stranger'));
  const use = () => answerUse(tools, arrival, used.value);
  return id === null ? use() : tools.once(`${who.conversation} ${id}`, use);
};
