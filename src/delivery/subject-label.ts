/** "Niet meer over dit onderwerp": what a subject is called, for somebody who gets messages about it. */

import { seesAction } from '../actions/action-access.ts';
import { seesAdvice } from '../advice/advice-access.ts';
import { type Context, short } from '../bot/command.ts';
import { sees } from '../goals/goal-access.ts';
import { may, schoolsOf } from '../people/permissions.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import { visiblePops } from '../pop/pop-view.ts';
import { seesTeam } from '../teams/find-team.ts';
import { type NudgeSubject, readSubject, teamSubject } from './subject.ts';

/** `subject` is what is switched off: of a meeting that is its team, as nobody means one meeting only. */
export type KnownSubject = { readonly subject: string; readonly label: string };

type Asker = Pick<Context, 'store' | 'actor' | 'say' | 'today'>;

const LABEL_LENGTH = 50;

/** Null when it is nothing, or nothing that concerns this person. */
export async function knownSubject(context: Asker, text: string): Promise<KnownSubject | null> {
  const about = readSubject(text);
  const label = about && (await labelOf(context, about));
  if (!label) return null;
  return { subject: about.kind === 'meeting' ? teamSubject(about.teamId) : text, label };
}

async function labelOf(context: Asker, about: NudgeSubject): Promise<string | null> {
  const { store, actor, say } = context;
  switch (about.kind) {
    case 'goal': {
      const goal = await store.goals.line(about.id);
      return goal && sees(actor, goal) === 'all'
        ? say.plain('delivery.mute-goal', { number: goal.number, title: short(goal.title, LABEL_LENGTH) })
        : null;
    }
    case 'school': {
      const school = worksAt(context, about.id) ? await store.people.school(about.id) : null;
      return school && say.plain('delivery.mute-summary', { school: school.name });
    }
    case 'team':
      return teamLabel(context, about.id);
    case 'meeting':
      return teamLabel(context, about.teamId);
    case 'action': {
      const action = await store.actions.line(about.id);
      return action && seesAction(actor, action)
        ? say.plain('delivery.mute-action', { number: action.number, what: short(action.what, LABEL_LENGTH) })
        : null;
    }
    case 'advice': {
      const advice = await store.advice.advice(about.id);
      return advice && (await seesAdvice(context, advice))
        ? say.plain('delivery.mute-advice', { number: advice.number })
        : null;
    }
    case 'person': {
      const name = (await isKnownTo(context, about.id, `person:${about.id}`))
        ? (await store.people.person(about.id))?.name
        : undefined;
      return name === undefined ? null : say.plain('delivery.mute-person', { name });
    }
    case 'pop':
      return (await visiblePops(context)).length > 0 ? say.plain('pop.mute', { year: about.year }) : null;
    case 'talk':
      // What was planned with somebody they always hear (issue 4).
      return null;
  }
}

/** Of a team whose page is theirs to see. */
async function teamLabel(context: Asker, id: TeamId): Promise<string | null> {
  const team = await context.store.agenda.team(id);
  return team && seesTeam(context.actor, team) ? context.say.plain('delivery.mute-team', { team: team.name }) : null;
}

function worksAt({ actor }: Asker, id: SchoolId): boolean {
  return actor.employments.some(({ schoolId }) => schoolId === id);
}

/** A colleague, or somebody of a school that one manages; anybody else only when the newest message was about them. */
async function isKnownTo({ store, actor, today }: Asker, id: PersonId, subject: string): Promise<boolean> {
  const managed = actor.employments.flatMap(({ schoolId }) =>
    schoolId !== null && may(actor, 'school.manage', { schoolId }) ? [schoolId] : [],
  );
  for (const schoolId of new Set([...schoolsOf(actor, 'member'), ...managed])) {
    const colleagues = await store.people.colleagues(schoolId, today);
    if (colleagues.some((colleague) => colleague.id === id)) return true;
  }
  const day = await store.outbox.lastDigest(actor.id);
  return day !== null && (await store.outbox.inDigest(actor.id, day)).some((row) => row.subject === subject);
}
