/** "Sanne heeft een POP-gesprek met je gepland op dinsdag 17 november", with the file for the calendar, and that the day does not fit any more (kind `pop-afspraak`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import type { ComposeContext, Nudge, Reference } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import type { PersonId } from '../people/person.ts';
import { isLeadChange, leadChanged } from './lead-change.ts';
import { lostParts } from './lost-talks.ts';
import type { PopTalkId } from './pop.ts';
import { momentWords, popButton, talkName } from './pop-names.ts';
import { sameTimeParts } from './same-time.ts';
import { talkButtons } from './step-rows.ts';
import { talkFile } from './talk-file.ts';
import { type ToldTalk, toldTalk } from './talk-of-tell.ts';
import { appointmentKeys, isLostTell, type PlannedBefore, plannedBefore } from './talk-tells.ts';

export const appointmentNudge: Nudge = {
  kind: 'pop-afspraak',

  // Comes of what somebody does, so it is never planned.
  plan: () => [],
  about: (_, { subject }) => subject,
  lastDay: (_, { until }) => until,

  compose: async (reference, context) => {
    const about = readSubject(reference.subject);
    if (about?.kind === 'talk' && isLeadChange(reference.key)) {
      const parts = await leadChanged(about.id, reference, context);
      return parts && { parts };
    }
    const told = about?.kind === 'talk' ? await toldTalk(context, about.id) : null;
    if (!told || told.talk.heldOn !== null) return null;
    if (isLostTell(reference.key)) {
      const { view, talk } = told;
      const parts = await lostParts({ ...context, actor: context.receiver }, view, talk);
      return parts && { parts };
    }
    const before = plannedBefore(reference.key);
    const parts =
      told.talk.planned === null
        ? before && (await calledOff(told, before, reference, context))
        : await planned(told, before, reference, context);
    return parts && { parts };
  },
};

/** Null when it is over, or stands where its receiver knows it to be. */
async function planned(
  { view, talk, name }: ToldTalk,
  before: PlannedBefore | null,
  { receiver }: Reference,
  context: ComposeContext,
): Promise<readonly Part[] | null> {
  const { say, today, now } = context;
  const { id, planned: moment, version } = talk;
  if (id === null || moment === null || moment.day < today) return null;
  const stood = before && (await knows(before, id, receiver, context)) ? before.moment : null;
  if (stood && stood.day === moment.day && stood.time === moment.time) return null;
  const words = { name, talk: talkName(say, talk.talk), moment: momentWords(say, moment, today) };
  const lost = await lostParts({ ...context, actor: context.receiver }, view, talk);
  if (lost) return lost;
  const because = stood ? 'update' : 'add';
  return [
    textPart(
      stood
        ? say('pop.told.moved', { ...words, before: momentWords(say, stood, today) })
        : say('pop.told.planned', words),
    ),
    ...(await sameTimeParts({ ...context, actor: context.receiver }, id, moment)),
    talkFile(say, { id, talk: talk.talk, version, moment, with: name, because }, now),
    ...buttonsPart(talkButtons(context, view, talk, false).filter(({ intent }) => intent.name !== 'pop.agenda')),
  ];
}

/** Null for who never heard that it was planned. */
async function calledOff(
  { view, talk, name }: ToldTalk,
  before: PlannedBefore,
  { receiver }: Reference,
  context: ComposeContext,
): Promise<readonly Part[] | null> {
  const { say, today, now } = context;
  const { id, version } = talk;
  const { moment } = before;
  if (id === null || moment.day < today) return null;
  if (!(await knows(before, id, receiver, context))) return null;
  const words = { name, talk: talkName(say, talk.talk), before: momentWords(say, moment, today) };
  const entry = { id, talk: talk.talk, version, moment, with: name, because: 'cancel' } as const;
  const plan = popButton(say.plain('pop.button.plan'), 'pop.gesprek', view, { gesprek: talk.talk, toch: 'ja' });
  return [textPart(say('pop.told.cancelled', words)), talkFile(say, entry, now), ...buttonsPart([plan])];
}

/** Did they plan it themselves, or hear that it stood there? */
async function knows(
  { knows }: PlannedBefore,
  id: PopTalkId,
  receiver: PersonId,
  { store }: ComposeContext,
): Promise<boolean> {
  return knows || (await store.handover.nudged(receiver, appointmentKeys(id, receiver))) > 0;
}
