/** A button that does something with this school. */
import type { Button } from '../bot/reply.ts';
import type { School } from '../people/person.ts';
import { schoolArgument } from './find-school.ts';

export function schoolButton(
  label: string,
  intent: string,
  school: Pick<School, 'id'>,
  args: Button['intent']['args'] = {},
): Button {
  return { label, intent: { name: intent, args: { school: schoolArgument(school), ...args } } };
}

/** The intent that shows the school of a stored subject (`school:5`). */
export function showSchool(subject: string) {
  return { name: 'school', args: { school: subject.replace('school:', 'id:') } };
}
