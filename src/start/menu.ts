/** [Agenda] [Acties] [Doelen] ...: a button for everything somebody may do, so that the mouse is enough. */
import { givesAdvice } from '../advice/advice-access.ts';
import type { Context } from '../bot/command.ts';
import type { Button } from '../bot/reply.ts';
import type { PlainKey } from '../bot/text.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import { handsOver } from '../handover/find-leaver.ts';
import { hasRole, may, schoolsOf } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import { hasPop } from '../pop/has-pop.ts';
import { targetsOf } from '../summary/targets.ts';

type Entry = {
  readonly intent: string;
  readonly label: PlainKey;
  readonly isFor: (actor: Actor) => boolean;
};

const everybody = () => true;
const inTeam = ({ teams }: Actor) => teams.length > 0;
const seesTeams = (actor: Actor) => worksWithGoals(actor) || hasRole(actor, 'beheerder', null);
const seesGoals = (actor: Actor) => worksWithGoals(actor) || hasRole(actor, 'bestuur', null);
const seesAdvice = (actor: Actor) =>
  inTeam(actor) || (['director', 'quality'] as const).some((standing) => schoolsOf(actor, standing).length > 0);
const managesSchool = (actor: Actor) =>
  hasRole(actor, 'beheerder', null) ||
  actor.employments.some(({ schoolId }) => schoolId !== null && may(actor, 'school.manage', { schoolId }));

const MENU: readonly Entry[] = [
  { intent: 'agenda', label: 'start.menu.agenda', isFor: inTeam },
  { intent: 'agenda.punt', label: 'start.menu.agenda-item', isFor: inTeam },
  { intent: 'actie', label: 'start.menu.actions', isFor: worksWithGoals },
  { intent: 'actie.nieuw', label: 'start.menu.new-action', isFor: worksWithGoals },
  { intent: 'doel.status', label: 'start.menu.goals', isFor: seesGoals },
  { intent: 'doel.nieuw', label: 'start.menu.new-goal', isFor: worksWithGoals },
  { intent: 'advies', label: 'start.menu.new-advice', isFor: givesAdvice },
  { intent: 'advies.lijst', label: 'start.menu.advice', isFor: seesAdvice },
  { intent: 'leerteam', label: 'start.menu.team', isFor: seesTeams },
  { intent: 'pop', label: 'start.menu.pop', isFor: hasPop },
  { intent: 'overzicht', label: 'start.menu.summary', isFor: (actor) => targetsOf(actor).length > 0 },
  { intent: 'overdracht', label: 'start.menu.handover', isFor: handsOver },
  { intent: 'school', label: 'start.menu.school', isFor: managesSchool },
  { intent: 'afwezig', label: 'start.menu.absent', isFor: everybody },
  { intent: 'instellingen', label: 'start.menu.settings', isFor: everybody },
  { intent: 'hulp', label: 'start.menu.help', isFor: everybody },
];

export function menu({ actor, say }: Pick<Context, 'actor' | 'say'>): readonly Button[] {
  return MENU.filter(({ isFor }) => isFor(actor)).map(({ intent, label }) => ({
    label: say.plain(label),
    intent: { name: intent, args: {} },
  }));
}
