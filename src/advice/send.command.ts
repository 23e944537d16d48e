/** [Versturen]: the chair sends a member's draft to the MT; of a team that the director chairs it becomes a decision. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { refusal } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';
import { subjectOf } from './advice-access.ts';
import { pageParts } from './advice-page.ts';
import { findAdvice } from './find-advice.ts';
import { isChairedByDirector, mtTeam } from './mt-team.ts';
import { sentAnswer } from './new.command.ts';
import { showSaved } from './show.command.ts';

export const sendAdvice = command({
  intent: 'advies.versturen',
  words: ['advies versturen', 'advies verstuur'],
  example: '/advies versturen 3',
  help: null,
  parse: ([typed, ...more]): Record<string, string> | null => {
    if (!typed) return {};
    return more.length === 0 && /^#?\d+$/.test(typed.text) ? { advies: typed.text } : null;
  },
  args: z.object({ advies: z.string().optional() }),
  run: async (context, { advies }) => {
    const { actor, store, stamp, say, today } = context;
    const maySend = (subject: Parameters<typeof subjectOf>[0]) => may(actor, 'advice.send', subjectOf(subject));
    const advice = await findAdvice(context, advies, (each) => each.state === 'concept' && maySend(each));
    const { number, schoolId } = advice;
    if (!maySend(advice)) throw await refusal(context, 'advice.send', subjectOf(advice));
    if (advice.state !== 'concept') {
      const key = advice.state === 'ingetrokken' ? 'advice.is-withdrawn' : 'advice.is-sent';
      throw new UserError(say(key, { number: String(number) }), await pageParts(context, advice));
    }
    const team = advice.teamId === null ? null : await store.agenda.team(advice.teamId);
    if (team && (await isChairedByDirector(context, team))) {
      await store.advice.decide(stamp, advice.id, today);
      return answer(say('advice.decided', { team: team.name }));
    }
    const mt = await mtTeam(context, schoolId);
    return sentAnswer(context, await store.advice.send(stamp, advice.id, today, mt?.id ?? null), mt);
  },
  again: showSaved,
});
