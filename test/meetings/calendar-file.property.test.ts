/** Whatever becomes of a leerteam's meetings: who opens the newest file has exactly those that take place, once each. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/bot/reply-files.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { schoolYearOf } from '../../src/calendar/school-year.ts';
import { instantAt, localDateOf, localTime } from '../../src/calendar/zone.ts';
import { teamYear } from '../../src/meetings/find-meeting.ts';
import { meetingsAhead, takesPlace, teamMeetings } from '../../src/meetings/meeting.ts';
import { CalendarApp } from '../support/calendar-app.ts';
import { type BuiltSchool, REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const YEAR = schoolYearOf(localDate('2026-09-01'));
const WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr'] as const;

type Act =
  | { readonly kind: 'move'; readonly which: number; readonly byDays: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'rhythm'; readonly dag: string; readonly ritme: string }
  | { readonly kind: 'close'; readonly after: number }
  | { readonly kind: 'stop'; readonly after: number | null }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'open the file' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which: fc.nat(4),
      byDays: fc.integer({ min: -9, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('rhythm' as const),
      dag: fc.constantFrom(...WEEKDAYS),
      ritme: fc.constantFrom('wekelijks', 'tweewekelijks'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), after: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const), after: fc.option(fc.nat(100)) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'open the file' as const }) },
);

async function perform(talk: Talk, school: BuiltSchool, calendar: CalendarApp, done: Act): Promise<void> {
  const { store } = talk.opened;
  const team = (await store.agenda.team(school.team('Bovenbouw')))!;
  const year = await teamYear(store, team);
  const today = localDateOf(talk.now);
  const ahead = meetingsAhead(team, year.calendar, year.stored, talk.now).filter(takesPlace);
  const later = (days: number) => addDays(today, days);
  switch (done.kind) {
    case 'move': {
      const date = ahead[done.which]?.date;
      if (!date) return;
      await talk.does('Nadia', 'agenda.verzet', {
        bijeenkomst: `${team.id}:${date}`,
        naar: addDays(date, done.byDays),
      });
      return;
    }
    case 'cancel': {
      const date = ahead[done.which]?.date;
      if (date) await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: `${team.id}:${date}`, reden: 'storm' });
      return;
    }
    case 'rhythm':
      if (team.until !== null && team.until < today) return;
      await talk.says('Nadia', '/leerteam wijzig');
      await talk.fills('Nadia', { dag: done.dag, ritme: done.ritme, eerste: later(3) });
      return;
    case 'close':
      await talk.does('Marieke', 'school.dag-erbij', { van: later(done.after), soort: 'vrij', naam: 'storm' });
      return;
    case 'stop': {
      const tot = done.after === null ? '' : later(done.after);
      await talk.does('Marieke', 'leerteam.stoppen', { leerteam: `id:${team.id}`, tot, klaar: 'ja' });
      return;
    }
    case 'wait':
      talk.now = instantAt(later(done.days), localTime('09:30'));
      return;
    case 'open the file':
      await openFile(talk, calendar, team.id);
  }
}

async function openFile(talk: Talk, calendar: CalendarApp, teamId: number): Promise<void> {
  await talk.does('Marieke', 'agenda.kalender', { leerteam: `id:${teamId}` });
  const [file] = filesIn(talk.last!);
  if (file?.name.endsWith(`${YEAR}.ics`)) calendar.open(file.content);
}

/** A meeting that is moved to the day of a cancelled one: that one vanishes, and the other of that week stays what it was. */
const ON_A_CANCELLED_DAY: Act[] = [
  { kind: 'cancel', which: 1 },
  { kind: 'rhythm', dag: 'vr', ritme: 'wekelijks' },
  { kind: 'open the file' },
  { kind: 'move', which: 0, byDays: 6 },
  { kind: 'open the file' },
];

test('the calendar of whoever opens the file now and then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 14 }), async (acts) => {
      const { talk, schools } = await Talk.open(REGENBUI);
      try {
        const [school] = schools;
        const calendar = new CalendarApp();
        for (const done of acts) await perform(talk, school!, calendar, done);
        const team = (await talk.opened.store.agenda.team(school!.team('Bovenbouw')))!;
        await openFile(talk, calendar, team.id);
        const { calendar: days, stored } = await teamYear(talk.opened.store, team);
        const meetings = teamMeetings(team, days, YEAR, stored).filter(takesPlace);
        expect(calendar.shown().map(({ start }) => start)).toEqual(
          meetings.map(({ date, time }) => instantAt(date, time).toISOString().replace('.000', '')),
        );
      } finally {
        talk.opened.close();
      }
    }),
    { numRuns: 30, examples: [[ON_A_CANCELLED_DAY]] },
  );
}, 120_000);
