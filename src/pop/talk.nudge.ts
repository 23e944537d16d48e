/** "Tijd voor je gesprek met Marieke", with days on which both work; a lead gets one list of who has no date yet (PRODUCT 6, POP-gesprek, opvolging, evaluatie). */
import type { Nudge } from '../delivery/nudge.ts';
import { ledParts } from './led-talks.ts';
import { ownTalkParts } from './own-talk.ts';
import type { Talk } from './pop.ts';
import { popNudge } from './pop-nudge.ts';

function talkNudge(talk: Talk): Nudge {
  return popNudge(talk, async (views, { step: turn }, context) => {
    const own = views.filter(({ isOwn }) => isOwn);
    const asked = await Promise.all(own.map((view) => ownTalkParts(context, view, talk, turn > 0, own.length > 1)));
    const led = await ledParts(
      context,
      views.filter(({ isOwn }) => !isOwn),
      talk,
    );
    const parts = [...asked.flat(), ...led];
    return parts.length === 0 ? null : { parts };
  });
}

export const popTalk = talkNudge('gesprek');
export const popFollowUp = talkNudge('opvolging');
export const popEvaluation = talkNudge('evaluatie');
