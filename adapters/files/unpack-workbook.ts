/** The parts of a workbook, out of a zip that nobody trusts. */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Message, message } from '../../src/import/finding.ts';
import { MEGABYTE, MOST_ENTRIES, MOST_UNPACKED_MEGABYTES } from './limits.ts';

export type Parts = ReadonlyMap<string, Buffer>;

/**
 * Only the XML, by path. The zip's directory is read first; yauzl stops at a part that is bigger than the directory says, so the sum of those
 * sizes is what unpacking costs.
 */
export async function unpackWorkbook(bytes: Buffer): Promise<Parts | { readonly refused: Message }> {
  try {
    const zip = await fromBufferPromise(bytes);
    const entries = await directoryOf(zip);
    if (entries === null) return { refused: message('import.workbook-too-many', { max: MOST_ENTRIES }) };
    const size = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (size > MOST_UNPACKED_MEGABYTES * MEGABYTE) {
      return { refused: message('import.workbook-unpacks', { max: MOST_UNPACKED_MEGABYTES }) };
    }
    const parts = new Map<string, Buffer>();
    for (const entry of entries) {
      if (/\.(xml|rels)$/i.test(entry.fileName)) {
        parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
      }
    }
    return parts;
  } catch {
    // Whatever yauzl or zlib has against it: it is no zip, or a broken one.
    return { refused: message('import.not-a-workbook', {}) };
  }
}

/** Null when there are too many; `entryCount` is only what the zip says of itself. */
async function directoryOf(zip: ZipFile): Promise<readonly Entry[] | null> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) return null;
  }
  return entries;
}
