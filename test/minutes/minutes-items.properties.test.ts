/** Whatever is said of a meeting: each point is dealt with there, or waits for the next one; never gone (issue 3). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemId } from '../../src/agenda/agenda-item.ts';
import { stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const aPoint = fc.record({ by: fc.constantFrom('Nadia', 'Nico', 'Sanne'), isTicked: fc.boolean() });
const anEnd = fc.constantFrom('verslag' as const, 'ging door' as const, 'ging niet door' as const);

test('a point is dealt with by the meeting, or open; and its history says which', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aPoint, { maxLength: 4 }), anEnd, fc.boolean(), async (points, end, isTwice) => {
      const { talk, schools } = await Talk.open();
      const school = schools[0]!;
      const team = school.team('Bovenbouw');
      const { agenda } = talk.opened.store;
      const ids: ItemId[] = [];
      for (const [index, { by }] of points.entries()) {
        const item = {
          schoolId: school.id,
          teamId: team,
          kind: 'overig',
          text: `${index}`,
          minutes: null,
          link: '',
        } as const;
        ids.push((await agenda.addItem(stamp(school.person(by), '2026-11-24T09:00:00Z'), item)).id);
      }
      talk.now = new Date('2026-11-26T15:10:00Z');
      await talk.says('Nadia', '/agenda verslag');
      const form = talk.form();
      const schuift = ids.filter((_, index) => points[index]!.isTicked).join(',');
      for (let time = 0; time <= Number(isTwice); time++) {
        if (end === 'verslag') await talk.fills('Nadia', { schuift }, form);
        else await talk.says('Nadia', `/agenda ${end}${end === 'ging door' ? '' : ' griep'}`);
      }

      const meeting = (await agenda.meetings(team)).find(({ date }) => date === '2026-11-26')!;
      const open = (await agenda.openItems(school.id, team)).map(({ id }) => id);
      const closed = (await agenda.itemsOf(meeting.id)).map(({ id }) => id);
      expect([...open, ...closed].sort()).toEqual([...ids].sort());
      for (const [index, id] of ids.entries()) {
        const moves = end === 'ging niet door' || (end === 'verslag' && points[index]!.isTicked);
        expect(open.includes(id)).toBe(moves);
        const what = (await agenda.itemEvents(id)).map((event) => event.what);
        expect(what).toEqual(
          end === 'ging niet door' ? ['gemaakt'] : ['gemaakt', moves ? 'doorgeschoven' : 'behandeld'],
        );
      }
      talk.opened.close();
    }),
    { numRuns: 15 },
  );
});
