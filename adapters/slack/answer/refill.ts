/** A form that is shown once more holds what was filled in: Slack forgets that when something else stood in the modal meanwhile. */
import type { Block } from '@slack/types';
import type { SentValue, SentValues } from '../render/form-values.ts';

type Element = { readonly type: string; readonly action_id?: string };
type Input = Block & { readonly element: Element };

/** The same blocks, each input with what was filled in. `values` is the `state.values` of the view. */
export function refilled(blocks: readonly Block[], values: SentValues): readonly Block[] {
  return blocks.map((block) => {
    if (!isInput(block)) return block;
    const sent = values[block.block_id ?? '']?.[block.element.action_id ?? ''];
    return sent ? { ...block, element: { ...withoutInitial(block.element), ...initial(sent) } } : block;
  });
}

/** As the elements of Slack name what they hold at first. */
function initial(sent: SentValue): Readonly<Record<string, unknown>> {
  const { value, selected_date, selected_time, selected_option, selected_options } = sent;
  if (value) return { initial_value: value };
  if (selected_date) return { initial_date: selected_date };
  if (selected_time) return { initial_time: selected_time };
  if (selected_option) return { initial_option: selected_option };
  if (selected_options && selected_options.length > 0) return { initial_options: selected_options };
  return {};
}

function withoutInitial(element: Element): object {
  return Object.fromEntries(Object.entries(element).filter(([name]) => !name.startsWith('initial_')));
}

function isInput(block: Block): block is Input {
  return block.type === 'input' && 'element' in block;
}
