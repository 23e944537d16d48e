/** "Tijd voor je gesprek met Marieke. Jullie werken allebei op dinsdag en donderdag": what the person is asked about their own talk. */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import { type AskedTalk, askedTalk } from './asked-talk.ts';
import { dayParts } from './choose-day.ts';
import { leadWords } from './find-pop.ts';
import { lostParts } from './lost-talks.ts';
import type { PopTalk, Talk } from './pop.ts';
import { momentWords, popButton, talkName, talkTitle } from './pop-names.ts';
import type { PopView } from './pop-view.ts';
import { talkButtons } from './step-rows.ts';
import { talkPlace } from './talk-days.ts';

/** Nothing when the talk has a day that fits or was held. `isOfMany`: they have a POP at another school too. */
export async function ownTalkParts(
  context: ComposeContext,
  view: PopView,
  step: Talk,
  isReminder: boolean,
  isOfMany: boolean,
): Promise<readonly Part[]> {
  const { say, store, receiver: actor, today } = context;
  const asked = askedTalk(view, step, today);
  if (asked === null) return [];
  const school = isOfMany ? say('pop-nudge.of-school', { school: view.school.name }) : [];
  const title = talkTitle(say, step);
  if (view.lead === null) {
    const words = joinText([say('pop-nudge.no-lead', { title }), school, await leadWords(context, view)], ' ');
    return [textPart(words)];
  }
  if (asked.ask === 'lost') return (await lostParts({ store, actor, say, today }, view, asked.talk)) ?? [];
  const words = textPart(joinText([sentence(context, asked, title, view.lead.name, isReminder), school], ' '));
  if (asked.ask === 'held') return [words, ...buttonsPart(talkButtons(context, view, asked.talk, true))];
  if (asked.ask === 'before') return [words, ...buttonsPart(beforeButtons(context, view, asked.talk, step))];
  return [words, ...dayParts(context, view, asked.talk, await talkPlace({ store, actor, today }, view))];
}

/** Nothing is known of the talk before: it was on a day that the form asks for, it is planned now, or it is left out for that of this step. */
function beforeButtons({ say }: ComposeContext, view: PopView, { talk }: PopTalk, step: Talk): readonly Button[] {
  return [
    popButton(say.plain('pop.button.held'), 'pop.gehouden', view, { gesprek: talk, vraag: 'datum' }),
    popButton(say.plain('pop.button.plan'), 'pop.gesprek', view, { gesprek: talk, toch: 'ja' }),
    popButton(say.plain('pop.button.skip'), 'pop.gesprek', view, { gesprek: step, toch: 'ja' }),
  ];
}

function sentence(
  { say, today }: ComposeContext,
  asked: Exclude<AskedTalk, { ask: 'lost' }>,
  title: string,
  name: string,
  isReminder: boolean,
): RichText {
  switch (asked.ask) {
    case 'plan':
      return isReminder ? say('pop-nudge.plan-again', { title, name }) : say('pop-nudge.plan', { title, name });
    case 'held':
      // That may be the talk before the one of this step.
      return say('pop-nudge.was-planned', {
        title: talkTitle(say, asked.talk.talk),
        name,
        moment: momentWords(say, asked.planned, today),
      });
    case 'before':
      return say('pop-nudge.before', { title, name, before: talkName(say, asked.talk.talk) });
  }
}
