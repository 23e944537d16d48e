/** From an HTTP request to what it asks: which path does what, with its input checked. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { say } from '../../src/bot/text.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import { workingDayWords } from '../../src/people/working-day-words.ts';
import type { TrialPerson } from '../../src/trial/trial-person.ts';
import { readBody } from './body.ts';
import { CHANNEL_EXAMPLES, channelAfter, channelsOf, pressIn, typeIn } from './channel.ts';
import { chatAfter, examplesFor, press, readerOf, type } from './chat.ts';
import { PageError } from './errors.ts';
import { moveClock, shownClock } from './move-clock.ts';
import type { TrialOptions } from './options.ts';
import { pageTexts } from './page-texts.ts';
import { readMark, shownReceipt } from './render.ts';
import { oneAtATime } from './turns.ts';

/** What a path answers with, as JSON. */
type Answer = (request: IncomingMessage, query: URLSearchParams) => Promise<unknown>;

const EMAIL = z.string().min(1).max(320);
const CHANNEL = z.string().min(1).max(200);
/** `kanaal`: in a channel and not in the chat with the bot. */
const TYPED = z.object({ als: EMAIL, tekst: z.string(), kanaal: CHANNEL.optional() });
const CHOSEN = z.object({ value: z.string() });
/** As Slack sends what was filled in: per block and action. */
const FILLED = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullable().exactOptional(),
      selected_date: z.string().nullable().exactOptional(),
      selected_time: z.string().nullable().exactOptional(),
      selected_option: CHOSEN.nullable().exactOptional(),
      selected_options: z.array(CHOSEN).exactOptional(),
    }),
  ),
);
const PRESSED = z.object({
  als: EMAIL,
  intent: z.string().min(1).max(200),
  args: z.record(z.string().max(200), z.string()),
  key: z.string().max(200).nullable(),
  bericht: z.int().positive().nullable(),
  /** Of a form in the look of Slack, or in that of Teams. */
  ingevuld: FILLED.optional(),
  velden: z.record(z.string().max(200), z.string()).optional(),
  kanaal: CHANNEL.optional(),
});
const MOVED = z.object({ naar: z.string().max(40) });
const NOTHING = z.object({});

const INBOX_PAGE = 100;

/** The page's own paths, by method and path. */
export function answers(options: TrialOptions): ReadonlyMap<string, Answer> {
  // What changes something waits for what changes something before it.
  const inTurn = oneAtATime();
  const thenSend = async <Answered>(act: () => Promise<Answered>): Promise<Answered> => {
    const answered = await act();
    await options.afterAct();
    return answered;
  };
  // Reading does not wait for that, but during a reset there is nothing to read.
  let resetting: Promise<unknown> = Promise.resolve();

  const reads: Readonly<Record<string, (query: URLSearchParams) => Promise<unknown>>> = {
    '/api/state': async () => ({
      clock: shownClock(options),
      people: (await options.mailbox.people(localDateOf(options.clock.now()))).map(withDays),
      texts: pageTexts,
    }),
    '/api/klok': async () => shownClock(options),
    '/api/berichten': async (query) => {
      const reader = await readerOf(options, addressOf(query));
      return { messages: await chatAfter(options, reader, numberOf(query, 'na') ?? 0) };
    },
    '/api/voorbeelden': async (query) => ({ examples: await examplesFor(options, addressOf(query)) }),
    '/api/kanalen': async (query) => ({
      channels: await channelsOf(options, addressOf(query)),
      examples: CHANNEL_EXAMPLES,
    }),
    '/api/kanaal': async (query) => {
      const channel = CHANNEL.safeParse(query.get('kanaal'));
      if (!channel.success) throw new PageError('bad-input');
      return { messages: await channelAfter(options, addressOf(query), channel.data, numberOf(query, 'na') ?? 0) };
    },
    '/api/postvak': async (query) => {
      // One more than a page, to know whether there is more.
      const received = await options.mailbox.received(markOf(query), INBOX_PAGE + 1);
      return { messages: received.slice(0, INBOX_PAGE).map(shownReceipt), more: received.length > INBOX_PAGE };
    },
  };

  const acts: Readonly<Record<string, (request: IncomingMessage) => Promise<unknown>>> = {
    '/api/zeg': async (request) => {
      const { als, tekst, kanaal } = await readBody(request, TYPED);
      const say = () => (kanaal === undefined ? type(options, als, tekst) : typeIn(options, als, kanaal, tekst));
      return { messages: await inTurn(() => thenSend(say)) };
    },
    '/api/doe': async (request) => {
      const { als, intent, args, key, bericht, ingevuld, velden, kanaal } = await readBody(request, PRESSED);
      const fields = { ...options.slackFields(ingevuld ?? {}), ...options.teamsFields(velden ?? {}) };
      const pressed = { intent: { name: intent, args: { ...args, ...fields } }, key, messageId: bericht };
      const act = () => (kanaal === undefined ? press(options, als, pressed) : pressIn(options, als, kanaal, pressed));
      return { messages: await inTurn(() => thenSend(act)) };
    },
    '/api/klok': async (request) => {
      const { naar } = await readBody(request, MOVED);
      return inTurn(() => moveClock(options, naar));
    },
    '/api/opnieuw': async (request) => {
      await readBody(request, NOTHING);
      const reset = inTurn(() => options.reset());
      resetting = reset.catch(() => {});
      await reset;
      return {};
    },
  };

  return new Map<string, Answer>([
    ...Object.entries(reads).map(([path, read]): [string, Answer] => [
      `GET ${path}`,
      async (_, query) => {
        await resetting;
        return read(query);
      },
    ]),
    ...Object.entries(acts).map(([path, act]): [string, Answer] => [`POST ${path}`, (request) => act(request)]),
  ]);
}

function addressOf(query: URLSearchParams): string {
  const address = EMAIL.safeParse(query.get('als'));
  if (!address.success) throw new PageError('bad-input');
  return address.data;
}

/** Null when it is left out. */
function markOf(query: URLSearchParams) {
  const text = query.get('voor');
  if (text === null) return null;
  const mark = readMark(text);
  if (!mark) throw new PageError('bad-input');
  return mark;
}

/** Null when it is left out. */
function numberOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw new PageError('bad-input');
  return Number(text);
}

/** The page shows working days in the words of the bot. */
function withDays({ places, ...person }: TrialPerson) {
  const inWords = ({ workingDays, ...place }: TrialPerson['places'][number]) => ({
    ...place,
    days: {
      nl: workingDayWords(say('nl'), workingDays ?? []),
      en: workingDayWords(say('en'), workingDays ?? []),
    },
  });
  return { ...person, places: places.map(inWords) };
}
