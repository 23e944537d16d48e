/** Short words for the tests of planning and sending. */
import { beforeEach } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Reference } from '../../src/delivery/nudge.ts';
import type { Claim, Outcome } from '../../src/delivery/outbox.store.ts';
import type { Opened } from './store.contract.ts';

/** A Monday, and an instant of its morning. */
export const DAY = localDate('2026-09-07');
export const NOW = new Date('2026-09-07T06:00:00Z');
const NOTHING: Outcome = { sent: [], lapsed: [], moved: [], failed: [], digest: false, reference: null };

type Planned = Reference & { readonly nextDay: LocalDate };

export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Call it inside a `describe`. Whatever is planned, claimed and settled is Nadia's, unless said otherwise. */
export function outboxDesk(now: () => Opened) {
  const outbox = () => now().store.outbox;
  const nadia = () => now().school.person('Nadia');
  const sanne = () => now().school.person('Sanne');

  const reference = (key: string, change: Partial<Planned> = {}): Planned => ({
    key,
    kind: 'doel-checkin',
    receiver: nadia(),
    schoolId: now().school.id,
    subject: 'goal:1',
    step: 0,
    from: DAY,
    until: addDays(DAY, 4),
    answeredFrom: DAY,
    nextDay: DAY,
    ...change,
  });
  let version = 0;
  beforeEach(async () => {
    version = (await outbox().schoolState(now().school.id))!.version;
  });
  /** `ahead`: by how much the version of the planned state is later than the one at the start of the test. */
  const plan = (references: readonly Planned[], day = DAY, ahead = 0) =>
    outbox().plan(now().school.id, version + ahead, day, references, [], []);
  const keys = async (receiver = nadia(), day = addDays(DAY, 30)) =>
    (await outbox().rows(receiver, day)).map((row) => row.key).sort();
  const ids = async (receiver = nadia(), day = DAY) => (await outbox().rows(receiver, day)).map((row) => row.id);
  const claim = async (day = DAY, at = NOW, until = later(2)) => (await outbox().claim(nadia(), day, at, until))!;
  const due = (day = DAY, at = '08:00', instant = NOW, limit = 10) =>
    outbox().receiversDue(day, localTime(at), instant, limit);
  const settle = async (mine: Claim, outcome: Partial<Outcome>, at = later(1)) =>
    outbox().settle(mine, { ...NOTHING, ...outcome }, at);

  return { outbox, nadia, sanne, reference, plan, keys, ids, claim, due, settle, versionAtStart: () => version };
}
