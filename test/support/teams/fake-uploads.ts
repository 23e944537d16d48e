/** The OneDrive of people: where a file goes that they took. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './fake-refusal.ts';
import type { FakeFile, FakeUpload, Json } from './fake-types.ts';

const GOOD_FOR = 15 * 60_000;

type Waiting = { readonly upload: FakeUpload; readonly of: string; readonly until: Date };

export class FakeUploads {
  readonly #now: () => Date;
  readonly #address: string;
  readonly #waiting = new Map<string, Waiting>();
  readonly files: FakeFile[] = [];

  /** `address`: ends in a slash. */
  constructor(now: () => Date, address: string) {
    this.#now = now;
    this.#address = address;
  }

  make(of: string, name: string): FakeUpload {
    const uniqueId = randomUUID();
    const upload = {
      contentUrl: `${this.#address}documents/${uniqueId}/${encodeURIComponent(name)}`,
      name,
      uploadUrl: `${this.#address}upload/${uniqueId}`,
      uniqueId,
      fileType: name.split('.').at(-1) ?? '',
    };
    this.#waiting.set(uniqueId, { upload, of, until: new Date(this.#now().getTime() + GOOD_FOR) });
    return upload;
  }

  /** As an upload session of OneDrive takes it: the whole file, with its range and without a token. */
  receive(id: string, headers: Readonly<Record<string, unknown>>, content: Buffer): Json {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined || waiting.until <= this.#now())
      throw new Refusal(404, 'itemNotFound', 'The upload session was not found');
    if (headers.authorization !== undefined)
      throw new Refusal(401, 'unauthenticated', 'An upload session takes no Authorization header');
    const whole = `bytes 0-${content.length - 1}/${content.length}`;
    if (content.length === 0 || headers['content-range'] !== whole)
      throw new Refusal(400, 'invalidRequest', `Content-Range must be ${whole}, not ${headers['content-range']}`);
    this.#waiting.delete(id);
    const { upload, of } = waiting;
    this.files.push({ name: upload.name, content, contentUrl: upload.contentUrl, of });
    return { id: upload.uniqueId, name: upload.name, size: content.length, file: {} };
  }
}
