/** The part of the store contract for what became of a meeting: all of it stored together, or nothing. */
import { describe, expect, it } from 'vitest';
import type { MeetingSeen } from '../../src/agenda/agenda.store.ts';
import type { ItemId } from '../../src/agenda/agenda-item.ts';
import { AlreadyDone, Stale } from '../../src/bot/errors.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL, type Tell } from '../../src/delivery/announcement.ts';
import type { MeetingId } from '../../src/meetings/meeting.ts';
import type { NewMinutes } from '../../src/minutes/minutes.store.ts';
import type { PersonId } from '../../src/people/person.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const DAY = localDate('2026-09-24');
const NOTHING: NewMinutes = {
  text: '',
  shared: '',
  decisions: [],
  actions: [],
  advice: null,
  checkIns: [],
  dealtWith: [],
  carried: [],
};
const silent = () => NOTHING_TO_TELL;

export function minutesContract(now: () => Opened): void {
  const person = (name: string) => now().school.person(name);
  const team = () => now().school.team('Bovenbouw');
  const goal = () => now().school.goal('Elke week rijke teksten');
  const at = (name: string, minute = 10, once: string | null = null) =>
    stamp(person(name), `2026-09-24T14:${minute}:00Z`, once);
  const seen = (change: Partial<MeetingSeen> = {}): MeetingSeen => ({
    teamId: team(),
    date: DAY,
    time: localTime('15:00'),
    duration: 60,
    version: null,
    ...change,
  });

  const brought = async (text: string) => {
    const { store, school } = now();
    const item = { schoolId: school.id, teamId: team(), kind: 'overig', text, minutes: null, link: '' } as const;
    return (await store.agenda.addItem(stamp(person('Sanne'), '2026-09-22T10:00:00Z'), item)).id;
  };
  const agreed = (what: string, owner: string): NewMinutes['actions'][number] => ({
    schoolId: now().school.id,
    what,
    ownerId: person(owner),
    due: addDays(DAY, 7),
    teamId: team(),
    goalId: null,
    agreed: true,
    offeredToId: null,
    offeredOn: null,
  });
  const full = async (): Promise<NewMinutes> => ({
    text: 'Fijn gewerkt',
    shared: 'Er zijn boeken nodig',
    decisions: ['Elke dag lezen', 'Toets in januari'],
    actions: [agreed('Boeken halen', 'Nico'), agreed('Toets klaarzetten', 'Sanne')],
    advice: {
      schoolId: now().school.id,
      teamId: team(),
      text: 'Koop boeken',
      reasons: 'De oude zijn op',
      state: 'ingediend',
      sentOn: DAY,
      mtTeamId: null,
    },
    checkIns: [
      {
        goalId: goal(),
        date: DAY,
        status: 'op koers',
        value: null,
        sentence: 'Het lukt',
        success: false,
        replaces: null,
      },
    ],
    dealtWith: [await brought('Toetsdata groep 6')],
    carried: [await brought('Ouderavond')],
  });
  const events = async (id: ItemId) =>
    (await now().store.agenda.itemEvents(id)).map(({ what, meetingId }) => [what, meetingId !== null]);
  /** All that minutes may touch, to compare. */
  const everything = async () => {
    const { store, school } = now();
    const items = await store.agenda.openItems(school.id, team());
    return JSON.stringify([
      await store.agenda.meetings(team()),
      items,
      await Promise.all(items.map(({ id }) => store.agenda.itemEvents(id))),
      await store.actions.lines({ schoolIds: [school.id] }),
      await store.advice.list({ schoolIds: [school.id] }),
      await store.goals.checkIns(goal()),
      await store.minutes.decisions(team(), 10),
      (await store.outbox.schoolState(school.id))!.version,
      (await store.outbox.counts()).planned,
      await store.latestRecord(),
    ]);
  };

  describe('minutes', () => {
    it('are stored with all that comes of them', async () => {
      const { store, school } = now();
      const said = await full();
      const before = (await store.outbox.schoolState(school.id))!.version;
      const meeting = await store.minutes.save(at('Nadia'), seen(), said, silent);
      expect(meeting).toMatchObject({ date: DAY, state: 'gehouden', teamId: team() });
      expect(await store.agenda.meetings(team())).toEqual([meeting]);

      const stored = (await store.minutes.of(meeting.id))!;
      expect(stored.meeting).toEqual(meeting);
      expect(stored.entries).toEqual([
        {
          at: new Date('2026-09-24T14:10:00Z'),
          byId: person('Nadia'),
          byName: 'Nadia',
          text: 'Fijn gewerkt',
          shared: 'Er zijn boeken nodig',
        },
      ]);
      expect(stored.decisions.map(({ text, date, byName, meetingId }) => [text, date, byName, meetingId])).toEqual([
        ['Elke dag lezen', DAY, 'Nadia', meeting.id],
        ['Toets in januari', DAY, 'Nadia', meeting.id],
      ]);
      expect(
        stored.actions.map(({ what, ownerName, agreed, giverName, state }) => [
          what,
          ownerName,
          agreed,
          giverName,
          state,
        ]),
      ).toEqual([
        ['Boeken halen', 'Nico', true, 'Nadia', 'open'],
        ['Toets klaarzetten', 'Sanne', true, 'Nadia', 'open'],
      ]);
      expect(stored.actions.every(({ meetingId }) => meetingId === meeting.id)).toBe(true);
      expect(await Promise.all(stored.adviceIds.map((id) => store.advice.advice(id)))).toMatchObject([
        { text: 'Koop boeken', state: 'ingediend', meetingId: meeting.id },
      ]);
      expect((await store.goals.checkIns(goal()))[0]).toMatchObject({ status: 'op koers', date: DAY, byName: 'Nadia' });
      expect(stored.dealtWith.map(({ text }) => text)).toEqual(['Toetsdata groep 6']);
      expect(stored.carried.map(({ text, state }) => [text, state])).toEqual([['Ouderavond', 'open']]);
      expect((await store.outbox.schoolState(school.id))!.version).toBeGreaterThan(before);
    });

    it('close what was dealt with and carry what moves on, each with its event', async () => {
      const { store, school } = now();
      const said = await full();
      await store.minutes.save(at('Nadia'), seen(), said, silent);
      expect(await events(said.dealtWith[0]!)).toEqual([
        ['gemaakt', false],
        ['behandeld', true],
      ]);
      expect(await events(said.carried[0]!)).toEqual([
        ['gemaakt', false],
        ['doorgeschoven', true],
      ]);
      const open = await store.agenda.openItems(school.id, team());
      expect(open.map(({ id, carried }) => [id, carried])).toContainEqual([said.carried[0], 1]);
      expect(open.map(({ id }) => id)).not.toContain(said.dealtWith[0]);
    });

    it('leave alone what is not open any more, and points of another team', async () => {
      const { store, school } = now();
      const id = await brought('Ouderavond');
      await store.agenda.withdrawItem(at('Sanne'), id);
      const ofSchool = {
        schoolId: school.id,
        teamId: null,
        kind: 'overig',
        text: 'Los',
        minutes: null,
        link: '',
      } as const;
      const loose = (await store.agenda.addItem(at('Sanne'), ofSchool)).id;
      await store.minutes.save(at('Nadia'), seen(), { ...NOTHING, dealtWith: [id, loose], carried: [id] }, silent);
      expect((await store.agenda.item(id))!.state).toBe('ingetrokken');
      expect((await store.agenda.item(loose))!.state).toBe('open');
      expect(await events(id)).toEqual([
        ['gemaakt', false],
        ['ingetrokken', false],
      ]);
    });

    it('tell others with the numbers that the actions got', async () => {
      const { store } = now();
      const tell = (id: number, receiver: PersonId): Tell => ({
        key: `t:${id}`,
        kind: 'actie-bericht',
        receiver,
        schoolId: now().school.id,
        subject: `action:${id}`,
        from: DAY,
        until: addDays(DAY, 7),
      });
      const meeting = await store.minutes.save(at('Nadia'), seen(), await full(), (actions) => ({
        ...NOTHING_TO_TELL,
        tells: [tell(actions[0]!, person('Nico')), tell(actions[1]!, person('Sanne'))],
      }));
      const { actions } = (await store.minutes.of(meeting.id))!;
      const subjects = async (name: string) =>
        (await store.outbox.rows(person(name), DAY)).map(({ subject }) => subject);
      expect(await subjects('Nico')).toEqual([`action:${actions.find(({ ownerName }) => ownerName === 'Nico')!.id}`]);
      expect(await subjects('Sanne')).toEqual([`action:${actions.find(({ ownerName }) => ownerName === 'Sanne')!.id}`]);
    });

    it('are stored for all of it or not at all: a failure in the last row leaves nothing', async () => {
      const { store } = now();
      const said = await full();
      const before = await everything();
      const toNobody = {
        key: 't',
        kind: 'verslag',
        receiver: 999 as PersonId,
        subject: 'x',
        from: DAY,
        until: DAY,
      } as const;
      const failing = store.minutes.save(at('Nadia', 10, 'key'), seen(), said, () => ({
        ...NOTHING_TO_TELL,
        tells: [{ ...toNobody, schoolId: now().school.id }],
      }));
      await expect(failing).rejects.toThrow('FOREIGN KEY');
      expect(await everything()).toBe(before);
      // The same control works when it is tried again.
      await store.minutes.save(at('Nadia', 11, 'key'), seen(), said, silent);
      expect(await everything()).not.toBe(before);
    });

    it.each<[string, (said: NewMinutes) => NewMinutes]>([
      [
        'an owner who is nobody',
        (said) => ({ ...said, actions: [...said.actions, { ...said.actions[0]!, ownerId: 999 as PersonId }] }),
      ],
      [
        'a team for the advice that is none',
        (said) => ({ ...said, advice: { ...said.advice!, teamId: 999 as never } }),
      ],
    ])('are not half saved with %s', async (_, broken) => {
      const said = await full();
      const before = await everything();
      await expect(now().store.minutes.save(at('Nadia'), seen(), broken(said), silent)).rejects.toThrow();
      expect(await everything()).toBe(before);
    });

    it('are not half saved with a goal that is not active', async () => {
      const { store } = now();
      await store.goals.setStatus(at('Nadia'), goal(), 'gepauzeerd', '');
      const said = await full();
      const before = await everything();
      await expect(store.minutes.save(at('Nadia'), seen(), said, silent)).rejects.toThrow(Stale);
      expect(await everything()).toBe(before);
    });

    it('are stored once by one control', async () => {
      const { store } = now();
      const said = await full();
      await store.minutes.save(at('Nadia', 10, 'key'), seen(), said, silent);
      const after = await everything();
      const repeat = store.minutes.save(at('Nadia', 11, 'key'), seen(), said, silent);
      await expect(repeat).rejects.toThrow(AlreadyDone);
      await expect(repeat).rejects.toMatchObject({ subject: `meeting:${team()}:${DAY}` });
      expect(await everything()).toBe(after);
    });

    it('can be added to, and nothing of before is lost', async () => {
      const { store } = now();
      const { id, version } = await store.minutes.save(at('Nadia'), seen(), await full(), silent);
      const more = {
        ...NOTHING,
        text: 'Nog iets',
        decisions: ['Ook thuis lezen'],
        actions: [agreed('Brief', 'Nadia')],
      };
      const added = await store.minutes.add(at('Sanne', 20), id, more, silent);
      expect(added).toMatchObject({ id, state: 'gehouden', version: version + 1 });
      const stored = (await store.minutes.of(id))!;
      expect(stored.entries.map(({ byName, text }) => [byName, text])).toEqual([
        ['Nadia', 'Fijn gewerkt'],
        ['Sanne', 'Nog iets'],
      ]);
      expect(stored.decisions.map(({ text }) => text)).toEqual([
        'Elke dag lezen',
        'Toets in januari',
        'Ook thuis lezen',
      ]);
      expect(stored.actions).toHaveLength(3);
    });

    it('cannot be added to a meeting that was not held', async () => {
      const { store } = now();
      await expect(store.minutes.add(at('Nadia'), 999 as MeetingId, NOTHING, silent)).rejects.toThrow(Stale);
      const { id } = await store.agenda.cancel(at('Nadia'), seen(), 'ziek', NOTHING_TO_TELL);
      await expect(store.minutes.add(at('Nadia'), id, NOTHING, silent)).rejects.toThrow(Stale);
    });
  });

  const refused = ['held', 'cancelled', 'moved', 'shared by somebody else meanwhile'] as const;
  const make: Readonly<Record<(typeof refused)[number], () => Promise<unknown>>> = {
    held: () => now().store.minutes.held(at('Nico'), seen(), []),
    cancelled: () => now().store.agenda.cancel(at('Nico'), seen(), 'ziek', NOTHING_TO_TELL),
    moved: () =>
      now().store.agenda.move(
        at('Nico'),
        seen(),
        { date: addDays(DAY, 1), time: localTime('15:00'), duration: 60 },
        [],
        NOTHING_TO_TELL,
      ),
    'shared by somebody else meanwhile': () => now().store.agenda.share(at('Nico'), seen(), NOTHING_TO_TELL),
  };

  describe.each(refused)('a meeting that was %s', (how) => {
    it('is not given minutes by who did not see that', async () => {
      const { store } = now();
      await make[how]();
      const said = await full();
      const before = await everything();
      await expect(store.minutes.save(at('Nadia'), seen(), said, silent)).rejects.toThrow(Stale);
      await expect(store.minutes.held(at('Nadia'), seen(), said.dealtWith)).rejects.toThrow(Stale);
      expect(await everything()).toBe(before);
    });
  });

  it('a shared meeting that was seen as such gets its minutes', async () => {
    const { store } = now();
    const { version, id } = await store.agenda.share(at('Nico'), seen(), NOTHING_TO_TELL);
    expect(await store.minutes.of(id)).toBeNull();
    expect(await store.minutes.save(at('Nadia'), seen({ version }), NOTHING, silent)).toMatchObject({
      id,
      state: 'gehouden',
    });
  });

  describe('"ging door"', () => {
    it('closes what was brought, and there are no minutes', async () => {
      const { store } = now();
      const id = await brought('Ouderavond');
      const meeting = await store.minutes.held(at('Nadia'), seen(), [id]);
      expect(meeting.state).toBe('gehouden');
      expect(await store.minutes.of(meeting.id)).toMatchObject({
        entries: [],
        decisions: [],
        actions: [],
        adviceIds: [],
      });
      expect((await store.agenda.itemsOf(meeting.id)).map((item) => item.id)).toEqual([id]);
    });

    it('of a point can be taken back once: then it is on the agenda again', async () => {
      const { store, school } = now();
      const id = await brought('Ouderavond');
      await store.minutes.held(at('Nadia'), seen(), [id]);
      await store.minutes.reopenItem(at('Nadia', 20), id);
      expect(
        (await store.agenda.openItems(school.id, team())).map((item) => [item.id, item.meetingId, item.carried]),
      ).toContainEqual([id, null, 1]);
      expect(await events(id)).toEqual([
        ['gemaakt', false],
        ['behandeld', true],
        ['heropend', true],
        ['doorgeschoven', true],
      ]);
      await expect(store.minutes.reopenItem(at('Nadia', 30), id)).rejects.toThrow(Stale);
    });
  });

  describe('decisions', () => {
    it('may be taken outside a meeting, and come newest first', async () => {
      const { store } = now();
      await store.minutes.save(at('Nadia'), seen(), { ...NOTHING, decisions: ['een', 'twee'] }, silent);
      const own = await store.minutes.decide(at('Marieke', 30), team(), addDays(DAY, 1), 'drie');
      expect(own).toMatchObject({ text: 'drie', meetingId: null, byName: 'Marieke', teamId: team() });
      const texts = async (limit: number) => (await store.minutes.decisions(team(), limit)).map(({ text }) => text);
      expect(await texts(10)).toEqual(['drie', 'twee', 'een']);
      expect(await texts(2)).toEqual(['drie', 'twee']);
    });
  });
}
