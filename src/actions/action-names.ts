/** "12 Toetsanalyse klaarzetten" and the buttons of an action. */
import { type Context, short } from '../bot/command.ts';
import type { Button, Intent, RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { readSubject } from '../delivery/subject.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { schoolName } from '../people/school-name.ts';
import type { Action } from './action.ts';

type Named = Pick<Action, 'schoolId' | 'number' | 'what'>;

/** How long what is to be done may be, in characters. */
export const WHAT_LENGTH = 200;

/** How a button names an action: never by number, which another school may have too. */
export function actionArgument({ id }: Pick<Action, 'id'>): string {
  return `id:${id}`;
}

/** `12 Ouderavond`, with the school for somebody at two schools. */
export async function actionName(context: Context, { number, what, schoolId }: Named): Promise<string> {
  const name = `${number} ${what}`;
  return needsSchoolName(context) ? `${name} (${await schoolName(context, schoolId)})` : name;
}

/** The same for labels of buttons, which must be short. */
export function actionLabel(context: Context, action: Named): Promise<string> {
  return actionName(context, { ...action, what: short(action.what, 50) });
}

/** `actie 12 Ouderavond` in bold, or `Actie 12 Ouderavond` where it opens a sentence. */
export function numberedAction(
  say: Say,
  { number, what }: Pick<Named, 'number' | 'what'>,
  place: 'start' | 'within' = 'start',
): RichText {
  return say(place === 'start' ? 'actions.name-start' : 'actions.name', { number: String(number), what });
}

/** A button that does something with this action. */
export function actionButton(
  label: string,
  intent: string,
  action: Pick<Action, 'id'>,
  args: Intent['args'] = {},
  style?: Button['style'],
): Button {
  return { label, intent: { name: intent, args: { actie: actionArgument(action), ...args } }, ...(style && { style }) };
}

/** What is shown when a change of an action was done already: the action as it is stored. */
export function showAction(subject: string): Intent {
  const about = readSubject(subject);
  return { name: 'actie.toon', args: about?.kind === 'action' ? { actie: `id:${about.id}` } : {} };
}

/** For an act after which the action may be somebody else's. */
export function showMine(): Intent {
  return { name: 'actie', args: {} };
}
