/** `acties`: a line per action, with its one owner and its date. */
import { ACTION_STATES } from '../../actions/action.ts';
import { TEXT_LENGTH } from '../../goals/lengths.ts';
import type { ActionRow, GoalReference } from '../book.ts';
import { day, email, type Kind, name, text, whole, word } from '../kinds.ts';
import { chat, optional, quiet, required, type Sheet } from '../sheet.ts';
import { HIGHEST_NUMBER } from './doelen.ts';

/** A goal by its number or by its title; digits are a number, as people say it. */
const goal: Kind<GoalReference> = {
  read: (typed) => ({ value: /^\d{1,6}$/.test(typed) ? { number: Number(typed) } : { title: typed } }),
  write: (reference) => ('number' in reference ? String(reference.number) : reference.title),
};

const fields = {
  school: required(name),
  actie: required(text(TEXT_LENGTH)),
  nr: quiet(whole(1, HIGHEST_NUMBER), null),
  eigenaar: chat(required(email)),
  datum: chat(required(day)),
  leerteam: optional(name, null),
  doel: optional(goal, null),
  status: chat(quiet(word(ACTION_STATES), 'open')),
};

export const acties: Sheet<'acties', typeof fields> = {
  name: 'acties',
  fields,
  called: ['nr', 'actie'],
  toRow: (values): ActionRow => ({
    school: values.school,
    what: values.actie,
    number: values.nr,
    owner: values.eigenaar,
    due: values.datum,
    team: values.leerteam,
    goal: values.doel,
    state: values.status,
  }),
  toValues: (row) => ({
    school: row.school,
    actie: row.what,
    nr: row.number,
    eigenaar: row.owner,
    datum: row.due,
    leerteam: row.team,
    doel: row.goal,
    status: row.state,
  }),
  problems: () => [],
};
