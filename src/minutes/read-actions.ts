/** The actions in a form of minutes: what, who and when. */
import { WHAT_LENGTH } from '../actions/action-names.ts';
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { mustFit } from '../goals/lengths.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { findColleague } from '../people/find-colleague.ts';
import type { NewMinutes } from './minutes.store.ts';
import { actionFields, type Filled, MOST_ACTIONS } from './minutes-fields.ts';

type AgreedAction = NewMinutes['actions'][number];

/** Further away than this is a typing error. */
const MOST_DAYS = 2 * 366;

/** Each agreed for its owner. Throws a UserError that says which one lacks what. */
export async function readActions(
  context: Context,
  found: FoundMeeting,
  filled: Filled,
): Promise<readonly AgreedAction[]> {
  const actions: AgreedAction[] = [];
  for (let number = 1; number <= MOST_ACTIONS; number++) {
    const action = await readAction(context, found, filled, number);
    if (action) actions.push(action);
  }
  return actions;
}

/** A date alone is the one that the form proposed. */
async function readAction(
  context: Context,
  { team, calendar }: FoundMeeting,
  filled: Filled,
  number: number,
): Promise<AgreedAction | null> {
  const { say } = context;
  const names = actionFields(number);
  const what = (filled[names.what] ?? '').trim();
  const who = filled[names.who];
  if (what === '') {
    if (who !== undefined) throw new UserError(say('minutes.action-what', { number }));
    return null;
  }
  mustFit(what, WHAT_LENGTH, say.plain('minutes.field.what', { number }), say);
  if (who === undefined) throw new UserError(say('minutes.action-who', { what: short(what) }));
  const owner = await findColleague(context, team.schoolId, who, names.who);
  const typed = filled[names.due];
  if (typed === undefined) throw new UserError(say('minutes.action-due', { what: short(what) }));
  const due = readDay(typed, context.today);
  if (due === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  mustBeAhead(context, due, what);
  mustBeOpen(context, calendar, due, names.due);
  return {
    schoolId: team.schoolId,
    what,
    ownerId: owner.id,
    due,
    teamId: team.id,
    goalId: null,
    agreed: true,
    offeredToId: null,
    offeredOn: null,
  };
}

function mustBeAhead({ say, today }: Context, due: LocalDate, what: string): void {
  const named = { what: short(what), date: say.date(due, today) };
  if (due < today) throw new UserError(say('minutes.action-past', named));
  if (due > addDays(today, MOST_DAYS)) throw new UserError(say('minutes.action-far', named));
}

/** Asks about a day on which the school is closed; the buttons say the whole form again with another day. */
function mustBeOpen(
  { say, today, intent }: Context,
  calendar: FoundMeeting['calendar'],
  due: LocalDate,
  name: string,
): void {
  const next = calendar.isOpen(due) ? null : calendar.nextOpen(due);
  if (next === null || due === today || intent.args.toch?.split(',').includes(due)) return;
  const button = (label: string, args: Readonly<Record<string, string>>) => ({
    label,
    intent: { name: intent.name, args: { ...intent.args, ...args } },
  });
  const closed = calendar.nameOf(due);
  const question =
    closed !== null && /vakantie$/i.test(closed)
      ? say('bot.date-closed', {
          date: say.dayMonth(due, today),
          name: dayName(say, closed),
          next: say.date(next, today),
        })
      : say('bot.date-closed-plain', { date: say.date(due, today), next: say.date(next, today) });
  throw new UserError(
    question,
    buttonsPart([
      button(say.plain('bot.yes'), { [name]: next }),
      { ...button(say.plain('bot.date-other'), { opnieuw: 'ja' }), reopens: true },
      button(say.plain('bot.date-anyway', { date: say.dayMonth(due, today) }), {
        toch: [intent.args.toch, due].filter(Boolean).join(','),
      }),
    ]),
  );
}
