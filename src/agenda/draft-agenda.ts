/** "1 Inchecken en successen · 5 min": the agenda of a meeting, made of what the team is working on and what waits (issue 3, agenda). Pure. */
import { isWithin, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { dueWeeks } from '../goals/check-in-weeks.ts';
import { type GoalLine, isActive } from '../goals/goal.ts';
import type { Leerteam, Method } from '../teams/leerteam.ts';
import { phaseOf } from '../teams/methods.ts';
import type { AgendaItem } from './agenda-item.ts';

export type AgendaGoal = Pick<GoalLine, 'id' | 'number' | 'title' | 'status' | 'rhythm' | 'start' | 'end' | 'owner'> & {
  readonly last: { readonly date: LocalDate } | null;
};

/** What a line is about. The 15-minute form has `successes`, `figures` and `new-actions` where the other has `opening`, goals and `closing`. */
export type LineAbout =
  | { readonly kind: 'opening' | 'successes' | 'closing' | 'new-actions' }
  | { readonly kind: 'actions'; readonly open: number }
  | { readonly kind: 'goal' | 'draft'; readonly goal: AgendaGoal }
  /** Of the goals that are due. */
  | { readonly kind: 'figures'; readonly goals: readonly AgendaGoal[] }
  /** The phase is empty when the method has none. */
  | { readonly kind: 'method'; readonly method: Method; readonly phase: string }
  | { readonly kind: 'item'; readonly item: AgendaItem };

export type AgendaLine = {
  /** As the minutes per line are stored: `inchecken`, `doel-3`, `punt-12`. */
  readonly key: string;
  readonly about: LineAbout;
  /** As proposed; 0: there is no room for it this time. */
  readonly proposed: number;
  /** As the chair set it, else as proposed; 0: not this time. */
  readonly minutes: number;
};

export type Agenda = {
  /** Those of this meeting, in the order in which they come. */
  readonly lines: readonly AgendaLine[];
  /** Those that are not for this time. */
  readonly later: readonly AgendaLine[];
  /** The minutes of the lines together. */
  readonly total: number;
  /** Minutes that the meeting takes. */
  readonly length: number;
};

export type AgendaSource = {
  readonly team: Pick<Leerteam, 'id' | 'method' | 'phase'>;
  readonly meeting: { readonly date: LocalDate; readonly duration: number };
  readonly calendar: SchoolCalendar;
  /** Of the team, drafts too. */
  readonly goals: readonly AgendaGoal[];
  /** How many of the team's actions are open that were agreed before, or are due; not those that are an item. */
  readonly openActions: number;
  /** Open ones. */
  readonly items: readonly AgendaItem[];
  /** What the chair set, by line. */
  readonly lineMinutes: ReadonlyMap<string, number>;
};

/** A meeting of at most so many minutes has the short form. */
const SHORT = 20;

type Form = {
  readonly opening: number;
  readonly actions: number;
  /** At most this, and at least what another item gets. */
  readonly goal: number;
  readonly draft: number;
  readonly item: number;
  readonly closing: number;
  /** The line that takes the time that is left gets at least this. */
  readonly least: number;
};

const LONG_FORM: Form = { opening: 5, actions: 5, goal: 10, draft: 5, item: 5, closing: 5, least: 10 };
const SHORT_FORM: Form = { opening: 2, actions: 3, goal: 2, draft: 2, item: 2, closing: 3, least: 3 };

/** Is this agenda of a stand-up at the board, or as short as one? */
function isShort({ team, meeting }: Pick<AgendaSource, 'team' | 'meeting'>): boolean {
  return team.method === 'bordsessie' || meeting.duration <= SHORT;
}

/** So many goals get minutes at one meeting. */
export const MOST_GOALS = 3;

/**
 * The agenda as it stands: every open item is on it, or among what is left for later. One line, the work of the method (in the short
 * form the goals and figures), takes the time that the others leave. What people brought is always on it; of the rest what fits.
 */
export function draftAgenda(source: AgendaSource): Agenda {
  const { meeting, lineMinutes } = source;
  const short = isShort(source);
  const form = short ? SHORT_FORM : LONG_FORM;
  const proposals = short ? shortLines(source, form) : longLines(source, form);
  const proposed = fitted(proposals, source, form);
  const minutesOf = ({ key }: Proposed) => lineMinutes.get(key) ?? proposed.get(key) ?? 0;
  const others = proposals.filter(({ wants }) => wants !== 'time left');
  const left = meeting.duration - others.reduce((total, line) => total + minutesOf(line), 0);
  const lines = proposals.map(({ key, about }): AgendaLine => {
    const minutes = proposed.get(key) ?? Math.max(form.least, left);
    return { key, about, proposed: minutes, minutes: lineMinutes.get(key) ?? minutes };
  });
  const now = lines.filter(({ minutes }) => minutes > 0);
  return {
    lines: now,
    later: lines.filter(({ minutes }) => minutes === 0),
    total: sum(now),
    length: meeting.duration,
  };
}

/** The goals of the team whose check-in is due in the week of this meeting and that have no update yet (PRODUCT 6, doel check-in). */
export function dueGoals({
  team,
  meeting,
  calendar,
  goals,
}: Pick<AgendaSource, 'team' | 'meeting' | 'calendar' | 'goals'>): readonly AgendaGoal[] {
  const monday = mondayOf(meeting.date);
  const year = schoolYearOf(meeting.date);
  return goals.filter(({ owner, status, rhythm, start, end, last }) => {
    if (owner?.kind !== 'team' || owner.teamId !== team.id || !isActive(status)) return false;
    if (!isWithin(meeting.date, { from: start, until: end })) return false;
    const due = dueWeeks(calendar, year, rhythm).find(({ week }) => week.monday === monday);
    return due !== undefined && (last === null || last.date < due.answeredFrom);
  });
}

/** The goals to speak of, those that wait as an item first (`item`), then those that are due and were updated longest ago. */
export function goalsToDiscuss(
  source: Pick<AgendaSource, 'team' | 'meeting' | 'calendar' | 'goals' | 'items'>,
): readonly { readonly goal: AgendaGoal; readonly item: AgendaItem | null }[] {
  const { goals, items } = source;
  const waiting = byAge(items).flatMap((item) => {
    const goal = item.cause === 'doel zonder update' && goals.find(({ id }) => id === item.goalId);
    return goal ? [{ goal, item }] : [];
  });
  const due = dueGoals(source)
    .filter(({ id }) => !waiting.some(({ goal }) => goal.id === id))
    .sort((a, b) => compare(a.last?.date ?? '', b.last?.date ?? '') || a.number - b.number);
  return [...waiting, ...due.map((goal) => ({ goal, item: null }))];
}

type Proposed = Omit<AgendaLine, 'minutes' | 'proposed'> & {
  /** What it gets when there is room. `time left`: what the others leave. */
  readonly wants: number | 'time left';
  /** `always`: also when it does not fit. */
  readonly place: 'always' | 'when it fits';
};

/** Proposed minutes by line, of all but the one that takes the time left. What the chair sets of one line drops no other. */
function fitted(lines: readonly Proposed[], source: AgendaSource, form: Form): ReadonlyMap<string, number> {
  const proposed = new Map<string, number>();
  let left = source.meeting.duration - form.least;
  const give = (line: Proposed, minutes: number) => {
    left -= minutes - (proposed.get(line.key) ?? 0);
    proposed.set(line.key, minutes);
  };
  for (const line of lines) if (line.place === 'always' && line.wants !== 'time left') give(line, line.wants);
  const goals = goalsToDiscuss(source)
    .map(({ goal, item }) => lines.find(({ key }) => key === (item ? `punt-${item.id}` : `doel-${goal.id}`)))
    .filter((line) => line !== undefined);
  const others = lines.filter((line) => line.place === 'when it fits' && !goals.includes(line));
  const fits = (line: Proposed, minutes: number) => give(line, minutes <= left ? minutes : 0);
  // The actions of last time, some goals, and then the rest as they come.
  for (const line of others.filter(({ about }) => about.kind === 'actions')) fits(line, form.actions);
  for (const [index, line] of goals.entries()) fits(line, index < MOST_GOALS ? form.item : 0);
  for (const line of others.filter(({ about }) => about.kind !== 'actions')) fits(line, Number(line.wants));
  const here = goals.filter(({ key }) => proposed.get(key)! > 0);
  const more = Math.min(form.goal - form.item, Math.floor(left / Math.max(1, here.length)));
  for (const line of here) give(line, form.item + Math.max(0, more));
  return proposed;
}

function longLines(source: AgendaSource, form: Form): readonly Proposed[] {
  const { team } = source;
  return [
    { key: 'inchecken', about: { kind: 'opening' }, wants: form.opening, place: 'always' },
    ...actionsLine(source, form),
    ...askedGoals(source).map(
      (goal): Proposed => ({
        key: `doel-${goal.id}`,
        about: { kind: 'goal', goal },
        wants: form.goal,
        place: 'when it fits',
      }),
    ),
    {
      key: 'methode',
      about: { kind: 'method', method: team.method, phase: phaseOf(team) ?? '' },
      wants: 'time left',
      place: 'always',
    },
    ...draftLines(source, form),
    ...itemLines(source, form),
    { key: 'afsluiten', about: { kind: 'closing' }, wants: form.closing, place: 'always' },
  ];
}

function shortLines(source: AgendaSource, form: Form): readonly Proposed[] {
  return [
    { key: 'successen', about: { kind: 'successes' }, wants: form.opening, place: 'always' },
    {
      key: 'doelen',
      about: { kind: 'figures', goals: askedGoals(source) },
      wants: 'time left',
      place: 'always',
    },
    ...actionsLine(source, form),
    ...draftLines(source, form),
    ...itemLines(source, form),
    { key: 'nieuwe-acties', about: { kind: 'new-actions' }, wants: form.closing, place: 'always' },
  ];
}

function actionsLine({ openActions }: AgendaSource, form: Form): readonly Proposed[] {
  return openActions > 0
    ? [{ key: 'acties', about: { kind: 'actions', open: openActions }, wants: form.actions, place: 'when it fits' }]
    : [];
}

function draftLines({ team, goals }: AgendaSource, form: Form): readonly Proposed[] {
  return goals
    .filter(({ owner, status }) => owner?.kind === 'team' && owner.teamId === team.id && status === 'concept')
    .map((goal) => ({
      key: `concept-${goal.id}`,
      about: { kind: 'draft', goal },
      wants: form.draft,
      place: 'when it fits',
    }));
}

/** Oldest first, however they came. */
function itemLines({ items }: AgendaSource, form: Form): readonly Proposed[] {
  return byAge(items).map((item) => ({
    key: `punt-${item.id}`,
    about: { kind: 'item', item },
    // Somebody who says 0 minutes means short.
    wants: Math.max(1, item.minutes ?? form.item),
    place: item.cause === null ? 'always' : 'when it fits',
  }));
}

/** A goal that waits as an item already is one line, which can be dealt with. */
function askedGoals(source: AgendaSource): readonly AgendaGoal[] {
  const waiting = source.items.filter(({ cause }) => cause === 'doel zonder update').map(({ goalId }) => goalId);
  return dueGoals(source).filter(({ id }) => !waiting.includes(id));
}

function byAge(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return [...items].sort((a, b) => compare(a.madeOn, b.madeOn) || a.id - b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(lines: readonly { readonly minutes: number }[]): number {
  return lines.reduce((total, { minutes }) => total + minutes, 0);
}
