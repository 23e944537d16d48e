/** What every store must do, whatever keeps it: one suite per part of the port. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { type BuiltSchool, buildSchool, type OpenStore, stamp } from '../support/store.ts';
import { absenceContract } from './absence.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { actionsContract } from './actions.contract.ts';
import { adviceContract } from './advice.contract.ts';
import { agendaContract } from './agenda.contract.ts';
import { checkInContract } from './check-in.contract.ts';
import { conversationsContract } from './conversations.contract.ts';
import { goalListsContract } from './goal-lists.contract.ts';
import { goalsContract } from './goals.contract.ts';
import { importContract } from './import.contract.ts';
import { minutesContract } from './minutes.contract.ts';
import { onceContract } from './once.contract.ts';
import { peopleContract } from './people.contract.ts';
import { planningContract } from './planning.contract.ts';
import { popContract } from './pop.contract.ts';
import { popCountedContract } from './pop-counted.contract.ts';
import { postsContract } from './posts.contract.ts';
import { privacyContract } from './privacy.contract.ts';
import { retentionContract } from './retention.contract.ts';
import { schoolContract } from './school.contract.ts';
import { sendingContract } from './sending.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { summaryContract } from './summary.contract.ts';
import { teamsContract } from './teams.contract.ts';

/** The store of the running test, empty but for De Regenbui. */
export type Opened = OpenStore & { readonly school: BuiltSchool };

/** Runs the whole contract against the store that `open` gives, a new and empty one each time. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store (${name})`, () => {
    let opened: Opened;
    const now = () => opened;

    beforeEach(async () => {
      const empty = await open();
      opened = { ...empty, school: await buildSchool(empty) };
    });
    afterEach(() => opened.close());

    peopleContract(now);
    accountsContract(now);
    conversationsContract(now);
    absenceContract(now);
    settingsContract(now);
    schoolContract(now);
    teamsContract(now);
    goalsContract(now);
    goalListsContract(now);
    checkInContract(now);
    actionsContract(now);
    agendaContract(now);
    summaryContract(now);
    adviceContract(now);
    planningContract(now);
    sendingContract(now);
    postsContract(now);
    popContract(now);
    popCountedContract(now);
    minutesContract(now);
    privacyContract(now);
    retentionContract(now);
    onceContract(now);
    importContract(now, open);

    it('knows the newest instant at which somebody changed something', async () => {
      const { store, school } = opened;
      expect(await store.latestRecord()).toBeNull();
      await store.audit(stamp(school.person('Joost'), '2026-09-02T10:00:00Z'));
      await store.people.mute(stamp(school.person('Joost'), '2026-09-01T10:00:00Z'), school.person('Joost'), 'goal:1');
      expect(await store.latestRecord()).toEqual(new Date('2026-09-02T10:00:00Z'));
    });

    it('gives no team and no school for an unknown number', async () => {
      const { store } = opened;
      expect(await store.agenda.team(999 as never)).toBeNull();
      expect(await store.people.school(999 as never)).toBeNull();
      expect(await store.people.person(999 as never)).toBeNull();
      expect(await store.goals.line(999 as never)).toBeNull();
      expect(await store.outbox.schoolState(999 as never)).toBeNull();
    });

    it('gives the teams of a school that exist on a day, by name', async () => {
      const other = await buildSchool(opened, {
        school: { school: 'De Wilg' },
        staff: [{ name: 'Wim' }],
        teams: [
          { team: 'Groep 10', chair: 'Wim' },
          { team: 'Groep 9', chair: 'Wim', from: localDate('2026-09-02') },
          { team: 'groep 8', chair: 'Wim', until: localDate('2026-09-01') },
        ],
      });
      const names = async (day: string) =>
        (await opened.store.agenda.teams(other.id, localDate(day))).map((team) => team.name);
      expect(await names('2026-09-01')).toEqual(['groep 8', 'Groep 10']);
      expect(await names('2026-09-02')).toEqual(['Groep 9', 'Groep 10']);
      expect(await opened.store.agenda.team(other.team('Groep 9'))).toMatchObject({
        name: 'Groep 9',
        schoolId: other.id,
        chairId: other.person('Wim'),
        deputyId: null,
        from: '2026-09-02',
        until: null,
      });
    });
  });
}
