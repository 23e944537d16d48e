/** The part of the store contract for the monthly summary: what counted on a day, successes, end dates and gaps. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { CheckInStatus, GoalId } from '../../src/goals/goal.ts';
import type { NewCheckIn } from '../../src/goals/goals.store.ts';
import { buildSchool, type GoalDraft, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

export function summaryContract(now: () => Opened): void {
  const first = () => now().school.goal('Meer leerlingen op 1S rekenen');
  const second = () => now().school.goal('Elke week rijke teksten');
  const at = (instant: string) => stamp(now().school.person('Nadia'), instant);
  const checkIn = (goalId: GoalId, instant: string, status: CheckInStatus, change: Partial<NewCheckIn> = {}) =>
    now().store.goals.checkIn(at(instant), {
      goalId,
      date: localDate(instant.slice(0, 10)),
      status,
      value: null,
      sentence: '',
      success: false,
      replaces: null,
      ...change,
    });
  const on = (day: string, team = false) =>
    now().store.summary.statusesOn(now().school.id, team ? now().school.team('Bovenbouw') : null, localDate(day));

  describe('statuses at the end of a day', () => {
    it('follow check-ins, pauses and ends through the year', async () => {
      const { store } = now();
      await checkIn(first(), '2026-09-10T10:00:00Z', 'op koers');
      await checkIn(second(), '2026-09-12T10:00:00Z', 'aandacht nodig');
      await store.goals.setStatus(at('2026-10-01T10:00:00Z'), first(), 'gepauzeerd', '');
      await store.goals.setStatus(at('2026-11-01T10:00:00Z'), first(), 'verder', '');
      await checkIn(first(), '2026-11-05T10:00:00Z', 'loopt achter');
      await store.goals.setStatus(at('2026-12-01T10:00:00Z'), second(), 'behaald', '');
      // An imported goal stood in the plan before.
      expect(await on('2026-08-02')).toEqual({ 'nog geen meting': 2 });
      expect(await on('2026-09-09')).toEqual({ 'nog geen meting': 2 });
      expect(await on('2026-09-10')).toEqual({ 'op koers': 1, 'nog geen meting': 1 });
      expect(await on('2026-09-30')).toEqual({ 'op koers': 1, 'aandacht nodig': 1 });
      expect(await on('2026-10-31')).toEqual({ gepauzeerd: 1, 'aandacht nodig': 1 });
      expect(await on('2026-11-01')).toEqual({ 'op koers': 1, 'aandacht nodig': 1 });
      expect(await on('2026-11-30')).toEqual({ 'loopt achter': 1, 'aandacht nodig': 1 });
      expect(await on('2027-07-01')).toEqual({ 'loopt achter': 1, behaald: 1 });
    });

    it.each([
      // Midnight in the Netherlands: at 22:00 UTC in summer, at 23:00 in winter, and on the days of both clock changes.
      { instant: '2026-09-10T21:59:59Z', day: '2026-09-10', other: '2026-09-09' },
      { instant: '2026-09-10T22:00:00Z', day: '2026-09-11', other: '2026-09-10' },
      { instant: '2026-10-25T22:59:59Z', day: '2026-10-25', other: '2026-10-24' },
      { instant: '2026-10-25T23:00:00Z', day: '2026-10-26', other: '2026-10-25' },
      { instant: '2027-03-27T23:00:00Z', day: '2027-03-28', other: '2027-03-27' },
      { instant: '2027-03-28T22:00:00Z', day: '2027-03-29', other: '2027-03-28' },
    ])('count what happened at $instant on $day, not on $other', async ({ instant, day, other }) => {
      await checkIn(first(), instant, 'op koers');
      expect(await on(day)).toEqual({ 'op koers': 1, 'nog geen meting': 1 });
      expect(await on(other)).toEqual({ 'nog geen meting': 2 });
    });

    it('count a goal from the day it was entered, and a draft from its agreement', async () => {
      const { store, school } = now();
      const owner = { kind: 'team', teamId: school.team('Bovenbouw') } as const;
      const fields = { ...(await store.goals.line(first()))!, owner };
      const { id } = await store.goals.add(at('2026-09-10T10:00:00Z'), school.id, fields, 'concept');
      await store.goals.setStatus(at('2026-09-20T10:00:00Z'), id, 'akkoord', '');
      await store.goals.add(at('2026-09-25T10:00:00Z'), school.id, { ...fields, owner: null }, 'nog geen meting');
      expect(await on('2026-09-10')).toEqual({ 'nog geen meting': 2 });
      expect(await on('2026-09-20')).toEqual({ 'nog geen meting': 3 });
      expect(await on('2026-09-25')).toEqual({ 'nog geen meting': 4 });
      expect(await on('2026-09-25', true)).toEqual({ 'nog geen meting': 3 });
    });

    it('stay as they were known, also when something was replaced or withdrawn later', async () => {
      const { store } = now();
      const one = await checkIn(first(), '2026-09-10T10:00:00Z', 'op koers');
      const two = await checkIn(first(), '2026-09-10T11:00:00Z', 'loopt achter', { replaces: one.id });
      expect(await on('2026-09-10')).toEqual({ 'loopt achter': 1, 'nog geen meting': 1 });
      await store.goals.withdrawCheckIn(at('2026-09-15T10:00:00Z'), two.id);
      expect(await on('2026-09-14')).toEqual({ 'loopt achter': 1, 'nog geen meting': 1 });
      expect(await on('2026-09-15')).toEqual({ 'nog geen meting': 2 });
    });

    it('are those of the last act when everything happened at one instant', async () => {
      const { store } = now();
      const instant = '2026-09-10T10:00:00Z';
      await checkIn(first(), instant, 'op koers');
      await checkIn(first(), instant, 'loopt achter');
      expect(await on('2026-09-10')).toEqual({ 'loopt achter': 1, 'nog geen meting': 1 });
      await store.goals.setStatus(at(instant), first(), 'gepauzeerd', '');
      expect(await on('2026-09-10')).toEqual({ gepauzeerd: 1, 'nog geen meting': 1 });
      await store.goals.setStatus(at(instant), first(), 'verder', '');
      expect(await on('2026-09-10')).toEqual({ 'loopt achter': 1, 'nog geen meting': 1 });
    });

    it('forget a withdrawn check-in also when the goal was paused and resumed after it', async () => {
      const { store } = now();
      const only = await checkIn(first(), '2026-09-10T10:00:00Z', 'op koers');
      await store.goals.setStatus(at('2026-09-11T10:00:00Z'), first(), 'gepauzeerd', '');
      await store.goals.setStatus(at('2026-09-12T10:00:00Z'), first(), 'verder', '');
      await store.goals.withdrawCheckIn(at('2026-09-13T10:00:00Z'), only.id);
      expect(await on('2026-09-12')).toEqual({ 'op koers': 1, 'nog geen meting': 1 });
      expect(await on('2026-09-13')).toEqual({ 'nog geen meting': 2 });
    });

    it('agree with the goals as they stand', async () => {
      const { store } = now();
      await checkIn(first(), '2026-09-10T10:00:00Z', 'op koers');
      await store.goals.setStatus(at('2026-09-11T10:00:00Z'), second(), 'gestopt', '');
      const standing = (await store.goals.lines({})).map((goal) => goal.status);
      expect(await on('2026-09-30')).toEqual(Object.fromEntries(standing.map((status) => [status, 1])));
    });
  });

  it('successes are the current ones of the period, newest first', async () => {
    const { store, school } = now();
    const success = { success: true };
    await checkIn(first(), '2026-09-01T10:00:00Z', 'op koers', { ...success, sentence: 'one' });
    const old = await checkIn(second(), '2026-09-30T10:00:00Z', 'op koers', { ...success, sentence: 'two' });
    await checkIn(second(), '2026-09-30T11:00:00Z', 'op koers', { ...success, sentence: 'better', replaces: old.id });
    await checkIn(second(), '2026-09-15T12:00:00Z', 'op koers', { sentence: 'no success' });
    const wrong = await checkIn(first(), '2026-09-16T12:00:00Z', 'op koers', { ...success, sentence: 'wrong' });
    await store.goals.withdrawCheckIn(at('2026-09-16T13:00:00Z'), wrong.id);
    await checkIn(first(), '2026-10-01T10:00:00Z', 'op koers', { ...success, sentence: 'later' });

    const successes = (team: boolean, from = '2026-09-01', until = '2026-09-30') =>
      store.summary.successes(school.id, team ? school.team('Bovenbouw') : null, localDate(from), localDate(until));
    const sentences = (await successes(false)).map(({ sentence, goalTitle, byName }) => [sentence, goalTitle, byName]);
    expect(sentences).toEqual([
      ['better', 'Elke week rijke teksten', 'Nadia'],
      ['one', 'Meer leerlingen op 1S rekenen', 'Nadia'],
    ]);
    expect(await successes(true)).toEqual(await successes(false));
    expect(await successes(false, '2026-09-02', '2026-09-29')).toEqual([]);
    const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
    expect(await store.summary.successes(other.id, null, localDate('2026-09-01'), localDate('2026-09-30'))).toEqual([]);
  });

  it('goals that end in the period come by date, without those that are over', async () => {
    const { store } = now();
    const end = (day: string) => localDate(`2026-12-${day}`);
    const goals: GoalDraft[] = [
      { title: 'last day', end: end('31'), team: 'Team' },
      { title: 'first day', end: end('01') },
      { title: 'day before', end: localDate('2026-11-30') },
      { title: 'no end' },
      { title: 'paused', end: end('18'), status: 'gepauzeerd', team: 'Team' },
      { title: 'draft', end: end('18'), status: 'concept' },
      { title: 'stopped', end: end('18'), status: 'gestopt' },
      { title: 'achieved', end: end('18'), status: 'behaald' },
    ];
    const school = await buildSchool(now(), {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim' }],
      teams: [{ team: 'Team', chair: 'Wim' }],
      goals,
    });
    expect(await store.summary.ending(school.id, null, end('01'), end('31'))).toEqual([
      { id: school.goal('first day'), number: 2, title: 'first day', end: end('01') },
      { id: school.goal('paused'), number: 5, title: 'paused', end: end('18') },
      { id: school.goal('last day'), number: 1, title: 'last day', end: end('31') },
    ]);
    const ofTeam = await store.summary.ending(school.id, school.team('Team'), end('01'), end('31'));
    expect(ofTeam.map((goal) => goal.title)).toEqual(['paused', 'last day']);
  });

  it('gaps are what an active goal lacks', async () => {
    const { store } = now();
    const whole = {
      owner: 'Wim',
      end: localDate('2027-06-01'),
      indicator: 'lezers',
      instrument: 'toets',
      status: 'op koers',
    } as const;
    const { owner: _, ...unowned } = whole;
    const goals: GoalDraft[] = [
      { ...whole, title: 'whole' },
      { ...unowned, title: 'no owner' },
      { ...whole, title: 'no end', end: null },
      { ...whole, title: 'no indicator', indicator: '' },
      { ...whole, title: 'no instrument', instrument: '' },
      { ...whole, title: 'old update' },
      { ...whole, title: 'no update' },
      { title: 'nothing', team: 'Team' },
      { title: 'paused', status: 'gepauzeerd' },
      { title: 'draft', status: 'concept' },
    ];
    const school = await buildSchool(now(), {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim' }],
      teams: [{ team: 'Team', chair: 'Wim' }],
      goals,
    });
    for (const { title } of goals.slice(0, 5)) await checkIn(school.goal(title), '2026-09-10T10:00:00Z', 'op koers');
    await checkIn(school.goal('old update'), '2026-09-09T10:00:00Z', 'op koers');
    const gaps = async (team: boolean) =>
      Object.fromEntries(
        (await store.summary.gaps(school.id, team ? school.team('Team') : null, localDate('2026-09-10'))).map(
          ({ goal, lacks }) => [goal.title, lacks],
        ),
      );
    expect(await gaps(false)).toEqual({
      'no owner': ['eigenaar'],
      'no end': ['einddatum'],
      'no indicator': ['meting'],
      'no instrument': ['meting'],
      'old update': ['update'],
      'no update': ['update'],
      nothing: ['einddatum', 'meting', 'update'],
    });
    expect(await gaps(true)).toEqual({ nothing: ['einddatum', 'meting', 'update'] });
  });
}
