/** `/actie hulp 12 ik kom er niet uit`: the chair of the leerteam hears of it, without a team the director. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { eitherOf } from '../bot/either-of.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import { quoted } from '../bot/rich-text.ts';
import { telling } from '../delivery/announcement.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { isAwayForLong } from '../people/away-for-long.ts';
import type { Colleague } from '../people/people.store.ts';
import { mustBeOpenAction, worksWithActions } from './action-access.ts';
import { actionLabel, numberedAction, showAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { findAction } from './find-action.ts';
import { sentenceForm } from './sentence-form.ts';
import { actionTell } from './tells.ts';
import { parseActionAnd } from './typed-action.ts';

export const askHelp = command({
  intent: 'actie.hulp',
  words: ['actie hulp'],
  example: 'example.action-help',
  help: 'help.action.help',
  listedFor: worksWithActions,
  parse: parseActionAnd('zin'),
  args: z.object({ actie: z.string().optional(), zin: z.string().optional(), zeker: z.literal('ja').optional() }),
  run: async (context, { actie, zin, zeker }) => {
    const { say, store, stamp, today, actor } = context;
    const { action, rest } = await findAction(context, actie, {
      suits: (someone, each) => each.ownerId === someone.id,
      rest: 'zin',
    });
    mustBeOpenAction(context, action);
    if (action.ownerId !== actor.id) {
      throw new UserError(say('actions.of-other', { number: action.number, name: action.ownerName }));
    }
    const sentence = [rest, zin].filter(Boolean).join(' ');
    mustFit(sentence, SENTENCE_LENGTH, say.plain('actions.field.help'), say);
    const helpers = await whoHelps(context, action);
    if (helpers.length === 0) throw new UserError(say('actions.help-nobody'));
    const who = eitherOf(
      helpers.map(({ name }) => name),
      say,
    );
    if (sentence === '' && !zeker) {
      const title = say.plain('actions.help.title', { action: await actionLabel(context, action) });
      const form = sentenceForm(context, action, {
        title,
        short: say.plain('actions.help.short'),
        name: 'zin',
        label: say.plain('actions.field.help'),
        required: false,
      });
      const args = { ...form.intent.args, zeker: 'ja' };
      return { ...form, intro: say('actions.help.intro', { who }), intent: { ...form.intent, args } };
    }
    const tells = helpers.map(({ id }) => actionTell('hulp', action, id, stamp.at, today));
    const asked = await store.actions.askHelp(stamp, action.id, sentence, telling(tells));
    return answer(
      say('actions.help-asked', { action: numberedAction(say, asked), who }),
      sentence ? [textPart(quoted(sentence))] : [],
    );
  },
  again: showAction,
});

/** The chair, else (who asks is the chair, or the chair is away for long) the deputy, else the directors; never who asks. */
async function whoHelps(
  { actor, store, today }: Context,
  { teamId, schoolId }: ActionLine,
): Promise<readonly Pick<Colleague, 'id' | 'name'>[]> {
  const colleagues = await store.people.colleagues(schoolId, today);
  const team = teamId === null ? null : await store.agenda.team(teamId);
  for (const id of [team?.chairId, team?.deputyId]) {
    const leader = colleagues.find((each) => each.id === id && each.id !== actor.id);
    if (leader && !(await isAwayForLong(store, leader.id, schoolId, today))) return [leader];
  }
  return (await store.people.directors(schoolId, today)).filter(({ id }) => id !== actor.id);
}
