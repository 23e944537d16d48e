/** `1. **doel status**`, `Leerteambot, doel status`, `“/ doel status”`: the command in what people type and paste, without what stands around it. */

/** Quotes, and the marks with which chats write bold, italic and code; the longest first. */
const AROUND: readonly (readonly [opening: string, closing: string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
  ['```', '```'],
  ['`', '`'],
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
];

const BEFORE: readonly RegExp[] = [
  // A list, a heading, a quote.
  /^(?:\d{1,2}[.)]|[-•#>*]+)\s+/u,
  // The bot's own name, without a mention.
  /^@?leerteambot(?:[,:]\s*|\s+|$)/iu,
  // Bold or code that ends within the line: `**doel** status`.
  /^(?:\*{1,2}|_{1,2}|`{1,3})(?=[/\p{L}])/u,
];

/** Nobody pastes more of them around each other. */
const MOST_LAYERS = 6;

/** No command begins with what is taken off here, and nothing is taken off behind it that was not opened before it. Linear in the length. */
export function typedLine(text: string): string {
  let line = withoutQuoted(text);
  for (let layer = 0; layer < MOST_LAYERS; layer++) line = withoutLayer(line);
  // A telephone puts a space behind the slash.
  return line.replace(/^\/\s+(?=\S)/u, '/');
}

/** What is answered (`> …`), when the answer stands below it. */
function withoutQuoted(text: string): string {
  const lines = text.split('\n');
  const answer = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('>'));
  return answer > 0 ? lines.slice(answer).join('\n') : text;
}

function withoutLayer(line: string): string {
  for (const [opening, closing] of AROUND) {
    if (!line.startsWith(opening) || !line.endsWith(closing)) continue;
    const inner = line.slice(opening.length, -closing.length);
    if (inner && !inner.includes(opening) && !inner.includes(closing)) return inner.trim();
  }
  const before = BEFORE.find((pattern) => pattern.test(line));
  return before ? line.replace(before, '') : line;
}
