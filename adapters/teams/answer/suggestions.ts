/** [doel status] [actie] [hulp] under the home page and the help: what can be typed, one press away. Only in somebody's own chat. */
import { help } from '../../../src/bot/help.command.ts';
import type { Say } from '../../../src/bot/text.ts';
import { start } from '../../../src/start/start.command.ts';
import type { Outgoing } from '../api/calls.ts';
import type { Tools, Who } from '../receive.ts';
import type { Asked } from './ask.ts';
import type { Surface } from './surface.ts';

/** Teams shows three. */
const MOST = 3;

const WORDS = ['msteams.suggest-start', 'msteams.suggest-goals', 'msteams.suggest-actions', 'msteams.suggest-help'] as const;

/** What comes with an answer; nothing with most. */
export async function suggestionsAfter({ voices }: Tools, { said, who }: Asked, { isOwn }: Surface): Promise<Outgoing> {
  const asked = said.kind === 'intent' ? said.intent.name : said.text.replace(/^\//, '').trim().toLowerCase();
  const shows = [start, help].find(({ intent, words }) => intent === asked || words.includes(asked));
  return isOwn && shows ? suggestions(await voices.of(who), who, shows.words) : {};
}

/** `but`: what need not be suggested, as it was just done. */
export function suggestions(say: Say, { member }: Who, but: readonly string[] = start.words): Outgoing {
  const words = WORDS.map((key) => say.plain(key)).filter((word) => !but.includes(word));
  const actions = words.slice(0, MOST).map((word) => ({ type: 'imBack', title: word, value: word }));
  return { suggestedActions: { to: [member], actions } };
}
