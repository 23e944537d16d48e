/** Reads what is sent to the fake: a form, JSON, or a file. */
import type { IncomingMessage } from 'node:http';
import type { Json } from './fake-types.ts';

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Null: neither a form nor JSON with an object in it. */
export function fieldsOf(body: Buffer, type: string): Json | null {
  if (type.startsWith('application/x-www-form-urlencoded'))
    return unpacked(Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
  try {
    const read: unknown = JSON.parse(body.toString('utf8') || '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Json) : null;
  } catch {
    return null;
  }
}

/** A form sends these as JSON. What is no JSON stays as it is, for the method to refuse. */
const PACKED = ['blocks', 'view', 'files'];

function unpacked(form: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, text]): [string, unknown] => {
      if (!PACKED.includes(name)) return [name, text];
      try {
        return [name, JSON.parse(text)];
      } catch {
        return [name, text];
      }
    }),
  );
}

/** The file of an upload: the first of a form with parts, or the body itself. */
export async function fileOf(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
  const [first = ''] = [...form.values()];
  return typeof first === 'string' ? Buffer.from(first) : Buffer.from(await first.arrayBuffer());
}
