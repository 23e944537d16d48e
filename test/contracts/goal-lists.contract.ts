/** The part of the store contract for lists of goals: their order, what narrows them, and counts. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { everyStatus } from '../support/goals.ts';
import { buildSchool } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');

export function goalListsContract(now: () => Opened): void {
  describe('lists of goals', () => {
    async function fill() {
      const school = await buildSchool(now(), {
        school: { school: 'De Berk' },
        staff: [{ name: 'Wim' }, { name: 'Åsa' }],
        teams: [
          { team: 'Team 10', chair: 'Wim' },
          { team: 'team 9', chair: 'Wim' },
        ],
        goals: [
          { title: 'nobody', status: 'op koers' },
          { title: 'wim', owner: 'Wim' },
          { title: 'åsa', owner: 'Åsa' },
          { title: 'ten stopped', team: 'Team 10', status: 'gestopt' },
          { title: 'ten', team: 'Team 10', status: 'gepauzeerd' },
          { title: 'ten achieved', team: 'Team 10', status: 'behaald' },
          { title: 'ten draft', team: 'Team 10', status: 'concept' },
          { title: 'nine', team: 'team 9' },
        ],
      });
      return school;
    }
    const BERK = ['nine', 'ten', 'ten draft', 'ten stopped', 'ten achieved', 'åsa', 'wim', 'nobody'];
    const REGENBUI = ['Meer leerlingen op 1S rekenen', 'Elke week rijke teksten'];
    const titles = async (query: Parameters<Opened['store']['goals']['lines']>[0]) =>
      (await now().store.goals.lines(query)).map((goal) => goal.title);

    it('are ordered by school, by owner with nobody last, what is over last, then by number', async () => {
      const school = await fill();
      expect(await titles({})).toEqual([...BERK, ...REGENBUI]);
      const lines = await now().store.goals.lines({ schoolIds: [school.id] });
      expect(lines.map((line) => line.ownerName)).toEqual([
        'team 9',
        ...Array<string>(4).fill('Team 10'),
        'Åsa',
        'Wim',
        '',
      ]);
    });

    it('are the same as titles only', async () => {
      const berk = await fill();
      const ownedBy = { teamIds: [berk.team('Team 10')], personId: berk.person('Wim') };
      for (const query of [
        {},
        { schoolIds: [berk.id] },
        { schoolIds: [] },
        { ownedBy },
        { schoolIds: [berk.id], ownedBy },
      ]) {
        const lines = await now().store.goals.lines(query);
        expect(await now().store.goals.titles(query)).toEqual(
          lines.map(({ id, schoolId, number, title, owner, ownerName, status }) => ({
            id,
            schoolId,
            number,
            title,
            owner,
            ownerName,
            status,
          })),
        );
      }
    });

    it('are narrowed by school and by owner; an empty list finds nothing', async () => {
      const berk = await fill();
      const { school } = now();
      const personId = berk.person('Wim');
      const teamIds = [berk.team('team 9'), school.team('Bovenbouw')];
      expect(await titles({ schoolIds: [school.id] })).toEqual(REGENBUI);
      expect(await titles({ schoolIds: [school.id, berk.id] })).toEqual([...BERK, ...REGENBUI]);
      expect(await titles({ schoolIds: [] })).toEqual([]);
      expect(await titles({ ownedBy: { teamIds, personId } })).toEqual(['nine', 'wim', ...REGENBUI]);
      expect(await titles({ ownedBy: { teamIds: [], personId } })).toEqual(['wim']);
      expect(await titles({ ownedBy: { teamIds: [], personId: school.person('Joost') } })).toEqual([]);
      expect(await titles({ schoolIds: [berk.id], ownedBy: { teamIds, personId } })).toEqual(['nine', 'wim']);
      expect(await titles({ schoolIds: [], ownedBy: { teamIds, personId } })).toEqual([]);
    });

    it('count per school and status without drafts', async () => {
      const berk = await fill();
      const { store, school } = now();
      const of = (id: number, schoolName: string) => (status: string, count: number) => ({
        schoolId: id,
        schoolName,
        status,
        count,
      });
      const [berkHas, regenbuiHas] = [of(berk.id, 'De Berk'), of(school.id, 'De Regenbui')];
      expect(await store.goals.counts()).toEqual([
        berkHas('nog geen meting', 3),
        berkHas('op koers', 1),
        berkHas('gepauzeerd', 1),
        berkHas('behaald', 1),
        berkHas('gestopt', 1),
        regenbuiHas('nog geen meting', 2),
      ]);
    });

    it('count the active goals of a team', async () => {
      const { store, school } = now();
      const other = await everyStatus(now());
      expect(await store.goals.activeInTeam(other.team('Team'), null)).toBe(4);
      expect(await store.goals.activeInTeam(other.team('Team'), other.goal('op koers'))).toBe(3);
      expect(await store.goals.activeInTeam(other.team('Team'), other.goal('gestopt'))).toBe(4);
      expect(await store.goals.activeInTeam(school.team('Bovenbouw'), null)).toBe(2);
    });
  });

  it('the open actions of a goal come by date', async () => {
    const action = { owner: 'Wim', goal: 'Doel', due: TODAY } as const;
    const school = await buildSchool(now(), {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim' }],
      teams: [{ team: 'Team', chair: 'Wim' }],
      goals: [{ title: 'Doel' }, { title: 'Ander doel' }],
      actions: [
        { ...action, what: 'later', due: localDate('2026-10-01'), team: 'Team' },
        { ...action, what: 'done', state: 'klaar' },
        { ...action, what: 'now' },
        { ...action, what: 'elsewhere', goal: 'Ander doel' },
        { ...action, what: 'stopped', state: 'gestopt' },
        { ...action, what: 'now too' },
      ],
    });
    const actions = await now().store.goals.openActions(school.goal('Doel'));
    expect(actions.map((one) => one.what)).toEqual(['now', 'now too', 'later']);
    expect(actions[2]).toEqual({
      id: expect.any(Number),
      schoolId: school.id,
      number: 1,
      what: 'later',
      ownerId: school.person('Wim'),
      ownerName: 'Wim',
      due: '2026-10-01',
      teamId: school.team('Team'),
      goalId: school.goal('Doel'),
      state: 'open',
    });
  });
}
