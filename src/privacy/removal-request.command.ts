/** `/mijngegevens verwijder`: asks the admins to remove me, after a question; the same again shows that it waits. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice, Part, RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { localDateOf } from '../calendar/zone.ts';
import { telling } from '../delivery/announcement.ts';
import { removalTells } from './removal-tells.ts';

const ASK = 'mijngegevens.verwijder';

export const requestRemoval = command({
  intent: ASK,
  words: ['mijngegevens verwijder', 'mijngegevens verwijderen', 'mijngegevens wis', 'mijngegevens wissen'],
  example: '/mijngegevens verwijder',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({ zeker: z.literal('ja').optional() }),
  run: async (context, { zeker }) => {
    const waits = await waiting(context);
    if (waits) return answer(waits, withdrawPart(context.say));
    return zeker ? ask(context) : question(context.say);
  },
  again: () => ({ name: ASK, args: {} }),
});

async function ask({ store, actor, say, stamp, now, today }: Context): Promise<Notice> {
  const admins = await store.people.admins(today);
  const tells = await removalTells(store, actor, admins, now);
  await store.privacy.askRemoval(stamp, actor.id, telling(tells));
  const asked =
    admins.length === 0
      ? say('removal.asked-nobody')
      : say('removal.asked', { admins: say.list(admins.map(({ name }) => name)), count: admins.length });
  return answer(asked, withdrawPart(say));
}

function question(say: Say): Notice {
  return answer(say('removal.title'), [
    textPart(say('removal.explain')),
    ...buttonsPart([
      { label: say.plain('removal.sure'), style: 'danger', intent: { name: ASK, args: { zeker: 'ja' } } },
    ]),
  ]);
}

function withdrawPart(say: Say) {
  return buttonsPart([{ label: say.plain('removal.withdraw'), intent: { name: 'mijngegevens.toch-niet', args: {} } }]);
}

type Asker = Pick<Context, 'store' | 'actor' | 'say' | 'today'>;

/** Null: did not ask to be removed. */
async function waiting({ store, actor, say, today }: Asker): Promise<RichText | null> {
  const before = await store.privacy.removalRequest(actor.id);
  return before && say('removal.waits', { date: say.date(localDateOf(before.at), today) });
}

/** [Ik wil gewist worden], or that the request waits, with [Toch niet wissen]. */
export async function removalParts(context: Asker): Promise<readonly Part[]> {
  const { say } = context;
  const waits = await waiting(context);
  if (waits) return [textPart(waits), ...withdrawPart(say)];
  return buttonsPart([{ label: say.plain('removal.button'), intent: { name: ASK, args: {} } }]);
}
