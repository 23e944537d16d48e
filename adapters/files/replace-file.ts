/** A file that is there already is replaced at once, never half; only its owner may read it. */
import { rename, rm, writeFile } from 'node:fs/promises';

export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${path}.nieuw`;
  try {
    await writeFile(fresh, content, { mode: 0o600 });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
