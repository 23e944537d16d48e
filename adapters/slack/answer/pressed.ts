/** `✓ Op koers`, where the buttons were of which somebody pressed one: what was asked there is done. The other rows keep their buttons. */
import type { Block, ContextBlock, SectionBlock } from '@slack/types';
import type { Pressed } from '../receive/payloads.ts';
import type { Tools } from '../receive.ts';
import type { SlackBlock } from '../render.ts';
import { edit, reasonOf } from './ways.ts';

/** Only for a message in somebody's own conversation with the bot. Never throws: they have their answer, so a word in the log is enough. */
export async function markPressed(tools: Tools, { channel, message, actions }: Pressed): Promise<void> {
  const [{ block_id: blockId, text: label }] = actions;
  if (!channel || !message?.blocks.some(({ block_id }) => block_id === blockId) || !blockId || !label) return;
  const blocks = withoutButtons(message.blocks, blockId, label.text) as SlackBlock[];
  try {
    await edit(tools.api, { channel: channel.id, ts: message.ts }, { text: message.text, blocks });
  } catch (error) {
    tools.log('warn', 'slack: pressed buttons were not taken away', { reason: reasonOf(error) });
  }
}

/** The row of buttons, or the line with a button beside it, says what was pressed. Pure. */
export function withoutButtons(blocks: readonly Block[], blockId: string, label: string): Block[] {
  const done = `✓ ${label}`;
  return blocks.map((block): Block => {
    if (block.block_id !== blockId) return block;
    if (isSection(block)) return doneBeside(block, done);
    return contextOf(done, blockId);
  });
}

function contextOf(done: string, blockId: string): ContextBlock {
  return { type: 'context', block_id: blockId, elements: [{ type: 'plain_text', text: done, emoji: false }] };
}

function doneBeside({ accessory: _, ...section }: SectionBlock, done: string): SectionBlock {
  return section.text ? { ...section, text: { ...section.text, text: `${section.text.text}\n${done}` } } : section;
}

function isSection(block: Block): block is SectionBlock {
  return block.type === 'section';
}
