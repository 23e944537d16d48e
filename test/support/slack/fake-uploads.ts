/** Files on their way to the fake: a place is asked for, the bytes come, and then it is shared. */
import { Refusal } from './fake-method.ts';

type Upload = { readonly name: string; readonly length: number; content: string | null };

export class FakeUploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #newId: (kind: string) => string;

  constructor(newId: (kind: string) => string) {
    this.#newId = newId;
  }

  /** `length` in bytes. Gives the file's id. */
  expect(name: string, length: number): string {
    const id = this.#newId('F');
    this.#uploads.set(id, { name, length, content: null });
    return id;
  }

  /** False: nobody asked for this upload, or it has another length. */
  receive(id: string, content: Buffer): boolean {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.content !== null || upload.length !== content.length) return false;
    upload.content = content.toString('utf8');
    return true;
  }

  complete(id: string): { readonly name: string; readonly content: string } {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.content === null) throw new Refusal('file_not_found');
    this.#uploads.delete(id);
    return { name: upload.name, content: upload.content };
  }
}
