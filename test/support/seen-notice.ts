/** A neutral notice as a receiver of the platform contract sees it, where it is kept as it is. */
import { plain } from '../../src/bot/plain.ts';
import type { Notice } from '../../src/bot/reply.ts';
import type { SeenMessage } from '../contracts/platform.contract.ts';

export function seenNotice(notice: Notice): SeenMessage {
  const buttons = notice.parts.flatMap((part) => {
    if (part.kind === 'buttons') return part.buttons;
    if (part.kind !== 'list') return [];
    return [...part.rows.flatMap((row) => row.buttons ?? []), ...(part.more ? [part.more] : [])];
  });
  const words = plain(notice)
    .split('\n')
    .filter((line) => !/^\s*\[.*\]$/.test(line));
  return { words: words.join('\n'), controls: buttons.map(({ intent, key }) => ({ ...intent, key: key ?? null })) };
}
