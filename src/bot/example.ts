/** `/doel update 3 op koers 72`: a line that works, shown in help and after mistakes; with people's words in it, in the reader's language. */
import type { PlainKey, Say } from './text.ts';

/** The line itself, or where it has more than command words, the text that holds it. */
export type Example = `/${string}` | Extract<PlainKey, `example.${string}`>;

export function exampleFor(say: Say, example: Example): string {
  return isText(example) ? say.plain(example) : example;
}

function isText(example: Example): example is Exclude<Example, `/${string}`> {
  return !example.startsWith('/');
}
