/** From an HTTP request to what it asks: which path does what, with its input checked. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { localDateOf } from '../../src/calendar/zone.ts';
import { readBody } from './body.ts';
import { chatAfter, examplesFor, press, readerOf, type } from './chat.ts';
import { PageError } from './errors.ts';
import { moveClock, shownClock } from './move-clock.ts';
import type { TrialOptions } from './options.ts';
import { pageTexts } from './page-texts.ts';
import { shownReceipt } from './render.ts';
import { oneAtATime } from './turns.ts';

/** What a path answers with, as JSON. */
type Answer = (request: IncomingMessage, query: URLSearchParams) => Promise<unknown>;

const EMAIL = z.string().min(1).max(320);
const TYPED = z.object({ als: EMAIL, tekst: z.string() });
const PRESSED = z.object({
  als: EMAIL,
  intent: z.string().min(1).max(200),
  args: z.record(z.string().max(200), z.string()),
  key: z.string().max(200).nullable(),
  bericht: z.int().positive().nullable(),
});
const MOVED = z.object({ naar: z.string().max(40) });
const NOTHING = z.object({});

const INBOX_PAGE = 100;

/** The page's own paths, by method and path. What changes something waits for what changes something before it. */
export function answers(options: TrialOptions): ReadonlyMap<string, Answer> {
  const inTurn = oneAtATime();
  return new Map<string, Answer>([
    [
      'GET /api/state',
      async () => ({
        clock: shownClock(options),
        people: await options.mailbox.people(localDateOf(options.clock.now())),
        texts: pageTexts,
      }),
    ],
    ['GET /api/klok', async () => shownClock(options)],
    [
      'GET /api/berichten',
      async (_, query) => ({
        messages: await chatAfter(options, await asked(options, query), numberOf(query, 'na') ?? 0),
      }),
    ],
    ['GET /api/voorbeelden', async (_, query) => ({ examples: await examplesFor(options, addressOf(query)) })],
    [
      'GET /api/postvak',
      async (_, query) => {
        // One more than a page, to know whether there is more.
        const received = await options.mailbox.received(numberOf(query, 'voor'), INBOX_PAGE + 1);
        return { messages: received.slice(0, INBOX_PAGE).map(shownReceipt), more: received.length > INBOX_PAGE };
      },
    ],
    [
      'POST /api/zeg',
      async (request) => {
        const { als, tekst } = await readBody(request, TYPED);
        return { messages: await inTurn(() => type(options, als, tekst)) };
      },
    ],
    [
      'POST /api/doe',
      async (request) => {
        const { als, intent, args, key, bericht } = await readBody(request, PRESSED);
        const pressed = { intent: { name: intent, args }, key, messageId: bericht };
        return { messages: await inTurn(() => press(options, als, pressed)) };
      },
    ],
    [
      'POST /api/klok',
      async (request) => {
        const { naar } = await readBody(request, MOVED);
        return inTurn(() => moveClock(options, naar));
      },
    ],
    [
      'POST /api/opnieuw',
      async (request) => {
        await readBody(request, NOTHING);
        await inTurn(() => options.reset());
        return {};
      },
    ],
  ]);
}

function asked(options: TrialOptions, query: URLSearchParams) {
  return readerOf(options, addressOf(query));
}

function addressOf(query: URLSearchParams): string {
  const address = EMAIL.safeParse(query.get('als'));
  if (!address.success) throw new PageError('bad-input');
  return address.data;
}

/** Null when it is left out. */
function numberOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw new PageError('bad-input');
  return Number(text);
}
