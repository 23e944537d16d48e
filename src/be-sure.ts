/** `wis naam@school.example` on a terminal: who it is, what hangs on them, and "Typ ja om te wissen". */
import { createInterface } from 'node:readline/promises';
import { say as voice } from './bot/text.ts';
import { CliError } from './command-line.ts';
import { atStakeLines, type ToErase } from './privacy/at-stake.ts';

const say = voice('nl');

/** Throws a CliError unless `ja` is typed. Nobody to remove is nothing to ask about. */
export async function beSure(
  person: ToErase | null,
  { stdin, stderr }: { readonly stdin: NodeJS.ReadableStream; readonly stderr: NodeJS.WritableStream },
): Promise<void> {
  if (person === null) return;
  const { name, email, stake } = person;
  const lines = [say.plain('removal.who', { name, email }), ...atStakeLines(stake, say, 'removal.is')];
  stderr.write(lines.map((line) => `${line}\n`).join(''));
  if ((await typedAt(say.plain('removal.ask'), stdin, stderr)) !== 'ja') {
    throw new CliError(say.plain('removal.not-done'));
  }
}

/** Lower case; empty when nothing more comes. */
async function typedAt(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input, output });
  lines.setPrompt(question);
  lines.prompt();
  try {
    for await (const line of lines) return line.trim().toLowerCase();
    return '';
  } finally {
    lines.close();
  }
}
