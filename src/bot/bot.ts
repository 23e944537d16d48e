/** The dispatcher: who says what, which command that is, and what is answered. A typed line, a button and a form all come through here. */
import { localDateOf } from '../calendar/zone.ts';
import { identify } from '../people/identify.ts';
import type { Actor } from '../people/person.ts';
import { strangerWords } from '../people/stranger.ts';
import { likely } from '../start/likely.ts';
import type { Store } from '../store.ts';
import { type Command, type Context, short } from './command.ts';
import { AlreadyDone, Stale, UserError } from './errors.ts';
import { exampleFor } from './example.ts';
import { answer, buttonsPart, textPart } from './notice.ts';
import { withKeys } from './once.ts';
import { type Begun, Registry } from './registry.ts';
import type { Intent, Notice, Reply } from './reply.ts';
import type { Request } from './request.ts';
import { type Say, say as voice } from './text.ts';
import { isThanks } from './thanks.ts';
import { clean, tokens } from './tokens.ts';
import { typedLine } from './typed-line.ts';

export type BotOptions = {
  readonly store: Store;
  readonly commands: readonly Command[];
  /** A new unguessable key for a control. */
  readonly newKey: () => string;
  /** Told of every fault; must not write people's words anywhere. */
  readonly onFault: (reference: string, intent: string, fault: unknown) => void;
};

export type Bot = {
  /** Answers one request. Never throws: a fault becomes a sentence with a reference number. */
  handle(request: Request, now: Date): Promise<Reply>;
  readonly registry: Registry;
};

export function createBot(options: BotOptions): Bot {
  const registry = new Registry(options.commands);

  async function handle(request: Request, now: Date): Promise<Reply> {
    let intent = 'unknown';
    let say = voice('nl');
    try {
      const today = localDateOf(now);
      const actor = await identify(options.store, request.sender, now, today);
      if (!actor || !isInService(actor)) {
        return answer(await strangerWords(options.store, say, request.sender, today));
      }
      if (request.sender.kind === 'account') await options.store.people.accountUsed(request.sender, now);
      say = voice(actor.language);
      const meant = meaning(registry, request, actor, say, today);
      intent = meant.intent.name;
      const context: Context = {
        actor,
        store: options.store,
        now,
        today,
        say,
        place: request.place,
        intent: meant.intent,
        stamp: { by: actor.id, at: now, act: intent, once: request.once },
        commands: registry.commands,
      };
      return withKeys(await run(registry, meant.command, context), options.newKey);
    } catch (error) {
      if (error instanceof UserError) return withKeys(refused(error), options.newKey);
      const reference = faultReference(options.newKey());
      options.onFault(reference, intent, error);
      return unchanged(answer(say('bot.fault', { reference })));
    }
  }

  return { handle, registry };
}

function refused({ text, parts, aloud }: UserError): Notice {
  return { ...unchanged(answer(text, parts)), ...(aloud && { aloud }) };
}

function unchanged(notice: Notice): Notice {
  return { ...notice, changedNothing: true };
}

/** Somebody without any place to work today is treated as unknown: they have left, or have not begun. */
function isInService(actor: Actor): boolean {
  return actor.employments.length > 0;
}

async function run(registry: Registry, command: Command, context: Context): Promise<Reply> {
  // Asked before the command looks at anything: by now its first time may have changed what it would say.
  const { once } = context.stamp;
  const done = once === null ? null : await context.store.done(once);
  if (done !== null) return alreadyDone(registry, command, context, done);
  try {
    const reply = await command.run(context);
    const isStored = once !== null && (await context.store.done(once)) !== null;
    return isStored && reply.kind === 'notice' && !reply.changedNothing ? { ...reply, acted: true } : reply;
  } catch (error) {
    if (error instanceof Stale) throw new UserError(context.say('bot.stale'));
    if (!(error instanceof AlreadyDone)) throw error;
    return alreadyDone(registry, command, context, error.subject);
  }
}

/** A repeat: says so, and shows what is stored now. */
async function alreadyDone(registry: Registry, command: Command, context: Context, subject: string): Promise<Reply> {
  const title = context.say('bot.already-done');
  const intent = command.again?.(subject, context.intent);
  const shows = intent && registry.byIntent(intent.name);
  if (!shows) return answer(title);
  const stored = await shows.run({ ...context, intent, stamp: { ...context.stamp, once: null } });
  if (stored.kind === 'form') return answer(title);
  const notice = stored.kind === 'replace' ? stored.notice : stored;
  // The same control said something else this time, and that is not stored.
  if (notice.changedNothing) return notice;
  return answer(title, [...(notice.title ? [textPart(notice.title)] : []), ...notice.parts]);
}

function meaning(
  registry: Registry,
  request: Request,
  actor: Actor,
  say: Say,
  today: Context['today'],
): { command: Command; intent: Intent } {
  const { said } = request;
  const waysOn = () => buttonsPart(likely(say, actor));
  if (said.kind === 'intent') {
    const command = registry.byIntent(said.intent.name);
    if (!command) throw new UserError(say('bot.not-understood'), waysOn());
    const args = Object.fromEntries(Object.entries(said.intent.args).map(([name, value]) => [name, clean(value)]));
    return { command, intent: { name: command.intent, args } };
  }
  const line = typedLine(clean(said.text));
  const words = tokens(line);
  if (words.length === 0) throw new UserError(say('bot.empty'), waysOn());
  const match = registry.match(words, today);
  if (match.kind === 'intent') return { command: registry.byIntent(match.intent.name)!, intent: match.intent };
  if (match.nearest)
    throw new UserError(say('bot.unknown-command', { typed: short(line), nearest: short(match.nearest) }));
  if (match.begun) throw new UserError(doesNotFit(say, line, match.begun));
  if (isThanks(line)) throw new UserError(say('bot.thanks'), [], say('bot.thanks'));
  throw new UserError(say('bot.not-understood'), waysOn());
}

function doesNotFit(say: Say, line: string, { example: known, unfit }: Begun) {
  const example = exampleFor(say, known);
  return unfit ? say(unfit, { example }) : say('bot.does-not-fit', { typed: short(line), example });
}

/** Four characters that cannot be misread, for finding the fault in the log; made from a new key. */
export function faultReference(key: string): string {
  const letters = 'ACDEFGHJKLMNPQRTUVWXYZ234679';
  let value = 0;
  for (const character of key) value = (value * 31 + character.charCodeAt(0)) >>> 0;
  return Array.from(
    { length: 4 },
    (_, place) => letters[Math.floor(value / letters.length ** place) % letters.length],
  ).join('');
}
