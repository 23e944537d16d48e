/** What somebody has before them in Teams, in the shape that is the same on every platform. */
import { type Control, unpack } from '../../../src/bot/control.ts';
import type { Crawled } from '../chat/crawl.ts';
import type { Seen, SeenButton, SeenField } from '../chat/seen.ts';
import { kindOf } from './activities.ts';
import type { Json } from './fake-types.ts';
import { inputsOf } from './filled-card.ts';
import type { Member } from './member.ts';
import { buttonsOf, cardIn, type Shown } from './screen.ts';
import type { TeamsSchool } from './teams-school.ts';

/** Of a number, see the adapter's `form-fields.ts`. */
const NUMBER_LENGTH = 50;

export function crawledInTeams(school: TeamsSchool, member: Member, channel: string): Crawled {
  const said = async ({ data }: Json) => {
    const control = await unpack(String((data as Json).control), school.opened.store.controls);
    return control?.said ?? null;
  };
  return {
    ...{ school, member, channel },
    seen: (which) =>
      Promise.all((which === 'all' ? member.screen() : member.news).map((shown) => seen(member, shown, said))),
  };
}

type Said = (button: Json) => Promise<Control['said'] | null>;

async function seen(member: Member, shown: Shown, said: Said): Promise<Seen> {
  const card = cardIn(shown);
  const inputs = card ? inputsOf(card) : [];
  const isForm = inputs.length > 0;
  const all = buttonsOf(shown);
  // The last one sends the form.
  const buttons = (isForm ? all.slice(0, -1) : all).map(async (button, at): Promise<SeenButton> => {
    const label = String(button.title);
    return {
      label,
      said: await said(button),
      occurrence: all.slice(0, at + 1).filter(({ title }) => title === label).length,
      press: () => member.pressesOn(shown, button),
    };
  });
  return {
    surface: surfaceOf(shown),
    buttons: await Promise.all(buttons),
    form: isForm ? { said: await said(all.at(-1)!), fields: inputs.map(fieldOf) } : null,
    isPassing: isForm,
  };
}

function surfaceOf(shown: Shown): string {
  return shown.kind === 'dialog' ? 'dialog' : kindOf(shown.message.conversation);
}

const KINDS: Readonly<Record<string, SeenField['kind']>> = {
  'Input.Date': 'date',
  'Input.Time': 'time',
  'Input.Toggle': 'choices',
};

function fieldOf(input: Json): SeenField {
  const { type, label, isRequired, maxLength, value } = input;
  const choices = type === 'Input.Toggle' ? [input] : ((input.choices ?? []) as readonly Json[]);
  const choice = input.isMultiSelect ? 'choices' : 'choice';
  return {
    label: String(label),
    kind: KINDS[String(type)] ?? (choices.length > 0 ? choice : maxLength === NUMBER_LENGTH ? 'number' : 'text'),
    isRequired: isRequired === true,
    isHeld: value !== undefined,
    options: choices.map(({ title }) => String(title)),
    maxLength: Number(maxLength ?? 3_000),
  };
}
