/** `POST /api/messages`: what says that it comes from Teams, looked at before anything is done with it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from 'botbuilder';
import type { TeamsConfig } from '../../../src/config.ts';
import type { MicrosoftService, TeamsLog } from '../options.ts';
import type { InvokeAnswer } from '../receive.ts';
import { checkedActivity, checkTenant } from './activity.ts';
import { checkAnonymous } from './anonymous.ts';
import { readBody } from './body.ts';
import type { Door } from './door.ts';
import { Refused } from './refused.ts';
import { OWN_LOOK } from './self-check.ts';

const PATH = '/api/messages';

export type HttpEntranceOptions = {
  readonly config: TeamsConfig;
  readonly microsoft?: MicrosoftService;
  readonly receive: (activity: Activity) => Promise<InvokeAnswer | null>;
  /** What the look at our own door carries: being refused is what it hopes for. */
  readonly ownLook: string;
  readonly log: TeamsLog;
  /** A fault that nobody caught. */
  readonly onFault: (fault: unknown) => unknown;
};

export type HttpEntrance = {
  /** Answers a post to `/api/messages`. False when the path or the method is another one; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** From now on who gets through this door is answered. Before, and after `close`, Teams is told to come back later. */
  open(door: Door): void;
  close(): void;
};

export function httpEntrance(options: HttpEntranceOptions): HttpEntrance {
  const { config, receive, ownLook, log, onFault } = options;
  let door: Door | null = null;

  async function answerTo(request: IncomingMessage): Promise<InvokeAnswer> {
    if (!config.app) checkAnonymous(request);
    const activity = checkedActivity(await readBody(request), options);
    if (!door) throw new Refused(503, 'not open');
    await door.check(request.headers.authorization ?? '', activity);
    // Whoever stops waits only for what was received.
    if (!door) throw new Refused(503, 'not open');
    if (config.app) checkTenant(activity, config.tenants);
    return (await receive(activity)) ?? { status: 200 };
  }

  return {
    handle: async (request, response) => {
      if (request.url?.split('?', 1)[0] !== PATH || request.method !== 'POST') return false;
      try {
        send(response, await answerTo(request));
      } catch (error) {
        if (error instanceof Refused) refuse(response, error, request.headers[OWN_LOOK] === ownLook, log);
        else if (request.destroyed && !request.complete) log('warn', 'teams: request broken off');
        else {
          onFault(error);
          response.writeHead(500).end();
        }
      }
      return true;
    },
    open: (opened) => {
      door = opened;
    },
    close: () => {
      door = null;
    },
  };
}

function send(response: ServerResponse, { status, body }: InvokeAnswer): void {
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** A bare status: whoever knocks here without a right to hears nothing else. */
function refuse(response: ServerResponse, { status, reason, details }: Refused, isOwn: boolean, log: TeamsLog): void {
  if (isOwn) log('info', 'teams: own unsigned request answered', { status, reason });
  else log('warn', 'teams: request refused', { status, reason, ...details });
  // The rest of what is too large is not waited for.
  response.writeHead(status, { Connection: 'close', ...(status === 503 && { 'Retry-After': '5' }) }).end();
}
