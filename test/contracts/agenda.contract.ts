/** The part of the store contract for agendas: items, minutes per line, and sharing, moving and cancelling a meeting. */
import { describe, expect, it } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import type { MeetingSeen } from '../../src/agenda/agenda.store.ts';
import type { ItemId, NewItem } from '../../src/agenda/agenda-item.ts';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { type Announcement, NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { buildSchool, REGENBUI, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const DATE = localDate('2026-11-26');
const NEW_DATE = localDate('2026-11-27');
const AT = '2026-11-24T09:00:00Z';

export function agendaContract(now: () => Opened): void {
  const team = () => now().school.team('Bovenbouw');
  const by = (name = 'Nadia', once: string | null = null) => stamp(now().school.person(name), AT, once);
  const agenda = () => now().store.agenda;
  const seen = (version: number | null = null, date = DATE): MeetingSeen => ({
    teamId: team(),
    date,
    time: localTime('15:00'),
    duration: 60,
    version,
  });
  const to = (date = NEW_DATE, time = '15:30') => ({ date, time: localTime(time), duration: 45 });
  const newItem = (text = 'toetsdata'): NewItem => ({
    schoolId: now().school.id,
    teamId: team(),
    kind: 'praktijkvraag',
    text,
    minutes: 10,
    link: 'https://example.org/1',
  });
  const planVersion = async () => (await now().store.outbox.schoolState(now().school.id))!.version;
  const tell = (key: string): Announcement => ({
    tells: [
      {
        key,
        kind: 'bijeenkomst-gewijzigd',
        receiver: now().school.person('Sanne'),
        schoolId: now().school.id,
        subject: `meeting:${team()}:${DATE}`,
        from: localDate('2026-11-24'),
        until: NEW_DATE,
      },
    ],
    posts: [],
    changed: [],
  });
  const told = async () =>
    (await now().store.outbox.rows(now().school.person('Sanne'), localDate('2026-11-24'))).map(({ key }) => key);

  describe('an agenda item', () => {
    it('keeps what was brought, by whom and when', async () => {
      const item = await agenda().addItem(by('Sanne'), newItem());
      expect(item).toEqual({
        ...newItem(),
        id: item.id,
        cause: null,
        byId: now().school.person('Sanne'),
        byName: 'Sanne',
        goalId: null,
        actionId: null,
        adviceId: null,
        madeOn: '2026-11-24',
        state: 'open',
        meetingId: null,
        carried: 0,
      });
      expect(await agenda().item(item.id)).toEqual(item);
      expect(await agenda().openItems(now().school.id, team())).toEqual([item]);
      expect(await agenda().itemEvents(item.id)).toEqual([
        { at: new Date(AT), byId: now().school.person('Sanne'), byName: 'Sanne', what: 'gemaakt', meetingId: null },
      ]);
      expect(await agenda().item(999 as ItemId)).toBeNull();
    });

    it('is made on the Dutch day', async () => {
      const late = { ...by(), at: new Date('2026-11-24T23:30:00Z') };
      expect((await agenda().addItem(late, newItem())).madeOn).toBe('2026-11-25');
    });

    it('is withdrawn once, and stays in the history', async () => {
      const { id } = await agenda().addItem(by('Sanne'), newItem());
      expect(await agenda().withdrawItem(by('Nadia'), id)).toMatchObject({ id, state: 'ingetrokken' });
      expect(await agenda().openItems(now().school.id, team())).toEqual([]);
      expect((await agenda().itemEvents(id)).map(({ what, byName }) => `${what} ${byName}`)).toEqual([
        'gemaakt Sanne',
        'ingetrokken Nadia',
      ]);
      await expect(agenda().withdrawItem(by('Nadia'), id)).rejects.toThrow(Stale);
      await expect(agenda().withdrawItem(by('Nadia'), 999 as ItemId)).rejects.toThrow(Stale);
    });

    it('stays open when its meeting is moved or cancelled', async () => {
      const item = await agenda().addItem(by(), newItem());
      await agenda().move(by(), seen(), to(), [], NOTHING_TO_TELL);
      await agenda().cancel(by(), seen(1, NEW_DATE), 'ziek', NOTHING_TO_TELL);
      expect(await agenda().openItems(now().school.id, team())).toEqual([item]);
    });
  });

  describe('the row of a meeting', () => {
    it('is made when something is stored about it, and rises with each change', async () => {
      expect(await agenda().meetings(team())).toEqual([]);
      const first = await agenda().setLineMinutes(by(), seen(), new Map([['punt-1', 0]]));
      expect(first).toEqual({
        id: first.id,
        teamId: team(),
        date: DATE,
        time: '15:00',
        duration: 60,
        state: 'gepland',
        movedTo: null,
        movedFrom: null,
        reason: '',
        version: first.version,
      });
      expect(await agenda().meeting(first.id)).toEqual(first);
      expect(await agenda().meetings(team())).toEqual([first]);
      const second = await agenda().share(by(), seen(first.version), NOTHING_TO_TELL);
      expect(second).toEqual({ ...first, state: 'gedeeld', version: first.version + 1 });
    });

    it.each([
      ['that was not stored then', null],
      ['of another version', 99],
    ])('is stale for somebody who saw one %s', async (_, version) => {
      const stored = await agenda().share(by(), seen(), NOTHING_TO_TELL);
      const late = seen(version);
      await expect(agenda().share(by(), late, NOTHING_TO_TELL)).rejects.toThrow(Stale);
      await expect(agenda().setLineMinutes(by(), late, new Map())).rejects.toThrow(Stale);
      await expect(agenda().move(by(), late, to(), [], tell('a'))).rejects.toThrow(Stale);
      await expect(agenda().cancel(by(), late, 'ziek', tell('b'))).rejects.toThrow(Stale);
      expect(await agenda().meetings(team())).toEqual([stored]);
      expect(await told()).toEqual([]);
    });

    it('is stale for somebody who saw a row that is not there', async () => {
      await expect(agenda().share(by(), seen(1), NOTHING_TO_TELL)).rejects.toThrow(Stale);
      expect(await agenda().meetings(team())).toEqual([]);
    });

    it.each(['verzet', 'vervallen'] as const)('takes no change once it is %s', async (state) => {
      if (state === 'verzet') await agenda().move(by(), seen(), to(), [], NOTHING_TO_TELL);
      else await agenda().cancel(by(), seen(), 'ziek', NOTHING_TO_TELL);
      const [row] = await agenda().meetings(team());
      const present = seen(row!.version);
      await expect(agenda().share(by(), present, NOTHING_TO_TELL)).rejects.toThrow(Stale);
      await expect(agenda().setLineMinutes(by(), present, new Map())).rejects.toThrow(Stale);
      await expect(agenda().move(by(), present, to(), [], NOTHING_TO_TELL)).rejects.toThrow(Stale);
      await expect(agenda().cancel(by(), present, 'weer', NOTHING_TO_TELL)).rejects.toThrow(Stale);
    });

    it('has the planning of its school made again', async () => {
      const start = await planVersion();
      await agenda().share(by(), seen(), NOTHING_TO_TELL);
      await agenda().cancel(by(), seen(2), 'ziek', NOTHING_TO_TELL);
      await agenda().move(by(), seen(null, NEW_DATE), to(localDate('2026-11-30')), [], NOTHING_TO_TELL);
      expect(await planVersion()).toBe(start + 3);
    });
  });

  describe('minutes per line', () => {
    it('are those of the last time', async () => {
      const { id, version } = await agenda().setLineMinutes(
        by(),
        seen(),
        new Map([
          ['punt-1', 0],
          ['acties', 10],
        ]),
      );
      expect(await agenda().lineMinutes(id)).toEqual(
        new Map([
          ['punt-1', 0],
          ['acties', 10],
        ]),
      );
      await agenda().setLineMinutes(by(), seen(version), new Map([['acties', 15]]));
      expect(await agenda().lineMinutes(id)).toEqual(new Map([['acties', 15]]));
    });

    it('go along when the meeting is moved', async () => {
      const { version } = await agenda().setLineMinutes(by(), seen(), new Map([['acties', 15]]));
      const moved = await agenda().move(by(), seen(version), to(), [], NOTHING_TO_TELL);
      expect(await agenda().lineMinutes(moved.id)).toEqual(new Map([['acties', 15]]));
    });
  });

  describe('moving a meeting', () => {
    it('keeps the old day, and tells in the same act', async () => {
      const moved = await agenda().move(by(), seen(), to(), [], tell('a'));
      const [old, fresh] = await agenda().meetings(team());
      expect(old).toMatchObject({ date: DATE, state: 'verzet', movedTo: NEW_DATE, movedFrom: null });
      expect(fresh).toEqual(moved);
      expect(moved).toMatchObject({ date: NEW_DATE, time: '15:30', duration: 45, state: 'gepland', movedFrom: DATE });
      expect(await told()).toEqual(['a']);
    });

    it('comes back to a day that it left', async () => {
      const moved = await agenda().move(by(), seen(), to(), [], NOTHING_TO_TELL);
      const back = await agenda().move(by(), seen(moved.version, NEW_DATE), to(DATE, '14:00'), [], NOTHING_TO_TELL);
      expect(back).toMatchObject({ date: DATE, time: '14:00', state: 'gepland', movedFrom: NEW_DATE, movedTo: null });
      expect(await agenda().meetings(team())).toHaveLength(2);
    });

    it('is refused on a day that has a meeting', async () => {
      await agenda().setLineMinutes(by(), seen(null, NEW_DATE), new Map());
      await expect(agenda().move(by(), seen(), to(), [], tell('a'))).rejects.toThrow(Stale);
      expect((await agenda().meetings(team())).map(({ date }) => date)).toEqual([NEW_DATE]);
      expect(await told()).toEqual([]);
    });

    it('to another time of the same day stays one meeting', async () => {
      const { version } = await agenda().share(by(), seen(), NOTHING_TO_TELL);
      const moved = await agenda().move(by(), seen(version), to(DATE, '16:00'), [], NOTHING_TO_TELL);
      expect(moved).toMatchObject({ date: DATE, time: '16:00', state: 'gedeeld', movedTo: null, movedFrom: null });
      expect(await agenda().meetings(team())).toEqual([moved]);
    });

    it('moves the open actions that were given, with history, and takes the points off that they were late', async () => {
      const { store } = now();
      const other = await buildSchool(now(), {
        ...REGENBUI,
        school: { school: 'De Wilg' },
        staff: REGENBUI.staff.map((one) => ({ ...one, email: `${one.name}@wilg.example`.toLowerCase() })),
        actions: [
          { what: 'mee', owner: 'Sanne', due: DATE, team: 'Bovenbouw' },
          { what: 'klaar', owner: 'Sanne', due: DATE, team: 'Bovenbouw', state: 'klaar' },
          { what: 'blijft', owner: 'Nico', due: DATE, team: 'Bovenbouw' },
        ],
      });
      const teamId = other.team('Bovenbouw');
      const lines = () => store.actions.lines({ teamId });
      const [moves, done] = await lines().then((all) =>
        ['mee', 'klaar'].map((what) => all.find((a) => a.what === what)!.id),
      );
      const { version } = (await store.outbox.schoolState(other.id))!;
      const late = { key: 'late', schoolId: other.id, teamId, madeOn: DATE, cause: 'actie te laat' } as const;
      await store.outbox.plan(other.id, version, DATE, [], [{ ...late, actionId: moves!, due: DATE }], []);
      expect(await agenda().openItems(other.id, teamId)).toHaveLength(1);

      await agenda().move(by(), { ...seen(), teamId }, to(), [moves!, done!], NOTHING_TO_TELL);
      expect((await lines()).map(({ what, due }) => `${what} ${due}`).sort()).toEqual([
        `blijft ${DATE}`,
        `klaar ${DATE}`,
        `mee ${NEW_DATE}`,
      ]);
      const [event] = await store.actions.events(moves as ActionId);
      expect(event).toMatchObject({ what: 'datum', from: DATE, to: NEW_DATE, byName: 'Nadia' });
      expect(await agenda().openItems(other.id, teamId)).toEqual([]);
    });
  });

  describe('cancelling a meeting', () => {
    it('keeps the reason, and tells in the same act', async () => {
      const cancelled = await agenda().cancel(by(), seen(), 'cursus', tell('a'));
      expect(cancelled).toMatchObject({ date: DATE, state: 'vervallen', reason: 'cursus', movedTo: null });
      expect(await told()).toEqual(['a']);
    });
  });

  describe('an agenda that was shared', () => {
    const share = async () => {
      const { id: schoolId } = now().school;
      const post = {
        key: 'post',
        kind: 'agenda-delen',
        schoolId,
        to: { kind: 'channel', schoolId, channel: 'C1' },
        subject: `meeting:${team()}:${DATE}`,
        day: localDate('2026-11-24'),
        time: localTime('10:00'),
        untilDay: DATE,
        until: localTime('15:00'),
      } as const;
      const shared = await agenda().share(by(), seen(), { tells: [], posts: [post], changed: [] });
      const sentAt = new Date('2026-11-24T09:30:00Z');
      const [id] = await now().store.posts.due(sentAt, 10);
      const claim = (await now().store.posts.claim(id!, sentAt, new Date('2026-11-24T09:32:00Z')))!;
      await now().store.posts.settle(claim, { kind: 'sent', reference: 'r1' }, sentAt);
      expect(await due()).toBe(0);
      return shared;
    };
    const due = async () => (await now().store.posts.due(new Date('2026-11-24T10:00:00Z'), 10)).length;

    it.each([
      ['an item comes', () => agenda().addItem(by(), newItem())],
      ['its minutes change', (version: number) => agenda().setLineMinutes(by(), seen(version), new Map())],
      ['it is moved', (version: number) => agenda().move(by(), seen(version), to(), [], NOTHING_TO_TELL)],
      ['it is cancelled', (version: number) => agenda().cancel(by(), seen(version), 'ziek', NOTHING_TO_TELL)],
    ])('is edited when %s', async (_, change) => {
      const { version } = await share();
      await change(version);
      expect(await due()).toBe(1);
    });

    it('is edited when an item goes', async () => {
      const { id } = await agenda().addItem(by(), newItem());
      await share();
      await agenda().withdrawItem(by(), id);
      expect(await due()).toBe(1);
    });

    describe('is edited when what it is made of changes', () => {
      const store = () => now().store;
      const goal = () => now().school.goal('Elke week rijke teksten');
      const today = localDate('2026-11-24');
      const newAction = () => ({
        schoolId: now().school.id,
        what: 'Boeken halen',
        ownerId: now().school.person('Sanne'),
        due: localDate('2026-12-03'),
        teamId: team(),
        goalId: null,
        meetingId: null,
        agreed: true,
        offeredToId: null,
        offeredOn: null,
      });
      const update = { date: today, status: 'op koers', value: null, sentence: '', success: false } as const;
      const closed = { from: DATE, until: DATE, kind: 'vrij', name: 'Margedag' } as const;

      it.each<[string, () => Promise<unknown>]>([
        ['an action comes', () => store().actions.add(by(), newAction(), NOTHING_TO_TELL)],
        ['a goal has an update', () => store().goals.checkIn(by(), { ...update, goalId: goal(), replaces: null })],
        ['a goal is paused', () => store().goals.setStatus(by(), goal(), 'gepauzeerd', '')],
        ['the method has another phase', () => store().teams.setPhase(by(), team(), 'plannen')],
        ['its day is closed', () => store().school.addDays(by(), now().school.id, closed)],
      ])('%s', async (_, change) => {
        await share();
        await change();
        expect(await due()).toBe(1);
      });

      it('an action is done', async () => {
        const { id } = await store().actions.add(by(), newAction(), NOTHING_TO_TELL);
        await share();
        await store().actions.finish(by(), id);
        expect(await due()).toBe(1);
      });

      it('an update is taken back', async () => {
        const { id } = await store().goals.checkIn(by(), { ...update, goalId: goal(), replaces: null });
        await share();
        await store().goals.withdrawCheckIn(by(), id);
        expect(await due()).toBe(1);
      });

      it('a day is open again', async () => {
        await store().school.addDays(by(), now().school.id, closed);
        const [row] = await store().school.ownDays(now().school.id, today);
        await share();
        await store().school.removeDays(by(), now().school.id, row!.id, today);
        expect(await due()).toBe(1);
      });

      it('the program puts a point on it', async () => {
        await share();
        const { id: schoolId } = now().school;
        const point = { key: 'k', schoolId, teamId: team(), madeOn: today, cause: 'doel zonder update' } as const;
        const { version } = (await store().outbox.schoolState(schoolId))!;
        const points = [{ ...point, goalId: goal(), unlessUpdatedSince: today }];
        await store().outbox.plan(schoolId, version, today, [], points, []);
        expect(await due()).toBe(1);
      });
    });

    it('stays when another team changes', async () => {
      await share();
      await agenda().addItem(by(), { ...newItem(), teamId: null });
      expect(await due()).toBe(0);
    });
  });
}
