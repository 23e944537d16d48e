/** `POST /slack/events`: what says that it comes from Slack, looked at before Bolt gets it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { App, BufferedIncomingMessage, HTTPReceiver } from '@slack/bolt';
import { z } from 'zod';
import { systemClock } from '../../../src/clock.ts';
import { readWithin } from '../../../src/read-within.ts';
import type { SlackLog } from '../options.ts';
import { bolt } from './bolt.ts';
import { boltLog } from './bolt-log.ts';

const PATH = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';
/** In bytes. Slack's own largest, a modal with everything filled in, is about a quarter of it. */
const LARGEST = 1024 * 1024;
/** In seconds, either way; Bolt looks at the past only. */
const TOLERANCE = 5 * 60;

/** Of all that Slack sends, when the wrong secret was copied. */
const MISFIT = 'the signature does not fit SLACK_SIGNING_SECRET';

/** A request is refused with this status; the log gets the reason. */
class Refused extends Error {
  readonly status: number;
  readonly reason: 'too large' | 'unsigned' | typeof MISFIT | 'old' | 'in the future' | 'malformed';
  constructor(status: number, reason: Refused['reason']) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

const NAMED = z.object({ id: z.string() });
const DONE_BY = { user: NAMED, team: NAMED.nullish() };
/** As far as Bolt relies on it: what looks otherwise makes it fail halfway, or wait for an acknowledgement that never comes. */
// The shapes are tried in this order: those that people wait for come first.
const BODY = z.union([
  z.object({ command: z.string(), user_id: z.string(), team_id: z.string() }),
  z.object({ ...DONE_BY, type: z.literal('block_actions'), actions: z.array(z.object({})).nonempty() }),
  z.object({ type: z.literal('url_verification'), challenge: z.string() }),
  z.object({ type: z.literal('event_callback'), team_id: z.string(), event: z.object({ type: z.string() }) }),
  z.object({ type: z.literal('app_rate_limited') }),
  z.object({ ...DONE_BY, type: z.enum(['view_submission', 'view_closed']), view: NAMED }),
  z.object({ ...DONE_BY, type: z.enum(['message_action', 'shortcut']) }),
]);

export type HttpEntrance = {
  /** Answers a request to `/slack/events`. False when the path is another one; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** From now on this app answers. Before, and after `close`, Slack is told to come back later. */
  open(app: App): void;
  close(): void;
};

export function httpEntrance(signingSecret: string, log: SlackLog): HttpEntrance {
  let receiver: HTTPReceiver | null = null;
  const refuse = (response: ServerResponse, status: number, reason: string) => {
    log('warn', 'slack: request refused', { status, reason });
    // The rest of what is too large is not waited for.
    if (!response.headersSent) response.writeHead(status, { Connection: 'close' });
    response.end();
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.url?.split('?', 1)[0] !== PATH || request.method !== 'POST') return false;
    try {
      const rawBody = await readWithin(request, LARGEST);
      if (rawBody === null) throw new Refused(413, 'too large');
      // Slack looks whether the address has a certificate, unsigned.
      if (isCertificateCheck(request, rawBody)) response.writeHead(200).end();
      else pass(request, response, rawBody);
    } catch (error) {
      if (error instanceof Refused) refuse(response, error.status, error.reason);
      else {
        log('warn', 'slack: request broken off');
        response.destroy();
      }
    }
    return true;
  }

  function pass(request: IncomingMessage, response: ServerResponse, rawBody: Buffer): void {
    checkSignature(request, rawBody, signingSecret);
    const body = checkedBody(request, rawBody);
    if (!receiver) {
      response.writeHead(503, { 'Retry-After': '5' }).end();
      return;
    }
    if ('type' in body && body.type === 'app_rate_limited') {
      log('warn', 'slack: holds back events, there were too many');
      response.writeHead(200).end();
      return;
    }
    receiver.requestListener(Object.assign(request, { rawBody }) satisfies BufferedIncomingMessage, response);
  }

  return {
    handle,
    open: (app) => {
      const { HTTPReceiver } = bolt();
      receiver = new HTTPReceiver({
        signingSecret,
        // It was verified before this, see `checkSignature`.
        signatureVerification: false,
        endpoints: [PATH],
        logger: boltLog(log),
        // Listeners catch their own faults, so what ends here came before them.
        processEventErrorHandler: async ({ response }) => {
          refuse(response, 400, 'malformed' satisfies Refused['reason']);
          return true;
        },
      });
      receiver.init(app);
    },
    close: () => {
      receiver = null;
    },
  };
}

function isCertificateCheck(request: IncomingMessage, body: Buffer): boolean {
  return (
    request.headers['content-type'] === FORM && body.includes('ssl_check') && parse(body.toString()).ssl_check === '1'
  );
}

/**
 * Throws a Refused. By the clock on the wall: the school's own may be moved. Bolt's receiver takes a timestamp of next
 * year with a good signature, so that a request that was caught could be played again until then.
 */
function checkSignature(request: IncomingMessage, body: Buffer, signingSecret: string): void {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = request.headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') throw new Refused(401, 'unsigned');
  const seconds = Number(timestamp);
  const age = Math.floor(systemClock.now().getTime() / 1_000) - seconds;
  if (age < -TOLERANCE) throw new Refused(401, 'in the future');
  if (age > TOLERANCE) throw new Refused(401, 'old');
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
  try {
    bolt().verifySlackRequest({ signingSecret, body: body.toString(), headers });
  } catch {
    throw new Refused(401, MISFIT);
  }
}

/** Throws a Refused when it is nothing that Slack sends. */
function checkedBody(request: IncomingMessage, body: Buffer): z.infer<typeof BODY> {
  try {
    return BODY.parse(readBody(request.headers['content-type'], body.toString()));
  } catch {
    throw new Refused(400, 'malformed');
  }
}

/** Read as Bolt reads it. */
function readBody(type: string | undefined, text: string): unknown {
  if (type !== FORM) return JSON.parse(text);
  const fields = parse(text);
  return typeof fields.payload === 'string' ? JSON.parse(fields.payload) : { ...fields };
}
