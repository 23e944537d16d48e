/** "Niet meer over dit onderwerp": nobody else sees it, and `/instellingen` switches it on again. */
import { z } from 'zod';
import { dayArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { readSubject } from './subject.ts';
import { knownSubject } from './subject-label.ts';

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
    const known = await knownSubject(context, subject);
    if (!known) throw new UserError(say(isTalk(subject) ? 'pop.mute-talk' : 'delivery.mute-nothing'));
    await store.people.mute(stamp, actor.id, known.subject);
    return answer(say('delivery.muted'), [
      {
        kind: 'buttons',
        buttons: [{ label: say.plain('delivery.settings'), intent: { name: 'instellingen', args: {} } }],
      },
    ]);
  },
});

/** A button for each subject of that day's digest, also of what was put off since. */
async function whichSubject(context: Context, day: LocalDate): Promise<Notice> {
  const { store, actor, say } = context;
  const rows = await store.outbox.inDigest(actor.id, day);
  const known = new Map<string, string>();
  for (const { subject } of rows) {
    const one = await knownSubject(context, subject);
    if (one) known.set(one.subject, one.label);
  }
  if (known.size === 0) {
    const onlyTalks = rows.some(({ subject }) => isTalk(subject));
    throw new UserError(say(onlyTalks ? 'pop.mute-talk' : 'delivery.mute-nothing'));
  }
  const buttons = [...known].map(
    ([subject, label]): Button => ({ label, intent: { name: 'nudge.mute', args: { subject } } }),
  );
  return answer(say('delivery.mute-which'), [{ kind: 'buttons', buttons }]);
}

/** A talk that was planned with somebody cannot be switched off. */
function isTalk(subject: string): boolean {
  return readSubject(subject)?.kind === 'talk';
}
