/** `files.*` of the fake, as far as `filesUploadV2` needs them. */
import { z } from 'zod';
import { count, json, method, Refusal } from './fake-method.ts';
import { placeToPost } from './fake-methods-chat.ts';
import type { FakeFile } from './fake-types.ts';

const WRITE = { token: 'bot', scope: 'files:write' } as const;
const fileList = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1);

/** `uploadUrl` makes the address that the bytes are sent to. */
export const fileMethods = (uploadUrl: (id: string) => string) => ({
  'files.getUploadURLExternal': method(
    WRITE,
    {
      filename: z.string().min(1),
      length: count,
      alt_text: z.string().optional(),
      snippet_type: z.string().optional(),
    },
    ({ filename, length }, { uploads }) => {
      if (length < 1) throw new Refusal('invalid_arguments');
      const id = uploads.expect(filename, length);
      return { upload_url: uploadUrl(id), file_id: id };
    },
  ),

  'files.completeUploadExternal': method(
    WRITE,
    {
      files: json.pipe(fileList),
      channel_id: z.string().optional(),
      initial_comment: z.string().optional(),
      thread_ts: z.string().optional(),
    },
    (sent, world) => {
      // A person's id is no channel here, as it is for chat.postMessage.
      if (sent.channel_id !== undefined && world.directory.channelById(sent.channel_id) === null)
        throw new Refusal('invalid_channel');
      const channel = sent.channel_id === undefined ? null : placeToPost(sent.channel_id, world);
      const files = sent.files.map(({ id, title }): FakeFile => {
        const { name, content } = world.uploads.complete(id);
        return { id, name, title: title ?? name, content, channel: channel?.id ?? '' };
      });
      if (channel !== null)
        world.postings.post(
          channel.id,
          { text: sent.initial_comment ?? '', blocks: [] },
          { files, threadTs: sent.thread_ts ?? null },
        );
      return { files: files.map(({ id, title }) => ({ id, title })) };
    },
  ),
});
