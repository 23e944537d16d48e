/** "Niet meer over dit onderwerp": nobody else sees it, and `/instellingen` switches it on again. */
import { z } from 'zod';
import { dayArgument } from '../bot/arguments.ts';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { sees } from '../goals/goal-access.ts';
import { readSubject } from './subject.ts';

export const mute = command({
  intent: 'nudge.mute',
  words: [],
  example: '/instellingen',
  help: null,
  parse: () => null,
  args: z.object({
    subject: z
      .string()
      .refine((text) => readSubject(text) !== null)
      .optional(),
    /** Instead of the subject: the day of a digest that was about several. */
    day: dayArgument.optional(),
  }),
  run: async (context, { subject, day }) => {
    const { store, actor, say, stamp } = context;
    if (subject === undefined) return whichSubject(context, day ?? context.today);
    if (!(await concerns(context, subject))) throw new UserError(say('delivery.mute-nothing'));
    await store.people.mute(stamp, actor.id, subject);
    return answer(say('delivery.muted'), [
      {
        kind: 'buttons',
        buttons: [{ label: say.plain('delivery.settings'), intent: { name: 'instellingen', args: {} } }],
      },
    ]);
  },
});

/** Does this person get anything about it: a goal they see, or the summary of a school of theirs? */
async function concerns({ store, actor }: Context, text: string): Promise<boolean> {
  const subject = readSubject(text);
  if (subject?.kind === 'school') return actor.employments.some(({ schoolId }) => schoolId === subject.id);
  const goal = subject?.kind === 'goal' && (await store.goals.line(subject.id));
  return goal ? sees(actor, goal) === 'all' : false;
}

/** A button for each subject of that day's digest. */
async function whichSubject({ store, actor, say }: Context, day: LocalDate): Promise<Notice> {
  const rows = await store.outbox.sentOn(actor.id, day);
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  if (subjects.length === 0) throw new UserError(say('delivery.mute-nothing'));
  const buttons = await Promise.all(
    subjects.map(async (subject): Promise<Button> => {
      return { label: await labelOf({ store, say }, subject), intent: { name: 'nudge.mute', args: { subject } } };
    }),
  );
  return answer(say('delivery.mute-which'), [{ kind: 'buttons', buttons }]);
}

async function labelOf({ store, say }: Pick<Context, 'store' | 'say'>, text: string): Promise<string> {
  const subject = readSubject(text);
  if (subject?.kind === 'goal') {
    const goal = await store.goals.line(subject.id);
    if (goal) return `${goal.number} ${short(goal.title, 50)}`;
  }
  const school = subject?.kind === 'school' ? await store.people.school(subject.id) : null;
  return say.plain('delivery.mute-summary', { school: school?.name ?? '' });
}
