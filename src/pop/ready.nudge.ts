/** "Eind oktober is je POP klaar. Lukt dat? Ik vraag niet wat erin staat." with [Klaar] [Bijna] [Ik wil overleggen] (PRODUCT 6, POP klaar). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import { deadlineOf } from './deadline-words.ts';
import { opensOn } from './pop-days.ts';
import { popButton } from './pop-names.ts';
import { popNudge } from './pop-nudge.ts';
import type { PopView } from './pop-view.ts';

export const popReady = popNudge('klaar', async (views, { step: turn }, context) => {
  const own = views.filter(({ isOwn }) => isOwn);
  const open = own.filter(({ person }) => person.pop.readyOn === null);
  if (open.length === 0) return null;
  return { parts: open.flatMap((view) => question(context, view, turn > 0, own.length > 1)) };
});

function question(context: ComposeContext, view: PopView, isReminder: boolean, isOfMany: boolean): readonly Part[] {
  const { say } = context;
  const asked = sentence(context, view, isReminder);
  const school = say('pop-nudge.of-school', { school: view.school.name });
  const ready: Button = { ...popButton(say.plain('pop.button.ready'), 'pop.klaar', view), style: 'primary' };
  const almost = popButton(say.plain('pop-nudge.button.almost'), 'pop.bijna', view);
  const discuss = popButton(say.plain('pop.button.discuss'), 'pop.overleg', view);
  return [
    textPart(isOfMany ? joinText([asked, school], ' ') : asked),
    ...buttonsPart(view.lead === null ? [ready, almost] : [ready, almost, discuss]),
  ];
}

function sentence({ say, today }: ComposeContext, view: PopView, isReminder: boolean): RichText {
  if (today >= opensOn(view.terms.days, 'gesprek', view.year)) return say('pop-nudge.ready-late');
  const deadline = deadlineOf(say, view, today);
  return isReminder ? say('pop-nudge.ready-again', deadline) : say('pop-nudge.ready', deadline);
}
