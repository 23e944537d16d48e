/** `/doel fase 3 onderweg`: how far the goal is; without a phase the choice, with what each looks like at this school. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { may } from '../people/permissions.ts';
import { findGoal } from './find-goal.ts';
import { type GoalLine, isActive, PHASES, type Phase } from './goal.ts';
import { leadsGoals, mustBeAllowed, subjectOf } from './goal-access.ts';
import { goalButton, label, numberedName } from './goal-names.ts';
import { mustBeActive } from './open-goal.ts';
import { endingInPhase, phaseWord, readPhase } from './phase.ts';
import { showGoal } from './saved-goal.ts';

export const phase = command({
  intent: 'doel.fase',
  words: ['doel fase'],
  example: 'example.goal-phase',
  help: 'help.goal.phase',
  listedFor: leadsGoals,
  parse: (rest) => {
    const { before, phase: typed } = endingInPhase(rest);
    const goal = wordsOf(before);
    return { ...(goal ? { doel: goal } : {}), ...(typed ? { fase: typed } : {}) };
  },
  args: z.object({ doel: z.string().optional(), fase: z.string().optional() }),
  run: async (context, { doel, fase }) => {
    const { goal, rest } = await findGoal(context, doel, {
      suits: (each) => isActive(each.status) && may(context.actor, 'goal.change', subjectOf(each)),
      rest: 'fase',
    });
    await mustBeAllowed(context, 'goal.change', goal);
    mustBeActive(context, goal);
    const typed = fase ?? rest;
    if (typed === '') return choice(context, goal);
    const chosen = readPhase(typed);
    if (!chosen) throw unknownPhase(context, goal, typed);
    return save(context, goal, chosen);
  },
  again: showGoal,
});

async function choice(context: Context, goal: GoalLine): Promise<Notice> {
  const { say } = context;
  const rows = PHASES.map((each): Row => {
    const sentence = goal.phaseSentences[each];
    const word = phaseWord(each, say);
    const title = each === goal.phase ? say('goals.phase-now', { phase: word }) : literal(word, 'bold');
    return { title, lines: sentence ? [literal(sentence)] : [] };
  });
  const question = say('goals.phase-question', { goal: await label(context, goal) });
  return answer(question, [{ kind: 'list', rows }, ...buttonsPart(phaseButtons(context, goal))]);
}

function phaseButtons({ say }: Context, goal: GoalLine): readonly Button[] {
  return PHASES.map((each) => goalButton(phaseWord(each, say), 'doel.fase', goal, { fase: each }));
}

function unknownPhase(context: Context, goal: GoalLine, typed: string): UserError {
  return new UserError(
    context.say('goals.phase-wrong', { typed: short(typed) }),
    buttonsPart(phaseButtons(context, goal)),
  );
}

async function save(context: Context, goal: GoalLine, chosen: Phase): Promise<Notice> {
  const { say, store, stamp } = context;
  const changed = await store.goals.setPhase(stamp, goal.id, chosen);
  const sentence = changed.phaseSentences[chosen];
  const text = say('goals.phase-saved', {
    goal: await numberedName(context, goal, 'within'),
    phase: phaseWord(chosen, say),
  });
  return answer(text, sentence ? [{ kind: 'text', text: literal(sentence) }] : []);
}
