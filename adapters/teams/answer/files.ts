/** `pop-gesprek.ics`: what somebody asked for as a file. Teams asks them first whether they want it in their OneDrive. */
import { z } from 'zod';
import type { File } from '../../../src/bot/reply.ts';
import type { FilePart } from '../../../src/bot/reply-files.ts';
import type { Where } from '../api/calls.ts';
import type { Tools, Who } from '../receive.ts';
import { consentCard } from '../render.ts';

/** A file that waits for a word of whoever it is for. */
const OFFERED = z.object({
  account: z.string(),
  name: z.string(),
  type: z.enum(['text/calendar', 'text/plain', 'application/json']),
  content: z.string(),
});

export type FileTools = Pick<Tools, 'calls' | 'controls' | 'newKey' | 'clock'>;

/** One message each. Throws what Teams throws; then the rest is not there either. */
export async function offerFiles(
  { calls, controls, newKey, clock }: FileTools,
  { account }: Pick<Who, 'account'>,
  where: Where,
  files: readonly FilePart[],
): Promise<void> {
  for (const part of files) {
    const { name, type, content } = part.file;
    const key = newKey();
    await controls.keep([{ key, content: JSON.stringify({ account, name, type, content }) }], clock.now());
    await calls.post(where, { type: 'message', summary: name, attachments: [consentCard(part, key)] });
  }
}

/** The file of this offer; null when it is not kept (any more), or is somebody else's. */
export async function offeredFile({ controls }: Pick<Tools, 'controls'>, key: string, who: Who): Promise<File | null> {
  try {
    const { account, ...file } = OFFERED.parse(JSON.parse((await controls.kept(key)) ?? 'null'));
    return account === who.account ? file : null;
  } catch {
    return null;
  }
}
