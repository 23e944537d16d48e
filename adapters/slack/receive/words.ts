/** `doel status` in a direct message, `@Leerteambot doel status` in a channel: the same words as a slash command, with or without the slash. */
import type { App } from '@slack/bolt';
import { answerHere } from '../answer/answer.ts';
import { inChannel } from '../answer/origin.ts';
import { writtenSurface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { isOurs, read } from './listen.ts';
import { WRITTEN } from './payloads.ts';
import { typedText } from './typed-text.ts';

/** What people write themselves; the others are edits, joins and the like. */
const WRITTEN_BY_PEOPLE: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

export function receiveWords(app: App, tools: Tools): void {
  app.event('message', async ({ body, event }) => {
    if (event.channel_type === 'im') await receive(tools, body);
  });
  app.event('app_mention', ({ body }) => receive(tools, body));
}

async function receive(tools: Tools, body: unknown): Promise<void> {
  const { workspace } = tools;
  const written = read(tools, 'words', WRITTEN, body);
  if (!written || !isOurs(tools, written.team_id, written.event.team, written.event.user_team)) return;
  const { user: account, bot_id: bot, channel, ts, thread_ts: thread, subtype, edited, text } = written.event;
  if (!account || bot || account === workspace.botUserId || edited || !WRITTEN_BY_PEOPLE.includes(subtype)) return;
  await tools.once(`${channel} ${ts}`, async () => {
    const where = { account, origin: inChannel(channel, thread ?? null) };
    const said = { kind: 'text', text: await typedText(text, tools.textReader) } as const;
    await answerHere(tools, { ...where, said, once: `slack:${channel}:${ts}` }, writtenSurface(tools, where));
  });
}
