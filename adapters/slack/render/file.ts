/** `pop-gesprek.ics` with the sentence that belongs to it: a file is a message of its own, and its notification must say something. */
import type { FilesUploadV2Arguments } from '@slack/web-api';
import type { FilePart } from '../../../src/bot/reply-files.ts';
import { plainText } from '../../../src/bot/text.ts';
import { escaped } from './text.ts';

/** The sentence stands in the message before it too, so that nothing is lost when this is cut. */
const COMMENT_LENGTH = 500;

/** What `filesUploadV2` takes. */
export function fileUpload(channel: string, { file: { name, content }, sentence }: FilePart): FilesUploadV2Arguments {
  const comment = escaped(plainText(sentence), COMMENT_LENGTH);
  return { channel_id: channel, filename: name, title: name, content, initial_comment: comment };
}
