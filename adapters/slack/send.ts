/** What reaches people and channels by itself: digests, shared agendas, requests for minutes (ARCHITECTURE, Nudges and delivery). */

import { keepLong } from '../../src/bot/control.ts';
import type { ControlsStore } from '../../src/bot/controls.store.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { filePartsIn } from '../../src/bot/reply-files.ts';
import { editPieces, postPieces } from '../../src/delivery/pieces.ts';
import type { Destination, Platform } from '../../src/platform.ts';
import { edit } from './answer/ways.ts';
import type { SlackApi } from './api/api.ts';
import { slackCode, troubleWord } from './errors.ts';
import type { SlackLog } from './options.ts';
import type { SlackPeople } from './people/people.ts';
import { controlsOf, fileUpload, type SlackMessage, slackMessages } from './render.ts';
import { createOutage } from './send/outage.ts';
import { type Posted, post } from './send/post.ts';

export type SendOptions = {
  readonly api: SlackApi;
  readonly people: SlackPeople;
  readonly controls: ControlsStore;
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: SlackLog;
};

/** The platform port on Slack. A reference is `<channel id>:<ts>`, with a comma and a further ts for each message that did not fit in the one before. */
export function slackPlatform(options: SendOptions): Platform {
  const { api, people, controls, log } = options;
  const outage = createOutage(options);

  return {
    name: 'slack',

    send: async (to, notice, now) => {
      const place = await placeOf(to, now);
      const messages = await shown(notice, now);
      const posted = await postPieces(messages, {
        post: (message) => post({ ...options, outage }, place, message),
        remove,
        onLeft: (error) => log('warn', 'slack: the beginning of a message stays', { reason: troubleWord(error) }),
      });
      await addFiles(posted[0]!, notice);
      return { reference: `${posted[0]!.channel}:${posted.map(({ ts }) => ts).join(',')}` };
    },

    edit: async (_to, reference, notice, now) => {
      const [channel = '', stamps = ''] = reference.split(':');
      const standing = stamps.split(',').map((ts): Posted => ({ channel, ts }));
      await editPieces(await shown(notice, now), standing, { replace, remove });
    },
  };

  async function placeOf(to: Destination, now: Date): Promise<string> {
    return to.kind === 'channel' ? to.channel : people.accountOf(to.personId, now);
  }

  /** The messages of a notice, after what their controls carry is kept. */
  async function shown(notice: Notice, now: Date): Promise<readonly SlackMessage[]> {
    await keepLong(controls, controlsOf(notice), now);
    const messages = slackMessages(notice);
    if (messages.length === 0) throw new Error('a message without a word');
    return messages;
  }

  async function replace(standing: Posted, message: SlackMessage): Promise<void> {
    try {
      await edit(api.bulk, standing, message);
    } catch (error) {
      throw outage.met(error, 'repeatable');
    }
  }

  async function remove({ channel, ts }: Posted): Promise<void> {
    try {
      await api.bulk.chat.delete({ channel, ts });
    } catch (error) {
      if (slackCode(error) !== 'message_not_found') throw outage.met(error, 'repeatable');
    }
  }

  /** The message stands there already: without its files it is not sent again. */
  async function addFiles({ channel, ts }: Posted, notice: Notice): Promise<void> {
    for (const file of filePartsIn(notice)) {
      try {
        await api.bulk.filesUploadV2(fileUpload(channel, file));
      } catch (error) {
        log('error', 'slack: a file was not sent', { reason: troubleWord(error), ts });
      }
    }
  }
}
