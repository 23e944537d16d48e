/** Why Teams would refuse what the bot sends, or show it in a way that is always a mistake. */
import { z } from 'zod';
import { checkCard, problemsOf } from './check-card.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
export const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

export type KindOfPlace = 'chat' | 'channel' | 'group';

const words = z.string().min(1);
const account = z.object({ id: words });

const adaptiveCard = z.strictObject({
  contentType: z.literal(ADAPTIVE_CARD),
  content: z.unknown(),
  name: z.string().optional(),
});

const fileConsent = z.strictObject({
  contentType: z.literal(FILE_CONSENT),
  name: words,
  content: z.strictObject({
    description: words,
    sizeInBytes: z.int().positive(),
    acceptContext: z.record(z.string(), z.unknown()),
    declineContext: z.record(z.string(), z.unknown()),
  }),
});

const fileInfo = z.strictObject({
  contentType: z.literal(FILE_INFO),
  contentUrl: z.url(),
  name: words,
  content: z.strictObject({ uniqueId: words, fileType: words }),
});

/** More than three are not shown, and none beside an attachment: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/suggested-actions */
const suggestedActions = z.strictObject({
  to: z.array(words).optional(),
  actions: z
    .array(z.strictObject({ type: z.literal('imBack'), title: words.max(60), value: words }))
    .min(1)
    .max(3),
});

const activity = z
  .strictObject({
    type: z.literal('message'),
    id: words.optional(),
    channelId: z.literal('msteams').optional(),
    serviceUrl: z.string().optional(),
    from: account.optional(),
    recipient: account.optional(),
    conversation: account.optional(),
    replyToId: words.optional(),
    locale: z.string().optional(),
    inputHint: z.enum(['acceptingInput', 'ignoringInput', 'expectingInput']).optional(),
    // Without it Teams reads markdown in what people typed.
    textFormat: z.literal('plain').optional(),
    text: z.string().optional(),
    summary: words.optional(),
    attachments: z.array(z.discriminatedUnion('contentType', [adaptiveCard, fileConsent, fileInfo])).optional(),
    attachmentLayout: z.literal('list').optional(),
    suggestedActions: suggestedActions.optional(),
    entities: z.array(z.looseObject({ type: words })).optional(),
    channelData: z
      .strictObject({
        tenant: account.optional(),
        team: account.optional(),
        channel: account.optional(),
        notification: z.strictObject({ alert: z.boolean() }).optional(),
      })
      .optional(),
  })
  .superRefine(({ text = '', textFormat, summary, attachments = [], suggestedActions: suggested }, context) => {
    const problem = (message: string) => context.addIssue({ code: 'custom', message });
    if (text.trim() === '' && attachments.length === 0) problem('neither text nor an attachment');
    if (text !== '' && attachments.length > 0) problem('activity resulted into multiple skype activities');
    if (attachments.length > 1) problem('more than one attachment');
    if (text !== '' && textFormat !== 'plain') problem('text without textFormat plain');
    if (suggested !== undefined && attachments.length > 0) problem('suggestedActions beside an attachment');
    if (attachments.some(({ contentType }) => contentType === ADAPTIVE_CARD) && summary === undefined)
      problem('a card without summary');
  });

/** Each problem in words; empty when Teams would take it. */
export function checkActivity(sent: unknown, kind: KindOfPlace): readonly string[] {
  const read = activity.safeParse(sent);
  if (!read.success) return problemsOf('activity', read.error);
  const { attachments = [], suggestedActions: suggested } = read.data;
  const personal = kind === 'chat';
  return [
    ...(suggested !== undefined && !personal ? ['activity.suggestedActions: only in a personal chat'] : []),
    ...attachments.flatMap((attachment) => {
      if (attachment.contentType === ADAPTIVE_CARD) return checkCard(attachment.content);
      return personal ? [] : [`activity.attachments: ${attachment.contentType} only in a personal chat`];
    }),
  ];
}
