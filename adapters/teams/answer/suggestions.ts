/** [doel status] [actie] [hulp] under the welcome, the home page and the help: what can be typed, one press away. Only in somebody's own chat. */
import { eitherOf } from '../../../src/bot/either-of.ts';
import { help } from '../../../src/bot/help.command.ts';
import { Registry } from '../../../src/bot/registry.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { buttonsIn } from '../../../src/bot/reply-buttons.ts';
import { clean, tokens } from '../../../src/bot/tokens.ts';
import { typedLine } from '../../../src/bot/typed-line.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { start } from '../../../src/start/start.command.ts';
import type { Tools, Who } from '../receive.ts';
import type { Asked } from './ask.ts';
import { hereOf, postLine } from './post.ts';

/** Teams shows three. */
const MOST = 3;

/** By what each of them does. */
const WORDS = [
  { intent: start.intent, key: 'msteams.suggest-start' },
  { intent: 'doel.status', key: 'msteams.suggest-goals' },
  { intent: 'actie', key: 'msteams.suggest-actions' },
  { intent: help.intent, key: 'msteams.suggest-help' },
] as const;

const START_AND_HELP = new Registry([start, help]);

/** After what was typed in their own chat; nothing after most. Never throws. */
export async function suggestAfter(tools: Tools, { said, who }: Asked, answered: Notice): Promise<void> {
  if (said.kind !== 'text') return;
  const typed = tokens(typedLine(clean(said.text)));
  const match = START_AND_HELP.match(typed, localDateOf(tools.clock.now()));
  if (match.kind === 'intent') await suggest(tools, who, answered, match.intent.name);
}

/**
 * A line of its own, as Teams shows no suggestions beside a card. Only what `shown` has a button for, so that it is theirs to use; nothing to who
 * is offered nothing. `done`: what they just did. Never throws.
 */
export async function suggest(tools: Tools, who: Who, shown: Notice, done: string | null = null): Promise<void> {
  const offered = new Set<string>(buttonsIn(shown).map(({ intent }) => intent.name));
  if (offered.size === 0) return;
  offered.add(help.intent);
  const say = await tools.voices.of(who);
  const words = WORDS.filter(({ intent }) => offered.has(intent) && intent !== done)
    .slice(0, MOST)
    .map(({ key }) => say.plain(key));
  if (words.length === 0) return;
  const actions = words.map((word) => ({ type: 'imBack', title: word, value: word }));
  // The line stays when Teams takes the suggestions away.
  await postLine(tools, hereOf(who), say('msteams.suggest', { words: eitherOf(words, say) }), {
    suggestedActions: { to: [who.member], actions },
  });
}
