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
  /** As proposed; 0 never. */
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
  /** How many of the team's actions are open. */
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
  readonly goal: number;
  readonly draft: number;
  readonly item: number;
  readonly closing: number;
  /** The line that takes the time that is left gets at least this. */
  readonly least: number;
};

const LONG_FORM: Form = { opening: 5, actions: 5, goal: 10, draft: 5, item: 5, closing: 5, least: 10 };
const SHORT_FORM: Form = { opening: 2, actions: 3, goal: 0, draft: 2, item: 2, closing: 3, least: 3 };

/** Is this agenda of a stand-up at the board, or as short as one? */
export function isShort({ team, meeting }: Pick<AgendaSource, 'team' | 'meeting'>): boolean {
  return team.method === 'bordsessie' || meeting.duration <= SHORT;
}

/**
 * The agenda as it stands: every open item is on it, or among what is left for later. One line, the work of the method (in the short
 * form the goals and figures), takes the time that the others leave.
 */
export function draftAgenda(source: AgendaSource): Agenda {
  const { meeting, lineMinutes } = source;
  const short = isShort(source);
  const form = short ? SHORT_FORM : LONG_FORM;
  const proposals = short ? shortLines(source, form) : longLines(source, form);
  const withMinutes = (line: Proposed): AgendaLine => ({
    ...line,
    minutes: lineMinutes.get(line.key) ?? line.proposed,
  });
  const left = meeting.duration - sum(proposals.filter(({ proposed }) => proposed !== TIME_LEFT).map(withMinutes));
  const lines = proposals.map((line) =>
    withMinutes(line.proposed === TIME_LEFT ? { ...line, proposed: Math.max(form.least, left) } : line),
  );
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

/** Stands for what is left when the other lines have their minutes. */
const TIME_LEFT = 0;

type Proposed = Omit<AgendaLine, 'minutes'>;

function longLines(source: AgendaSource, form: Form): readonly Proposed[] {
  const { team } = source;
  return [
    { key: 'inchecken', about: { kind: 'opening' }, proposed: form.opening },
    ...actionsLine(source, form),
    ...askedGoals(source).map(
      (goal): Proposed => ({ key: `doel-${goal.id}`, about: { kind: 'goal', goal }, proposed: form.goal }),
    ),
    {
      key: 'methode',
      about: { kind: 'method', method: team.method, phase: phaseOf(team) ?? '' },
      proposed: TIME_LEFT,
    },
    ...draftLines(source, form),
    ...itemLines(source, form),
    { key: 'afsluiten', about: { kind: 'closing' }, proposed: form.closing },
  ];
}

function shortLines(source: AgendaSource, form: Form): readonly Proposed[] {
  return [
    { key: 'successen', about: { kind: 'successes' }, proposed: form.opening },
    { key: 'doelen', about: { kind: 'figures', goals: askedGoals(source) }, proposed: TIME_LEFT },
    ...actionsLine(source, form),
    ...draftLines(source, form),
    ...itemLines(source, form),
    { key: 'nieuwe-acties', about: { kind: 'new-actions' }, proposed: form.closing },
  ];
}

function actionsLine({ openActions }: AgendaSource, form: Form): readonly Proposed[] {
  return openActions > 0
    ? [{ key: 'acties', about: { kind: 'actions', open: openActions }, proposed: form.actions }]
    : [];
}

function draftLines({ team, goals }: AgendaSource, form: Form): readonly Proposed[] {
  return goals
    .filter(({ owner, status }) => owner?.kind === 'team' && owner.teamId === team.id && status === 'concept')
    .map((goal) => ({ key: `concept-${goal.id}`, about: { kind: 'draft', goal }, proposed: form.draft }));
}

/** Oldest first, however they came. */
function itemLines({ items }: AgendaSource, form: Form): readonly Proposed[] {
  return [...items]
    .sort((a, b) => (a.madeOn < b.madeOn ? -1 : a.madeOn > b.madeOn ? 1 : a.id - b.id))
    .map((item) => ({
      key: `punt-${item.id}`,
      about: { kind: 'item', item },
      // Somebody who says 0 minutes means short.
      proposed: Math.max(1, item.minutes ?? ((item.cause === 'doel zonder update' ? form.goal : 0) || form.item)),
    }));
}

/** A goal that waits as an item already is one line, which can be dealt with. */
function askedGoals(source: AgendaSource): readonly AgendaGoal[] {
  const waiting = source.items.filter(({ cause }) => cause === 'doel zonder update').map(({ goalId }) => goalId);
  return dueGoals(source).filter(({ id }) => !waiting.includes(id));
}

function sum(lines: readonly { readonly minutes: number }[]): number {
  return lines.reduce((total, { minutes }) => total + minutes, 0);
}
