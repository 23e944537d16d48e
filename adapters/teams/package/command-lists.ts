/** What Teams offers when somebody begins to type to the bot: a few commands for each place, as `/hulp` tells of them. */
import type { Command } from '../../../src/bot/command.ts';
import { exampleFor } from '../../../src/bot/example.ts';
import type { PlainKey, Say } from '../../../src/bot/text.ts';

export type Scope = 'personal' | 'team' | 'groupChat';

export type CommandList = {
  readonly scopes: readonly [Scope];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
};

/** In a channel or a group chat: what a leerteam does together. */
const TOGETHER = ['agenda', 'agenda.punt', 'agenda.delen', 'agenda.verzet', 'actie.team', 'leerteam.koppel', 'hulp'];

/** Intents, at most twelve in each place; all others can be typed just as well. */
const OFFERED: Readonly<Record<Scope, readonly string[]>> = {
  personal: [
    'start',
    'doel.status',
    'doel.update',
    'agenda',
    'agenda.punt',
    'actie',
    'actie.team',
    'leerteam',
    'pop',
    'afwezig',
    'instellingen',
    'hulp',
  ],
  team: TOGETHER,
  groupChat: TOGETHER,
};

/** What `/hulp` does not list. */
const DESCRIBED: Readonly<Record<string, PlainKey>> = { 'leerteam.koppel': 'teams-package.link-channel' };

/** Their words without a slash, and what they do in the language of `say`. Throws when there is no such command, or nothing is said about it. */
export function commandLists(commands: readonly Command[], say: Say): readonly CommandList[] {
  const byIntent = new Map(commands.map((command) => [command.intent, command]));
  return (Object.keys(OFFERED) as Scope[]).map((scope) => ({
    scopes: [scope],
    commands: OFFERED[scope].map((intent) => {
      const command = byIntent.get(intent);
      const about = DESCRIBED[intent] ?? command?.help;
      if (!command || !about) throw new Error(`no command to offer in Teams: ${intent}`);
      return { title: titleOf(command, say), description: say.plain(about) };
    }),
  }));
}

/** The words that its example begins with: `doel status`, where `doel` alone would do. */
function titleOf({ words, example }: Command, say: Say): string {
  const shown = exampleFor(say, example).replace(/^\//, '');
  const begun = words.filter((spelling) => shown === spelling || shown.startsWith(`${spelling} `));
  return begun.sort((a, b) => b.length - a.length)[0] ?? words[0]!;
}
