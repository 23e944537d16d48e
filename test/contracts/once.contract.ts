/** The part of the store contract for what may happen once: a repeat changes nothing and tells what was done. */
import { describe, expect, it } from 'vitest';
import type { MeetingSeen } from '../../src/agenda/agenda.store.ts';
import { AlreadyDone } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { LocalTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import type { Stamp } from '../../src/stamp.ts';
import { FIELDS } from '../support/goals.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');

type Act = {
  readonly subject: (opened: Opened) => string;
  readonly run: (opened: Opened, once: Stamp) => Promise<unknown>;
};

const goal = ({ school }: Opened) => school.goal('Elke week rijke teksten');
const sanne = ({ school }: Opened) => school.person('Sanne');
const ofGoal = (opened: Opened) => `goal:${goal(opened)}`;
const ofSanne = (opened: Opened) => `person:${sanne(opened)}`;
const meeting = ({ school }: Opened): MeetingSeen => ({
  teamId: school.team('Bovenbouw'),
  date: localDate('2026-09-03'),
  time: '15:00' as LocalTime,
  duration: 60,
  version: null,
});
const ofMeeting = (opened: Opened) => `meeting:${meeting(opened).teamId}:${meeting(opened).date}`;
const addItem: Act['run'] = ({ store, school }, once) =>
  store.agenda.addItem(once, {
    schoolId: school.id,
    teamId: school.team('Bovenbouw'),
    kind: 'overig',
    text: 'toetsdata',
    minutes: null,
    link: '',
  });
const SETTINGS = {
  language: 'en',
  digestTime: '09:00' as LocalTime,
  mutedKinds: [],
  mutedSubjects: [],
  snoozedUntil: null,
} as const;

const ACTS: Readonly<Record<string, Act>> = {
  'setting a phase of a leerteam': {
    subject: (o) => `team:${o.school.team('Bovenbouw')}`,
    run: (o, once) => o.store.teams.setPhase(once, o.school.team('Bovenbouw'), 'plannen'),
  },
  'adding a member': {
    subject: (o) => `team:${o.school.team('Bovenbouw')}`,
    run: (o, once) => o.store.teams.addMember(once, o.school.team('Bovenbouw'), o.school.person('Joost'), TODAY),
  },
  'adding own days': {
    subject: (o) => `school:${o.school.id}`,
    run: (o, once) =>
      o.store.school.addDays(once, o.school.id, { from: TODAY, until: TODAY, kind: 'studiedag', name: '' }),
  },
  'ending service': {
    subject: ofSanne,
    run: (o, once) => o.store.school.endService(once, o.school.id, sanne(o), TODAY),
  },
  'linking an account': {
    subject: ofSanne,
    run: (o, once) => o.store.people.linkAccount(once, { platform: 'slack', tenant: 'T', account: 'U' }, sanne(o)),
  },
  'reporting absent': {
    subject: ofSanne,
    run: (o, once) => o.store.people.reportAbsent(once, sanne(o), { from: TODAY, until: null }),
  },
  'changing settings': {
    subject: ofSanne,
    run: (o, once) => o.store.people.changeSettings(once, sanne(o), SETTINGS, []),
  },
  'asking to be removed': {
    subject: ofSanne,
    run: (o, once) => o.store.privacy.askRemoval(once, sanne(o), NOTHING_TO_TELL),
  },
  muting: { subject: ofGoal, run: (o, once) => o.store.people.mute(once, sanne(o), ofGoal(o)) },
  'adding a goal': {
    subject: (o) => `goal:${goal(o) + 1}`,
    run: (o, once) => o.store.goals.add(once, o.school.id, FIELDS, 'concept'),
  },
  'changing a goal': { subject: ofGoal, run: (o, once) => o.store.goals.change(once, goal(o), 1, FIELDS) },
  'a phase': { subject: ofGoal, run: (o, once) => o.store.goals.setPhase(once, goal(o), 'op pad') },
  'a pause': { subject: ofGoal, run: (o, once) => o.store.goals.setStatus(once, goal(o), 'gepauzeerd', '') },
  'adding an agenda item': { subject: () => 'item:1', run: addItem },
  'sharing an agenda': {
    subject: ofMeeting,
    run: (o, once) => o.store.agenda.share(once, meeting(o), NOTHING_TO_TELL),
  },
  'minutes per line': {
    subject: ofMeeting,
    run: (o, once) => o.store.agenda.setLineMinutes(once, meeting(o), new Map([['acties', 10]])),
  },
  'moving a meeting': {
    subject: ofMeeting,
    run: (o, once) =>
      o.store.agenda.move(once, meeting(o), { ...meeting(o), date: localDate('2026-09-04') }, [], NOTHING_TO_TELL),
  },
  'cancelling a meeting': {
    subject: ofMeeting,
    run: (o, once) => o.store.agenda.cancel(once, meeting(o), 'ziek', NOTHING_TO_TELL),
  },
  'adding an action': {
    subject: () => 'action:1',
    run: (o, once) =>
      o.store.actions.add(
        once,
        {
          schoolId: o.school.id,
          what: 'Ouderavond voorbereiden',
          ownerId: sanne(o),
          due: TODAY,
          teamId: o.school.team('Bovenbouw'),
          goalId: null,
          meetingId: null,
          agreed: false,
          offeredToId: null,
          offeredOn: null,
        },
        NOTHING_TO_TELL,
      ),
  },
  'adding advice': {
    subject: () => 'advice:1',
    run: (o, once) =>
      o.store.advice.add(once, {
        schoolId: o.school.id,
        teamId: o.school.team('Bovenbouw'),
        meetingId: null,
        text: 'Graag een uur voor de toetsanalyse',
        reasons: '',
        state: 'concept',
        sentOn: null,
        mtTeamId: null,
      }),
  },
  'a handover': {
    subject: (o) => `person:${o.school.person('Nico')}`,
    run: (o, once) =>
      o.store.handover.reassign(
        once,
        o.school.id,
        o.school.person('Nico'),
        [{ kind: 'vervanger', teamId: o.school.team('Bovenbouw'), to: sanne(o) }],
        NOTHING_TO_TELL,
      ),
  },
  'a check-in': {
    subject: ofGoal,
    run: (o, once) =>
      o.store.goals.checkIn(once, {
        goalId: goal(o),
        date: TODAY,
        status: 'op koers',
        value: null,
        sentence: '',
        success: false,
        replaces: null,
      }),
  },
};

export function onceContract(now: () => Opened): void {
  /** All that the port shows, to compare. */
  const everything = async () => {
    const { store, school } = now();
    return JSON.stringify([
      await store.people.actorById(sanne(now()), TODAY),
      await store.people.absences(sanne(now()), TODAY),
      await store.people.settings(sanne(now())),
      await store.goals.lines({}),
      await Promise.all((await store.goals.lines({})).map(({ id }) => store.goals.events(id))),
      await store.goals.checkIns(goal(now())),
      (await store.outbox.schoolState(school.id))!.version,
      await store.latestRecord(),
    ]);
  };

  describe('a control or message with a key', () => {
    it.each(Object.entries(ACTS))('does %s once', async (_, { run, subject }) => {
      const before = await everything();
      await run(now(), stamp(sanne(now()), '2026-09-01T08:00:00Z', 'key-1'));
      const after = await everything();
      expect(after).not.toBe(before);
      const repeat = run(now(), stamp(sanne(now()), '2026-09-01T08:05:00Z', 'key-1'));
      await expect(repeat).rejects.toThrow(AlreadyDone);
      await expect(repeat).rejects.toMatchObject({ subject: subject(now()) });
      expect(await everything()).toBe(after);
    });

    it('is not used up by an act that failed or changed nothing', async () => {
      const { store } = now();
      const keyed = stamp(sanne(now()), '2026-09-01T08:00:00Z', 'key-1');
      await expect(store.goals.change(keyed, goal(now()), 99, FIELDS)).rejects.toThrow('changed meanwhile');
      expect(await store.people.reportBack(keyed, sanne(now()), TODAY)).toBe(false);
      await store.goals.setPhase(keyed, goal(now()), 'op pad');
      await expect(store.audit(keyed)).rejects.toThrow(AlreadyDone);
    });

    it('is another key for another control; without a key an act can be repeated', async () => {
      const { store } = now();
      const twice = async (keys: readonly (string | null)[]) => {
        for (const key of keys) await store.goals.add(stamp(null, undefined, key), now().school.id, FIELDS, 'concept');
      };
      await twice(['a', 'b']);
      await twice([null, null]);
      expect(await store.goals.lines({ schoolIds: [now().school.id] })).toHaveLength(6);
    });

    it('leaves no trace of a failed act', async () => {
      const { store } = now();
      const before = await everything();
      const stranger = { kind: 'person', personId: 999 as never } as const;
      const add = store.goals.add(stamp(), now().school.id, { ...FIELDS, owner: stranger }, 'nog geen meting');
      await expect(add).rejects.toThrow();
      expect(await everything()).toBe(before);
      const { number } = await store.goals.add(stamp(), now().school.id, FIELDS, 'nog geen meting');
      expect(number).toBe(3);
    });

    it('keeps two schools apart', async () => {
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [{ name: 'Wim' }] });
      const before = (await now().store.outbox.schoolState(other.id))!.version;
      await now().store.goals.setPhase(stamp(), goal(now()), 'op pad');
      expect((await now().store.outbox.schoolState(other.id))!.version).toBe(before);
    });
  });
}
