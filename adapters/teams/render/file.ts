/** `pop-gesprek.ics` in Teams: first a card that asks whether it may be kept, then one that leads to it. Both in a personal chat only. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import type { FilePart } from '../../../src/bot/reply-files.ts';
import { plainText } from '../../../src/bot/text.ts';

/** `key` comes back with the answer: what is kept under it is sent then. */
export function consentCard({ file: { name, content }, sentence }: FilePart, key: string) {
  const context = { file: key };
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent' as const,
    name,
    content: {
      description: oneLine(plainText(sentence)) || name,
      sizeInBytes: Buffer.byteLength(content),
      acceptContext: context,
      declineContext: context,
    },
  };
}

/** Where a file was put, as Teams told with the consent. */
export type UploadedFile = {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

export function fileCard({ name, contentUrl, uniqueId, fileType }: UploadedFile) {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info' as const,
    name,
    contentUrl,
    content: { uniqueId, fileType },
  };
}
