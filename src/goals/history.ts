/** What happened to a goal, newest first: its updates and every other change, as rows. */
import type { Context } from '../bot/command.ts';
import type { RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal, type Say, type TextKey } from '../bot/text.ts';
import { localDateOf } from '../calendar/zone.ts';
import { type CheckIn, GOAL_STATUSES, type GoalLine, type GoalStatus, PHASES, type Phase } from './goal.ts';
import { FIELD_LABELS } from './goal-fields.ts';
import type { GoalEvent } from './goals.store.ts';
import { phaseWord } from './phase.ts';
import { stateOf } from './status.ts';

/** Updates and other changes together, newest first. */
export async function history(context: Context, goal: GoalLine): Promise<readonly Row[]> {
  const [checkIns, events] = await Promise.all([
    context.store.goals.checkIns(goal.id),
    context.store.goals.events(goal.id),
  ]);
  return [
    ...checkIns.map((checkIn) => ({ at: checkIn.at, row: checkInRow(context, goal, checkIn) })),
    ...events.map((event) => ({ at: event.at, row: eventRow(context, event) })),
  ]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ row }) => row);
}

function checkInRow({ say, today }: Context, goal: GoalLine, checkIn: CheckIn): Row {
  const line = joinText([
    checkIn.value === null ? [] : literal(say.value(checkIn.value, goal.unit), 'bold'),
    checkIn.sentence ? quoted(checkIn.sentence) : [],
    checkIn.success ? say('goals.success') : [],
  ]);
  return {
    title: byLine(say.dayMonth(checkIn.date, today), checkIn.byName, say),
    state: stateOf(checkIn.status, say),
    lines: line.length > 0 ? [line] : [],
  };
}

function eventRow({ say, today }: Context, event: GoalEvent): Row {
  const what = eventWords(event, say);
  return {
    title: byLine(say.dayMonth(localDateOf(event.at), today), event.byName, say),
    lines: [joinText([what, event.reason ? quoted(event.reason) : []])],
  };
}

/** Without a name for what the import did. */
export function byLine(date: string, name: string, say: Say): RichText {
  return name ? say('goals.by', { date, name }) : literal(date);
}

/** What the store and the import format call a field, to its label on screen: as in the form, unless said otherwise. */
const FIELDS = {
  ...FIELD_LABELS,
  status: 'goals.field.status',
  doel: 'goals.field.title',
  leerteam: 'goals.fact.owner',
  eigenaar: 'goals.fact.owner',
  startdatum: 'goals.field.start',
  einddatum: 'goals.field.end',
  ritme: 'goals.fact.rhythm',
  aanloop: 'phase.starting',
  op_pad: 'phase.on-the-way',
  onderweg: 'phase.well-on-the-way',
  op_stoom: 'phase.up-to-speed',
} as const satisfies Record<string, TextKey>;

function eventWords(event: GoalEvent, say: Say): RichText {
  if (event.what === 'gemaakt') return say('goals.event.made');
  if (event.what === 'akkoord') return say('goals.event.agreed');
  const field = goalFieldWord(event.what, say);
  const [from, to] = [goalValueWord(event.from, say), goalValueWord(event.to, say)];
  if (!from) return say('goals.event.set', { field, to: to || say.plain('goals.empty') });
  return say('goals.event.changed', { field, from, to: to || say.plain('goals.empty') });
}

/** What the store calls a field, as people say it. */
export function goalFieldWord(what: string, say: Say): string {
  return Object.hasOwn(FIELDS, what) ? say.plain(FIELDS[what as keyof typeof FIELDS]) : what;
}

/** Statuses and phases in the reader's language, everything else as it is stored. */
export function goalValueWord(text: string, say: Say): string {
  if ((GOAL_STATUSES as readonly string[]).includes(text)) return stateOf(text as GoalStatus, say).word;
  if ((PHASES as readonly string[]).includes(text)) return phaseWord(text as Phase, say);
  return text;
}
