/** What a goal, an action or a team is called stands in one's own records only as long as it is theirs to see. */
import type { Context } from '../bot/command.ts';
import { readSubject } from '../delivery/subject.ts';
import { knownSubject } from '../delivery/subject-label.ts';
import type { OwnRecord, OwnSection } from './own-records.ts';

const NAMED_BY_PEOPLE: readonly string[] = ['goal', 'action', 'team', 'meeting'];

/** The same rows; a subject that the person may not see any more stays without its words and number. */
export async function withSeenSubjects(
  context: Context,
  sections: readonly OwnSection[],
): Promise<readonly OwnSection[]> {
  const hidden = new Set<string>();
  for (const subject of new Set(sections.flatMap(({ rows }) => rows.flatMap(subjectOf)))) {
    if ((await knownSubject(context, subject)) === null) hidden.add(subject);
  }
  const seen = (row: OwnRecord): OwnRecord =>
    subjectOf(row).some((subject) => hidden.has(subject)) ? { ...row, about: null, number: null } : row;
  return sections.map(({ section, rows }) => ({ section, rows: rows.map(seen) }));
}

/** When it has a name that people gave it. */
function subjectOf({ subject }: OwnRecord): readonly string[] {
  const about = typeof subject === 'string' ? readSubject(subject) : null;
  return about !== null && NAMED_BY_PEOPLE.includes(about.kind) ? [subject as string] : [];
}
