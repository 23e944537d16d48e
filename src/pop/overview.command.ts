/** `/pop overzicht`: a lead sees the steps of the people they lead, one row each: steps only. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { schoolArgument } from '../school/find-school.ts';
import { hasNoPop } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { isLost, openTalk, passedTalk, talksOf } from './open-talk.ts';
import type { PopTalk } from './pop.ts';
import { momentWords, popButton, talkTitle } from './pop-names.ts';
import { type PopView, visiblePops } from './pop-view.ts';
import { presentWords } from './present-words.ts';
import { talkButtons } from './step-rows.ts';

const PAGE = 8;

export const overview = command({
  intent: 'pop.overzicht',
  words: ['pop overzicht'],
  example: '/pop overzicht',
  help: 'help.pop.overview',
  listedFor: hasPop,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({ school: z.string().optional(), vanaf: offsetArgument.optional() }),
  run: async (context, { school, vanaf = 0 }) => {
    const led = (await visiblePops(context)).filter(
      (view) => !view.isOwn && (school === undefined || schoolArgument(view.school) === school),
    );
    if (led.length > 0) return overviewOf(context, led, vanaf);
    const own = (await visiblePops(context)).some(({ isOwn }) => isOwn);
    throw own ? new UserError(context.say('pop.overview.none')) : await hasNoPop(context);
  },
});

/** `led` is not empty. */
export function overviewOf(context: Context, led: readonly PopView[], from: number): Notice {
  const { say } = context;
  const schools = [...new Map(led.map(({ school }) => [school.id, school])).values()];
  const [{ year }] = led as [PopView];
  const only = schools.length === 1 ? schools[0]! : null;
  const start = from < led.length ? from : 0;
  const until = start + PAGE;
  const rows = led.slice(start, until).map((view) => personRow(context, view, only === null));
  const more: Button = {
    label: say.plain('bot.more'),
    intent: {
      name: 'pop.overzicht',
      args: { ...(only ? { school: schoolArgument(only) } : {}), vanaf: String(until) },
    },
  };
  return answer(
    only ? say('pop.overview.title-school', { school: only.name, year }) : say('pop.overview.title', { year }),
    [
      ...schools.flatMap((school) =>
        presentPart(
          context,
          led.filter((view) => view.school.id === school.id),
          only === null ? school.name : null,
        ),
      ),
      { kind: 'list', rows, ...(led.length > until ? { more } : {}) },
      { kind: 'small', text: say('pop.overview.small') },
    ],
  );
}

/** The line above the rows. */
function presentPart(context: Context, led: readonly PopView[], school: string | null): readonly Part[] {
  const words = presentWords(context, led);
  if (words === null) return [];
  return [textPart(school === null ? words : joinText([literal(school, 'bold'), words]))];
}

function personRow(context: Context, view: PopView, namesSchool: boolean): Row {
  const { say, today } = context;
  const { person, school } = view;
  const next = openTalk(view);
  const passed = passedTalk(view, today);
  const show = popButton(say.plain('pop.button.show'), 'pop.toon', view);
  const plan =
    next && (next.planned === null || isLost(view, next))
      ? [
          popButton(say.plain('pop.button.plan'), 'pop.gesprek', view, {
            gesprek: next.talk,
            versie: String(next.version),
            toch: 'ja',
          }),
        ]
      : [];
  const ready = person.pop.readyOn
    ? say('pop.overview.ready', { date: say.dayMonth(person.pop.readyOn, today) })
    : say('pop.overview.ready-open');
  return {
    title: literal(namesSchool ? `${short(person.name)} (${school.name})` : short(person.name), 'bold'),
    lines: [joinText([ready, ...talksOf(view).flatMap((talk) => talkWords(context, view, talk, talk === next))])],
    buttons: [show, ...(passed ? talkButtons(context, view, passed, false) : plan)],
  };
}

/** Of talks that are still far away nothing is said. */
function talkWords({ say, today }: Context, view: PopView, each: PopTalk, isNext: boolean): readonly RichText[] {
  const { talk, heldOn, planned } = each;
  const words = { talk: talkTitle(say, talk) };
  if (heldOn) return [say('pop.overview.held', { ...words, date: say.dayMonth(heldOn, today) })];
  if (planned) {
    const moment = momentWords(say, planned, today);
    if (planned.day < today) return [say('pop.overview.was-planned', { ...words, moment })];
    return [say(isLost(view, each) ? 'pop.overview.lost' : 'pop.overview.planned', { ...words, moment })];
  }
  return isNext ? [say('pop.overview.no-day', words)] : [];
}
