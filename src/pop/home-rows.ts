/** The POP on the home page: the step that is asked of me now, and for a lead who has no date yet. */
import type { Context } from '../bot/command.ts';
import type { Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { schoolArgument } from '../school/find-school.ts';
import { isLost, openTalk, presentStep } from './open-talk.ts';
import { opensOn } from './pop-days.ts';
import { momentWords, popButton, talkName, talkTitle } from './pop-names.ts';
import { otherOf, type PopView, visiblePops } from './pop-view.ts';
import { isWaiting, presentWords } from './present-words.ts';
import { talkButtons } from './step-rows.ts';

/** Nothing before the first step of the year opens, and nothing of what is done. */
export async function popRows(context: Context): Promise<readonly Row[]> {
  const views = await visiblePops(context);
  const own = views.filter(({ isOwn }) => isOwn).flatMap((view) => ownRow(context, view) ?? []);
  const led = views.filter(({ isOwn }) => !isOwn);
  const schools = [...new Map(led.map(({ school }) => [school.id, school])).values()];
  const lists = schools.flatMap((school): readonly Row[] => {
    const here = led.filter((view) => view.school.id === school.id);
    const words = presentWords(context, here);
    if (words === null || !isWaiting(context, here)) return [];
    const show = {
      label: context.say.plain('pop.button.show'),
      intent: { name: 'pop.overzicht', args: { school: schoolArgument(school) } },
    };
    const title = context.say.plain('pop.button.overview');
    return [
      {
        title: literal(schools.length > 1 ? `${title} (${school.name})` : title, 'bold'),
        lines: [words],
        buttons: [show],
      },
    ];
  });
  return [...own, ...lists];
}

function ownRow(context: Context, view: PopView): Row | null {
  const { say, today } = context;
  const step = presentStep(view.terms, view.year, today);
  const { readyOn } = view.person.pop;
  if (step === 'klaar' && readyOn === null) {
    const done = popButton(say.plain('pop.button.ready'), 'pop.klaar', view);
    return { title: literal(say.plain('pop.step.klaar'), 'bold'), lines: [say('pop.home.ready')], buttons: [done] };
  }
  const talk = openTalk(view);
  const name = otherOf(view)?.name;
  if (talk === null || name === undefined) return null;
  const { planned } = talk;
  if (planned === null && opensOn(view.terms.days, talk.talk, view.year) > today) return null;
  const words = { talk: talkName(say, talk.talk), name };
  const moment = planned && momentWords(say, planned, today);
  const line =
    moment === null
      ? say('pop.home.no-day', words)
      : isLost(view, talk)
        ? say('pop.home.lost', { ...words, moment })
        : say(planned!.day < today ? 'pop.already-had-planned' : 'pop.home.planned', { ...words, moment });
  return {
    title: literal(talkTitle(say, talk.talk), 'bold'),
    lines: [line],
    buttons: talkButtons(context, view, talk, true),
  };
}
