/** Who leads whom nobody was named for: the file of `/mijngegevens` says it as if it were on record. */
import type { Context } from '../bot/command.ts';
import { leadOf } from '../pop/lead.ts';
import type { OwnRecord, OwnSection } from './own-records.ts';

/** The sections, with the only director of a school as lead where none is on record (PRODUCT 2). */
export async function withLeads(
  { store, actor, today }: Pick<Context, 'store' | 'actor' | 'today'>,
  sections: readonly OwnSection[],
): Promise<readonly OwnSection[]> {
  const leads = new Map<string, string>();
  for (const { schoolId } of actor.employments) {
    const school = schoolId === null ? null : await store.people.school(schoolId);
    if (school === null) continue;
    const directors = await store.people.directors(school.id, today);
    const lead = leadOf(
      actor.id,
      null,
      directors.map(({ id }) => id),
    );
    const director = directors.find(({ id }) => id === lead);
    if (director) leads.set(school.name, director.name);
  }
  const withLead = (row: OwnRecord): OwnRecord => ({ ...row, lead: row.lead ?? leads.get(String(row.school)) ?? null });
  return sections.map(({ section, rows }) => ({ section, rows: section === 'work' ? rows.map(withLead) : rows }));
}
