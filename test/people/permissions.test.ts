import { describe, expect, test } from 'vitest';
import { ACTS, type Act, may, STANDINGS, type Standing } from '../../src/people/permissions.ts';
import type { Actor, PersonId, Role, SchoolId, TeamId } from '../../src/people/person.ts';

/**
 * The table of PRODUCT 2, written a second time by hand: for each act, whom it is allowed for when the subject is one's own thing, of one's
 * own team, elsewhere in one's own school, or of another school. `-` is no; letters name the relations for which it is allowed.
 * o = one's own (of one's own team), t = own team, s = own school (another team), x = another school.
 */
const TABLE: Record<Act, Record<Standing, string>> = {
  //                    member           chair          director         quality         board          admin
  'goal.see': { member: 'ots', chair: 'ots', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'goal.see-titles': { member: 'ots', chair: 'ots', director: 'ots', quality: 'ots', board: 'otsx', admin: '-' },
  'goal.check-in': { member: 'o', chair: 'ot', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'goal.change': { member: '-', chair: 'ot', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'goal.draft': { member: 'ots', chair: 'ots', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'agenda.see-titles': { member: 'ot', chair: 'ot', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'agenda.see': { member: 'ot', chair: 'ot', director: '-', quality: '-', board: '-', admin: '-' },
  'agenda.add': { member: 'ot', chair: 'ot', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'meeting.plan': { member: '-', chair: 'ot', director: 'ots', quality: '-', board: '-', admin: '-' },
  'minutes.write': { member: 'ot', chair: 'ot', director: '-', quality: '-', board: '-', admin: '-' },
  'action.give': { member: 'ots', chair: 'ots', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'advice.draft': { member: 'ot', chair: 'ot', director: '-', quality: 'ots', board: '-', admin: '-' },
  'advice.send': { member: '-', chair: 'ot', director: '-', quality: 'ots', board: '-', admin: '-' },
  'advice.answer': { member: '-', chair: '-', director: 'ots', quality: '-', board: '-', admin: '-' },
  'pop.see': { member: 'o', chair: 'o', director: 'o', quality: 'o', board: 'o', admin: 'o' },
  'summary.team': { member: '-', chair: 'ot', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'summary.school': { member: '-', chair: '-', director: 'ots', quality: 'ots', board: '-', admin: '-' },
  'summary.board': { member: '-', chair: '-', director: '-', quality: '-', board: 'otsx', admin: '-' },
  'team.members': { member: '-', chair: 'ot', director: 'ots', quality: '-', board: '-', admin: 'otsx' },
  'school.manage': { member: '-', chair: '-', director: 'ots', quality: '-', board: '-', admin: 'otsx' },
};

const ME = 1 as PersonId;
const OTHER = 2 as PersonId;
const [HERE, ELSEWHERE] = [10 as SchoolId, 20 as SchoolId];
const [MINE, NEXT_DOOR, FAR] = [100 as TeamId, 101 as TeamId, 200 as TeamId];

const SUBJECTS = {
  o: { schoolId: HERE, teamId: MINE, ownerId: ME },
  t: { schoolId: HERE, teamId: MINE, ownerId: OTHER },
  s: { schoolId: HERE, teamId: NEXT_DOOR, ownerId: OTHER },
  x: { schoolId: ELSEWHERE, teamId: FAR, ownerId: OTHER },
};

function actor(standing: Standing, extra: Partial<Actor> = {}): Actor {
  const role: Record<Standing, Role> = {
    member: 'leerkracht',
    chair: 'leerkracht',
    director: 'directeur',
    quality: 'ib',
    board: 'bestuur',
    admin: 'beheerder',
  };
  const inTeam = standing === 'member' || standing === 'chair';
  return {
    id: ME,
    name: 'Test',
    email: 'test@school.example',
    language: 'nl',
    digestTime: '08:00' as Actor['digestTime'],
    employments: [
      { schoolId: HERE, roles: [role[standing]], workingDays: null, leadId: null, pop: false, from: null, until: null },
    ],
    teams: inTeam ? [{ teamId: MINE, schoolId: HERE, role: standing === 'chair' ? 'chair' : 'member' }] : [],
    ...extra,
  };
}

describe('the permission table, cell by cell', () => {
  test('names every act', () => expect(Object.keys(TABLE).sort()).toEqual([...ACTS].sort()));

  for (const act of ACTS) {
    for (const standing of STANDINGS) {
      test(`${act} by ${standing}`, () => {
        const allowed = Object.entries(SUBJECTS).filter(([, subject]) => may(actor(standing), act, subject));
        expect(allowed.map(([relation]) => relation).join('') || '-').toBe(TABLE[act][standing]);
      });
    }
  }
});

describe('beyond the table', () => {
  test('a deputy may what a chair may', () => {
    const deputy = actor('member', { teams: [{ teamId: MINE, schoolId: HERE, role: 'deputy' }] });
    expect(may(deputy, 'goal.change', SUBJECTS.t)).toBe(true);
    expect(may(deputy, 'goal.change', SUBJECTS.s)).toBe(false);
  });

  test('one role that allows is enough', () => {
    const both = actor('admin', {
      employments: [
        {
          schoolId: HERE,
          roles: ['beheerder', 'leerkracht'],
          workingDays: null,
          leadId: null,
          pop: false,
          from: null,
          until: null,
        },
      ],
    });
    expect(may(both, 'goal.see', SUBJECTS.s)).toBe(true);
    expect(may(actor('admin'), 'goal.see', SUBJECTS.s)).toBe(false);
  });

  test('a director of one school is a stranger at the other', () => {
    const director = actor('director', {
      employments: [
        { schoolId: HERE, roles: ['directeur'], workingDays: null, leadId: null, pop: false, from: null, until: null },
        {
          schoolId: ELSEWHERE,
          roles: ['leerkracht'],
          workingDays: null,
          leadId: null,
          pop: false,
          from: null,
          until: null,
        },
      ],
    });
    expect(may(director, 'goal.change', SUBJECTS.s)).toBe(true);
    expect(may(director, 'goal.change', SUBJECTS.x)).toBe(false);
    expect(may(director, 'goal.see', SUBJECTS.x)).toBe(true);
  });

  test('a lead sees the POP steps of their own people only, whatever the role', () => {
    const lead = actor('director');
    expect(may(lead, 'pop.see', { schoolId: HERE, ownerId: OTHER, leadId: ME })).toBe(true);
    expect(may(lead, 'pop.see', { schoolId: HERE, ownerId: OTHER, leadId: OTHER })).toBe(false);
    expect(may(lead, 'pop.see', { schoolId: HERE, ownerId: OTHER, leadId: null })).toBe(false);
  });
});
