/** `zeg ... --bewaar <folder>` and `teams-pakket <file>`: what somebody keeps, in a folder or a file of their choice. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { File } from '../../src/bot/reply.ts';
import { say } from '../../src/bot/text.ts';
import { replaceFile } from './replace-file.ts';

/** One sentence for whoever typed the command. */
export class CannotKeep extends Error {
  constructor(code: string, cause: unknown) {
    super(say('nl').plain('files.cannot-keep', { code }), { cause });
    this.name = 'CannotKeep';
  }
}

/**
 * Makes the folder when it is not there; a file of the same name is replaced. Gives the paths in the order of the files.
 * @throws CannotKeep
 */
export async function keepFiles(folder: string, files: readonly File[]): Promise<readonly string[]> {
  const paths = files.map(({ name }) => join(folder, nameWithin(name)));
  return orCannotKeep(async () => {
    await mkdir(folder, { recursive: true });
    for (const [index, { content }] of files.entries()) await replaceFile(paths[index]!, content);
    return paths;
  });
}

/**
 * At exactly this path, in a folder that is there; a file of the same name is replaced at once.
 * @throws CannotKeep
 */
export async function keepFile(path: string, content: Uint8Array): Promise<void> {
  await orCannotKeep(() => replaceFile(path, content));
}

async function orCannotKeep<Kept>(keep: () => Promise<Kept>): Promise<Kept> {
  try {
    return await keep();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CannotKeep(String(error.code), error);
  }
}

/** A name must never lead out of the folder, or hide in it. */
function nameWithin(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '-').replace(/^\.+/, '-');
}
