/** `/mijngegevens verwijder`: asks the admins to remove me, after a question; the same again shows that it waits. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
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
    const { store, actor, say, today } = context;
    const before = await store.privacy.removalRequest(actor.id);
    if (before) {
      return answer(say('removal.waits', { date: say.date(localDateOf(before.at), today) }), withdrawPart(say));
    }
    return zeker ? ask(context) : question(say);
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

export function removalButton(say: Say): Button {
  return { label: say.plain('removal.button'), intent: { name: ASK, args: {} } };
}
