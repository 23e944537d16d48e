/** From a filled-in form of minutes to what is stored: all of it, or one clear sentence about what is wrong. */
import { isChairedByDirector, mtTeam } from '../advice/mt-team.ts';
import type { AgendaItem, ItemId } from '../agenda/agenda-item.ts';
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { closesByItself, itemsOnAgenda } from './meeting-items.ts';
import type { NewMinutes } from './minutes.store.ts';
import { type Filled, LONG } from './minutes-fields.ts';
import { readActions } from './read-actions.ts';
import { readCheckIns } from './read-check-ins.ts';

/** What the form says of a meeting, without what moves on. Throws a UserError. */
export async function readMinutes(context: Context, found: FoundMeeting, filled: Filled): Promise<NewMinutes> {
  const decisions = readDecisions(context, filled);
  return {
    text: readText(context, filled, 'tekst', 'minutes.field.text'),
    shared: readText(context, filled, 'delen', 'minutes.field.shared'),
    checkIns: await readCheckIns(context, found, filled),
    actions: await readActions(context, found, filled),
    dealtWith: [],
    carried: [],
    ...(await readAdvice(context, found, filled, decisions)),
  };
}

/** Is there nothing in it? */
export function isEmpty({ text, shared, checkIns, actions, decisions, advice }: NewMinutes): boolean {
  return (
    text === '' &&
    shared === '' &&
    advice === null &&
    [checkIns, actions, decisions].every(({ length }) => length === 0)
  );
}

/** Of the points that the form showed (else of those on the agenda now): what moves on and what was dealt with. */
export async function readItems(
  { store }: Context,
  found: FoundMeeting,
  { punten, schuift }: Filled,
): Promise<Pick<NewMinutes, 'dealtWith' | 'carried'>> {
  const items = await itemsOnAgenda(store, found);
  // A form without ticks says that nothing moves on; a line of the command line may not speak of it.
  const movesOn =
    punten === undefined && schuift === undefined ? items.filter(closesByItself).map(({ id }) => id) : numbers(schuift);
  const shown = punten === undefined ? items.map(({ id }) => id) : numbers(punten);
  const among = items.map(({ id }: AgendaItem): ItemId => id).filter((id) => shown.includes(id));
  return {
    dealtWith: among.filter((id) => !movesOn.includes(id)),
    carried: among.filter((id) => movesOn.includes(id)),
  };
}

function numbers(text: string | undefined): readonly number[] {
  return (text ?? '').split(',').filter(Boolean).map(Number);
}

/** One per line; what people put before a line of a list is taken off. */
export function readDecisions(context: Context, filled: Filled): readonly string[] {
  const { say } = context;
  const lines = readText(context, filled, 'besluiten', 'minutes.field.decisions')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-*•–]\s+/, '').trim())
    .filter((line) => line !== '');
  for (const line of lines) mustFit(line, SENTENCE_LENGTH, say.plain('minutes.one-decision'), say);
  return lines;
}

function readText(
  { say }: Context,
  filled: Filled,
  name: 'tekst' | 'delen' | 'besluiten' | 'advies' | 'redenen',
  label:
    | 'minutes.field.text'
    | 'minutes.field.shared'
    | 'minutes.field.decisions'
    | 'minutes.field.advice'
    | 'minutes.field.reasons',
): string {
  const text = (filled[name] ?? '').trim();
  mustFit(text, LONG, say.plain(label), say);
  return text;
}

/** A chair sends it, a member's waits as a draft; where the director is in the chair it is a decision (PRODUCT 4, Advice). */
async function readAdvice(
  context: Context,
  { team }: FoundMeeting,
  filled: Filled,
  decisions: readonly string[],
): Promise<Pick<NewMinutes, 'decisions' | 'advice'>> {
  const { say, actor, today } = context;
  const text = (filled.advies ?? '').trim();
  const reasons = readText(context, filled, 'redenen', 'minutes.field.reasons');
  mustFit(text, SENTENCE_LENGTH, say.plain('minutes.field.advice'), say);
  if (text === '') {
    if (reasons !== '') throw new UserError(say('minutes.reasons-alone'));
    return { decisions, advice: null };
  }
  const { schoolId, id: teamId } = team;
  const sends = may(actor, 'advice.send', { schoolId, teamId });
  if (sends && (await isChairedByDirector(context, team))) {
    return { decisions: [...decisions, reasons ? `${text} (${reasons})` : text], advice: null };
  }
  const mt = sends ? await mtTeam(context, schoolId) : null;
  return {
    decisions,
    advice: {
      schoolId,
      teamId,
      text,
      reasons,
      state: sends ? 'ingediend' : 'concept',
      sentOn: sends ? today : null,
      mtTeamId: mt?.id ?? null,
    },
  };
}
