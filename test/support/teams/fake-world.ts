/** Everything the fake remembers. */
import { FakeDirectory } from './fake-directory.ts';
import { FakePostings } from './fake-postings.ts';
import { FakeTokens } from './fake-tokens.ts';
import { FakeUploads } from './fake-uploads.ts';

export type FakeWorld = {
  readonly now: () => Date;
  readonly anonymous: boolean;
  readonly bot: { readonly id: string; readonly name: string };
  /** `http://127.0.0.1:<port>/`. */
  readonly origin: string;
  readonly serviceUrl: string;
  readonly tokens: FakeTokens;
  readonly directory: FakeDirectory;
  readonly postings: FakePostings;
  readonly uploads: FakeUploads;
};

export function newWorld(now: () => Date, anonymous: boolean, origin: string): FakeWorld {
  const tokens = new FakeTokens(now);
  return {
    now,
    anonymous,
    bot: { id: `28:${tokens.id}`, name: 'Leerteambot' },
    origin,
    serviceUrl: `${origin}emea/`,
    tokens,
    directory: new FakeDirectory(tokens.tenant),
    postings: new FakePostings(now),
    uploads: new FakeUploads(now, `${origin}onedrive/`),
  };
}
