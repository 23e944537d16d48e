/** What the form `overdracht` says: for each thing that was chosen its new owner, checked at the moment it is saved. */
import { readDue } from '../actions/closed-due.ts';
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { matchingColleagues } from '../people/find-colleague.ts';
import type { Colleague } from '../people/people.store.ts';
import type { TeamId } from '../people/person.ts';
import type { FoundLeaver } from './find-leaver.ts';
import type { Reassignment } from './handover.store.ts';
import { NOBODY, TEAM_VALUE } from './handover-form.ts';
import { type OpenThing, thingName } from './open-work.ts';
import { shareOutButton } from './things-part.ts';

/** `ownerName` is null for a team that has no deputy any more. */
export type Chosen = {
  readonly thing: OpenThing;
  readonly ownerName: string | null;
  readonly reassignment: Reassignment;
};

/** The field with the new date of the actions that are late already. */
export const NEW_DUE = 'datum';

const FIELD = /^(?:(?:actie|doel|voorzitter|vervanger)-\d{1,15}|leidinggevende)$/;

/**
 * Throws a UserError when nothing was chosen, when a thing is not open any more or was never this person's to give, and when a new owner does not
 * fit: not of the school, the leaver, or a deputy who would be the chair.
 */
export async function chosenOwners(context: Context, leaver: FoundLeaver): Promise<readonly Chosen[]> {
  const { say, store, today, intent } = context;
  const { state, person, things } = leaver;
  const fields = Object.entries(intent.args).filter(([name, value]) => FIELD.test(name) && value.trim() !== '');
  if (fields.length === 0) throw new UserError(say('handover.none-chosen'));
  const typed = intent.args[NEW_DUE];
  const due = typed === undefined ? null : await readDue(context, state.school.id, typed);
  const colleagues = (await store.people.colleagues(state.school.id, today)).filter(({ id }) => id !== person.id);
  const chosen = fields.map(([name, value]): Chosen => {
    const thing = things.find((each) => thingName(each) === name);
    if (!thing)
      throw new UserError(say('handover.stale'), buttonsPart([shareOutButton(say, person.id, state.school.id)]));
    const isLate = thing.kind === 'actie' && thing.due < today;
    const fitting = newOwner(thing, value, colleagues, leaver, isLate ? due : null);
    if (!fitting) throw new UserError(say('handover.no-owner'));
    return { thing, ...fitting };
  });
  mustDiffer(context, leaver, chosen);
  return chosen;
}

function newOwner(
  thing: OpenThing,
  value: string,
  colleagues: readonly Colleague[],
  { state }: FoundLeaver,
  due: LocalDate | null,
): Pick<Chosen, 'ownerName' | 'reassignment'> | null {
  if (thing.kind === 'vervanger' && value === NOBODY) {
    return { ownerName: null, reassignment: { kind: 'vervanger', teamId: thing.teamId, to: null } };
  }
  if (thing.kind === 'doel' && value.startsWith(TEAM_VALUE)) {
    const teamId = Number(value.slice(TEAM_VALUE.length)) as TeamId;
    const team = state.teams.find(({ id }) => id === teamId);
    return team
      ? { ownerName: team.name, reassignment: { kind: 'doel', id: thing.id, to: { kind: 'team', teamId } } }
      : null;
  }
  const [owner, ...others] = matchingColleagues(colleagues, value);
  if (!owner || others.length > 0) return null;
  return { ownerName: owner.name, reassignment: reassigned(thing, owner.id, due) };
}

function reassigned(thing: OpenThing, to: Colleague['id'], due: LocalDate | null): Reassignment {
  switch (thing.kind) {
    case 'actie':
      return { kind: 'actie', id: thing.id, to, ...(due && { due }) };
    case 'doel':
      return { kind: 'doel', id: thing.id, to: { kind: 'person', personId: to } };
    case 'voorzitter':
    case 'vervanger':
      return { kind: thing.kind, teamId: thing.teamId, to };
    case 'leidinggevende':
      return { kind: 'leidinggevende', people: thing.people.map(({ id }) => id), to };
  }
}

/** Nobody is both chair and deputy of a team. A deputy who becomes the chair leaves that place free, so that is fine. */
function mustDiffer({ say }: Context, { state }: FoundLeaver, chosen: readonly Chosen[]): void {
  for (const { thing, reassignment } of chosen) {
    if (thing.kind !== 'vervanger' || reassignment.kind !== 'vervanger' || reassignment.to === null) continue;
    const chairId = state.teams.find(({ id }) => id === thing.teamId)?.chairId;
    if (reassignment.to === chairId) throw new UserError(say('handover.chair-is-deputy', { team: thing.team }));
  }
}
