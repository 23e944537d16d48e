/** The form of `/doel nieuw` and `/doel wijzig`. */
import type { Context } from '../bot/command.ts';
import type { Field, Form, Intent, RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { PHASES, RHYTHMS } from './goal.ts';
import { FIELD_LABELS, FIELD_NAMES, type FieldName, longest, type Values } from './goal-fields.ts';
import type { OwnerOption } from './owner-options.ts';
import { phaseWord } from './phase.ts';

const HINTS = {
  ambitie: 'goals.hint.ambition',
  succescriterium: 'goals.hint.criterion',
  indicator: 'goals.hint.indicator',
  eenheid: 'goals.hint.unit',
  meetinstrument: 'goals.hint.instrument',
  start: 'goals.hint.start',
  aanloop: 'goals.hint.phase',
} as const;

/** The form with these values filled in. */
export function goalForm(
  { say }: Pick<Context, 'say'>,
  form: {
    readonly title: string;
    readonly short?: string;
    readonly intro: RichText | null;
    readonly intent: Intent;
    readonly values: Values;
    readonly owners: readonly OwnerOption[];
    /** The fields that are asked for; the values of the others go along unseen. */
    readonly asked?: readonly FieldName[];
  },
): Form {
  const asked = form.asked ?? FIELD_NAMES;
  const along = Object.entries(form.values).filter(([name, value]) => value && !asked.includes(name as FieldName));
  return {
    kind: 'form',
    title: form.title,
    ...(form.short ? { short: form.short } : {}),
    intro: form.intro,
    fields: asked.map((name) => fieldOf(name, form.values[name], form.owners, say)),
    intent: { ...form.intent, args: { ...form.intent.args, ...(Object.fromEntries(along) as Record<string, string>) } },
    submit: say.plain('bot.save'),
    small: say('goals.small'),
  };
}

function fieldOf(name: FieldName, value: string | undefined, owners: readonly OwnerOption[], say: Say): Field {
  const hint = name in HINTS ? say.plain(HINTS[name as keyof typeof HINTS]) : undefined;
  const base = {
    name,
    label: say.plain(FIELD_LABELS[name]),
    required: false,
    ...(hint ? { hint } : {}),
    ...(value ? { value } : {}),
  };
  switch (name) {
    case 'titel':
      return { ...base, kind: 'text', required: true, maxLength: longest(name) };
    case 'eigenaar':
      return { ...base, kind: 'choice', required: true, options: owners.map(({ value, label }) => ({ value, label })) };
    case 'nulmeting':
    case 'streefwaarde':
      return { ...base, kind: 'number' };
    case 'start':
    case 'eind':
      return { ...base, kind: 'date' };
    case 'ritme':
      return { ...base, kind: 'choice', required: true, options: rhythmOptions(say) };
    case 'fase':
      return {
        ...base,
        kind: 'choice',
        required: true,
        options: PHASES.map((phase) => ({ value: phase, label: phaseWord(phase, say) })),
      };
    case 'thema':
    case 'indicator':
    case 'eenheid':
    case 'meetinstrument':
      return { ...base, kind: 'text', maxLength: longest(name) };
    default:
      return { ...base, kind: 'long-text', maxLength: longest(name) };
  }
}

function rhythmOptions(say: Say) {
  return RHYTHMS.map((rhythm) => ({
    value: String(rhythm),
    label: rhythm === 'blok' ? say.plain('goals.rhythm.blok') : say.plain('goals.rhythm.weeks', { weeks: rhythm }),
  }));
}
