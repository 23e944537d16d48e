/** What somebody filled in in a modal, field by field, and what Slack itself would not let through. */
import type { Typed } from '../chat/chat-member.ts';
import type { Json } from './fake-types.ts';
import { textOf } from './screen-words.ts';

/** The value of one element, as `view.state.values` has it. */
type Held = Json & { readonly type: string };

/** What somebody typed in modals. An update of a modal leaves it in every field that keeps its block id and action id, as in Slack. */
export class FilledModal {
  readonly #typed = new Map<string, Held>();

  /** As `view.state`: of each field what was typed, else what the modal came with. */
  state(view: Json): { readonly values: Readonly<Record<string, Readonly<Record<string, Held>>>> } {
    const values: Record<string, Record<string, Held>> = {};
    for (const { blockId, element } of fields(view)) {
      const typed = this.#typed.get(keyOf(view, blockId, element));
      const isSame = typed !== undefined && typed.type === element.type;
      values[blockId] = { [String(element.action_id)]: isSame ? typed : initial(element) };
    }
    return { values };
  }

  /** The modal as it stands on the screen: with what was typed in it. */
  shown<View extends Json>(view: View): View {
    const { values } = this.state(view);
    const blocks = (view.blocks as readonly Json[]).map((block) => {
      if (block.type !== 'input') return block;
      const element = block.element as Json;
      const { type: _, ...held } = values[String(block.block_id)]![String(element.action_id)]!;
      const { initial_value, initial_date, initial_time, initial_option, initial_options, ...empty } = element;
      const filled = Object.entries(held).flatMap(([name, value]) =>
        value === null ? [] : [[name.replace('selected_', 'initial_').replace(/^value$/, 'initial_value'), value]],
      );
      return { ...block, element: { ...empty, ...Object.fromEntries(filled) } };
    });
    return { ...view, blocks };
  }

  /** Fills in the field with this label. Throws when there is none, or when it does not take this. */
  fill(view: Json, label: string, value: Typed): void {
    const all = fields(view);
    const field = all.find((each) => each.label === label);
    if (!field) throw new Error(`no field "${label}" among: ${all.map((each) => each.label).join(', ')}`);
    this.#typed.set(keyOf(view, field.blockId, field.element), held(field.element, label, value));
  }

  /** Why Slack does not send this modal yet; empty when it does. */
  problems(view: Json): readonly string[] {
    const { values } = this.state(view);
    return fields(view).flatMap(({ blockId, label, element, optional }) => {
      const value = values[blockId]![String(element.action_id)]!;
      const text = String(value.value ?? '');
      if (isEmpty(value)) return optional ? [] : [`${label}: required`];
      if (text.length > Number(element.max_length ?? 3_000)) return [`${label}: too long`];
      if (text.length < Number(element.min_length ?? 0)) return [`${label}: too short`];
      if (Number(text) < Number(element.min_value ?? -Infinity)) return [`${label}: too low`];
      if (Number(text) > Number(element.max_value ?? Infinity)) return [`${label}: too high`];
      return [];
    });
  }
}

function keyOf(view: Json, blockId: string, element: Json): string {
  return `${view.id}|${blockId}|${element.action_id}`;
}

function fields(view: Json): readonly {
  readonly blockId: string;
  readonly label: string;
  readonly element: Json;
  readonly optional: boolean;
}[] {
  return (view.blocks as readonly Json[])
    .filter(({ type }) => type === 'input')
    .map((block) => ({
      blockId: String(block.block_id),
      label: textOf(block.label),
      element: block.element as Json,
      optional: block.optional === true,
    }));
}

function isEmpty({ type: _, ...values }: Held): boolean {
  return Object.values(values).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function initial(element: Json): Held {
  const type = String(element.type);
  switch (type) {
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return { type, value: element.initial_value ?? null };
    default:
      throw new Error(`nobody can fill in a ${type} here`);
  }
}

function held(element: Json, label: string, value: Typed): Held {
  const type = String(element.type);
  switch (type) {
    case 'datepicker':
      return { type, selected_date: matching(label, value, /^(\d{4}-\d{2}-\d{2})?$/) || null };
    case 'timepicker':
      return { type, selected_time: matching(label, value, /^(\d{2}:\d{2})?$/) || null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: value === '' ? null : option(element, label, String(value)) };
    case 'checkboxes':
    case 'multi_static_select': {
      const options = optionsOf(element);
      // A single box is ticked or not.
      if (typeof value === 'boolean') return { type, selected_options: value ? options.slice(0, 1).map(asChosen) : [] };
      return { type, selected_options: [value].flat().map((each) => option(element, label, each)) };
    }
    case 'number_input':
      return {
        type,
        value: matching(label, value, element.is_decimal_allowed ? /^(-?\d+(\.\d+)?)?$/ : /^(-?\d+)?$/) || null,
      };
    default:
      return { type, value: String(value) || null };
  }
}

function matching(label: string, value: Typed, pattern: RegExp): string {
  const text = String(value);
  if (!pattern.test(text)) throw new Error(`"${label}" does not take "${text}"`);
  return text;
}

function option(element: Json, label: string, wanted: string): Json {
  const options = optionsOf(element);
  const found = options.find(({ text }) => textOf(text) === wanted);
  if (!found) throw new Error(`"${label}" has no "${wanted}": ${options.map(({ text }) => textOf(text)).join(', ')}`);
  return asChosen(found);
}

function asChosen({ text, value }: Json): Json {
  return { text, value };
}

function optionsOf(element: Json): readonly Json[] {
  const groups = (element.option_groups ?? []) as readonly Json[];
  return [element, ...groups].flatMap(({ options }) => (options ?? []) as readonly Json[]);
}
