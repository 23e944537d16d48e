/** `doel status` in a chat with the bot, `@Leerteambot doel status` in a channel or a group: with or without a slash. */
import { show } from '../answer/answer.ts';
import { ask } from '../answer/ask.ts';
import { hereOf, postLine } from '../answer/post.ts';
import { writtenSurface } from '../answer/surface.ts';
import type { Listener, Tools } from '../receive.ts';
import { type Arrival, isNobody } from './arrival.ts';
import { acknowledged, read } from './listen.ts';
import { type Mention, WRITTEN, type Written } from './payloads.ts';
import { placeOf } from './place.ts';
import { typedText } from './typed-text.ts';

export const receiveWords: Listener = async (tools, arrival, activity) => {
  const written = read(tools, 'words', WRITTEN, activity);
  if (!written) return null;
  const delivery = `${arrival.who.conversation} ${written.id}`;
  return acknowledged(
    tools,
    tools.once(delivery, () => answerWords(tools, arrival, written)),
  );
};

async function answerWords(tools: Tools, arrival: Arrival, written: Written): Promise<void> {
  const { who } = arrival;
  const here = hereOf(who);
  if (isNobody(arrival)) return postLine(tools, here, tools.voices.known(who)('msteams.refused-stranger'));
  const addressOf = ({ id, aadObjectId }: Mention['mentioned']) =>
    tools.addressOf(who, { member: id, account: aadObjectId?.toLowerCase() ?? null });
  const text = await typedText(written, { bot: who.bot, addressOf });
  const place = await placeOf(tools, arrival);
  const once = `teams:${who.conversation}:${written.id}`;
  const asked = { who, said: { kind: 'text', text }, once, place } as const;
  const outcome = await show(tools, asked, writtenSurface(arrival), await ask(tools, asked));
  if (outcome.kind === 'words') await postLine(tools, here, outcome.text);
  if (outcome.kind === 'personally') {
    const say = await tools.voices.of(who);
    await postLine(tools, here, say('msteams.sent-personally'));
  }
}
