/** The trial school in the browser: `GET /` and what its page needs, for whoever sits at this machine (PRODUCT 9). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../../src/platform.ts';
import { sendJson } from './body.ts';
import { PageError } from './errors.ts';
import { checkOwnPage, setSafeHeaders } from './guard.ts';
import type { TrialOptions } from './options.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { pageTexts } from './page-texts.ts';
import { answers } from './receive.ts';
import { trialPlatform } from './send.ts';

export type { TrialClock, TrialMailbox, TrialOptions } from './options.ts';

export type Trial = {
  /** Answers a request. False when the path is not the trial's; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly platform: Platform;
};

/** The page, its paths and its platform; it listens to nothing by itself. */
export function createTrial(options: TrialOptions): Trial {
  const files = pageFiles();
  const byPath = answers(options);
  const ownPaths = new Set([...byPath.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const method = request.method ?? 'GET';
    const pageFile = files.get(path);
    if (!pageFile && !ownPaths.has(path) && !path.startsWith('/page/')) return false;
    setSafeHeaders(response);
    try {
      checkOwnPage(request);
      if (pageFile && (method === 'GET' || method === 'HEAD')) {
        sendFile(response, pageFile);
        return true;
      }
      const answer = byPath.get(`${method} ${path}`);
      if (!answer) throw new PageError(pageFile || ownPaths.has(path) ? 'wrong-method' : 'no-such-page');
      sendJson(response, 200, await answer(request, new URLSearchParams(query)));
    } catch (error) {
      if (!(error instanceof PageError)) options.onFault(error);
      refuse(response, error instanceof PageError ? error : new PageError('fault'));
    }
    return true;
  }

  return { handle, platform: trialPlatform(() => options.mailbox) };
}

function sendFile(response: ServerResponse, { type, content }: PageFile): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length, 'Cache-Control': 'no-cache' });
  response.end(content);
}

/** The code for the page, which says it in its own language, and a sentence for whoever asks by hand. */
function refuse(response: ServerResponse, error: PageError): void {
  // Nothing to say any more: the browser went away halfway.
  if (response.headersSent || response.destroyed) return;
  sendJson(response, error.status, { error: error.code, message: pageTexts.nl.errors[error.code] });
}
