/** Asks a server as any program could: with every header as it likes, which a browser would not allow. */
import { request as send } from 'node:http';

export type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** Sends it and waits for the whole answer. */
export function ask(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = send(address + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Posts JSON and reads the JSON that comes back. */
export async function post<Content = unknown>(
  address: string,
  path: string,
  content: unknown,
): Promise<{ status: number; content: Content }> {
  const headers = { 'Content-Type': 'application/json' };
  const { status, body } = await ask(address, path, { method: 'POST', headers, body: JSON.stringify(content) });
  return { status, content: JSON.parse(body) as Content };
}

/** Reads JSON. */
export async function get<Content = unknown>(
  address: string,
  path: string,
): Promise<{ status: number; content: Content }> {
  const { status, body } = await ask(address, path);
  return { status, content: JSON.parse(body) as Content };
}
