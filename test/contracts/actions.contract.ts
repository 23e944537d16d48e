/** The part of the store contract for actions: one owner at any time, and a history that tells every change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import type { ActionLine, NewAction } from '../../src/actions/actions.store.ts';
import { actionTell } from '../../src/actions/tells.ts';
import { Stale } from '../../src/bot/errors.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL, telling } from '../../src/delivery/announcement.ts';
import type { PersonId } from '../../src/people/person.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');
const DUE = localDate('2026-09-15');

export function actionsContract(now: () => Opened): void {
  const person = (name: string) => now().school.person(name);
  const actions = () => now().store.actions;
  const by = (name: string) => stamp(person(name));
  const draft = (change: Partial<NewAction> = {}): NewAction => ({
    schoolId: now().school.id,
    what: 'Ouderavond voorbereiden',
    ownerId: person('Nadia'),
    due: DUE,
    teamId: now().school.team('Bovenbouw'),
    goalId: null,
    meetingId: null,
    agreed: false,
    offeredToId: null,
    offeredOn: null,
    ...change,
  });
  const offeredTo = (name: string) => draft({ offeredToId: person(name), offeredOn: TODAY });
  const add = (change?: Partial<NewAction>) => actions().add(by('Nadia'), draft(change), NOTHING_TO_TELL);
  const history = async (id: ActionId) =>
    (await actions().events(id))
      .map(({ byName, what, from, to, fromName, toName, reason }) =>
        [byName, what, from, to, fromName, toName, reason].filter(Boolean).join(' '),
      )
      .reverse();
  const version = async () => (await now().store.outbox.schoolState(now().school.id))!.version;

  describe('a new action', () => {
    it('gets the next number of its school, which is never used again', async () => {
      expect([(await add()).number, (await add()).number]).toEqual([1, 2]);
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [{ name: 'Wim' }] });
      const there = draft({ schoolId: other.id, ownerId: other.person('Wim'), teamId: null });
      expect((await actions().add(stamp(), there, NOTHING_TO_TELL)).number).toBe(1);
      expect((await add()).number).toBe(3);
    });

    it('keeps every field; its making, and the offer, are its first events', async () => {
      const { school } = now();
      const before = await version();
      const goalId = school.goal('Elke week rijke teksten');
      const action = await actions().add(by('Nadia'), { ...offeredTo('Sanne'), goalId }, NOTHING_TO_TELL);
      const expected: ActionLine = {
        id: action.id,
        schoolId: school.id,
        number: 1,
        what: 'Ouderavond voorbereiden',
        ownerId: person('Nadia'),
        ownerName: 'Nadia',
        due: DUE,
        teamId: school.team('Bovenbouw'),
        teamName: 'Bovenbouw',
        goalId,
        state: 'open',
        giverId: person('Nadia'),
        giverName: 'Nadia',
        offeredToId: person('Sanne'),
        offeredToName: 'Sanne',
        offeredOn: TODAY,
        offers: 1,
        agreed: false,
        meetingId: null,
        version: 1,
        createdAt: new Date('2026-09-01T08:00:00Z'),
        ownerSince: null,
      };
      expect(action).toEqual(expected);
      expect(await actions().line(action.id)).toEqual(expected);
      expect(await history(action.id)).toEqual(['Nadia gemaakt Nadia', 'Nadia aangeboden Nadia Sanne']);
      expect(await now().store.goals.openActions(goalId)).toMatchObject([{ id: action.id, ownerName: 'Nadia' }]);
      expect(await version()).toBeGreaterThan(before);
    });

    it('stores what others must hear', async () => {
      const tell = actionTell(
        'hulp',
        { id: 9 as ActionId, schoolId: now().school.id },
        person('Nico'),
        new Date(0),
        TODAY,
      );
      await actions().add(by('Nadia'), draft(), telling([tell]));
      expect(await now().store.outbox.rows(person('Nico'), TODAY)).toMatchObject([
        { key: tell.key, kind: 'actie-bericht' },
      ]);
    });

    it('needs a school, and leaves nothing behind without one', async () => {
      const nowhere = draft({ schoolId: 999 as never });
      await expect(actions().add(stamp(), nowhere, NOTHING_TO_TELL)).rejects.toThrow('no school 999');
      expect(await actions().lines({})).toEqual([]);
    });
  });

  describe('a list of actions', () => {
    it('is by due date, then number, and keeps to every condition', async () => {
      const { school } = now();
      const late = await add({ due: addDays(DUE, 1) });
      const offered = await actions().add(by('Nadia'), offeredTo('Sanne'), NOTHING_TO_TELL);
      const plain = await add({ ownerId: person('Sanne'), teamId: null });
      const closed = await add({ ownerId: person('Nico') });
      await actions().finish(by('Nico'), closed.id);
      const numbers = async (query: Parameters<ReturnType<typeof actions>['lines']>[0]) =>
        (await actions().lines(query)).map(({ number }) => number);
      expect(await numbers({})).toEqual([2, 3, 4, 1]);
      expect(await numbers({ states: ['open'] })).toEqual([2, 3, 1]);
      expect(await numbers({ states: ['klaar', 'gestopt'] })).toEqual([4]);
      expect(await numbers({ schoolIds: [school.id], number: 3 })).toEqual([plain.number]);
      expect(await numbers({ schoolIds: [] })).toEqual([]);
      expect(await numbers({ teamId: school.team('Bovenbouw'), states: ['open'] })).toEqual([2, 1]);
      expect(await numbers({ ownerId: person('Nadia') })).toEqual([offered.number, late.number]);
      expect(await numbers({ offeredToId: person('Sanne') })).toEqual([2]);
      expect(await numbers({ concerns: person('Sanne'), states: ['open'] })).toEqual([2, 3]);
    });

    it('knows none for an unknown number', async () => {
      expect(await actions().line(999 as ActionId)).toBeNull();
      expect(await actions().events(999 as ActionId)).toEqual([]);
    });
  });

  describe('an action that is offered', () => {
    it('stays with its owner until it is accepted', async () => {
      const { id } = await actions().add(by('Nadia'), offeredTo('Sanne'), NOTHING_TO_TELL);
      await expect(actions().accept(by('Nico'), id)).rejects.toThrow(Stale);
      const accepted = await actions().accept(by('Sanne'), id);
      expect(accepted).toMatchObject({ ownerId: person('Sanne'), offeredToId: null, offeredOn: null, version: 2 });
      await expect(actions().accept(by('Sanne'), id)).rejects.toThrow(Stale);
      expect((await history(id)).at(-1)).toBe('Sanne aangenomen Nadia Sanne');
    });

    it('stays with its owner, unchanged, when it is given back', async () => {
      const { id, due } = await actions().add(by('Nadia'), offeredTo('Sanne'), NOTHING_TO_TELL);
      await expect(actions().giveBack(by('Nico'), id, '', NOTHING_TO_TELL)).rejects.toThrow(Stale);
      const back = await actions().giveBack(by('Sanne'), id, 'geen tijd', NOTHING_TO_TELL);
      expect(back).toMatchObject({ ownerId: person('Nadia'), offeredToId: null, offeredOn: null, due, state: 'open' });
      expect((await history(id)).at(-1)).toBe('Sanne teruggegeven Sanne Nadia geen tijd');
    });

    it('can be offered to somebody else, by who saw how it stands', async () => {
      const { id } = await actions().add(by('Nadia'), offeredTo('Sanne'), NOTHING_TO_TELL);
      const offer = (seen: number) => actions().offer(by('Nadia'), id, seen, person('Nico'), TODAY, NOTHING_TO_TELL);
      await expect(offer(0)).rejects.toThrow(Stale);
      expect(await offer(1)).toMatchObject({ ownerId: person('Nadia'), offeredToId: person('Nico'), version: 2 });
      await expect(actions().accept(by('Sanne'), id)).rejects.toThrow(Stale);
    });
  });

  describe('an action that was agreed', () => {
    it('goes to who wrote it down when its owner says that it is not right', async () => {
      const { id } = await add({ ownerId: person('Sanne'), agreed: true });
      const notRight = (name: string) =>
        actions().notRight(by(name), id, person('Nadia'), 'was voor Nico', NOTHING_TO_TELL);
      await expect(notRight('Nico')).rejects.toThrow(Stale);
      expect(await notRight('Sanne')).toMatchObject({ ownerId: person('Nadia'), agreed: false });
      await expect(notRight('Nadia')).rejects.toThrow(Stale);
      expect((await history(id)).at(-1)).toBe('Sanne klopt niet Sanne Nadia was voor Nico');
    });
  });

  describe('a change of an action', () => {
    it('is made of the version that somebody saw, and leaves an event', async () => {
      const { id } = await add();
      const later = addDays(DUE, 7);
      await expect(actions().changeDue(by('Nadia'), id, 0, later, '')).rejects.toThrow(Stale);
      expect(await actions().changeDue(by('Nadia'), id, 1, later, 'zaal')).toMatchObject({ due: later, version: 2 });
      expect(await actions().reassign(by('Nadia'), id, 2, person('Nico'), 'ziek')).toMatchObject({
        ownerId: person('Nico'),
        version: 3,
      });
      await expect(actions().reassign(by('Nadia'), id, 2, person('Sanne'), '')).rejects.toThrow(Stale);
      await actions().askHelp(by('Nico'), id, 'hoe dan', NOTHING_TO_TELL);
      await actions().stop(by('Nico'), id, 'niet nodig');
      expect(await history(id)).toEqual([
        'Nadia gemaakt Nadia',
        `Nadia datum ${DUE} ${later} zaal`,
        'Nadia overgedragen Nadia Nico ziek',
        'Nico hulp gevraagd hoe dan',
        'Nico gestopt niet nodig',
      ]);
    });

    it('is not made of a closed action', async () => {
      for (const close of ['finish', 'stop'] as const) {
        const { id } = await actions().add(by('Nadia'), { ...offeredTo('Sanne'), agreed: true }, NOTHING_TO_TELL);
        const closed =
          close === 'finish' ? await actions().finish(by('Nadia'), id) : await actions().stop(by('Nadia'), id, 'reden');
        expect(closed).toMatchObject({ state: close === 'stop' ? 'gestopt' : 'klaar', offeredToId: null, version: 2 });
        const seen = closed.version;
        const changes = [
          () => actions().finish(by('Nadia'), id),
          () => actions().stop(by('Nadia'), id, ''),
          () => actions().accept(by('Sanne'), id),
          () => actions().giveBack(by('Sanne'), id, '', NOTHING_TO_TELL),
          () => actions().notRight(by('Nadia'), id, person('Nico'), '', NOTHING_TO_TELL),
          () => actions().offer(by('Nadia'), id, seen, person('Nico'), TODAY, NOTHING_TO_TELL),
          () => actions().reassign(by('Nadia'), id, seen, person('Nico'), ''),
          () => actions().changeDue(by('Nadia'), id, seen, DUE, ''),
          () => actions().askHelp(by('Nadia'), id, '', NOTHING_TO_TELL),
        ];
        const before = await history(id);
        for (const change of changes) await expect(change()).rejects.toThrow(Stale);
        expect(await history(id)).toEqual(before);
      }
    });
  });

  describe('a late action on the agenda', () => {
    const late = async () => {
      const { id } = await add();
      const { outbox, agenda } = now().store;
      const { id: schoolId } = now().school;
      const teamId = now().school.team('Bovenbouw');
      const point = {
        key: `late:${id}`,
        schoolId,
        teamId,
        madeOn: TODAY,
        cause: 'actie te laat',
        actionId: id,
      } as const;
      await outbox.plan(schoolId, await version(), TODAY, [], [{ ...point, due: DUE }], []);
      return { id, open: async () => (await agenda.openItems(schoolId, teamId)).map(({ actionId }) => actionId) };
    };

    it('comes off it when it is done, stopped or moved, and not by any other change', async () => {
      const changes: readonly [boolean, (id: ActionId) => Promise<unknown>][] = [
        [true, (id) => actions().finish(by('Nadia'), id)],
        [true, (id) => actions().stop(by('Nadia'), id, 'x')],
        [true, (id) => actions().changeDue(by('Nadia'), id, 1, addDays(DUE, 7), '')],
        [false, (id) => actions().changeDue(by('Nadia'), id, 1, DUE, '')],
        [false, (id) => actions().askHelp(by('Nadia'), id, '', NOTHING_TO_TELL)],
        [false, (id) => actions().reassign(by('Nadia'), id, 1, person('Nico'), '')],
      ];
      for (const [isOff, change] of changes) {
        const { id, open } = await late();
        expect(await open()).toContain(id);
        await change(id);
        expect((await open()).includes(id)).toBe(!isOff);
      }
    });
  });

  describe('whatever happens to an action', () => {
    const NAMES = ['Nadia', 'Nico', 'Sanne'] as const;
    const aName = fc.constantFrom(...NAMES);
    const anAct = fc.record({
      act: fc.constantFrom('offer', 'accept', 'giveBack', 'notRight', 'reassign', 'changeDue', 'askHelp'),
      who: aName,
      to: aName,
    });

    it('has one owner, each change leaves one event, and the owners of the history follow on each other', async () => {
      await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.array(anAct, { maxLength: 12 }), async (agreed, acts) => {
          const { id } = await add({ ownerId: person('Sanne'), agreed });
          let done = 0;
          for (const { act, who, to } of acts) {
            const before = (await actions().line(id))!;
            const changed = await perform(act, who, to, before).catch((error) => {
              if (!(error instanceof Stale)) throw error;
              return null;
            });
            if (changed) done++;
            expect((await actions().line(id))!.version).toBe(before.version + (changed ? 1 : 0));
          }
          const events = (await actions().events(id)).toReversed();
          expect(events).toHaveLength(done + 1);
          let owner = 'Sanne';
          for (const { what, fromName, toName } of events) {
            if (!['aangenomen', 'klopt niet', 'overgedragen'].includes(what)) continue;
            expect(fromName).toBe(owner);
            owner = toName;
          }
          expect((await actions().line(id))!.ownerName).toBe(owner);
        }),
        { numRuns: 40 },
      );
    });

    const perform = (act: string, who: string, to: string, { id, version: seen }: ActionLine): Promise<unknown> => {
      const receiver: PersonId = person(to);
      switch (act) {
        case 'offer':
          return actions().offer(by(who), id, seen, receiver, TODAY, NOTHING_TO_TELL);
        case 'accept':
          return actions().accept(by(who), id);
        case 'giveBack':
          return actions().giveBack(by(who), id, '', NOTHING_TO_TELL);
        case 'notRight':
          return actions().notRight(by(who), id, receiver, '', NOTHING_TO_TELL);
        case 'reassign':
          return actions().reassign(by(who), id, seen, receiver, '');
        case 'changeDue':
          return actions().changeDue(by(who), id, seen, addDays(DUE, seen), '');
        default:
          return actions().askHelp(by(who), id, '', NOTHING_TO_TELL);
      }
    };
  });
}
