/** Pause, resume, achieve, stop and agree: one act that gives a goal another status, with a reason where one is asked. */
import { z } from 'zod';
import { type Command, type Context, command } from '../bot/command.ts';
import type { Example } from '../bot/example.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice, Reply } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import type { PlainKey } from '../bot/text.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import { may } from '../people/permissions.ts';
import { findGoal } from './find-goal.ts';
import { type GoalLine, type GoalStatus, isActive } from './goal.ts';
import { leadsGoals, mayChange, mustBeAllowed, refusal, subjectOf } from './goal-access.ts';
import { goalArgument, goalButton, label, numberedName } from './goal-names.ts';
import { mustFit, SENTENCE_LENGTH } from './lengths.ts';
import { goalNumber } from './match-goal.ts';
import { isClosed, notNow } from './open-goal.ts';
import { focusWarning } from './reality-answer.ts';
import { showGoal } from './saved-goal.ts';
import { stateOf } from './status.ts';

type Change = 'gepauzeerd' | 'behaald' | 'gestopt' | 'verder' | 'akkoord';

type Rule = {
  readonly from: (status: GoalStatus) => boolean;
  readonly done: 'goals.paused' | 'goals.achieved' | 'goals.stopped' | 'goals.resumed' | 'goals.agreed';
  /** The question for the reason; null when none is needed. */
  readonly why: 'goals.why-pause' | 'goals.why-stop' | null;
};

const isOpen = (status: GoalStatus) => isActive(status) || status === 'gepauzeerd';

const RULES: Readonly<Record<Change, Rule>> = {
  gepauzeerd: { from: isActive, done: 'goals.paused', why: 'goals.why-pause' },
  behaald: { from: isOpen, done: 'goals.achieved', why: null },
  gestopt: { from: (status) => isOpen(status) || status === 'concept', done: 'goals.stopped', why: 'goals.why-stop' },
  verder: { from: (status) => status === 'gepauzeerd' || isClosed(status), done: 'goals.resumed', why: null },
  akkoord: { from: (status) => status === 'concept', done: 'goals.agreed', why: null },
};

/** What is typed behind such a word: the goal, and behind a number or between quotes the reason. */
function parseChange(rest: readonly Token[]): Readonly<Record<string, string>> {
  const [first, ...behind] = rest;
  if (!first) return {};
  const quote = rest.findIndex((token, at) => at > 0 && token.quoted);
  const at = goalNumber(first.text) !== null || first.quoted ? 1 : quote > 0 ? quote : rest.length;
  const reason = wordsOf(at === 1 ? behind : rest.slice(at));
  return { doel: wordsOf(rest.slice(0, at)), ...(reason ? { reden: reason } : {}) };
}

/** The command of one change: `word` behind `/doel`, and a line that works. */
export function statusCommand(
  change: Change,
  { word, example, help }: { readonly word: string; readonly example: Example; readonly help: PlainKey },
): Command {
  return command({
    intent: `doel.${word}`,
    words: [`doel ${word}`],
    example,
    help,
    listedFor: leadsGoals,
    parse: parseChange,
    args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
    run: (context, args) => changeStatus(context, change, args),
    again: showGoal,
  });
}

/** Does it, or asks for what is missing. */
async function changeStatus(
  context: Context,
  change: Change,
  args: { readonly doel?: string | undefined; readonly reden?: string | undefined },
): Promise<Reply> {
  const { say, store, stamp } = context;
  const rule = RULES[change];
  const { goal, rest } = await findGoal(context, args.doel, {
    suits: (each) => rule.from(each.status) && may(context.actor, 'goal.change', subjectOf(each)),
    rest: 'reden',
  });
  await mustBeAllowedTo(context, change, goal);
  if (!rule.from(goal.status)) throw notNow(context, goal);
  // What nobody named is shown first: agreeing cannot be undone.
  if (change === 'akkoord' && args.doel === undefined) return askToAgree(context, goal);
  const reason = [rest, args.reden].filter(Boolean).join(' ');
  mustFit(reason, SENTENCE_LENGTH, say.plain('goals.field.reason'), say);
  if (rule.why && reason === '')
    return reasonForm(context, say.plain(rule.why, { goal: await label(context, goal) }), goal);
  const changed = await store.goals.setStatus(stamp, goal.id, change, reason);
  return done(context, rule, { ...goal, ...changed }, reason);
}

async function askToAgree(context: Context, goal: GoalLine): Promise<Notice> {
  const { say } = context;
  const name = await numberedName(context, goal, 'within');
  return answer(say('goals.agree-ask', { goal: name, title: goal.title }), [
    ...buttonsPart([
      goalButton(say.plain('goals.button.agree'), 'doel.akkoord', goal),
      goalButton(say.plain('goals.button.show'), 'doel.status', goal),
    ]),
  ]);
}

/** A draft may be stopped by who made it; agreeing to it is for who may change goals. */
async function mustBeAllowedTo(context: Context, change: Change, goal: GoalLine): Promise<void> {
  if (change !== 'gestopt') return mustBeAllowed(context, 'goal.change', goal);
  if (!(await mayChange(context, goal))) throw await refusal(context, 'goal.change', subjectOf(goal));
}

function reasonForm({ say, intent }: Context, title: string, goal: GoalLine): Form {
  return {
    kind: 'form',
    title,
    intro: null,
    fields: [
      {
        kind: 'long-text',
        name: 'reden',
        label: say.plain('goals.field.reason'),
        hint: say.plain('goals.hint.reason'),
        required: true,
        maxLength: SENTENCE_LENGTH,
      },
    ],
    intent: { name: intent.name, args: { doel: goalArgument(goal) } },
    submit: say.plain('bot.save'),
    small: say('goals.small'),
  };
}

async function done(context: Context, rule: Rule, goal: GoalLine, reason: string): Promise<Notice> {
  const { say } = context;
  const name = await numberedName(context, goal, 'start');
  const text = say(rule.done, { goal: name, title: goal.title, status: stateOf(goal.status, say).word });
  return answer(text, [
    ...(reason ? [textPart(quoted(reason))] : []),
    ...(await focusWarning(context, goal)),
    ...buttonsPart(nextButtons(context, goal)),
  ]);
}

function nextButtons({ actor, say }: Context, goal: GoalLine): readonly Button[] {
  const subject = subjectOf(goal);
  if (!isActive(goal.status)) {
    return may(actor, 'goal.change', subject)
      ? [goalButton(say.plain('goals.button.resume'), 'doel.verder', goal)]
      : [];
  }
  const checksIn = may(actor, 'goal.check-in', subject);
  return checksIn ? [goalButton(say.plain('goals.button.update'), 'doel.update', goal)] : [];
}
