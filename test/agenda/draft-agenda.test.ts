/** The agenda rule: which lines, in which order, with how many minutes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaItem, ItemId } from '../../src/agenda/agenda-item.ts';
import {
  type AgendaGoal,
  type AgendaLine,
  type AgendaSource,
  draftAgenda,
  dueGoals,
} from '../../src/agenda/draft-agenda.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { TeamId } from '../../src/people/person.ts';
import { settings } from '../calendar/settings.ts';

const TEAM = 5 as TeamId;
const CALENDAR = schoolCalendar(settings('midden'));
/** Thursday of school week 12 in region midden, in which rhythms 2, 4 and 6 are due. */
const DATE = localDate('2026-11-26');

function goal(id: number, change: Partial<AgendaGoal> = {}): AgendaGoal {
  return {
    id: id as GoalId,
    number: id,
    title: `Doel ${id}`,
    status: 'op koers',
    rhythm: 4,
    start: null,
    end: null,
    owner: { kind: 'team', teamId: TEAM },
    last: null,
    ...change,
  };
}

function item(id: number, change: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: id as ItemId,
    schoolId: 1 as never,
    teamId: TEAM,
    kind: 'overig',
    cause: null,
    text: `punt ${id}`,
    minutes: null,
    byId: null,
    byName: '',
    link: '',
    goalId: null,
    actionId: null,
    adviceId: null,
    madeOn: localDate('2026-11-20'),
    state: 'open',
    meetingId: null,
    carried: 0,
    ...change,
  };
}

function source(change: Partial<AgendaSource> & { minutes?: Record<string, number> } = {}): AgendaSource {
  const { minutes = {}, ...rest } = change;
  return {
    team: { id: TEAM, method: 'actieonderzoek', phase: 'observeren' },
    meeting: { date: DATE, duration: 60 },
    calendar: CALENDAR,
    goals: [],
    openActions: 0,
    items: [],
    lineMinutes: new Map(Object.entries(minutes)),
    ...rest,
  };
}

const shown = (lines: readonly AgendaLine[]) => lines.map(({ key, minutes }) => `${key} ${minutes}`);

describe('the 60-minute form', () => {
  test('is that of the key messages', () => {
    const agenda = draftAgenda(source({ goals: [goal(1)], openActions: 2, items: [item(7)] }));
    expect(shown(agenda.lines)).toEqual([
      'inchecken 5',
      'acties 5',
      'doel-1 10',
      'methode 30',
      'punt-7 5',
      'afsluiten 5',
    ]);
    expect([agenda.total, agenda.length]).toEqual([60, 60]);
    expect(agenda.lines[3]!.about).toEqual({ kind: 'method', method: 'actieonderzoek', phase: 'observeren' });
    expect(agenda.lines[1]!.about).toEqual({ kind: 'actions', open: 2 });
  });

  test.each<[string, Parameters<typeof source>[0], string[], number]>([
    ['without anything', {}, ['inchecken 5', 'methode 50', 'afsluiten 5'], 60],
    [
      'a method without phases',
      { team: { id: TEAM, method: 'vrij', phase: '' } },
      ['inchecken 5', 'methode 50', 'afsluiten 5'],
      60,
    ],
    ['a longer meeting', { meeting: { date: DATE, duration: 75 } }, ['inchecken 5', 'methode 65', 'afsluiten 5'], 75],
    [
      'a draft to agree, items with and without minutes, oldest first',
      {
        goals: [goal(3, { status: 'concept' })],
        items: [item(2), item(1, { minutes: 15 }), item(9, { madeOn: localDate('2026-11-01') })],
      },
      ['inchecken 5', 'methode 20', 'concept-3 5', 'punt-9 5', 'punt-1 15', 'punt-2 5', 'afsluiten 5'],
      60,
    ],
    [
      'too much: the work keeps ten minutes',
      { items: [1, 2, 3].map((id) => item(id, { minutes: 20 })) },
      ['inchecken 5', 'methode 10', 'punt-1 20', 'punt-2 20', 'punt-3 20', 'afsluiten 5'],
      80,
    ],
    [
      'a goal that waits as an item is one line',
      { goals: [goal(1), goal(2)], items: [item(4, { cause: 'doel zonder update', goalId: 2 as GoalId })] },
      ['inchecken 5', 'doel-1 10', 'methode 30', 'punt-4 10', 'afsluiten 5'],
      60,
    ],
    [
      'more than fits: the goals share the time, the oldest first',
      {
        openActions: 2,
        goals: [1, 2, 3, 8].map((id) => goal(id, id === 1 ? { last: { date: localDate('2026-10-01') } } : {})),
        items: [
          item(4, { cause: 'doel zonder update', goalId: 8 as GoalId }),
          item(5, { minutes: 15 }),
          item(6, { cause: 'actie te laat' }),
        ],
      },
      [
        'inchecken 5',
        'acties 5',
        'doel-2 5',
        'doel-3 5',
        'methode 10',
        'punt-4 5',
        'punt-5 15',
        'punt-6 5',
        'afsluiten 5',
      ],
      60,
    ],
    [
      'what the chair set',
      { items: [item(1)], minutes: { inchecken: 10, 'punt-1': 15 } },
      ['inchecken 10', 'methode 30', 'punt-1 15', 'afsluiten 5'],
      60,
    ],
    ['the work as the chair set it', { minutes: { methode: 20 } }, ['inchecken 5', 'methode 20', 'afsluiten 5'], 30],
  ])('%s', (name, change, lines, total) => {
    const agenda = draftAgenda(source(change));
    expect(shown(agenda.lines)).toEqual(lines);
    expect(agenda.total).toBe(total);
    expect(shown(agenda.later)).toEqual(name.startsWith('more than fits') ? ['doel-1 0'] : []);
  });

  test('what is not for this time gives its minutes to the work', () => {
    const agenda = draftAgenda(source({ items: [item(1, { minutes: 20 })], minutes: { 'punt-1': 0 } }));
    expect(shown(agenda.lines)).toEqual(['inchecken 5', 'methode 50', 'afsluiten 5']);
    expect(shown(agenda.later)).toEqual(['punt-1 0']);
    expect(agenda.later[0]!.proposed).toBe(20);
  });
});

describe('the 15-minute form', () => {
  const board = { id: TEAM, method: 'bordsessie', phase: '' } as const;

  test.each<[string, Parameters<typeof source>[0], string[]]>([
    [
      'a stand-up',
      { team: board, meeting: { date: DATE, duration: 15 } },
      ['successen 2', 'doelen 10', 'nieuwe-acties 3'],
    ],
    ['a stand-up of an hour', { team: board }, ['successen 2', 'doelen 55', 'nieuwe-acties 3']],
    ['twenty minutes', { meeting: { date: DATE, duration: 20 } }, ['successen 2', 'doelen 15', 'nieuwe-acties 3']],
    [
      'with all there is',
      {
        team: board,
        meeting: { date: DATE, duration: 15 },
        goals: [goal(1), goal(2, { status: 'concept' })],
        openActions: 4,
        items: [item(1)],
      },
      ['successen 2', 'doelen 3', 'acties 3', 'concept-2 2', 'punt-1 2', 'nieuwe-acties 3'],
    ],
  ])('%s', (_, change, lines) => {
    expect(shown(draftAgenda(source(change)).lines)).toEqual(lines);
  });

  test('names the goals whose figures are due', () => {
    const agenda = draftAgenda(source({ team: board, goals: [goal(1), goal(2, { rhythm: 'blok' })] }));
    expect(agenda.lines[1]!.about).toMatchObject({ kind: 'figures', goals: [{ number: 1 }] });
  });

  test('twenty-one minutes is the long form', () => {
    const agenda = draftAgenda(source({ meeting: { date: DATE, duration: 21 } }));
    expect(shown(agenda.lines)).toEqual(['inchecken 5', 'methode 11', 'afsluiten 5']);
  });
});

describe('goals that are due', () => {
  test.each<[string, Partial<AgendaGoal>, boolean]>([
    ['in its week, never updated', {}, true],
    ['updated two school weeks before', { last: { date: localDate('2026-11-09') } }, false],
    ['updated longer ago', { last: { date: localDate('2026-11-08') } }, true],
    ['every two weeks', { rhythm: 2 }, true],
    ['every six weeks', { rhythm: 6 }, true],
    ['at the end of the blok', { rhythm: 'blok' }, false],
    ['paused', { status: 'gepauzeerd' }, false],
    ['a draft', { status: 'concept' }, false],
    ['begins later', { start: localDate('2026-11-27') }, false],
    ['ended', { end: localDate('2026-11-25') }, false],
    ['ends that day', { end: DATE }, true],
    ['of another team', { owner: { kind: 'team', teamId: 6 as TeamId } }, false],
    ['of a person', { owner: { kind: 'person', personId: 5 as never } }, false],
  ])('%s', (_, change, isDue) => {
    expect(dueGoals(source({ goals: [goal(1, change)] }))).toHaveLength(isDue ? 1 : 0);
  });

  test('not in the week after', () => {
    const meeting = { date: localDate('2026-12-03'), duration: 60 };
    expect(dueGoals(source({ goals: [goal(1)], meeting }))).toEqual([]);
    expect(
      dueGoals(
        source({ goals: [goal(1, { rhythm: 'blok' })], meeting: { ...meeting, date: localDate('2026-12-17') } }),
      ),
    ).toHaveLength(1);
  });
});

describe('always', () => {
  const items = fc
    .uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 12 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            minutes: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
            madeOn: fc.constantFrom(localDate('2026-11-01'), localDate('2026-11-20'), localDate('2026-09-01')),
          }),
        ),
      ),
    )
    .map((drafts) => drafts.map(({ id, ...change }) => item(id, change)));
  const sources = fc
    .record({
      items,
      duration: fc.integer({ min: 10, max: 180 }),
      method: fc.constantFrom('actieonderzoek', 'bordsessie', 'vrij'),
      openActions: fc.nat({ max: 3 }),
      goals: fc.subarray([goal(1), goal(2, { status: 'concept' }), goal(3, { rhythm: 2 })]),
      set: fc.dictionary(
        fc.constantFrom(
          'inchecken',
          'methode',
          'doelen',
          'acties',
          'doel-1',
          'afsluiten',
          ...[...Array(50).keys()].map((n) => `punt-${n + 1}`),
        ),
        fc.integer({ min: 0, max: 60 }),
      ),
    })
    .map(({ items, duration, method, openActions, goals, set }) =>
      source({
        items,
        meeting: { date: DATE, duration },
        team: { id: TEAM, method: method as 'vrij', phase: '' },
        openActions,
        goals,
        minutes: set,
      }),
    );

  test('the sum is that of the lines, and every line of the meeting has minutes', () => {
    fc.assert(
      fc.property(sources, (each) => {
        const { lines, later, total, length } = draftAgenda(each);
        expect(lines.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
        expect(lines.every(({ minutes }) => minutes > 0)).toBe(true);
        expect(later.every(({ minutes }) => minutes === 0)).toBe(true);
        expect(length).toBe(each.meeting.duration);
      }),
    );
  });

  test('every open item is on it once, or set to 0 for a next time', () => {
    fc.assert(
      fc.property(sources, (each) => {
        const { lines, later } = draftAgenda(each);
        const idsOf = (some: readonly AgendaLine[]) =>
          some.flatMap(({ about }) => (about.kind === 'item' ? [about.item.id] : []));
        expect([...idsOf(lines), ...idsOf(later)].sort()).toEqual(each.items.map(({ id }) => id).sort());
        expect(idsOf(later).every((id) => each.lineMinutes.get(`punt-${id}`) === 0)).toBe(true);
        expect(new Set([...lines, ...later].map(({ key }) => key)).size).toBe(lines.length + later.length);
      }),
    );
  });

  const caused = fc
    .uniqueArray(fc.integer({ min: 51, max: 70 }), { maxLength: 8 })
    .map((ids) =>
      ids.map((id) =>
        id % 2 === 0
          ? item(id, { cause: 'actie te laat' })
          : item(id, { cause: 'doel zonder update', goalId: (id + 50) as GoalId }),
      ),
    );

  test('a proposal fits, unless what people brought alone does not, and nothing is lost', () => {
    fc.assert(
      fc.property(sources, caused, (each, more) => {
        const waiting = more.flatMap(({ goalId }) => (goalId === null ? [] : [goal(goalId, { rhythm: 'blok' })]));
        const given = {
          ...each,
          items: [...each.items, ...more],
          goals: [...each.goals, ...waiting],
          lineMinutes: new Map<string, number>(),
        };
        const { lines, later, total, length } = draftAgenda(given);
        const isBrought = ({ about }: AgendaLine) => about.kind === 'item' && about.item.cause === null;
        const fixed = lines.filter(
          (line) => isBrought(line) || ['opening', 'successes', 'closing', 'new-actions'].includes(line.about.kind),
        );
        const work = lines.find(({ about }) => about.kind === 'method' || about.kind === 'figures')!;
        const least = work.about.kind === 'method' ? 10 : 3;
        const alone = fixed.reduce((sum, { minutes }) => sum + minutes, least);
        if (total > length) expect([total, work.minutes]).toEqual([alone, least]);
        else expect(total).toBe(length);
        expect(later.some(isBrought)).toBe(false);
        const goals = lines.filter(
          ({ about }) => about.kind === 'goal' || (about.kind === 'item' && about.item.cause === 'doel zonder update'),
        );
        expect(goals.length).toBeLessThanOrEqual(3);
        expect(goals.every(({ minutes }) => minutes <= 10)).toBe(true);
        const all = draftAgenda({ ...given, meeting: { date: DATE, duration: each.meeting.duration + 300 } });
        const isLong = draftAgenda(given).lines.some(({ about }) => about.kind === 'method');
        if (isLong) expect(lines.length + later.length).toBe(all.lines.length + all.later.length);
      }),
    );
  });

  test('without what the chair set it fits exactly, or the work has its least', () => {
    fc.assert(
      fc.property(sources, (each) => {
        const { lines, total, length } = draftAgenda({ ...each, lineMinutes: new Map() });
        const work = lines.find(({ about }) => about.kind === 'method' || about.kind === 'figures')!;
        const least = work.about.kind === 'method' ? 10 : 3;
        expect(work.minutes).toBeGreaterThanOrEqual(least);
        if (total !== length) expect([work.minutes, total > length]).toEqual([least, true]);
      }),
    );
  });

  test('the order does not depend on how the items came, nor on the minutes', () => {
    fc.assert(
      fc.property(sources, fc.infiniteStream(fc.nat()), (each, dice) => {
        const shuffled = each.items
          .map((one) => ({ one, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const orderOf = (given: AgendaSource) => draftAgenda(given).lines.map(({ key }) => key);
        const order = orderOf(each);
        expect(orderOf({ ...each, items: shuffled })).toEqual(order);
        const all = orderOf({ ...each, lineMinutes: new Map() });
        expect(order.filter((key) => all.includes(key))).toEqual(all.filter((key) => order.includes(key)));
      }),
    );
  });
});
