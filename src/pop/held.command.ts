/** `/pop gehouden`: the next open talk took place; either side may say so, and the other hears it. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice, Reply } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { findPop, talkPartner } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { heldTalk, openTalk, talkOf } from './open-talk.ts';
import { type PopTalk, TALKS, type Talk } from './pop.ts';
import { popButton, showPop, talkName } from './pop-names.ts';
import { type PopView, popKey } from './pop-view.ts';
import { readHeldDay, readTalk } from './read-talk.ts';
import { askHeld } from './talk-state.ts';
import { heldTell } from './talk-tells.ts';

export const held = command({
  intent: 'pop.gehouden',
  words: ['pop gehouden'],
  example: '/pop gehouden',
  unfit: 'unfit.pop-held',
  help: 'help.pop.held',
  listedFor: hasPop,
  parse: (rest, today) => {
    const typed = readTalk(rest, today, readHeldDay);
    return typed && !typed.tijd ? typed : null;
  },
  args: z.object({
    persoon: z.string().optional(),
    school: z.string().optional(),
    gesprek: z.enum(TALKS).optional(),
    datum: z.string().optional(),
    /** The form for the day on which it was. */
    vraag: z.literal('datum').optional(),
  }),
  run: async (context, { datum, gesprek, vraag, ...whose }): Promise<Reply> => {
    const { say, today } = context;
    const view = await findPop(context, whose);
    const { name } = await talkPartner(context, view);
    // A day that is typed is that of the next one.
    const next = datum === undefined ? heldTalk(view, today) : openTalk(view);
    const talk = gesprek ? talkOf(view.person.pop, gesprek) : next;
    if (talk === null) throw new UserError(say('pop.plan.all-held'));
    if (talk.heldOn) {
      const words = { talk: talkName(say, talk.talk), name, date: say.dayMonth(talk.heldOn, today) };
      return answer(say('pop.held.was', words), buttonsPart([undoButton(context, view, talk.talk)]));
    }
    const open = () => dayForm(context, view, talk, name);
    if (datum !== undefined) {
      return sentForm(context, open, () => store(context, view, talk, name, dayOf(context, view, datum)));
    }
    if (vraag) return open();
    if (talk.planned && talk.planned.day <= today) return store(context, view, talk, name, talk.planned.day);
    throw askHeld(context, view, talk, name, null);
  },
  again: showPop,
});

/** Of this school year, and not ahead. */
function dayOf({ say, today }: Context, { year }: PopView, typed: string): LocalDate {
  const day = readHeldDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  const date = say.date(day, today);
  if (day > today) throw new UserError(say('pop.held.ahead', { date }));
  if (day < schoolYearRange(year).from) throw new UserError(say('pop.held.early', { date }));
  return day;
}

async function store(
  context: Context,
  view: PopView,
  { talk }: PopTalk,
  name: string,
  day: LocalDate,
): Promise<Notice> {
  const { say, stamp, today, actor } = context;
  const receiver = view.isOwn ? view.lead!.id : view.person.id;
  const told = { receiver, by: actor.id, schoolId: view.school.id, today };
  await context.store.pop.setHeld(stamp, popKey(view), talk, day, heldTell(told, true));
  const talks = view.person.pop.talks.map((each) => (each.talk === talk ? { ...each, heldOn: day } : each));
  const after = openTalk({ ...view, person: { ...view.person, pop: { ...view.person.pop, talks } } });
  const next: readonly Button[] =
    after === null || after.planned
      ? []
      : [
          popButton(say.plain('pop.button.plan-next', { talk: talkName(say, after.talk) }), 'pop.gesprek', view, {
            gesprek: after.talk,
          }),
        ];
  return answer(say('pop.held.saved', { talk: talkName(say, talk), name, date: say.dayMonth(day, today) }), [
    textPart(say('pop.plan.tells', { name })),
    ...buttonsPart([...next, undoButton(context, view, talk)]),
  ]);
}

function undoButton({ say }: Context, view: PopView, talk: Talk): Button {
  return popButton(say.plain('pop.button.undo'), 'pop.open', view, { stap: talk });
}

function dayForm({ say, today }: Context, view: PopView, { talk, planned }: PopTalk, name: string): Form {
  const { intent } = popButton('', 'pop.gehouden', view, { gesprek: talk });
  const value = planned && planned.day <= today ? planned.day : today;
  return {
    kind: 'form',
    title: say.plain('pop.held.form', { talk: talkName(say, talk), name }),
    intro: null,
    fields: [{ kind: 'date', name: 'datum', label: say.plain('pop.plan.field.day'), required: true, value }],
    intent,
    submit: say.plain('bot.save'),
    small: say('pop.held.small', { name }),
  };
}
