/** `/pop afgezegd`: a planned talk does not go on; the entry in the calendar is struck out, and a new day is proposed. */
import { z } from 'zod';
import { versionArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { NOTHING_TO_TELL } from '../delivery/announcement.ts';
import { dayParts } from './choose-day.ts';
import { findPop, leadWords, talkPartner } from './find-pop.ts';
import { openTalk, talkOf } from './open-talk.ts';
import { type PopTalk, TALKS, type TalkMoment } from './pop.ts';
import { momentWords, showPop, talkName } from './pop-names.ts';
import { type PopView, popKey } from './pop-view.ts';
import { readTalk } from './read-talk.ts';
import { talkPlace } from './talk-days.ts';
import { talkFile } from './talk-file.ts';
import { refuseHeld } from './talk-state.ts';
import { appointmentTell } from './talk-tells.ts';
import { toldWords } from './told-words.ts';

export const calledOff = command({
  intent: 'pop.afgezegd',
  words: ['pop afgezegd'],
  example: '/pop afgezegd',
  unfit: 'unfit.pop-off',
  help: null,
  parse: (rest, today) => {
    const typed = readTalk(rest, today);
    return typed && !typed.tijd && !typed.datum ? typed : null;
  },
  args: z.object({
    persoon: z.string().optional(),
    school: z.string().optional(),
    gesprek: z.enum(TALKS).optional(),
    /** The talk as it was shown: another day that was chosen meanwhile is not called off unseen. */
    versie: versionArgument.optional(),
  }),
  run: async (context, { gesprek, versie, ...whose }) => {
    const { say, store, stamp, today, now, actor } = context;
    const view = await findPop(context, whose);
    const talk = gesprek ? talkOf(view.person.pop, gesprek) : openTalk(view);
    if (view.lead === null && talk?.planned && !talk.heldOn) return offAlone(context, view, talk, talk.planned, versie);
    const { id: receiver, name } = await talkPartner(context, view);
    if (talk === null) throw new UserError(say('pop.plan.all-held'));
    refuseHeld(context, view, talk, name);
    const { planned } = talk;
    const words = { talk: talkName(say, talk.talk), name };
    if (planned === null) throw new UserError(say('pop.plan.not-planned', words));
    const told = { receiver, by: actor.id, schoolId: view.school.id, today };
    const tells = appointmentTell(told, planned, null);
    const off = await store.pop.planTalk(stamp, popKey(view), talk.talk, versie ?? talk.version, null, tells);
    const place = await talkPlace(context, view);
    const stood = { ...talk, version: off.version };
    const entry = { ...off, talk: talk.talk, moment: planned, with: name, because: 'cancel' } as const;
    return answer(say('pop.off-saved', { ...words, moment: momentWords(say, planned, today) }), [
      textPart(toldWords(say, name, planned.day === today)),
      talkFile(say, entry, now),
      textPart(say('pop.off-next')),
      ...dayParts(context, view, stood, place),
    ]);
  },
  again: showPop,
});

/** Their lead has left, so nobody else hears it, and there is nobody to plan another day with. */
async function offAlone(
  context: Context,
  view: PopView,
  { talk, version }: PopTalk,
  planned: TalkMoment,
  seen: number = version,
): Promise<Notice> {
  const { say, store, stamp, today, now } = context;
  const off = await store.pop.planTalk(stamp, popKey(view), talk, seen, null, () => NOTHING_TO_TELL);
  const words = { talk: talkName(say, talk), moment: momentWords(say, planned, today) };
  return answer(say('pop.off-saved-alone', words), [
    textPart(await leadWords(context, view)),
    talkFile(say, { ...off, talk, moment: planned, with: null, because: 'cancel' }, now),
  ]);
}
