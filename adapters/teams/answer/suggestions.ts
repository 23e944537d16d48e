/** [doel status] [actie] [hulp] under the welcome, the home page and the help: what can be typed, one press away. Only in somebody's own chat. */
import { help } from '../../../src/bot/help.command.ts';
import { start } from '../../../src/start/start.command.ts';
import type { Tools, Who } from '../receive.ts';
import type { Asked } from './ask.ts';
import { hereOf, postLine } from './post.ts';

/** Teams shows three. */
const MOST = 3;

const WORDS = [
  'msteams.suggest-start',
  'msteams.suggest-goals',
  'msteams.suggest-actions',
  'msteams.suggest-help',
] as const;

/** After what was typed in their own chat; nothing after most. Never throws. */
export async function suggestAfter(tools: Tools, { said, who }: Asked): Promise<void> {
  if (said.kind !== 'text') return;
  const typed = said.text.replace(/^\//, '').trim().toLowerCase();
  const shown = [start, help].find(({ words }) => words.includes(typed));
  if (shown) await suggest(tools, who, shown.words);
}

/** A line of its own, as Teams shows no suggestions beside a card. `but`: what they just did. Never throws. */
export async function suggest(tools: Tools, who: Who, but: readonly string[] = start.words): Promise<void> {
  const say = await tools.voices.of(who);
  const words = WORDS.map((key) => say.plain(key)).filter((word) => !but.includes(word));
  const actions = words.slice(0, MOST).map((word) => ({ type: 'imBack', title: word, value: word }));
  await postLine(tools, hereOf(who), say('msteams.suggest'), { suggestedActions: { to: [who.member], actions } });
}
