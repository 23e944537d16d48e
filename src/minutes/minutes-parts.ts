/** The minutes as they are shown: decisions, actions with owner and date, what moves on, and what the MT hears. */

import { actionButton } from '../actions/action-names.ts';
import type { ActionLine } from '../actions/actions.store.ts';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import { itemWords } from '../agenda/line-words.ts';
import { listPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { stateOf } from '../goals/status.ts';
import type { PersonId } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { Minutes } from './minutes.store.ts';

export type Shown = {
  readonly store: Store;
  readonly say: Say;
  readonly today: LocalDate;
  /** Who looks; null: a channel. Gets [Klopt niet] at actions that were agreed for them. */
  readonly reader: PersonId | null;
};

/** For the team: decisions, actions, updates and what moves on. */
export async function shortParts(shown: Shown, minutes: Minutes): Promise<readonly Part[]> {
  const { say } = shown;
  return [
    ...decisionParts(say, minutes),
    ...listPart(
      say('minutes.actions'),
      minutes.actions.map((action) => actionRow(shown, action)),
    ),
    ...listPart(say('minutes.updates'), await updateRows(shown, minutes)),
    ...listPart(say('minutes.moves-on'), await itemRows(shown, minutes.carried)),
  ];
}

/** All of it, for who is in the team. */
export async function fullParts(shown: Shown, minutes: Minutes): Promise<readonly Part[]> {
  const { say } = shown;
  const texts = minutes.entries.map(({ text }) => text).filter((text) => text !== '');
  return [
    ...(await shortParts(shown, minutes)),
    ...listPart(say('minutes.dealt-with'), await itemRows(shown, minutes.dealtWith)),
    ...sharedParts(say, minutes),
    ...(await adviceParts(shown, minutes)),
    ...(texts.length === 0 ? [] : [heading(say('minutes.text')), ...texts.map((text) => textPart(literal(text)))]),
  ];
}

/** For the director and the IB: decisions and what is shared with the MT (PRODUCT 2). */
export function titleParts(say: Say, minutes: Minutes): readonly Part[] {
  return [...decisionParts(say, minutes), ...sharedParts(say, minutes)];
}

function decisionParts(say: Say, { decisions }: Minutes): readonly Part[] {
  return listPart(
    say('minutes.decisions'),
    decisions.map(({ text }) => ({ title: literal(text), lines: [] })),
  );
}

function sharedParts(say: Say, { entries }: Minutes): readonly Part[] {
  const shared = entries.map((entry) => entry.shared).filter((text) => text !== '');
  return shared.length === 0 ? [] : [heading(say('minutes.shared')), ...shared.map((text) => textPart(literal(text)))];
}

async function adviceParts({ store, say }: Shown, { adviceIds }: Minutes): Promise<readonly Part[]> {
  const advice = await Promise.all(adviceIds.map((id) => store.advice.advice(id)));
  const rows = advice.flatMap((each): Row[] =>
    each === null
      ? []
      : [
          {
            title: say(each.state === 'concept' ? 'minutes.advice-draft' : 'minutes.advice-sent', {
              number: each.number,
              text: each.text,
            }),
            lines: [],
          },
        ],
  );
  return listPart(say('minutes.advice'), rows);
}

/** `12 Toetsanalyse klaarzetten · Nico · voor dinsdag 8 december`. */
function actionRow({ say, today, reader }: Shown, action: ActionLine): Row {
  const { number, what, ownerName, ownerId, due, state, agreed } = action;
  const words = [
    literal(`${number} ${what}`),
    literal(ownerName),
    say('minutes.due', { date: say.date(due, today) }),
    state === 'open' ? [] : say(state === 'klaar' ? 'minutes.action-done' : 'minutes.action-stopped'),
  ];
  const isTheirs = reader !== null && ownerId === reader && agreed && state === 'open';
  const notRight: readonly Button[] = isTheirs
    ? [actionButton(say.plain('minutes.button.not-right'), 'actie.klopt-niet', action)]
    : [];
  return { title: joinText(words), lines: [], ...(notRight.length > 0 ? { buttons: notRight } : {}) };
}

/** The updates that came with the minutes. */
async function updateRows({ store, say }: Shown, { meeting, entries }: Minutes): Promise<readonly Row[]> {
  const team = await store.agenda.team(meeting.teamId);
  if (!team) return [];
  const ownedBy = { teamIds: [team.id], personId: team.chairId };
  const goals = await store.goals.titles({ schoolIds: [team.schoolId], ownedBy });
  const written = new Set(entries.map(({ at }) => at.getTime()));
  const rows = goals.map(async ({ id, number, title }): Promise<readonly Row[]> => {
    const checkIns = await store.goals.checkIns(id);
    const goal = { number, title };
    const unit = (await store.goals.line(id))?.unit ?? '';
    const was = checkIns.find(({ date, value }) => date < meeting.date && value !== null)?.value ?? null;
    return checkIns
      .filter(({ at, date }) => date === meeting.date && written.has(at.getTime()))
      .map(({ status, sentence, value }) => ({
        title: joinText([say('minutes.update', goal), valueWords(say, unit, value, was)]),
        state: stateOf(status, say),
        lines: sentence ? [quoted(sentence)] : [],
      }));
  });
  return (await Promise.all(rows)).flat();
}

/** `26%, was 22%`. */
function valueWords(say: Say, unit: string, value: number | null, was: number | null): RichText {
  if (value === null) return [];
  const now = say.value(value, unit);
  return was === null ? literal(now) : say('minutes.value-was', { now, was: say.value(was, unit) });
}

async function itemRows({ store, say }: Shown, items: readonly AgendaItem[]): Promise<readonly Row[]> {
  // That it moved on is what the heading says.
  return Promise.all(
    items.map(async (item) => ({
      title: await itemWords({ store, say }, { ...item, carried: 0 }, 'member'),
      lines: [],
    })),
  );
}

function heading(text: RichText): Part {
  return { kind: 'heading', text };
}
