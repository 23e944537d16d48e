/** What the page around the chat says, in both languages; the page fills in `{name}`. */
import { trialPage as en } from '../../prompts/en/trial-page.ts';
import { trialPage as nl } from '../../prompts/nl/trial-page.ts';
import type { File } from '../../src/bot/reply.ts';
import type { PageErrorCode } from './errors.ts';

/** Each mistake of the page and each kind of file has its words. */
type Complete = {
  readonly errors: Readonly<Record<PageErrorCode, string>>;
  readonly fileKind: Readonly<Record<File['type'], string>>;
};

export const pageTexts = { nl, en } as const satisfies Record<string, Complete>;
