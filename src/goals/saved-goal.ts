/** What is shown when a change of a goal was done already: the goal as it is stored. */
import type { Intent } from '../bot/reply.ts';
import { readSubject } from '../delivery/subject.ts';

export function showGoal(subject: string): Intent {
  const about = readSubject(subject);
  return { name: 'doel.status', args: about?.kind === 'goal' ? { doel: `id:${about.id}` } : {} };
}
