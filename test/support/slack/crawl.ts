/** Everything one person can do in Slack from a morning on: every line, button and form that leads somewhere else, each once. */

import { NUMBER_LENGTH } from '../../../adapters/slack/render/form-fields.ts';
import { readMetadata } from '../../../adapters/slack/render/form-metadata.ts';
import { type Control, unpack } from '../../../src/bot/control.ts';
import type { FakeView, Json } from './fake-types.ts';
import type { Typed } from './filled-modal.ts';
import type { Member } from './member.ts';
import { buttonsOf, type Shown } from './screen.ts';
import { textOf } from './screen-words.ts';
import type { SlackSchool } from './slack-school.ts';

/** How a form is sent: as it opened, with every field filled in, or with nonsense. */
const FILLINGS = ['held', 'full', 'wrong'] as const;
type Filling = (typeof FILLINGS)[number];
/** How a line is typed: as a slash command, in the DM with the bot, or after its name in a channel. */
export type How = 'command' | 'message' | 'mention';

/** `opener`: what brings the modal on the screen in which this is done. */
export type Way =
  | { readonly kind: 'line'; readonly line: string; readonly how: How }
  | { readonly kind: 'home' }
  | {
      readonly kind: 'press';
      readonly shown: Shown;
      readonly button: Json;
      readonly opener: Way | null;
      readonly said: Control['said'] | null;
    }
  | { readonly kind: 'submit'; readonly filling: Filling; readonly opener: Way; readonly said: Control['said'] | null };

/** What was done, and what came on the screen by it. */
export type Step = { readonly way: Way; readonly words: string };

export class Crawl {
  readonly #school: SlackSchool;
  readonly #member: Member;
  readonly #channel: string;
  readonly #done = new Set<string>();

  /** Lines are typed in this channel, where others could read along. */
  constructor(school: SlackSchool, member: Member, channel: string) {
    this.#school = school;
    this.#member = member;
    this.#channel = channel;
  }

  /** Does all of it; what each changes in the store is taken back, so that all start from the same morning. */
  async *steps(lines: readonly string[], hows: readonly How[]): AsyncGenerator<Step> {
    const waiting: Way[] = [
      { kind: 'home' },
      ...lines.flatMap((line) => hows.map((how): Way => ({ kind: 'line', line, how }))),
      ...(await this.#leads(this.#member.screen(), null)),
    ];
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const mark = markOf(way);
      if (this.#done.has(mark)) continue;
      this.#done.add(mark);
      const words = await this.#takenBack(way);
      yield { way, words };
      waiting.push(...(await this.#leads(this.#member.news, way)));
    }
  }

  async #go(way: Way): Promise<string> {
    switch (way.kind) {
      case 'home':
        return this.#member.opensHome();
      case 'line':
        if (way.how === 'command') return this.#member.types(way.line, { in: this.#channel });
        return way.how === 'message' ? this.#member.writes(way.line) : this.#member.mentions(way.line, this.#channel);
      case 'press': {
        if (way.opener === null) return this.#member.pressesOn(way.shown, way.button);
        await this.#go(way.opener);
        return this.#member.presses(textOf(way.button.text), { occurrence: occurrenceOf(way.shown, way.button) });
      }
      case 'submit':
        await this.#go(way.opener);
        return this.#member.submits(filled(this.#modal(way), way.filling));
    }
  }

  #modal(way: Way): FakeView {
    const shown = this.#member.screen().at(-1);
    if (shown?.kind === 'view' && shown.view.type === 'modal') return shown.view;
    throw new Error(`no modal any more: ${JSON.stringify(way)}`);
  }

  /** Where this leads; `opener` brought its modal on the screen. */
  async #leads(all: readonly Shown[], opener: Way | null): Promise<readonly Way[]> {
    const ways = all.map(async (shown): Promise<readonly Way[]> => {
      const isModal = shown.kind === 'view' && shown.view.type === 'modal';
      const presses = buttonsOf(shown).map(async (button): Promise<Way> => {
        const said = await this.#said(String(button.value));
        return { kind: 'press', shown, button, opener: isModal ? opener : null, said };
      });
      if (!isModal || opener === null || !shown.view.submit) return Promise.all(presses);
      const said = await this.#said(readMetadata(shown.view.private_metadata).control ?? '');
      const forms = FILLINGS.map((filling): Way => ({ kind: 'submit', filling, opener, said }));
      return [...(await Promise.all(presses)), ...forms];
    });
    return (await Promise.all(ways)).flat();
  }

  async #said(packed: string): Promise<Control['said'] | null> {
    return (await unpack(packed, this.#school.opened.store.controls))?.said ?? null;
  }

  /** Only what controls carry stays, else a button found here would be too old. */
  async #takenBack(way: Way): Promise<string> {
    const { sqlite } = this.#school.opened.database;
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

/** Which of the buttons with this label it is, from 1. */
function occurrenceOf(shown: Shown, { text, action_id, block_id }: Json): number {
  const alike = buttonsOf(shown).filter((button) => textOf(button.text) === textOf(text));
  return alike.findIndex((button) => button.action_id === action_id && button.block_id === block_id) + 1;
}

/** Two ways with the same mark ask the same of the bot: which goal or whose action it is about makes no difference. */
function markOf(way: Way): string {
  switch (way.kind) {
    case 'home':
      return 'home';
    case 'line':
      return `${way.how} ${way.line}`;
    case 'press':
      return `${surfaceOf(way.shown)} ${meaningOf(way.said)}`;
    case 'submit':
      return `${way.filling} ${meaningOf(way.said)}`;
  }
}

function meaningOf(said: Control['said'] | null): string {
  if (said?.kind !== 'intent') return said?.text ?? '';
  const { name, args } = said.intent;
  return `${name} ${Object.keys(args).sort()}`;
}

function surfaceOf(shown: Shown): string {
  return shown.kind === 'view' ? shown.view.type : shown.isEphemeral ? 'ephemeral' : 'message';
}

const TEXT: Readonly<Record<Filling, string>> = { held: 'Kort', full: 'Lezen <in> groep 5 & *6*', wrong: '!' };
const DATE: Readonly<Record<Filling, string>> = { held: '2026-12-08', full: '2026-12-08', wrong: '2020-02-02' };
const NUMBER: Readonly<Record<Filling, string>> = { held: '7', full: '7', wrong: '-9' };

/** Values for the fields of this modal; the held filling only for what is required and empty. */
function filled(view: FakeView, filling: Filling): Readonly<Record<string, Typed>> {
  const inputs = view.blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.flatMap((block): [string, Typed][] => {
      const element = block.element as Json;
      const isHeld = Object.keys(element).some((name) => name.startsWith('initial_'));
      if (filling === 'held' && (isHeld || block.optional === true)) return [];
      return [[textOf(block.label), valueFor(element, filling)]];
    }),
  );
}

function valueFor(element: Json, filling: Filling): Typed {
  const options = [element, ...((element.option_groups ?? []) as readonly Json[])].flatMap(
    (group) => (group.options ?? []) as readonly Json[],
  );
  const last = textOf(options.at(-1)?.text);
  switch (element.type) {
    case 'datepicker':
      return DATE[filling];
    case 'timepicker':
      return '15:00';
    case 'checkboxes':
    case 'multi_static_select':
      return [last];
    case 'static_select':
    case 'radio_buttons':
      return last;
    default:
      if (element.max_length === NUMBER_LENGTH) return NUMBER[filling];
      return TEXT[filling].slice(0, Number(element.max_length ?? 3_000));
  }
}
