/** Members of leerteams of an import: the sheet is the whole list of a school; who is new in a team is told (as `/leerteam lid erbij` does). */
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import { newcomerTell } from '../src/handover/newcomer-tell.ts';
import type { Change } from '../src/import/change.ts';
import type { PersonId, SchoolId, TeamId } from '../src/people/person.ts';
import { announce } from './announce.ts';
import { HOLDS } from './holds.ts';
import { idOf, type RunningImport, touch } from './import-ids.ts';
import { insertRow } from './import-rows.ts';

type MembersChange = Extract<Change, { kind: 'members' }>;
type Member = { readonly teamId: TeamId; readonly personId: PersonId };

const FORGET = 'delete from membership where team_id in (select id from team where school_id = :schoolId)';
const PEOPLE = `
  select m.team_id as teamId, m.person_id as personId
    from membership m join team t on t.id = m.team_id where t.school_id = :schoolId and ${HOLDS('m')}
  union select id, chair_id from team where school_id = :schoolId
  union select id, deputy_id from team where school_id = :schoolId and deputy_id is not null`;
/** Teams that had a list of members already; of another one nobody is new. */
const LISTED = `
  select distinct m.team_id from membership m join team t on t.id = m.team_id where t.school_id = :schoolId`;

export function putMembers({ database, ids, stamp }: RunningImport, { school, rows }: MembersChange): void {
  const schoolId = touch(ids, school) as SchoolId;
  const today = localDateOf(stamp.at);
  const people = database.statement<{ schoolId: SchoolId; today: LocalDate }, Member>(PEOPLE).all({ schoolId, today });
  const before = new Set(people.map(({ teamId, personId }) => `${teamId}:${personId}`));
  const listed = new Set(database.statement(LISTED).pluck().all({ schoolId }));
  database.statement(FORGET).run({ schoolId });
  const tells = rows.flatMap(({ team, email, from, until }) => {
    const teamId = idOf(ids.teams, school, team) as TeamId;
    const personId = idOf(ids.people, email) as PersonId;
    insertRow(database, 'membership', { team_id: teamId, person_id: personId, from_day: from, until_day: until });
    // Whose first day is known is planned from that day on.
    const isNew = from === null && (until === null || until >= today) && !before.has(`${teamId}:${personId}`);
    return isNew && listed.has(teamId) ? [newcomerTell(schoolId, teamId, personId, today)] : [];
  });
  announce(database, { ...NOTHING_TO_TELL, tells });
}
