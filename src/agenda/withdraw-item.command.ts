/** `/agenda punt weg 5`, [Haal weg]: a point goes off the agenda again, by who brought it or the chair. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Intent, Notice } from '../bot/reply.ts';
import { plainText } from '../bot/text.ts';
import { refusal } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';
import { teamArgument } from '../teams/find-team.ts';
import { type FoundItem, findItem } from './find-item.ts';
import { itemWords } from './line-words.ts';

export const withdrawItem = command({
  intent: 'agenda.punt-weg',
  words: ['agenda punt weg'],
  example: '/agenda punt weg 5',
  help: null,
  parse: (rest) => {
    const [number, ...more] = rest;
    return number && more.length === 0 && /^\d{1,2}$/.test(number.text) ? { punt: number.text } : null;
  },
  args: z.object({ punt: z.string() }),
  run: async (context, { punt }) => {
    const found = await findItem(context, punt);
    await mustBeTheirs(context, found);
    const { say, store, stamp } = context;
    if (found.item.state !== 'open') throw notOpen(context, found);
    try {
      await store.agenda.withdrawItem(stamp, found.item.id);
    } catch (error) {
      if (error instanceof Stale) throw notOpen(context, found);
      throw error;
    }
    return answer(say('agenda.item.withdrawn', { text: await nameOf(context, found) }), showButton(context, found));
  },
  again: (subject): Intent => ({ name: 'agenda', args: { punt: subject.replace(/^item:/, 'id:') } }),
});

/** Who brought it, and whoever plans the meeting; a director only what they brought, for the rest is not theirs to see. */
async function mustBeTheirs(context: Context, { item, team }: FoundItem): Promise<void> {
  const { actor } = context;
  const subject = { schoolId: team.schoolId, teamId: team.id };
  const isChair = may(actor, 'meeting.plan', subject) && may(actor, 'agenda.see', subject);
  if (item.byId !== actor.id && !isChair) throw await refusal(context, 'meeting.plan', subject);
}

function notOpen(context: Context, found: FoundItem): UserError {
  return new UserError(context.say('agenda.item.not-open'), showButton(context, found));
}

async function nameOf({ say, store }: Context, { item }: FoundItem): Promise<string> {
  return item.cause === null ? item.text : plainText(await itemWords({ say, store }, item, 'member'));
}

function showButton({ say }: Context, { team }: FoundItem): Notice['parts'] {
  const intent = { name: 'agenda', args: { leerteam: teamArgument(team) } };
  return buttonsPart([{ label: say.plain('agenda.button.show'), intent }]);
}
