/** `/overdracht`, `/overdracht Piet`: who takes over what of somebody who leaves or is long away. */
import { z } from 'zod';
import { dueDateSchemas } from '../actions/closed-due.ts';
import { type Context, command } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Notice, Reply, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { SchoolId } from '../people/person.ts';
import { leadChangeTells } from '../pop/lead-change.ts';
import { type Chosen, chosenOwners } from './chosen-owners.ts';
import { type FoundLeaver, findLeaver, handsOver, leaversFor } from './find-leaver.ts';
import type { Reassignment } from './handover.store.ts';
import { handoverForm } from './handover-form.ts';
import { takenOver } from './taken-over.ts';
import { shareOutButton, thingWords } from './things-part.ts';

export const handOver = command({
  intent: 'overdracht',
  words: ['overdracht'],
  example: '/overdracht Piet',
  help: 'help.handover',
  listedFor: handsOver,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { persoon: wordsOf(rest) }),
  args: z.object({
    persoon: z.string().optional(),
    school: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform((text) => Number(text) as SchoolId)
      .optional(),
    /** Of the filled-in form; the fields beside it are named as `thingName` does. */
    verdeel: z.literal('ja').optional(),
    ...dueDateSchemas,
  }),
  run: async (context, { persoon, school, verdeel }): Promise<Reply> => {
    if (!handsOver(context.actor)) throw new UserError(context.say('handover.not-you'));
    if (persoon === undefined) return everybody(context, school ?? null);
    const leaver = await findLeaver(context, persoon, school ?? null);
    const open = () => handoverForm(context, leaver);
    if (!verdeel) return open();
    return sentForm(context, open, async () => save(context, leaver, await chosenOwners(context, leaver)));
  },
  again: (subject) => ({ name: 'overdracht', args: { persoon: subject.replace('person:', 'id:') } }),
});

async function everybody(context: Context, schoolId: SchoolId | null): Promise<Notice> {
  const { say } = context;
  const rows = (await leaversFor(context, schoolId)).map(
    ({ state, person, things }): Row => ({
      title: literal(person.name, 'bold'),
      lines: [say('handover.open-count', { count: things.length, school: state.school.name })],
      buttons: [shareOutButton(say, person.id, state.school.id)],
    }),
  );
  if (rows.length === 0) return answer(say('handover.nothing'));
  return answer(say('handover.everybody'), [{ kind: 'list', rows }]);
}

async function save(context: Context, leaver: FoundLeaver, chosen: readonly Chosen[]): Promise<Notice> {
  const { store, stamp, say, actor, now, today } = context;
  const { state, person, things } = leaver;
  const schoolId = state.school.id;
  const reassignments: readonly Reassignment[] = chosen.map(({ reassignment }) => reassignment);
  try {
    const announcement = takenOver(schoolId, reassignments, actor.id, now, today);
    const talks = await Promise.all(
      reassignments.map((one) =>
        one.kind === 'leidinggevende' ? leadChangeTells(context, schoolId, one.people, one.to) : [],
      ),
    );
    const tells = [...announcement.tells, ...talks.flat()];
    await store.handover.reassign(stamp, schoolId, person.id, reassignments, { ...announcement, tells });
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    throw new UserError(say('handover.stale'), buttonsPart([shareOutButton(say, person.id, schoolId)]));
  }
  const rows = chosen.map(
    ({ thing, ownerName }): Row => ({
      title: thingWords({ say, today }, thing),
      lines: [ownerName === null ? say('handover.to-nobody') : say('handover.to', { name: ownerName })],
    }),
  );
  const left = things.length - chosen.length;
  const title =
    left === 0 ? say('handover.saved-all', { name: person.name }) : say('handover.saved', { name: person.name, left });
  return answer(title, [
    { kind: 'list', rows },
    ...buttonsPart(left === 0 ? [] : [shareOutButton(say, person.id, schoolId)]),
  ]);
}
