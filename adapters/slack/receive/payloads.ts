/** What Slack sends, as far as it is used here; anything of another shape is not answered. */
import type { Block, PlainTextElement } from '@slack/types';
import { z } from 'zod';
import type { SentValues } from '../render/form-values.ts';

const ID = z.string().min(1).max(255);
const TS = z.string().regex(/^\d+\.\d+$/);
const TEAM = z.object({ id: ID }).nullish();
const USER = z.object({ id: ID, team_id: ID.optional() });
const URL_TEXT = z.string().max(2_000).optional();

/** Checked, and passed on whole: Slack gets it back. */
function whole<Whole>(shape: z.ZodType): z.ZodType<Whole> {
  return z.custom<Whole>((given) => shape.safeParse(given).success);
}

const PLAIN_TEXT = whole<PlainTextElement>(z.object({ type: z.literal('plain_text'), text: z.string() }));
const BLOCK = whole<Block>(z.object({ type: z.string(), block_id: z.string().optional() }));

/** With what people call it. */
const CHANNEL = z.object({ id: ID, name: z.string().max(100).optional() });

/** The message that a button or a shortcut is on. */
const MESSAGE = z.object({ ts: TS, thread_ts: TS.optional() });

export const COMMAND = z.object({
  command: z.string().startsWith('/').max(100),
  text: z.string().default(''),
  team_id: ID,
  channel_id: ID,
  channel_name: z.string().max(100).optional(),
  user_id: ID,
  response_url: URL_TEXT,
  trigger_id: ID,
});

export const PRESSED = z.object({
  user: USER,
  team: TEAM,
  trigger_id: ID,
  response_url: URL_TEXT,
  channel: CHANNEL.optional(),
  container: z.object({ is_ephemeral: z.boolean().default(false), thread_ts: TS.optional() }),
  message: MESSAGE.extend({ text: z.string().default(''), blocks: z.array(BLOCK).default([]) }).optional(),
  view: z.object({ id: ID, type: z.enum(['modal', 'home']), private_metadata: z.string().default('') }).optional(),
  /** Slack sends one. */
  actions: z.tuple([
    z.object({
      type: z.string(),
      action_id: z.string(),
      block_id: z.string().optional(),
      value: z.string().optional(),
      text: PLAIN_TEXT.optional(),
    }),
  ]),
});
export type Pressed = z.infer<typeof PRESSED>;

const CHOSEN = z.object({ value: z.string() });
const VALUE = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: CHOSEN.nullish(),
  selected_options: z.array(CHOSEN).nullish(),
});

export const SUBMITTED = z.object({
  user: USER,
  team: TEAM,
  trigger_id: ID,
  view: z.object({
    id: ID,
    callback_id: z.string(),
    private_metadata: z.string(),
    title: PLAIN_TEXT,
    submit: PLAIN_TEXT.nullable(),
    close: PLAIN_TEXT.nullable(),
    blocks: z.array(BLOCK),
    state: z.object({ values: whole<SentValues>(z.record(z.string(), z.record(z.string(), VALUE))) }),
  }),
});
export type Submitted = z.infer<typeof SUBMITTED>;

export const SHORTCUT = z.object({
  callback_id: z.string(),
  user: USER,
  team: TEAM,
  trigger_id: ID,
  response_url: URL_TEXT,
  channel: CHANNEL,
  message: MESSAGE,
});

/** Around every event; `event_id` differs when Slack sends the same one twice by mistake. */
const EVENT = { event_id: ID, team_id: ID };

/** Of a message in a conversation with the bot, and of a mention. */
export const WRITTEN = z.object({
  ...EVENT,
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    channel: ID,
    ts: TS,
    thread_ts: TS.optional(),
    /** Missing of what no person wrote. */
    user: ID.optional(),
    bot_id: ID.nullish(),
    team: ID.optional(),
    user_team: ID.optional(),
    edited: z.unknown().optional(),
    text: z.string().default(''),
  }),
});

export const HOME_OPENED = z.object({
  ...EVENT,
  event: z.object({ user: ID, tab: z.string().optional() }),
});
