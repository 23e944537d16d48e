import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, eachDay, type LocalDate, localDate, mondayOf } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import { instantAt, localDateOf, localTime } from '../../src/calendar/zone.ts';
import { NUDGE_KINDS, type SchoolState } from '../../src/delivery/nudge.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import type { OutboxRow } from '../../src/delivery/outbox.store.ts';
import { preview } from '../../src/delivery/preview.ts';
import { createTick } from '../../src/delivery/tick.ts';
import { RHYTHMS } from '../../src/goals/goal.ts';
import { MOST_NUDGES } from '../../src/handover/handover-days.ts';
import type { PersonId, WorkingDay } from '../../src/people/person.ts';
import { buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';
import { FakePlatform } from './fake-platform.ts';

const FIRST = localDate('2026-08-01');
const LAST = localDate('2027-07-31');
/** A Sunday, and soon enough: who leaves on the first day of the year is talked of from the Monday after it on. */
const BEGIN = localDate('2026-07-05');
const BEFORE = '2026-07-05T06:00:00Z';

type Days = { readonly sanne: WorkingDay[]; readonly nico: WorkingDay[] };
/** The first and last day on which Sanne, the chair, works at De Regenbui. */
type InService = { readonly from: LocalDate | null; readonly until: LocalDate | null };

/** Sanne works at both schools: chair at one, owner of a goal at the other. */
function schools(days: Days, rhythm: (typeof RHYTHMS)[number], chair: InService): SchoolDraft[] {
  return [
    {
      school: { school: 'De Regenbui', region: 'midden' },
      enteredAt: BEFORE,
      staff: [
        { name: 'Marieke', roles: ['directeur'], workingDays: ['ma', 'di', 'do'] },
        { name: 'Sanne', workingDays: days.sanne, ...chair },
        { name: 'Nico', workingDays: days.nico },
      ],
      teams: [{ team: 'Bovenbouw', chair: 'Sanne', deputy: 'Nico', day: 'di' }],
      goals: [
        { title: 'Rekenen', team: 'Bovenbouw', rhythm },
        { title: 'Lezen', owner: 'Nico', rhythm: 2 },
      ],
      actions: [{ what: 'Boeken bestellen', owner: 'Nico', due: localDate('2026-11-10'), team: 'Bovenbouw' }],
    },
    {
      school: { school: 'De Zonnebloem', region: 'noord' },
      enteredAt: BEFORE,
      staff: [
        { name: 'Piet', roles: ['directeur'] },
        { name: 'Sanne', workingDays: ['ma', 'vr'] },
      ],
      teams: [{ team: 'Taal', chair: 'Piet', members: ['Sanne'], day: 'do', channel: 'taal' }],
      goals: [{ title: 'Schrijven', owner: 'Sanne', rhythm }],
    },
  ];
}

/** Messages because somebody is away or back are in no preview. */
function isForeseen(kind: string): boolean {
  return (NUDGE_KINDS as readonly string[]).includes(kind);
}

/** As `vooruitblik` prints it. */
function aboutIt(state: SchoolState, row: { readonly kind: string; readonly subject: string; readonly key: string }) {
  return NUDGES.find(({ kind }) => kind === row.kind)!.about(state, row);
}

type Line = { readonly day: string; readonly to: string; readonly kind: string; readonly subject: string };

/** When the digests go out, and when every message about a meeting of the day is due. */
const MORNING = localTime('08:00');
const AFTER_MEETINGS = localTime('16:45');
const MIDNIGHT = localTime('00:00');
/** When what lapsed is looked at: at the end, and before the first of it is too old to be kept. */
const LOOKED_AT: readonly LocalDate[] = [localDate('2027-07-01'), LAST];

/**
 * A whole school year in which nobody reacts: a tick every morning and afternoon, and what went out. That is read day by day, because what was
 * sent a year ago is not kept.
 */
async function liveThrough(opened: OpenStore) {
  const platform = new FakePlatform();
  const digests: { readonly day: LocalDate; readonly to: PersonId; readonly rows: readonly OutboxRow[] }[] = [];
  const posts: SentPost[] = [];
  const lapsed = new Set<unknown>();
  const faults: unknown[] = [];
  const tick = createTick({
    store: opened.store,
    platform,
    newKey: () => 'key',
    onFault: (_, fault) => faults.push(fault),
  });
  for (const day of eachDay(BEGIN, LAST)) {
    for (const time of [MORNING, AFTER_MEETINGS]) await tick.tick(instantAt(day, time));
    for (const { at, to } of platform.sent.splice(0)) {
      if (at.endsWith(MORNING)) digests.push({ day, to, rows: await opened.store.outbox.sentOn(to, day) });
    }
    const [from, until] = [day, addDays(day, 1)].map((each) => instantAt(each, MIDNIGHT).getTime());
    posts.push(...opened.database.statement<object, SentPost>(SENT_POSTS).all({ from, until }));
    if (LOOKED_AT.includes(day)) {
      for (const key of opened.database.sqlite.prepare(LAPSED).pluck().all()) lapsed.add(key);
    }
  }
  expect(faults).toEqual([]);
  return { digests, posts, lapsed: [...lapsed] };
}

type SentPost = { readonly kind: string; readonly schoolId: number; readonly personId: number | null } & {
  readonly channel: string | null;
  readonly subject: string;
  readonly key: string;
  readonly sentAt: number;
};
const SENT_POSTS = `
  select key, kind, school_id as schoolId, person_id as personId, channel, subject, sent_at as sentAt
  from post where state = 'sent' and sent_at >= :from and sent_at < :until`;

/**
 * But for who has left: after three nudges it is asked each week whether anything new came up, and that is only sent when it did. And for
 * what was due on somebody's first day at a school after a long absence, when the overview comes instead; of two schools that comes once.
 */
const LAPSED = `
  select key from outbox o
  where state = 'lapsed' and not (kind = 'overdracht' and step >= ${MOST_NUDGES})
    and not (kind in ('doel-checkin', 'actie-te-laat') and exists (
      select 1 from outbox b
      where b.kind = 'terug' and b.receiver_id = o.receiver_id and b.school_id = o.school_id
        and b.from_day between o.from_day and o.until_day))
    and not (kind = 'terug' and exists (
      select 1 from outbox b where b.kind = 'terug' and b.receiver_id = o.receiver_id and b.state = 'sent'))
  union all select key from post where state = 'lapsed'`;

test('what goes out in a school year is what the preview said, one digest a day, on own working days only', async () => {
  const aDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo-even', 'do', 'vr-oneven');
  const someDays = fc.uniqueArray(aDay, { minLength: 1, maxLength: 3 });
  const aDate = fc.option(
    fc.integer({ min: 0, max: 300 }).map((after) => addDays(FIRST, after)),
    { nil: null },
  );
  // The meeting of week 4 is on Tuesday 22 September: the chair leaves, or begins, between it and an own working day.
  const leaves = { from: null, until: localDate('2026-09-25') };
  const begins = { from: localDate('2026-09-25'), until: null };
  await fc.assert(
    fc.asyncProperty(
      fc.record({ sanne: someDays, nico: someDays }),
      fc.constantFrom(...RHYTHMS),
      fc.option(fc.integer({ min: 0, max: 250 }), { nil: null }),
      fc.record({ from: aDate, until: aDate }),
      async (days, rhythm, absentAfter, chair) => {
        const opened = await openStore();
        const built = [];
        for (const draft of schools(days, rhythm, chair)) built.push(await buildSchool(opened, draft));
        const sanne = built[0]!.person('Sanne');
        if (absentAfter !== null) {
          const from = addDays(FIRST, absentAfter);
          await opened.store.people.reportAbsent(stamp(null, BEFORE), sanne, { from, until: addDays(from, 30) });
        }
        const states = (await Promise.all(built.map(({ id }) => opened.store.outbox.schoolState(id)))).map(
          (state) => state!,
        );
        const previewed = preview(states, BEGIN, LAST);
        const emails = new Map(states.flatMap(({ people }) => people.map(({ id, email }) => [id, email])));

        const { digests, posts, lapsed } = await liveThrough(opened);
        const receivers = digests.map(({ day, to }) => `${day} ${to}`);
        expect(new Set(receivers).size).toBe(receivers.length);

        const lines: Line[] = [];
        for (const { day, to, rows } of digests) {
          for (const row of rows) {
            if (!isForeseen(row.kind)) continue;
            const state = states.find(({ school }) => school.id === row.schoolId)!;
            const worker = state.people.find(({ id }) => id === to)!;
            expect(isOwnWorkingDay(schoolCalendar(state.school.calendar), worker, day)).toBe(true);
            lines.push({ day, to: emails.get(to)!, kind: row.kind, subject: aboutIt(state, row) });
          }
        }
        for (const post of posts) {
          const state = states.find(({ school }) => school.id === post.schoolId)!;
          const day = localDateOf(new Date(post.sentAt));
          const to = post.channel ?? emails.get(post.personId as PersonId)!;
          lines.push({ day, to, kind: post.kind, subject: aboutIt(state, post) });
        }
        // Of the first week of school on there are meetings, in a channel and in chats.
        expect(posts.length).toBeGreaterThan(20);
        const sorted = (each: Line[]) => each.map((line) => Object.values(line).join(' | ')).sort();
        expect(sorted(lines)).toEqual(
          sorted(
            previewed.map(({ op, aan, soort, onderwerp }) => ({
              day: op.slice(0, 10),
              to: aan,
              kind: soort,
              subject: onderwerp,
            })),
          ),
        );
        expect(lines.length).toBeGreaterThan(20);
        expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, failed: 0 });
        expect(lapsed).toEqual([]);

        // What nobody answered is a point: of the team on its agenda, of a person with the director.
        const { team, id } = { team: built[0]!.team('Bovenbouw'), id: built[0]!.id };
        const points = [
          ...(await opened.store.agenda.openItems(id, team)),
          ...(await opened.store.agenda.openItems(id, null)),
        ].filter(({ cause }) => cause === 'doel zonder update');
        expect(points.length).toBeGreaterThan(0);
        expect(points.every(({ madeOn }) => madeOn === mondayOf(madeOn))).toBe(true);
        opened.close();
      },
    ),
    {
      numRuns: 5,
      examples: [
        [{ sanne: ['ma', 'di'], nico: ['do'] }, 4, null, leaves],
        [{ sanne: ['ma', 'di'], nico: ['vr-oneven'] }, 4, null, begins],
      ],
    },
  );
}, 60_000);
