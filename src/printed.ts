/** What `vooruitblik` and `tik` print: a line for each nudge of a period, and messages as they would go out. Pure. */
import { plain } from './bot/plain.ts';
import type { Notice } from './bot/reply.ts';
import type { Say } from './bot/text.ts';
import { localTimeOf } from './calendar/zone.ts';
import type { PreviewLine } from './delivery/preview.ts';

/** One line each; for people with the count below. */
export function previewLines(nudges: readonly PreviewLine[], asJson: boolean, say: Say): readonly string[] {
  if (asJson) return nudges.map((nudge) => JSON.stringify(nudge));
  return [
    ...nudges.map(
      ({ op, aan, soort, onderwerp }) => `${op.slice(0, 10)} ${op.slice(11, 16)}  ${aan}  ${soort}  ${onderwerp}`,
    ),
    say.plain('cli.preview-count', { count: nudges.length }),
  ];
}

/** A message may have several lines. `now` is when they would go out. */
export function messageLines(
  messages: readonly { readonly to: string; readonly notice: Notice }[],
  now: Date,
  say: Say,
): readonly string[] {
  return [
    ...messages.map(({ to, notice }) => `${localTimeOf(now)} ${to}\n${plain(notice).replace(/^/gm, '  ')}\n`),
    messages.length === 0 ? say.plain('cli.nothing-to-send') : say.plain('cli.would-send', { count: messages.length }),
  ];
}
