/** A command: the same act whether it was typed, pressed or filled in. One file each, named `<what>.command.ts`. */
import type { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Actor } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { Store } from '../store.ts';
import { UserError } from './errors.ts';
import { type Example, exampleFor } from './example.ts';
import type { Intent, Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { PlainKey, Say, TextKey } from './text.ts';
import type { Token } from './tokens.ts';

export type Context = {
  readonly actor: Actor;
  readonly store: Store;
  readonly now: Date;
  readonly today: LocalDate;
  readonly say: Say;
  readonly place: Request['place'];
  /** What is being done, so that a question back can repeat it with one argument filled in. */
  readonly intent: Intent;
  /** Goes with every change in the store. */
  readonly stamp: Stamp;
  /** All commands, for help. */
  readonly commands: readonly Command[];
};

export type Definition<Args> = {
  /** `doel.update`. */
  readonly intent: string;
  /** What is typed, without the slash: `doel update`, `doel bij`. Empty for what only buttons do. */
  readonly words: readonly string[];
  /** What people say for it, as the whole line: `ik ben er`, `goals`. Not for commands that cannot do without arguments. */
  readonly sayings?: readonly string[];
  /** A line that works, with its slash; shown in help and after mistakes. */
  readonly example: Example;
  /** What is said when something else follows the words. Nothing of it is repeated, as it is when this is left out: it may be what nobody should ask. */
  readonly unfit?: Extract<TextKey, `unfit.${string}`>;
  /** Its line in `/hulp`; null when it is not listed. */
  readonly help: PlainKey | null;
  /** Who finds it in `/hulp`; everybody when left out. */
  readonly listedFor?: (actor: Actor) => boolean;
  /** What follows the words, as named arguments; null when it does not fit, so that the words may mean something else. Pure. */
  parse(rest: readonly Token[], today: LocalDate): Readonly<Record<string, string>> | null;
  /** From the named arguments (typed, button or form: always text) to values. */
  readonly args: z.ZodType<Args>;
  run(context: Context, args: Args): Promise<Reply>;
  /** What to show when this was done already; `subject` is what the store keeps of it (`goal:12`), `intent` what is said now. */
  again?(subject: string, intent: Intent): Intent;
};

export type Command = Omit<Definition<never>, 'args' | 'run'> & {
  /** What it reads of the arguments that come with an intent. */
  readonly args: z.ZodType;
  run(context: Context): Promise<Reply>;
};

/** Ties the arguments' schema to what runs with them. Arguments that do not fit are a mistake with an example. */
export function command<Args>(definition: Definition<Args>): Command {
  const { args: schema, run } = definition;
  return {
    ...definition,
    run: async (context) => {
      const given = Object.fromEntries(Object.entries(context.intent.args).filter(([, value]) => value.trim() !== ''));
      const args = schema.safeParse(given);
      if (!args.success) {
        const field = args.error.issues[0]?.path.join('.') ?? '';
        const example = exampleFor(context.say, definition.example);
        const typed = (Object.hasOwn(given, field) && given[field]) || example;
        throw new UserError(context.say('bot.does-not-fit', { typed: short(typed), example }));
      }
      return run(context, args.data);
    },
  };
}

/** At most 60 characters of somebody's words, for repeating them in an answer. */
export function short(text: string, length = 60): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
