/** [Toch niet wissen]: takes the request to be removed back. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';

export const withdrawRemoval = command({
  intent: 'mijngegevens.toch-niet',
  words: ['mijngegevens toch-niet', 'mijngegevens toch niet'],
  example: '/mijngegevens',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: async ({ store, stamp, actor, say }) => {
    if (await store.privacy.withdrawRemoval(stamp, actor.id)) return answer(say('removal.withdrawn'));
    throw new UserError(say('removal.was-not'));
  },
});
