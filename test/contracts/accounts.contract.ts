/** The part of the store contract for accounts of platforms: whose they are, and which could not be tied. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');
const U1 = { platform: 'slack', tenant: 'T1', account: 'U1' } as const;
const U2 = { ...U1, account: 'U2' } as const;

export function accountsContract(now: () => Opened): void {
  const person = (name: string) => now().school.person(name);
  const audited = () => now().database.sqlite.prepare('select count(*) from audit').pluck().get();

  describe('accounts', () => {
    it('links one account per platform to a person', async () => {
      const { store } = now();
      const [sanne, nico] = [person('Sanne'), person('Nico')];
      expect(await store.people.actorByAccount(U1, TODAY)).toBeNull();
      expect(await store.people.accountOf(sanne, 'slack')).toBeNull();
      expect(await store.people.linkAccount(stamp(sanne), U1, sanne)).toBe('linked');
      expect(await store.people.linkAccount(stamp(sanne), U1, sanne)).toBe('linked');
      expect(await store.people.linkAccount(stamp(sanne), U2, sanne)).toBe('refused');
      expect(await store.people.linkAccount(stamp(nico), U1, nico)).toBe('refused');
      expect(await store.people.linkAccount(stamp(sanne), { ...U1, platform: 'teams' }, sanne)).toBe('linked');
      expect(await store.people.actorByAccount(U1, TODAY)).toMatchObject({ id: sanne });
      expect(await store.people.actorByAccount(U2, TODAY)).toBeNull();
      expect(await store.people.actorByAccount({ ...U1, tenant: 'T2' }, TODAY)).toBeNull();
      expect(await store.people.accountOf(sanne, 'slack')).toEqual(U1);
      expect(await store.people.accountOf(nico, 'slack')).toBeNull();
    });

    it('lets go of the account of one platform, so that another can be tied', async () => {
      const { store } = now();
      const sanne = person('Sanne');
      const teams = { ...U1, platform: 'teams' } as const;
      await store.people.linkAccount(stamp(sanne), U1, sanne);
      await store.people.linkAccount(stamp(sanne), teams, sanne);
      expect(await store.people.unlinkAccounts(stamp(), sanne, 'slack')).toBe(1);
      expect(await store.people.actorByAccount(U1, TODAY)).toBeNull();
      expect(await store.people.accountOf(sanne, 'teams')).toEqual(teams);
      const records = audited();
      expect(await store.people.unlinkAccounts(stamp(), sanne, 'slack')).toBe(0);
      expect(audited()).toBe(records);
      expect(await store.people.linkAccount(stamp(sanne), U2, sanne)).toBe('linked');
    });

    it('remembers which accounts were refused and whose they might be, newest first', async () => {
      const { store } = now();
      const [sanne, nico] = [person('Sanne'), person('Nico')];
      expect(await store.people.refusedAccounts()).toEqual([]);
      await store.people.refuseAccount(stamp(null, '2026-09-01T08:00:00Z'), U1, [sanne]);
      await store.people.refuseAccount(stamp(null, '2026-09-02T08:00:00Z'), U2, [sanne, nico]);
      const refused = await store.people.refusedAccounts();
      expect(refused.map(({ account, people, at }) => [account, people.map(({ name }) => name), at])).toEqual([
        [U2, ['Nico', 'Sanne'], new Date('2026-09-02T08:00:00Z')],
        [U1, ['Sanne'], new Date('2026-09-01T08:00:00Z')],
      ]);
      expect(refused[1]!.people).toEqual([{ id: sanne, name: 'Sanne', email: now().school.email('Sanne') }]);
    });

    it('forgets a refusal when that account is tied, or a person whose it might be has one', async () => {
      const { store } = now();
      const [sanne, nico, joost] = [person('Sanne'), person('Nico'), person('Joost')];
      const U3 = { ...U1, account: 'U3' } as const;
      await store.people.refuseAccount(stamp(), U1, [sanne]);
      await store.people.refuseAccount(stamp(), U2, [sanne, nico]);
      await store.people.refuseAccount(stamp(), U3, [joost]);
      expect(await store.people.linkAccount(stamp(nico), U1, nico)).toBe('linked');
      expect((await store.people.refusedAccounts()).map(({ account }) => account)).toEqual([U3]);
    });

    it('knows which accounts wait for one person alone, newest first', async () => {
      const { store } = now();
      const [sanne, nico] = [person('Sanne'), person('Nico')];
      const [U3, teams] = [{ ...U1, account: 'U3' } as const, { ...U1, platform: 'teams' } as const];
      await store.people.refuseAccount(stamp(null, '2026-09-01T08:00:00Z'), U1, [sanne]);
      await store.people.refuseAccount(stamp(null, '2026-09-02T08:00:00Z'), U2, [sanne]);
      await store.people.refuseAccount(stamp(), U3, [sanne, nico]);
      await store.people.refuseAccount(stamp(), teams, [sanne]);
      expect(await store.people.waitingAccounts(sanne, 'slack')).toEqual([U2, U1]);
      expect(await store.people.waitingAccounts(nico, 'slack')).toEqual([]);
    });

    it('knows who has an account, each once, also who has left', async () => {
      const { store } = now();
      const left = { name: 'Olga', until: localDate('2026-08-31') };
      const school = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [left] });
      expect(await store.people.accountHolders()).toEqual([]);
      await store.people.linkAccount(stamp(), U1, person('Sanne'));
      await store.people.linkAccount(stamp(), { ...U1, platform: 'teams' }, person('Sanne'));
      await store.people.linkAccount(stamp(), U2, school.person('Olga'));
      expect((await store.people.accountHolders()).map(({ name }) => name)).toEqual(['Olga', 'Sanne']);
    });

    it('puts somebody who keeps trying on record once, with the last time', async () => {
      const { store } = now();
      const [sanne, nico] = [person('Sanne'), person('Nico')];
      await store.people.refuseAccount(stamp(null, '2026-09-01T08:00:00Z'), U1, [sanne]);
      const records = audited();
      await store.people.refuseAccount(stamp(null, '2026-09-03T08:00:00Z'), U1, [sanne]);
      expect(audited()).toBe(records);
      expect((await store.people.refusedAccounts()).map(({ at }) => at)).toEqual([new Date('2026-09-03T08:00:00Z')]);
      await store.people.refuseAccount(stamp(null, '2026-09-04T08:00:00Z'), U1, [nico]);
      const refused = await store.people.refusedAccounts();
      expect(refused.map(({ people }) => people.map(({ name }) => name))).toEqual([['Nico']]);
    });

    it('gives every address of somebody, the present one first', async () => {
      const { store } = now();
      const school = await buildSchool(now(), {
        school: { school: 'De Wilg' },
        staff: [
          {
            name: 'Bo',
            email: 'bo@new.example',
            previousEmail: 'z@old.example',
            otherEmails: ['b@o.example', 'a@o.example'],
          },
        ],
      });
      expect(await store.people.addressesOf(school.person('Bo'))).toEqual([
        'bo@new.example',
        'z@old.example',
        'a@o.example',
        'b@o.example',
      ]);
      expect(await store.people.addressesOf(999 as never)).toEqual([]);
    });
  });

  describe('what controls carry', () => {
    const AT = new Date('2026-09-01T08:00:00Z');

    it('is kept by key, and stays as it was first', async () => {
      const { controls } = now().store;
      await controls.keep([], AT);
      await controls.keep(
        [
          { key: 'a', content: 'een' },
          { key: 'b', content: 'twee' },
        ],
        AT,
      );
      await controls.keep([{ key: 'a', content: 'iets anders' }], AT);
      expect(await controls.kept('a')).toBe('een');
      expect(await controls.kept('b')).toBe('twee');
      expect(await controls.kept('c')).toBeNull();
    });

    it('is gone after 30 days, and not before', async () => {
      const { controls, retention } = now().store;
      await controls.keep([{ key: 'old', content: 'oud' }], new Date('2026-09-01T21:59:59Z'));
      await controls.keep([{ key: 'young', content: 'jong' }], new Date('2026-09-01T22:00:00Z'));
      await retention.carryOut(localDate('2026-10-01'));
      expect(await controls.kept('old')).toBe('oud');
      await retention.carryOut(localDate('2026-10-02'));
      expect([await controls.kept('old'), await controls.kept('young')]).toEqual([null, 'jong']);
    });

    it('refused accounts go with the records of what was sent', async () => {
      const { people, retention } = now().store;
      await people.refuseAccount(stamp(null, '2026-09-01T08:00:00Z'), U1, [person('Sanne')]);
      await retention.carryOut(localDate('2027-09-01'));
      expect(await people.refusedAccounts()).toHaveLength(1);
      await retention.carryOut(localDate('2027-09-02'));
      expect(await people.refusedAccounts()).toEqual([]);
    });
  });
}
