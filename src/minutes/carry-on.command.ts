/** [Schoof door]: a point that counted as dealt with was not; it is on the next agenda again. */
import { z } from 'zod';
import type { ItemId } from '../agenda/agenda-item.ts';
import { itemWords } from '../agenda/line-words.ts';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { refusal } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';

export const carryOn = command({
  intent: 'agenda.schuif-door',
  words: [],
  example: '/agenda',
  help: null,
  parse: () => null,
  args: z.object({
    punt: z
      .string()
      .regex(/^id:\d{1,15}$/)
      .transform((text) => Number(text.slice(3)) as ItemId),
  }),
  run: async (context, { punt }) => {
    const { store, stamp, say, actor } = context;
    const item = await store.agenda.item(punt);
    const subject = item && { schoolId: item.schoolId, teamId: item.teamId };
    // The same for what is not there and what is not theirs to see, so that nothing shows that it is there.
    if (!item || !subject || !may(actor, 'agenda.see-titles', subject)) throw new UserError(say('minutes.item-gone'));
    if (!may(actor, 'minutes.write', subject) && !may(actor, 'meeting.plan', subject)) {
      throw await refusal(context, 'minutes.write', subject);
    }
    const audience = may(actor, 'agenda.see', subject) ? 'member' : 'titles';
    const point = await itemWords({ say, store }, { ...item, carried: 0 }, audience);
    if (item.state !== 'behandeld') throw new UserError(say('minutes.item-not-closed', { point }));
    await store.minutes.reopenItem(stamp, punt);
    return answer(say('minutes.carried', { point }));
  },
});
