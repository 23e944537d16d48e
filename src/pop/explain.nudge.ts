/** "Je POP in 2026-2027": once a year, what comes when, and who sees it (PRODUCT 6, POP uitleg). */
import { buttonsPart } from '../bot/notice.ts';
import type { Part, RichText } from '../bot/reply.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import { deadlineOf } from './deadline-words.ts';
import { openTalks } from './open-talk.ts';
import type { Talk } from './pop.ts';
import { opensOn } from './pop-days.ts';
import { popButton, talkTitle } from './pop-names.ts';
import { popNudge } from './pop-nudge.ts';
import type { PopView } from './pop-view.ts';

export const popExplained = popNudge('uitleg', async (views, _, context) => {
  const own = views.filter(({ isOwn }) => isOwn);
  if (own.length === 0) return null;
  return { parts: own.flatMap((view) => explanation(context, view, own.length > 1)) };
});

function explanation(context: ComposeContext, view: PopView, isOfMany: boolean): readonly Part[] {
  const { say } = context;
  const { year, school, lead } = view;
  const text = isOfMany
    ? say('pop-nudge.explain-school', { year, school: school.name })
    : say('pop-nudge.explain', { year });
  return [
    { kind: 'text', text },
    { kind: 'facts', facts: whatComes(context, view) },
    ...buttonsPart([popButton(say.plain('pop.button.mine'), 'pop', view)]),
    { kind: 'small', text: lead ? say('pop.who-sees', { name: lead.name }) : say('pop.who-sees-alone') },
  ];
}

/** Who hears it late, hears what is still open for them, as `/pop` shows it. */
function whatComes({ say, today }: ComposeContext, view: PopView): readonly { label: string; value: RichText }[] {
  const opens = (talk: Talk) => opensOn(view.terms.days, talk, view.year);
  const isLate = opens('gesprek') <= today;
  const ready = isLate ? say('pop-nudge.now') : say('pop-nudge.deadline', deadlineOf(say, view, today));
  const talks = openTalks(view).map(({ talk }) => ({
    label: talkTitle(say, talk),
    value:
      opens(talk) <= today ? say('pop-nudge.now') : say('pop-nudge.from', { date: say.dayMonth(opens(talk), today) }),
  }));
  return [...(view.person.pop.readyOn ? [] : [{ label: say.plain('pop.step.klaar'), value: ready }]), ...talks];
}
