/** What was posted, as far as it is not too large. */
import type { IncomingMessage } from 'node:http';
import { readWithin } from '../../../src/read-within.ts';
import { Refused } from './refused.ts';

/** In bytes. What Teams sends itself is smaller by far: a message of people is at most 100 KB. */
const LARGEST = 1024 * 1024;

/** Throws a Refused when it is too large or no JSON. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  // A page in a browser cannot say that it sends JSON without being asked first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(400, 'malformed');
  const body = await readWithin(request, LARGEST);
  if (body === null) throw new Refused(413, 'too large');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? new Refused(400, 'malformed') : error;
  }
}
