/** The form of `/leerteam wijzig` and `/leerteam nieuw`. */
import type { Context } from '../bot/command.ts';
import type { Field, Form, Intent, Option, RichText } from '../bot/reply.ts';
import type { PlainKey, Say } from '../bot/text.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { colleagueOptions } from '../people/find-colleague.ts';
import type { SchoolId } from '../people/person.ts';
import { METHODS, TEAM_KINDS } from './leerteam.ts';
import { LONGEST_NAME, RHYTHMS, TEAM_VALUES, type TeamValue, type TeamValues } from './team-fields.ts';
import { methodWord, teamKindWord } from './team-words.ts';

export const TEAM_LABELS = {
  naam: 'leerteam.form.name',
  soort: 'leerteam.kind',
  voorzitter: 'leerteam.chair',
  vervanger: 'leerteam.deputy',
  dag: 'leerteam.form.day',
  tijd: 'leerteam.form.time',
  duur: 'leerteam.form.duration',
  ritme: 'leerteam.form.rhythm',
  eerste: 'leerteam.form.first',
  methode: 'leerteam.method',
} as const satisfies Record<TeamValue, PlainKey>;

export type TeamFormOptions = {
  readonly schoolId: SchoolId;
  readonly title: string;
  readonly intro: RichText | null;
  readonly intent: Intent;
  readonly values: TeamValues;
};

export async function teamForm(
  context: Context,
  { schoolId, title, intro, intent, values }: TeamFormOptions,
): Promise<Form> {
  const { say } = context;
  const colleagues = await colleagueOptions(context, schoolId);
  return {
    kind: 'form',
    title,
    intro,
    fields: TEAM_VALUES.map((name) => fieldOf(name, values[name], colleagues, say)),
    intent,
    submit: say.plain('bot.save'),
    small: say('leerteam.form.small'),
  };
}

/** How a value is shown in words. */
export function valueWords(
  name: TeamValue,
  value: string | undefined,
  colleagues: readonly Option[],
  say: Say,
): string {
  if (!value) return say.plain('leerteam.empty');
  return optionsOf(name, colleagues, say)?.find((option) => option.value === value)?.label ?? value;
}

function fieldOf(name: TeamValue, value: string | undefined, colleagues: readonly Option[], say: Say): Field {
  const options = optionsOf(name, colleagues, say);
  // Somebody who left the school is no choice any more.
  const held = value !== undefined && (!options || options.some((option) => option.value === value));
  const base = {
    name,
    label: say.plain(TEAM_LABELS[name]),
    required: name !== 'vervanger' && name !== 'eerste',
    ...(held ? { value } : {}),
  };
  if (options) return { ...base, kind: 'choice', options };
  if (name === 'tijd') return { ...base, kind: 'time' };
  if (name === 'duur') return { ...base, kind: 'number' };
  if (name === 'eerste') return { ...base, kind: 'date', hint: say.plain('leerteam.form.first-hint') };
  return { ...base, kind: 'text', maxLength: LONGEST_NAME };
}

function optionsOf(name: TeamValue, colleagues: readonly Option[], say: Say): readonly Option[] | null {
  switch (name) {
    case 'soort':
      return TEAM_KINDS.map((kind) => ({ value: kind, label: teamKindWord(say, kind) }));
    case 'methode':
      return METHODS.map((method) => ({ value: method, label: methodWord(say, method) }));
    case 'voorzitter':
    case 'vervanger':
      return colleagues;
    case 'dag':
      return WEEKDAYS.map((day) => ({ value: day, label: say.plain(`weekday.${day}`) }));
    case 'ritme':
      return RHYTHMS.map((rhythm) => ({ value: rhythm, label: say.plain(`leerteam.form.rhythm.${rhythm}`) }));
    default:
      return null;
  }
}
