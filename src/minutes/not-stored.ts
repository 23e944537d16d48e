/** "Wat jij invulde is nog niet opgeslagen": does a form of minutes that was sent again say something else than what is stored? */
import type { Context } from '../bot/command.ts';
import type { Minutes } from './minutes.store.ts';
import { actionFields, type Filled, goalFields, goalsIn, MOST_ACTIONS } from './minutes-fields.ts';
import { readDecisions } from './read-minutes.ts';

/** Compares its words; who does an action, when, and what moves on is not looked at. */
export async function saysMore(context: Context, filled: Filled, minutes: Minutes | null): Promise<boolean> {
  if (!minutes) return false;
  const { store } = context;
  const { entries, decisions, actions, meeting } = minutes;
  const advice = await Promise.all(minutes.adviceIds.map((id) => store.advice.advice(id)));
  const isIn = (name: string, texts: readonly (string | undefined)[]): boolean => {
    const typed = filled[name]?.trim() ?? '';
    return typed === '' || texts.includes(typed);
  };
  const decided = decisions.map(({ text }) => text);
  const agreed = actions.map(({ what }) => what);
  const known =
    readDecisions(context, filled).every((each) => decided.includes(each)) &&
    Array.from({ length: MOST_ACTIONS }, (_, index) => actionFields(index + 1).what).every((name) =>
      isIn(name, agreed),
    ) &&
    isIn(
      'tekst',
      entries.map(({ text }) => text),
    ) &&
    isIn(
      'delen',
      entries.map(({ shared }) => shared),
    ) &&
    // What a director decides at once is a decision, with its reasons behind it.
    (isIn(
      'advies',
      advice.map((each) => each?.text),
    ) ||
      decided.some((text) => text.startsWith(filled.advies!.trim())));
  if (!known) return true;
  for (const id of goalsIn(filled)) {
    const names = goalFields(id);
    const checkIns = (await store.goals.checkIns(id)).filter(({ date }) => date === meeting.date);
    const status = checkIns.map((each): string => each.status);
    if (
      !isIn(names.status, status) ||
      !isIn(
        names.sentence,
        checkIns.map(({ sentence }) => sentence),
      )
    )
      return true;
  }
  return false;
}
