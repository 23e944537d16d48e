/** `pop-gesprek.ics`: what somebody asked for as a file. Teams asks them first whether they want it in their OneDrive. */
import { z } from 'zod';
import type { Control } from '../../../src/bot/control.ts';
import { buttonsPart } from '../../../src/bot/notice.ts';
import type { File, Notice } from '../../../src/bot/reply.ts';
import type { FilePart } from '../../../src/bot/reply-files.ts';
import { literal, plainText, type Say } from '../../../src/bot/text.ts';
import type { Where } from '../api/calls.ts';
import type { Tools, Who } from '../receive.ts';
import { consentCard } from '../render.ts';

/** A file that waits for a word of whoever it is for. */
const OFFERED = z.object({
  account: z.string(),
  name: z.string(),
  type: z.enum(['text/calendar', 'text/plain', 'application/json']),
  content: z.string(),
  sentence: z.string(),
});

/** What the button beside a file says; the core never hears it. */
const WANTED = 'msteams.file';

export type FileTools = Pick<Tools, 'calls' | 'controls' | 'newKey' | 'clock'>;

/** One message each. Throws what Teams throws; then the rest is not there either. */
export async function offerFiles(
  { calls, controls, newKey, clock }: FileTools,
  { account }: Pick<Who, 'account'>,
  where: Where,
  files: readonly FilePart[],
): Promise<void> {
  for (const part of files) {
    const key = newKey();
    await keepFiles(controls, account, [{ key, part }], clock.now());
    await offer(calls, where, part, key);
  }
}

export type NamedFile = { readonly key: string; readonly part: FilePart };

/**
 * For a message that nobody asked for: each file is offered at the press of a button beside it only, as an offer is a message of its own.
 * The files that it has must be kept under their keys.
 */
export function withFileButtons(
  notice: Notice,
  say: Say,
  newKey: () => string,
): { readonly shown: Notice; readonly files: readonly NamedFile[] } {
  const files: NamedFile[] = [];
  const parts = notice.parts.flatMap((part) => {
    if (part.kind !== 'file') return [part];
    const key = newKey();
    files.push({ key, part });
    const label = say.plain(part.file.type === 'text/calendar' ? 'msteams.file-calendar' : 'msteams.file-get');
    return [part, ...buttonsPart([{ label, intent: { name: WANTED, args: { file: key } } }])];
  });
  return { shown: { ...notice, parts }, files };
}

export async function keepFiles(
  controls: Tools['controls'],
  account: string,
  files: readonly NamedFile[],
  now: Date,
): Promise<void> {
  const kept = files.map(({ key, part: { file, sentence } }) => {
    const { name, type, content } = file;
    return { key, content: JSON.stringify({ account, name, type, content, sentence: plainText(sentence) }) };
  });
  await controls.keep(kept, now);
}

/** The key of the file that this button asks for; null when it is a button of the core. */
export function wantedFile({ said }: Control): string | null {
  return said.kind === 'intent' && said.intent.name === WANTED ? (said.intent.args.file ?? null) : null;
}

/** False when there is no such file for them (any more). Throws what Teams throws. */
export async function offerKept(tools: FileTools, who: Who, where: Where, key: string): Promise<boolean> {
  const kept = await keptFile(tools, key, who);
  if (!kept) return false;
  const { sentence, ...file } = kept;
  await offer(tools.calls, where, { kind: 'file', file, sentence: literal(sentence) }, key);
  return true;
}

async function offer(calls: FileTools['calls'], where: Where, part: FilePart, key: string): Promise<void> {
  await calls.post(where, { type: 'message', summary: part.file.name, attachments: [consentCard(part, key)] });
}

/** The file of this offer; null when it is not kept (any more), or is somebody else's. */
export async function offeredFile(tools: Pick<Tools, 'controls'>, key: string, who: Who): Promise<File | null> {
  return keptFile(tools, key, who);
}

async function keptFile({ controls }: Pick<Tools, 'controls'>, key: string, who: Who) {
  try {
    const { account, ...file } = OFFERED.parse(JSON.parse((await controls.kept(key)) ?? 'null'));
    return account === who.account ? file : null;
  } catch {
    return null;
  }
}
