/** What somebody sends us, as far as it is not too large. */
import type { Readable } from 'node:stream';

/** Null as soon as it is larger than `most` bytes; the rest then flows by, as a request that is cut off takes the answer with it. Rejects when it breaks off. */
export function readWithin(sent: Readable, most: number): Promise<Buffer | null> {
  return new Promise((read, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    sent.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      chunks.length = 0;
      read(null);
    });
    sent.on('end', () => read(Buffer.concat(chunks)));
    sent.on('error', fail);
  });
}
