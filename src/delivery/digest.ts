/** "Goedemorgen Sanne · dinsdag 24 november": everything of that day in one message (MESSAGES, the digest of a morning). */
import { isDeepStrictEqual } from 'node:util';
import type { Button, Notice, Part } from '../bot/reply.ts';
import { type Say, say as voice } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { Actor, PersonId } from '../people/person.ts';
import { canWait } from '../start/after-welcome.ts';
import { type Welcome, welcome } from '../start/welcome.ts';
import type { Store } from '../store.ts';
import type { Composed, Nudge } from './nudge.ts';
import type { OutboxRow, Outcome } from './outbox.store.ts';
import { sortRows } from './sort-rows.ts';
import { workplacesOf } from './workplace.ts';

export type PreparedDigest = {
  /** Null: there is nothing to say today. */
  readonly notice: Notice | null;
  /** The rows that the notice holds. */
  readonly included: readonly OutboxRow[];
  readonly lapsed: Outcome['lapsed'];
  readonly moved: Outcome['moved'];
  /** Rows that could not be composed. */
  readonly faults: readonly { readonly row: OutboxRow; readonly fault: unknown }[];
};

const NO_WORDS: Composed = { parts: [] };

/** Composes what this person gets at `now`, from the state of this moment. Stores nothing. */
export async function prepareDigest(
  store: Store,
  receiver: PersonId,
  now: Date,
  nudges: readonly Nudge[],
): Promise<PreparedDigest> {
  const today = localDateOf(now);
  const [rows, actor] = await Promise.all([
    store.outbox.rows(receiver, today),
    store.people.actorById(receiver, today),
  ]);
  if (!actor) return { notice: null, included: [], lapsed: rows.map(({ id }) => id), moved: [], faults: [] };

  const places = await workplacesOf(store, actor, new Set(rows.map(({ schoolId }) => schoolId)), today);
  const sorted = sortRows(rows, places, await store.people.settings(receiver), today);
  const say = voice(actor.language);
  const points: { row: OutboxRow; composed: Composed }[] = [];
  const isSaid = ({ kind, subject }: OutboxRow, words: Composed) =>
    points.some(
      ({ row, composed }) =>
        row.subject === subject &&
        (nudges.find((each) => each.kind === row.kind)?.speaksFor?.includes(kind) ||
          isDeepStrictEqual(composed, words)),
    );
  const lapsed = [...sorted.lapsed];
  const faults: { row: OutboxRow; fault: unknown }[] = [];
  for (const row of inOrder(sorted.due, nudges)) {
    const nudge = nudges.find(({ kind }) => kind === row.kind);
    try {
      const composed = await nudge?.compose(row, { store, say, now, today, receiver: actor });
      // It is sent, in the words of the nudge that speaks for it, or that says the same by now.
      if (composed) points.push({ row, composed: isSaid(row, composed) ? NO_WORDS : composed });
      else lapsed.push(row.id);
    } catch (fault) {
      faults.push({ row, fault });
    }
  }
  if (points.length === 0) return { notice: null, included: [], lapsed, moved: sorted.moved, faults };
  const greeting = (await store.people.welcomed(receiver)) ? null : await welcome(store, say, actor);
  const later = greeting?.asksDays
    ? canWait(
        points.map(({ row }) => row),
        places,
        today,
      )
    : [];
  const shown = points.filter(({ row }) => !later.some(({ id }) => id === row.id));
  return {
    notice: noticeOf(say, actor, now, shown, greeting),
    included: shown.map(({ row }) => row),
    lapsed,
    moved: [...sorted.moved, ...later],
    faults,
  };
}

/** Most urgent first: by kind as `nudges` has them, then what was asked most often, then what ends first. */
function inOrder(rows: readonly OutboxRow[], nudges: readonly Nudge[]): readonly OutboxRow[] {
  const rank = (row: OutboxRow) => nudges.findIndex(({ kind }) => kind === row.kind);
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.step - a.step ||
      (a.until < b.until ? -1 : a.until > b.until ? 1 : 0) ||
      a.subject.localeCompare(b.subject, 'en', { numeric: true }),
  );
}

function noticeOf(
  say: Say,
  actor: Actor,
  now: Date,
  points: readonly { readonly row: OutboxRow; readonly composed: Composed }[],
  greeting: Welcome | null,
): Notice {
  const today = localDateOf(now);
  const isMorning = localTimeOf(now) < '12:00';
  const several = points.filter(({ composed }) => composed !== NO_WORDS).length > 1;
  const parts = points.flatMap(({ composed }) => (several && composed.short ? composed.short : composed.parts));
  return {
    kind: 'notice',
    visibility: 'caller',
    title: say(isMorning ? 'delivery.good-morning' : 'delivery.good-afternoon', {
      name: actor.name.split(' ')[0]!,
      date: say.date(today),
    }),
    parts: [
      ...(greeting?.parts ?? []),
      ...parts,
      bottomRow(say, today, [...new Set(points.map(({ row }) => row.subject))]),
    ],
  };
}

/** About several subjects the button asks which one; a welcome alone cannot be put off. */
function bottomRow(say: Say, today: LocalDate, subjects: readonly string[]): Part {
  const settings: Button = { label: say.plain('delivery.settings'), intent: { name: 'instellingen', args: {} } };
  if (subjects.length === 0) return { kind: 'buttons', buttons: [settings] };
  return {
    kind: 'buttons',
    buttons: [
      { label: say.plain('delivery.snooze'), intent: { name: 'nudge.snooze', args: { day: today } } },
      {
        label: say.plain('delivery.mute'),
        intent: { name: 'nudge.mute', args: subjects.length === 1 ? { subject: subjects[0]! } : { day: today } },
      },
      settings,
    ],
  };
}
