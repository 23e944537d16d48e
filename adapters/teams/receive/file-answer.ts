/** [Toestaan] or [Weigeren] under the offer of a file: it is put in their OneDrive, or is not. Only in somebody's own chat. */
import { answer } from '../../../src/bot/notice.ts';
import type { File } from '../../../src/bot/reply.ts';
import type { Say } from '../../../src/bot/text.ts';
import { offeredFile } from '../answer/files.ts';
import { hereOf, postLine, replaceBy } from '../answer/post.ts';
import type { Outgoing } from '../api/calls.ts';
import type { Listener, Tools } from '../receive.ts';
import { activityOf, fileCard, teamsMessages } from '../render.ts';
import type { Arrival } from './arrival.ts';
import { acknowledged, read } from './listen.ts';
import { FILE_ANSWER, type FileAnswer, type Upload } from './payloads.ts';
import { upload } from './upload.ts';

export const receiveFileAnswer: Listener = async (tools, arrival, activity) => {
  const answered = read(tools, 'file', FILE_ANSWER, activity);
  if (!answered) return { status: 400 };
  const { who, id } = arrival;
  const { action, context } = answered.value;
  const press = () =>
    tools.onceAClick(`file ${who.account} ${action} ${context.file}`, () =>
      answerOffer(tools, arrival, answered.value),
    );
  await acknowledged(tools, id === null ? press() : tools.once(`${who.conversation} ${id}`, press), 'pressed');
  return { status: 200 };
};

async function answerOffer(tools: Tools, arrival: Arrival, { action, context, uploadInfo }: FileAnswer): Promise<void> {
  const say = await tools.voices.of(arrival.who);
  if (action === 'decline' || !uploadInfo) return inPlace(tools, arrival, sentence(say, 'msteams.file-declined'));
  const file = await offeredFile(tools, context.file, arrival.who);
  if (!file) return inPlace(tools, arrival, sentence(say, 'msteams.file-too-old'));
  await deliver(tools, arrival, file, uploadInfo);
}

async function deliver(tools: Tools, arrival: Arrival, file: File, to: Upload): Promise<void> {
  try {
    await upload(to.uploadUrl, file, arrival.who.serviceUrl);
  } catch (fault) {
    const reference = tools.onFault(fault);
    const say = await tools.voices.of(arrival.who);
    return postLine(tools, hereOf(arrival.who), say('msteams.file-failed', { reference }));
  }
  await inPlace(tools, arrival, { type: 'message', summary: to.name, attachments: [fileCard(to)] });
}

/** Where the offer stands; below it when that cannot be. Throws what Teams throws. */
async function inPlace(tools: Tools, { who, pressed }: Arrival, activity: Outgoing): Promise<void> {
  const isThere = pressed !== null && (await replaceBy(tools, hereOf(who), pressed, activity));
  if (!isThere) await tools.calls.post(hereOf(who), activity);
}

/** As a card: a card that becomes a line of text is not drawn anew (microsoft/botbuilder-js#3822). */
function sentence(say: Say, key: 'msteams.file-declined' | 'msteams.file-too-old'): Outgoing {
  const [message] = teamsMessages(answer(say(key)), say.language);
  return activityOf(message!);
}
