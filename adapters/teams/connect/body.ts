/** What was posted, as far as it is not too large. */
import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';

/** In bytes. What Teams sends itself is smaller by far: a message of people is at most 100 KB. */
const LARGEST = 1024 * 1024;

/** Throws a Refused when it is too large or no JSON; what is too large then flows by, as a stream that is cut off takes the answer with it. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  // A page in a browser cannot say that it sends JSON without being asked first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(400, 'malformed');
  try {
    return JSON.parse(await textOf(request));
  } catch (error) {
    throw error instanceof SyntaxError ? new Refused(400, 'malformed') : error;
  }
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((read, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST) return void chunks.push(chunk);
      chunks.length = 0;
      fail(new Refused(413, 'too large'));
    });
    request.on('end', () => read(Buffer.concat(chunks).toString('utf8')));
    request.on('error', fail);
  });
}
