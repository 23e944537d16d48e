/** `/pop gesprek 18-11 14.00`: the next open talk gets a day, or another day; both get it in their calendar. */
import { z } from 'zod';
import { versionArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice, Reply } from '../bot/reply.ts';
import { clockWords } from '../meetings/meeting-words.ts';
import { dayForm, dayParts } from './choose-day.ts';
import { findPop, talkPartner } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { openTalk, talkBefore, talkOf } from './open-talk.ts';
import { type PopTalk, TALKS, type TalkMoment } from './pop.ts';
import { momentWords, popButton, showPop, talkName } from './pop-names.ts';
import { type PopView, popKey } from './pop-view.ts';
import { readTalk } from './read-talk.ts';
import { sameTimeParts } from './same-time.ts';
import { talkPlace } from './talk-days.ts';
import { talkFile } from './talk-file.ts';
import { readMoment } from './talk-moment.ts';
import { askHeld, refuseHeld } from './talk-state.ts';
import { appointmentTell } from './talk-tells.ts';
import { mustBeInTime } from './talk-turn.ts';
import { toldWords } from './told-words.ts';

export const planTalk = command({
  intent: 'pop.gesprek',
  words: ['pop gesprek'],
  example: 'example.pop-talk',
  unfit: 'unfit.pop-talk',
  help: 'help.pop.talk',
  listedFor: hasPop,
  parse: readTalk,
  args: z.object({
    persoon: z.string().optional(),
    school: z.string().optional(),
    gesprek: z.enum(TALKS).optional(),
    datum: z.string().optional(),
    tijd: z.string().optional(),
    /** The talk as it was shown; a later one is not overwritten unseen. */
    versie: versionArgument.optional(),
    /** Whatever came of the talk before, and of the day on which this one stood. */
    toch: z.literal('ja').optional(),
    /** That day, also when it comes before its turn. */
    eerder: z.literal('ja').optional(),
    /** The form for a day of one's own choice. */
    vraag: z.literal('datum').optional(),
    /** Only the form has it: an empty time is then no time. */
    klaar: z.literal('ja').optional(),
    opnieuw: z.literal('ja').optional(),
  }),
  run: async (context, { datum, tijd, gesprek, versie, toch, eerder, vraag, klaar, ...whose }): Promise<Reply> => {
    const view = await findPop(context, whose);
    const { name } = await talkPartner(context, view);
    const talk = gesprek ? talkOf(view.person.pop, gesprek) : openTalk(view);
    if (talk === null) throw new UserError(context.say('pop.plan.all-held'));
    refuseHeld(context, view, talk, name);
    if (!toch) mustBeNext(context, view, talk, name);
    const shown = versie === undefined ? talk : { ...talk, version: versie };
    if (vraag) return dayForm(context, view, shown, { tijd });
    const place = await talkPlace(context, view);
    if (datum === undefined) {
      const question = context.say('pop.plan.which-day', { talk: talkName(context.say, talk.talk), name });
      return answer(question, dayParts(context, view, shown, place, { tijd }));
    }
    const open = () => dayForm(context, view, shown);
    return sentForm(context, open, async () => {
      const moment = readMoment(context, view, shown, place, name, { datum, tijd, klaar });
      if (!eerder) mustBeInTime(context, view, shown, moment);
      return store(context, view, shown, moment, name);
    });
  },
  again: showPop,
});

/** Asks about the talk before, or about the day on which this one stood, when nobody said what came of it (issue 4: a step out of order). */
function mustBeNext(context: Context, view: PopView, talk: PopTalk, name: string): void {
  const before = talkBefore(view, talk.talk);
  if (before) throw askHeld(context, view, before, name, talk);
  if (talk.planned && talk.planned.day < context.today) throw askHeld(context, view, talk, name, null);
}

async function store(
  context: Context,
  view: PopView,
  talk: PopTalk,
  moment: TalkMoment,
  name: string,
): Promise<Notice> {
  const { say, stamp, today, now, actor } = context;
  const words = { talk: talkName(say, talk.talk), name, moment: momentWords(say, moment, today) };
  const before = talk.planned;
  const isSame = before?.day === moment.day && before.time === moment.time;
  const other = view.isOwn ? view.lead!.id : view.person.id;
  const told = { receiver: other, by: actor.id, schoolId: view.school.id, today };
  const tells = appointmentTell(told, before, moment);
  const entry =
    isSame && talk.id !== null
      ? { id: talk.id, version: talk.version }
      : await context.store.pop.planTalk(stamp, popKey(view), talk.talk, talk.version, moment, tells);
  const because = before === null || isSame ? 'add' : 'update';
  const isToday = moment.day === today || before?.day === today;
  const button = (key: 'pop.button.move' | 'pop.button.cancel' | 'pop.button.time', intent: string, args = {}) =>
    popButton(say.plain(key), intent, view, { gesprek: talk.talk, ...args });
  return answer(say(isSame ? 'pop.plan.same' : before ? 'pop.plan.moved' : 'pop.plan.saved', words), [
    ...(before?.time && moment.time === null
      ? [textPart(say('pop.plan.time-gone', { time: clockWords(say, before.time) }))]
      : []),
    ...(isSame ? [] : [textPart(toldWords(say, name, isToday))]),
    ...(await sameTimeParts(context, entry.id, moment)),
    talkFile(say, { ...entry, talk: talk.talk, moment, with: name, because }, now),
    ...buttonsPart([
      ...(moment.time === null ? [button('pop.button.time', 'pop.gesprek', { toch: 'ja', vraag: 'datum' })] : []),
      button('pop.button.move', 'pop.gesprek', { toch: 'ja' }),
      button('pop.button.cancel', 'pop.afgezegd', { versie: String(entry.version) }),
    ]),
  ]);
}
