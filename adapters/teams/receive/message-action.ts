/** "Zet op de agenda" in the menu of a message: a point with a link to it. The words of the message are not taken over (PRODUCT 4). */
import type { z } from 'zod';
import { unpack } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { within } from '../../../src/bot/patience.ts';
import type { Intent, Reply } from '../../../src/bot/reply.ts';
import { show } from '../answer/answer.ts';
import { type Answered, type Asked, ask } from '../answer/ask.ts';
import { dialogCard, type Sent } from '../answer/dialog.ts';
import { dialogAnswer, dialogWords } from '../answer/invoke.ts';
import { writtenSurface } from '../answer/surface.ts';
import type { InvokeAnswer, Listener, Tools } from '../receive.ts';
import { formValues } from '../render.ts';
import { type Arrival, isNobody } from './arrival.ts';
import { read } from './listen.ts';
import { MESSAGE_ACTION } from './payloads.ts';
import { placeOf } from './place.ts';

/** Its id in the manifest. */
export const AGENDA_ACTION = 'agenda_punt';

/** In milliseconds: Teams waits five seconds. */
const BEFORE_WAITING = 4_000;

type ActionUse = z.infer<typeof MESSAGE_ACTION>['value'];

export const receiveMessageAction: Listener = async (tools, arrival, activity) => {
  const used = read(tools, 'message action', MESSAGE_ACTION, activity);
  if (used?.value.commandId !== AGENDA_ACTION) return { status: 400 };
  const { who, id } = arrival;
  if (isNobody(arrival)) return dialogWords(tools.voices.known(who)('msteams.refused-stranger'));
  const use = () => answerUse(tools, arrival, used.value);
  return id === null ? use() : tools.once(`${who.conversation} ${id}`, use);
};

async function answerUse(tools: Tools, arrival: Arrival, use: ActionUse): Promise<InvokeAnswer> {
  const say = tools.voices.known(arrival.who);
  const asking = askFor(tools, arrival, use);
  const drawn = asking.then(({ asked, sent, answered }) => dialogCard(tools, asked, sent, answered.reply));
  const early = await within(tools, drawn, BEFORE_WAITING);
  if (early) return dialogAnswer(say.plain('msteams.agenda-window'), early);
  tools.later(asking.then(({ asked, answered }) => showLate(tools, arrival, asked, answered)));
  return dialogWords(say('msteams.wait'));
}

type Done = { readonly asked: Asked; readonly sent: Sent | null; readonly answered: Answered };

/** The window opens with the link to the message; what is pressed or sent in it says more. */
async function askFor(tools: Tools, arrival: Arrival, { data, messagePayload }: ActionUse): Promise<Done> {
  const { who, id } = arrival;
  const place = await placeOf(tools, arrival);
  const once = id === null ? null : `teams:${who.conversation}:${id}`;
  if (!data) {
    const link = messagePayload?.linkToMessage;
    const intent = { name: 'agenda.punt', args: link ? { link } : {} } as Intent;
    const asked: Asked = { who, said: { kind: 'intent', intent }, once, place };
    return { asked, sent: null, answered: await ask(tools, asked) };
  }
  const control = await unpack(data.control, tools.controls);
  if (control?.said.kind !== 'intent') {
    const say = await tools.voices.of(who);
    const reply = { ...answer(say('msteams.form-too-old')), changedNothing: true } as const;
    const asked: Asked = { who, said: { kind: 'text', text: '' }, once: null, place };
    return { asked, sent: null, answered: { reply, isRefused: false } };
  }
  const { intent } = control.said;
  const values = formValues(data);
  const filled = { ...intent, args: { ...intent.args, ...values } };
  const asked: Asked = { who, said: { kind: 'intent', intent: filled }, once: control.key, place };
  return { asked, sent: { intent, values }, answered: await ask(tools, asked) };
}

/** The window said "Even geduld": the answer comes in their own chat, wherever the message was. */
async function showLate(tools: Tools, arrival: Arrival, asked: Asked, { reply, isRefused }: Answered): Promise<void> {
  const surface = { ...writtenSurface(arrival), isOwn: false };
  const outcome = await show(tools, asked, surface, { reply: privately(reply), isRefused });
  if (outcome.kind === 'words') tools.log('warn', 'teams: an answer was not shown');
}

function privately(reply: Reply): Reply {
  if (reply.kind === 'replace') return { ...reply.notice, visibility: 'caller' };
  return reply.kind === 'notice' ? { ...reply, visibility: 'caller' } : reply;
}
