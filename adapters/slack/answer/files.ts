/** `pop-gesprek.ics`: what somebody asked for as a file, put in their own conversation with the bot. */
import { z } from 'zod';
import type { FilePart } from '../../../src/bot/reply-files.ts';
import type { Tools } from '../receive.ts';
import { fileUpload } from '../render.ts';

const OPENED = z.object({ channel: z.object({ id: z.string() }) });

/** Uploads them one by one. Throws what `@slack/web-api` throws; then the rest is not there either. */
export async function uploadFiles(
  { api }: Pick<Tools, 'api'>,
  account: string,
  files: readonly FilePart[],
): Promise<void> {
  if (files.length === 0) return;
  const { channel } = OPENED.parse(await api.apiCall('conversations.open', { users: account }));
  for (const file of files) await api.filesUploadV2(fileUpload(channel.id, file));
}
