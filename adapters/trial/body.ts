/** The JSON that the page posts, and the JSON it gets. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { PageError } from './errors.ts';

/** Bytes. */
const BODY_LIMIT = 64 * 1024;

/** Reads a posted JSON object of at most BODY_LIMIT bytes. Throws a PageError when it is too large, no JSON or of another shape. */
export async function readBody<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  // Demanding the type also keeps out forms of other sites: a browser sends those without asking.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new PageError('not-json');
  const parsed = shape.safeParse(parseJson(await readText(request)));
  if (!parsed.success) throw new PageError('bad-input');
  return parsed.data;
}

async function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw new PageError('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  // Without `destroyOnReturn` a refusal halfway would close the connection before the answer is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new PageError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PageError('bad-json');
  }
}

export function sendJson(response: ServerResponse, status: number, content: unknown): void {
  const body = Buffer.from(JSON.stringify(content), 'utf8');
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
