/** The part of the store contract for one's own records and for asking to be removed. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const AT = '2026-11-24T08:00:00Z';

export function privacyContract(now: () => Opened): void {
  describe('personal records', () => {
    it('gives what is stored about one person, and nothing about another', async () => {
      const { store, school } = now();
      await store.people.reportAbsent(stamp(school.person('Nico')), school.person('Nico'), {
        from: localDate('2026-09-07'),
        until: null,
      });
      const nico = await store.privacy.records(school.person('Nico'));
      expect(nico).toContainEqual({ section: 'absences', rows: [{ from: '2026-09-07', until: null }] });
      const sanne = await store.privacy.records(school.person('Sanne'));
      expect(sanne.map(({ section }) => section)).toEqual(['person', 'work', 'teams', 'acts-on-me']);
      expect(JSON.stringify(sanne)).not.toMatch(/Nico|Nadia/);
    });

    it('remembers who asked to be removed, oldest first, until it is taken back', async () => {
      const { store, school } = now();
      const [sanne, nico] = [school.person('Sanne'), school.person('Nico')];
      expect(await store.privacy.removalRequest(sanne)).toBeNull();
      await store.privacy.askRemoval(stamp(nico, '2026-11-25T08:00:00Z'), nico, NOTHING_TO_TELL);
      await store.privacy.askRemoval(stamp(sanne, AT), sanne, NOTHING_TO_TELL);
      const asked = { personId: sanne, name: 'Sanne', email: 'sanne@example.org', at: new Date(AT) };
      expect(await store.privacy.removalRequest(sanne)).toEqual(asked);
      await store.privacy.askRemoval(stamp(sanne, '2026-11-26T08:00:00Z'), sanne, NOTHING_TO_TELL);
      expect((await store.privacy.removalRequests()).map(({ name }) => name)).toEqual(['Sanne', 'Nico']);
      expect(await store.privacy.removalRequest(sanne)).toEqual(asked);
      expect(await store.privacy.withdrawRemoval(stamp(sanne), sanne)).toBe(true);
      expect(await store.privacy.withdrawRemoval(stamp(sanne), sanne)).toBe(false);
      expect((await store.privacy.removalRequests()).map(({ name }) => name)).toEqual(['Nico']);
    });

    it('tells with the first request only', async () => {
      const { store, school } = now();
      const [sanne, joost] = [school.person('Sanne'), school.person('Joost')];
      const tell = (key: string) => ({
        ...NOTHING_TO_TELL,
        tells: [
          {
            key,
            kind: 'verwijderverzoek' as const,
            receiver: joost,
            schoolId: school.id,
            subject: `person:${sanne}`,
            from: localDate('2026-11-24'),
            until: localDate('2026-12-24'),
          },
        ],
      });
      await store.privacy.askRemoval(stamp(sanne, AT), sanne, tell('a'));
      await store.privacy.askRemoval(stamp(sanne, AT), sanne, tell('b'));
      expect((await store.outbox.rows(joost, localDate('2026-11-26'))).map(({ key }) => key)).toEqual(['a']);
      await store.privacy.withdrawRemoval(stamp(sanne), sanne);
      expect(await store.outbox.rows(joost, localDate('2026-11-26'))).toEqual([]);
    });

    it('needs no key as long as nobody was removed', async () => {
      expect(await now().store.privacy.isKeyGone()).toBe(false);
      expect(await now().store.import.removedAmong(['sanne@example.org'])).toEqual(new Set());
    });
  });
}
