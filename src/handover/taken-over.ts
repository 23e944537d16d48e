/** "Doel Rijke teksten is nu van jou": what the new owners hear in their next digest, and who is told. */
import { actionTell } from '../actions/tells.ts';
import { textPart } from '../bot/notice.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Announcement, lastDayToTell, type Tell, telling } from '../delivery/announcement.ts';
import type { ComposeContext, Composed, Reference } from '../delivery/nudge.ts';
import { goalSubject, readSubject, schoolSubject } from '../delivery/subject.ts';
import { goalButton } from '../goals/goal-names.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { Reassignment } from './handover.store.ts';
import { newcomerTell } from './newcomer-tell.ts';

/** For each thing its new owner, unless that is whoever handed it over. A goal that becomes a leerteam's is seen at its check-ins. */
export function takenOver(
  schoolId: SchoolId,
  reassignments: readonly Reassignment[],
  by: PersonId,
  now: Date,
  today: LocalDate,
): Announcement {
  const at = { schoolId, now, today };
  return telling(
    reassignments.flatMap((one) => {
      const to = receiverOf(one);
      return to === null || to === by ? [] : [tellOf(one, to, at)];
    }),
  );
}

type At = { readonly schoolId: SchoolId; readonly now: Date; readonly today: LocalDate };

function tellOf(one: Reassignment, to: PersonId, at: At): Tell {
  const { schoolId, now, today } = at;
  switch (one.kind) {
    case 'actie':
      return actionTell('overgedragen', { id: one.id, schoolId }, to, now, today);
    case 'voorzitter':
    case 'vervanger':
      return newcomerTell(schoolId, one.teamId, to, today);
    case 'doel':
      return tell(goalSubject(one.id), to, at);
    case 'leidinggevende':
      return tell(schoolSubject(schoolId), to, at);
  }
}

function receiverOf(one: Reassignment): PersonId | null {
  if (one.kind !== 'doel') return one.to;
  return one.to.kind === 'person' ? one.to.personId : null;
}

function tell(subject: string, receiver: PersonId, { schoolId, now, today }: At): Tell {
  return {
    key: `overdracht:${subject}:${receiver}:${now.getTime()}`,
    kind: 'overdracht',
    receiver,
    schoolId,
    subject,
    from: today,
    until: lastDayToTell(today),
  };
}

/** The words of such a tell; null when the goal or the people are somebody else's by now. */
export async function composeTakenOver(
  { subject, schoolId, receiver }: Pick<Reference, 'subject' | 'schoolId' | 'receiver'>,
  { store, say }: ComposeContext,
): Promise<Composed | null> {
  const about = readSubject(subject);
  if (about?.kind === 'goal') {
    const goal = await store.goals.line(about.id);
    if (goal?.owner?.kind !== 'person' || goal.owner.personId !== receiver) return null;
    const { number, title } = goal;
    return {
      parts: [
        textPart(say('handover.taken.goal', { number, title })),
        { kind: 'buttons', buttons: [goalButton(say.plain('goals.button.show'), 'doel.status', goal)] },
      ],
    };
  }
  const state = await store.outbox.schoolState(schoolId);
  const led = state?.people.filter(({ employment }) => employment.leadId === receiver).map(({ name }) => name) ?? [];
  if (led.length === 0) return null;
  return { parts: [textPart(say('handover.taken.lead', { names: say.list(led) }))] };
}
