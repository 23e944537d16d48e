/** Everything one person can do from a morning on: every line, button and form that leads somewhere else, each once. */
import type { Control } from '../../../src/bot/control.ts';
import type { ChatMember, Typed } from './chat-member.ts';
import type { ChatSchool } from './chat-school.ts';
import type { Seen, SeenButton, SeenField } from './seen.ts';

/** How a form is sent: as it opened, with every field filled in, or with nonsense. */
const FILLINGS = ['held', 'full', 'wrong'] as const;
type Filling = (typeof FILLINGS)[number];
/** How a line is typed: with a slash in a channel, in the own conversation with the bot, or after its name in a channel. */
export type How = 'command' | 'message' | 'mention';

/** `opener`: what brings the form on the screen in which this is done. */
export type Way =
  | { readonly kind: 'line'; readonly line: string; readonly how: How }
  | { readonly kind: 'home' }
  | { readonly kind: 'press'; readonly surface: string; readonly button: SeenButton; readonly opener: Way | null }
  | { readonly kind: 'submit'; readonly filling: Filling; readonly opener: Way; readonly said: Control['said'] | null };

/** What was done, and what came on the screen by it. */
export type Step = { readonly way: Way; readonly words: string };

/** Whose screen it is, and what is on it. */
export type Crawled = {
  readonly school: ChatSchool;
  readonly member: ChatMember;
  /** Lines are typed in this channel, where others could read along. */
  readonly channel: string;
  /** Everything, or what came by the last act; newest last. */
  readonly seen: (which: 'all' | 'news') => Promise<readonly Seen[]>;
};

export class Crawl {
  readonly #crawled: Crawled;
  readonly #done = new Set<string>();

  constructor(crawled: Crawled) {
    this.#crawled = crawled;
  }

  /** Does all of it; what each changes in the store is taken back, so that all start from the same morning. */
  async *steps(lines: readonly string[], hows: readonly How[]): AsyncGenerator<Step> {
    const { seen } = this.#crawled;
    const waiting: Way[] = [
      { kind: 'home' },
      ...lines.flatMap((line) => hows.map((how): Way => ({ kind: 'line', line, how }))),
      ...leads(await seen('all'), null),
    ];
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const mark = markOf(way);
      if (this.#done.has(mark)) continue;
      this.#done.add(mark);
      const words = await this.#takenBack(way);
      yield { way, words };
      waiting.push(...leads(await seen('news'), way));
    }
  }

  async #go(way: Way): Promise<string> {
    const { member, channel } = this.#crawled;
    switch (way.kind) {
      case 'home':
        return member.opensHome();
      case 'line':
        if (way.how === 'command') return member.types(way.line, { in: channel });
        return way.how === 'message' ? member.writes(way.line) : member.mentions(way.line, channel);
      case 'press':
        if (way.opener === null) return way.button.press();
        await this.#go(way.opener);
        return member.presses(way.button.label, way.button);
      case 'submit':
        await this.#go(way.opener);
        return member.submits(filled(await this.#openedFields(way), way.filling));
    }
  }

  /** Of the form that was opened just now. */
  async #openedFields(way: Way): Promise<readonly SeenField[]> {
    const form = (await this.#crawled.seen('news')).findLast((seen) => seen.form !== null)?.form;
    if (!form) throw new Error(`no form any more: ${JSON.stringify(way)}`);
    return form.fields;
  }

  /** Only what controls carry stays, else a button found here would be too old. */
  async #takenBack(way: Way): Promise<string> {
    const { sqlite } = this.#crawled.school.opened.database;
    const newest = sqlite.prepare('select max(rowid) from kept_control').pluck().get() ?? 0;
    sqlite.exec('savepoint crawl');
    const words = await this.#go(way).catch((error: Error) => `(cannot be done: ${error.message})`);
    const kept = sqlite.prepare('select * from kept_control where rowid > ?').all(newest);
    sqlite.exec('rollback to crawl');
    const keep = sqlite.prepare('insert into kept_control (key, at, content) values (:key, :at, :content)');
    for (const row of kept) keep.run(row);
    sqlite.exec('release crawl');
    return words;
  }
}

/** Where these lead; `opener` brought the passing ones on the screen. */
function leads(all: readonly Seen[], opener: Way | null): readonly Way[] {
  return all.flatMap(({ surface, buttons, form, isPassing }): readonly Way[] => {
    const presses = buttons.map((button): Way => {
      return { kind: 'press', surface, button, opener: isPassing ? opener : null };
    });
    if (form === null || opener === null) return presses;
    return [...presses, ...FILLINGS.map((filling): Way => ({ kind: 'submit', filling, opener, said: form.said }))];
  });
}

/** Two ways with the same mark ask the same of the bot: which goal or whose action it is about makes no difference. */
function markOf(way: Way): string {
  switch (way.kind) {
    case 'home':
      return 'home';
    case 'line':
      return `${way.how} ${way.line}`;
    case 'press':
      return `${way.surface} ${meaningOf(way.button.said)}`;
    case 'submit':
      return `${way.filling} ${meaningOf(way.said)}`;
  }
}

function meaningOf(said: Control['said'] | null): string {
  if (said?.kind !== 'intent') return said?.text ?? '';
  const { name, args } = said.intent;
  return `${name} ${Object.keys(args).sort()}`;
}

const TEXT: Readonly<Record<Filling, string>> = { held: 'Kort', full: 'Lezen <in> groep 5 & *6*', wrong: '!' };
const DATE: Readonly<Record<Filling, string>> = { held: '2026-12-08', full: '2026-12-08', wrong: '2020-02-02' };
const NUMBER: Readonly<Record<Filling, string>> = { held: '7', full: '7', wrong: '-9' };

/** Values for these fields; the held filling only for what is required and empty. */
function filled(fields: readonly SeenField[], filling: Filling): Readonly<Record<string, Typed>> {
  const open = fields.filter(({ isHeld, isRequired }) => filling !== 'held' || (isRequired && !isHeld));
  return Object.fromEntries(open.map((field) => [field.label, valueFor(field, filling)]));
}

function valueFor({ kind, options, maxLength }: SeenField, filling: Filling): Typed {
  switch (kind) {
    case 'date':
      return DATE[filling];
    case 'time':
      return '15:00';
    case 'choices':
      return options.slice(-1);
    case 'choice':
      return options.at(-1)!;
    case 'number':
      return NUMBER[filling];
    case 'text':
      return TEXT[filling].slice(0, maxLength);
  }
}
