/** What a method of the fake's Web API is: who may call it, which arguments it takes, what it does. */
import { z } from 'zod';
import type { FakeMember, FakeMessage, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

/** An answer of 200 with `ok: false`. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export type Method = {
  readonly token: 'bot' | 'app' | 'either';
  /** The scope that the token needs. */
  readonly scope: string | null;
  /** What it does with its arguments; throws a Refusal. */
  readonly run: (sent: Json, world: FakeWorld, token: 'bot' | 'app') => Json;
};

/** Slack itself overlooks arguments it does not know; here they are refused, because they are always a mistake. */
export function method<Fields extends z.ZodRawShape>(
  how: Pick<Method, 'token' | 'scope'>,
  fields: Fields,
  run: (sent: z.infer<z.ZodObject<Fields>>, world: FakeWorld, token: 'bot' | 'app') => Json,
): Method {
  const shape = z.strictObject(fields);
  return {
    ...how,
    run(sent, world, token) {
      const read = shape.safeParse(sent);
      if (read.success) return run(read.data as z.infer<z.ZodObject<Fields>>, world, token);
      throw new Refusal('invalid_arguments', {
        response_metadata: {
          messages: read.error.issues.map(({ path, message }) => `[ERROR] ${path.join('.')}: ${message}`),
        },
      });
    },
  };
}

/** A form sends everything as text. */
export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => /true|1/.test(text)),
]);
export const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
export const json = z.unknown().transform((value, context): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});

export const problemsAsSlackSays = (problems: readonly string[]): Json => ({
  errors: problems,
  response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
});

/** As `users.info` gives it. */
export function userObject(member: FakeMember, world: FakeWorld): Json {
  const { alsoIn = [] } = member;
  const stranger = ![member.team, ...alsoIn].includes(world.team.id);
  const seesEmail = world.access.scopes.includes('users:read.email') && !stranger;
  return {
    id: member.id,
    team_id: member.team,
    name: member.name.toLowerCase().replace(/\W+/g, '.'),
    deleted: member.deleted,
    real_name: member.name,
    profile: {
      real_name: member.name,
      display_name: member.name,
      team: member.team,
      ...(seesEmail && member.email !== null ? { email: member.email } : {}),
    },
    is_bot: member.bot,
    is_app_user: false,
    ...(member.deleted
      ? {}
      : { is_restricted: member.guest !== false, is_ultra_restricted: member.guest === 'single' }),
    ...(stranger ? { is_stranger: true } : {}),
    ...(alsoIn.length > 0 ? { enterprise_user: { teams: [member.team, ...alsoIn] } } : {}),
    updated: Math.floor(world.now().getTime() / 1000),
  };
}

/** As `conversations.history` gives it. */
export function messageObject(message: FakeMessage, { bot, team }: FakeWorld): Json {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.user === bot.userId ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.files.length === 0 ? {} : { files: message.files.map(({ id, name, title }) => ({ id, name, title })) }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}
