/** "3 Rekenen" or, for somebody at two schools, "3 Rekenen (De Regenbui)". */
import { type Context, short } from '../bot/command.ts';
import type { Button, RichText } from '../bot/reply.ts';
import { hasRole, schoolsOf } from '../people/permissions.ts';
import { schoolName } from '../people/school-name.ts';
import type { Goal } from './goal.ts';

type Named = Pick<Goal, 'schoolId' | 'number' | 'title'>;

/** Does this person meet goals of more than one school, so that a number alone is not enough? */
export function needsSchoolName({ actor }: Pick<Context, 'actor'>): boolean {
  return hasRole(actor, 'bestuur', null) || schoolsOf(actor, 'member').length > 1;
}

/** `doel 3`, or `Doel 3` where it opens a sentence; with the school when the person needs it. */
export async function numberedName(context: Context, goal: Named, place: 'start' | 'within'): Promise<RichText> {
  const { say } = context;
  const name = say(place === 'start' ? 'goals.name-start' : 'goals.name', { number: goal.number });
  return needsSchoolName(context) ? [...name, { text: ` (${await schoolName(context, goal.schoolId)})` }] : name;
}

/** `3 Rekenen`, with the school when the person needs it. */
export async function fullName(context: Context, { number, title, schoolId }: Named): Promise<string> {
  const name = `${number} ${title}`;
  return needsSchoolName(context) ? `${name} (${await schoolName(context, schoolId)})` : name;
}

/** The same for labels of buttons and options, which must be short. */
export function label(context: Context, goal: Named): Promise<string> {
  return fullName(context, { ...goal, title: short(goal.title, 50) });
}

/** How a button names a goal: never by number, which another school may have too. */
export function goalArgument(goal: Pick<Goal, 'id'>): string {
  return `id:${goal.id}`;
}

/** A button that does something with this goal. */
export function goalButton(
  label: string,
  intent: string,
  goal: Pick<Goal, 'id'>,
  args: Button['intent']['args'] = {},
): Button {
  return { label, intent: { name: intent, args: { doel: goalArgument(goal), ...args } } };
}
