/** When a leerteam met before "voortaan op dinsdag": earlier calendar files were made by that. Pure. */
import { parseLocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTime } from '../calendar/zone.ts';
import type { TeamEvent } from '../teams/teams.store.ts';
import type { MeetingTeam } from './meeting.ts';

/** From a column of the import sheet, as the history of a team writes it, to what the team was. */
const RHYTHM = {
  dag: (was) => ({ day: was as MeetingTeam['day'] }),
  tijd: (was) => ({ time: localTime(was) }),
  duur: (was) => ({ duration: Number(was) }),
  ritme: (was) => ({ rhythm: was as MeetingTeam['rhythm'] }),
  eerste_datum: (was) => ({ firstDate: parseLocalDate(was) }),
} as const satisfies Record<string, (was: string) => Partial<MeetingTeam>>;
const COLUMNS: Readonly<Record<string, (was: string) => Partial<MeetingTeam>>> = {
  ...RHYTHM,
  van: (was) => ({ from: parseLocalDate(was) }),
  tot: (was) => ({ until: parseLocalDate(was) }),
};

const ORDER: readonly string[] = Object.keys(RHYTHM);

type Column = Pick<TeamEvent, 'at' | 'what' | 'from'>;
type Change = { readonly at: Date; readonly columns: readonly Column[] };

/** The team as it was before each change of when it meets that was made at or after `since`, the latest first. `events` are oldest first. */
export function formerRhythms(team: MeetingTeam, events: readonly Column[], since: Date): readonly MeetingTeam[] {
  const changes = changesIn(events);
  const formers: MeetingTeam[] = [];
  let present = team;
  for (const [index, { at, columns }] of [...changes.entries()].reverse()) {
    if (at < since) break;
    const earlier = changes.slice(0, index).findLast(isOfRhythm);
    const rhythmSince = isOfRhythm(changes[index]!)
      ? { rhythmSince: earlier ? localDateOf(earlier.at) : null }
      : undefined;
    const was = columns.map(({ what, from }) => COLUMNS[what]!(from));
    present = Object.assign({}, present, rhythmSince, ...was);
    formers.push(present);
  }
  return formers;
}

/** One change of the rhythm names each column at most once, in the order of the sheet; first and last day are changes by themselves. */
function changesIn(events: readonly Column[]): readonly Change[] {
  const changes: { at: Date; columns: Column[] }[] = [];
  for (const event of events) {
    if (!Object.hasOwn(COLUMNS, event.what)) continue;
    const last = changes.at(-1);
    if (last && belongTogether(last.columns.at(-1)!, event)) last.columns.push(event);
    else changes.push({ at: event.at, columns: [event] });
  }
  return changes;
}

/** Two changes may be of one moment, where the clock stands still. */
function belongTogether(before: Column, after: Column): boolean {
  const [first, second] = [ORDER.indexOf(before.what), ORDER.indexOf(after.what)];
  return before.at.getTime() === after.at.getTime() && first >= 0 && first < second;
}

function isOfRhythm({ columns }: Change): boolean {
  return columns.some(({ what }) => Object.hasOwn(RHYTHM, what));
}
