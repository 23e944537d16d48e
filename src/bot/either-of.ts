/** `Nadia`, `Nadia of Marieke`, `doel status, actie of hulp`. */
import type { Say } from './text.ts';

export function eitherOf(names: readonly string[], say: Say): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${say.plain('bot.or')} ${names.at(-1)}`;
}
