/** "Sanne wil met je overleggen over de POP", "Sanne zegt dat jullie gesprek is geweest" (kind `pop-bericht`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import { aboutPerson } from '../delivery/about-person.ts';
import type { ComposeContext, Composed, Nudge, Reference } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import type { PopTalkId } from './pop.ts';
import { popButton, talkName } from './pop-names.ts';
import { popsAt } from './pop-view.ts';
import { talkButtons } from './step-rows.ts';
import { toldTalk } from './talk-of-tell.ts';
import { heldKeys } from './talk-tells.ts';

export const messageNudge: Nudge = {
  kind: 'pop-bericht',

  // Comes of what somebody does, so it is never planned.
  plan: () => [],
  about: aboutPerson,
  lastDay: (_, { until }) => until,

  compose: async (reference, context) => {
    const [, words, id] = reference.key.split(':');
    switch (words) {
      case 'overleg':
        return wantsToDiscuss(reference, context);
      case 'gehouden':
        return wasHeld(Number(id) as PopTalkId, context);
      case 'niet-gehouden':
        return wasNotHeld(Number(id) as PopTalkId, reference, context);
      default:
        return null;
    }
  },
};

/** Null when the receiver does not lead that person any more. */
async function wantsToDiscuss({ subject, schoolId }: Reference, context: ComposeContext): Promise<Composed | null> {
  const { store, say, today, receiver } = context;
  const about = readSubject(subject);
  const views = about?.kind === 'person' ? await popsAt({ store, actor: receiver, today }, schoolId) : [];
  const view = views.find(({ person, isOwn }) => !isOwn && about?.kind === 'person' && person.id === about.id);
  if (!view) return null;
  const show = popButton(say.plain('pop.button.show'), 'pop.toon', view);
  return { parts: [textPart(say('pop.told.discuss', { name: view.person.name })), ...buttonsPart([show])] };
}

async function wasHeld(id: PopTalkId, context: ComposeContext): Promise<Composed | null> {
  const { say, today } = context;
  const told = await toldTalk(context, id);
  if (!told?.talk.heldOn) return null;
  const { view, talk, name } = told;
  const words = { name, talk: talkName(say, talk.talk), date: say.dayMonth(told.talk.heldOn, today) };
  const wrong = popButton(say.plain('pop.button.not-right'), 'pop.open', view, { stap: talk.talk });
  return { parts: [textPart(say('pop.told.held', words)), ...buttonsPart([wrong])] };
}

/** Null for who never heard, nor said, that it took place. */
async function wasNotHeld(
  id: PopTalkId,
  { key, receiver }: Reference,
  context: ComposeContext,
): Promise<Composed | null> {
  const { say, store } = context;
  const told = await toldTalk(context, id);
  if (!told || told.talk.heldOn !== null) return null;
  const saidSo = key.endsWith('!');
  // It was said in the version before this one.
  const said = `${heldKeys('gehouden', id, receiver)}${Number(key.split(':')[4]) - 1}:`;
  if (!saidSo && (await store.handover.nudged(receiver, said)) === 0) return null;
  const { view, talk, name } = told;
  return {
    parts: [
      textPart(say('pop.told.reopened', { name, talk: talkName(say, talk.talk) })),
      ...buttonsPart(talkButtons(context, view, talk, true)),
    ],
  };
}
