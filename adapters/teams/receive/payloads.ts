/** What Teams sends, as far as it is used here; anything of another shape is not answered. */
import { z } from 'zod';

const ID = z.string().min(1).max(1_000);
const NAME = z.string().max(500).nullish();
const NAMED = z.object({ id: ID, name: NAME });

/** Somebody, or a bot. */
const PARTY = z.object({ id: ID, name: NAME, aadObjectId: ID.nullish(), role: z.string().nullish() });

/** What every activity says of who did something, and where. */
export const ARRIVED = z.object({
  type: z.string(),
  /** Of an invoke: which one. */
  name: z.string().nullish(),
  id: ID.nullish(),
  replyToId: ID.nullish(),
  serviceUrl: ID,
  from: PARTY,
  recipient: PARTY,
  conversation: z.object({
    id: ID,
    /** `personal`, `channel` or `groupChat`. The playground leaves it out for a personal chat. */
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: ID.nullish(),
    name: NAME,
  }),
  channelData: z
    .object({
      tenant: z.object({ id: ID }).nullish(),
      channel: NAMED.nullish(),
      team: NAMED.nullish(),
    })
    .nullish(),
});
export type Arrived = z.infer<typeof ARRIVED>;

const MENTION = z.object({ type: z.literal('mention'), text: z.string(), mentioned: PARTY.omit({ role: true }) });
export type Mention = z.infer<typeof MENTION>;

/** Entities of other kinds say nothing that is used. */
const MENTIONS = z
  .array(z.unknown())
  .nullish()
  .transform((entities): readonly Mention[] =>
    (entities ?? []).flatMap((entity) => {
      const read = MENTION.safeParse(entity);
      return read.success ? [read.data] : [];
    }),
  );

const RICH_TEXT = z.object({ contentType: z.literal('text/html'), content: z.string() });

/** The same words with their layout; what else is attached is not used. */
const RICH_TEXTS = z
  .array(z.unknown())
  .nullish()
  .transform(
    (attachments) => attachments?.map((each) => RICH_TEXT.safeParse(each).data).find(Boolean)?.content ?? null,
  );

/** Words in a chat with the bot, or after its name. */
export const WRITTEN = z.object({
  id: ID,
  text: z.string().nullish(),
  /** `plain`, `markdown`, `xml` or `html`. */
  textFormat: z.string().nullish(),
  entities: MENTIONS,
  attachments: RICH_TEXTS,
});
export type Written = z.infer<typeof WRITTEN>;

/** What a control of ours carries, beside the fields of its form. Text is `pack`'s. */
export const CONTROL_DATA = z.looseObject({
  control: z.string(),
  channel: ID.optional(),
  form: z.literal(true).optional(),
  card: ID.optional(),
  asks: z.literal(true).optional(),
  aside: z.literal(true).optional(),
  question: z.object({ card: ID, at: z.int().min(0), message: ID }).optional(),
});
export type ControlData = z.infer<typeof CONTROL_DATA>;

/** A button of a card, or a form that was sent. */
export const PRESSED = z.object({ value: z.object({ action: z.object({ data: CONTROL_DATA }) }) });

/** What Teams says of a team and its channels. */
const OF_TEAM = z
  .object({
    channel: NAMED.nullish(),
    team: NAMED.nullish(),
    /** What changed: `channelRenamed`. */
    eventType: z.string().nullish(),
  })
  .nullish();

export const INSTALLED = z.object({ action: z.string(), channelData: OF_TEAM });

const MEMBERS = z.array(z.object({ id: ID })).nullish();

export const TEAM_CHANGED = z.object({ membersAdded: MEMBERS, membersRemoved: MEMBERS, channelData: OF_TEAM });

/** "Zet op de agenda", on a message. */
export const MESSAGE_ACTION = z.object({
  value: z.object({
    commandId: z.string(),
    messagePayload: z.object({ linkToMessage: z.string().max(2_000).nullish() }).nullish(),
    data: CONTROL_DATA.nullish().catch(null),
  }),
});

/** What somebody said to the offer of a file; `context` is what the offer carried. */
export const FILE_ANSWER = z.object({
  value: z.object({
    action: z.enum(['accept', 'decline']),
    context: z.object({ file: ID }),
    uploadInfo: z
      .object({
        contentUrl: z.string(),
        name: z.string(),
        uploadUrl: z.string(),
        uniqueId: z.string(),
        fileType: z.string(),
      })
      .nullish(),
  }),
});
export type FileAnswer = z.infer<typeof FILE_ANSWER>['value'];
export type Upload = NonNullable<FileAnswer['uploadInfo']>;
