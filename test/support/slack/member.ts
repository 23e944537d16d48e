/** Somebody who uses Slack: types, presses, fills in, and reads what is on the screen. Slack's part of it is done as Slack does it. */
import type { ChatMember, Said, Typed } from '../chat/chat-member.ts';
import type { FakeMember, FakeMessage, FakeSlack, FakeView, Json } from './fake-types.ts';
import { FilledModal } from './filled-modal.ts';
import type { Line } from './lines.ts';
import * as payloads from './payloads.ts';
import { buttonsOf, keyOf, type Shown, screenOf, wordsOf } from './screen.ts';
import { textOf, viewWords } from './screen-words.ts';

export type Workplace = {
  readonly fake: FakeSlack;
  /** How Slack reaches the bot. */
  readonly line: Line;
  readonly now: () => Date;
  /** Everything that was asked is answered; some seconds go by. */
  readonly settled: () => Promise<void>;
  /** User ids by name, for `@Sanne`: Slack makes a link of whom it knows. */
  readonly people: () => ReadonlyMap<string, string>;
  /** By name, for `#bovenbouw`. */
  readonly channels: () => ReadonlyMap<string, Channel>;
};

export type Channel = { readonly id: string; readonly members: readonly string[] };

/** The modal and Home are on the screen too. Whoever types closes their modals first: they cover all else. */
export class Member implements ChatMember {
  readonly id: string;
  readonly #place: Workplace;
  readonly #filled = new FilledModal();
  #isAtHome = false;
  #news: readonly Shown[] = [];

  constructor(place: Workplace, id: string) {
    this.#place = place;
    this.id = id;
  }

  /** A slash command. */
  types(line: string, { in: channel = this.dm }: { readonly in?: string } = {}): Promise<string> {
    this.#leaves({ forHome: false });
    const [command = '', text = ''] = splitOnce(line);
    return this.#does(async () => {
      const answer = await this.#place.line.command(
        payloads.slashCommand(this.#common(), { command, text: this.#asSent(text), channel }),
      );
      return typeof answer === 'string' ? answer : textOf(answer);
    });
  }

  writes(text: string): Promise<string> {
    this.#leaves({ forHome: false });
    return this.#does(async () => {
      const message = this.#fake.write(this.dm, this.id, this.#asSent(text));
      await this.#place.line.event(payloads.directMessage(this.#common(), message));
    });
  }

  /** In the thread under `thread`, when that is given. */
  mentions(text: string, channel: string, thread?: FakeMessage): Promise<string> {
    this.#leaves({ forHome: false });
    return this.#does(async () => {
      const words = `<@${this.#fake.bot.userId}> ${this.#asSent(text)}`;
      const message = this.#fake.write(channel, this.id, words, thread?.ts);
      await this.#place.line.event(payloads.appMention(this.#common(), message));
    });
  }

  /** A modal covers all else. */
  async presses(label: string, { occurrence = 1 }: { readonly occurrence?: number } = {}): Promise<string> {
    const { shown, button } = this.#button(label, occurrence);
    return this.pressesOn(shown, button);
  }

  /** This button of that message, modal or Home page. */
  pressesOn(shown: Shown, button: Json): Promise<string> {
    if (shown.kind === 'message' || shown.view.type === 'home') this.#leaves({ forHome: shown.kind === 'view' });
    return this.#does(async () => {
      const common = this.#common();
      const payload =
        shown.kind === 'view'
          ? payloads.buttonInView(common, { view: shown.view, state: this.#filled.state(shown.view), button })
          : payloads.buttonInMessage(common, { ...shown, button });
      await this.#place.line.interaction(payload);
    });
  }

  fillsIn(values: Readonly<Record<string, Typed>>): void {
    for (const [label, value] of Object.entries(values)) this.#filled.fill(this.#modal(), label, value);
  }

  async submits(values: Readonly<Record<string, Typed>> = {}): Promise<string> {
    this.fillsIn(values);
    const view = this.#modal();
    if (!view.submit) throw new Error(`nothing to send: ${viewWords(view)}`);
    const problems = this.#filled.problems(view);
    if (problems.length > 0) throw new Error(problems.join('; '));
    return this.#does(async () => {
      const sent = payloads.submission(this.#common(), { view, state: this.#filled.state(view) });
      this.#fake.answerSubmission(view.id, await this.#place.line.interaction(sent));
    });
  }

  /** Closes the modal on top. */
  async closes(): Promise<string> {
    const view = this.#modal();
    return this.#does(async () => {
      this.#fake.closeView(view.id);
      if (view.notify_on_close) await this.#place.line.interaction(payloads.closed(this.#common(), view));
    });
  }

  opensHome(): Promise<string> {
    this.#leaves({ forHome: true });
    return this.#does(() => this.#place.line.event(payloads.homeOpened(this.#common())));
  }

  usesShortcut({ link }: Said, callbackId = 'agenda_punt'): Promise<string> {
    const channel = new URL(link).pathname.split('/')[2]!;
    const message = this.#fake.messages(channel).find((each) => this.#link(each) === link)!;
    return this.#does(() => {
      const shortcut = payloads.messageShortcut(this.#common(), callbackId, message);
      return this.#place.line.interaction(shortcut);
    });
  }

  says(text: string, channel: string): FakeMessage & Said {
    const message = this.#fake.write(channel, this.id, this.#asSent(text));
    return { ...message, link: this.#link(message) };
  }

  /** Slack puts them in the DM. */
  async files(): Promise<readonly string[]> {
    return this.#fake.files(this.id).map(({ name }) => name);
  }

  /** The modal and Home after the messages. */
  sees(): readonly string[] {
    return this.screen().map(wordsOf);
  }

  screen(): readonly Shown[] {
    return this.#screen().map((shown) =>
      shown.kind === 'view' ? { ...shown, view: this.#filled.shown(shown.view) } : shown,
    );
  }

  #screen(): readonly Shown[] {
    const mine = [...this.#place.channels().values()].filter(({ members }) => members.includes(this.id));
    return screenOf(this.#fake, this.id, [this.dm, ...mine.map(({ id }) => id)]);
  }

  /** What came on the screen by what was done last. */
  get news(): readonly Shown[] {
    return this.#news;
  }

  /** The one on top. */
  modal(): string | null {
    const view = this.#fake.views(this.id).at(-1);
    return view ? viewWords(this.#filled.shown(view)) : null;
  }

  home(): string | null {
    const view = this.#fake.home(this.id);
    return view && viewWords(view);
  }

  get dm(): string {
    return this.#fake.dm(this.id);
  }

  get #fake(): FakeSlack {
    return this.#place.fake;
  }

  #link({ channel, ts }: FakeMessage): string {
    return `${this.#fake.team.url}archives/${channel}/p${ts.replace('.', '')}`;
  }

  #common(): { readonly fake: FakeSlack; readonly member: FakeMember; readonly at: Date } {
    return { fake: this.#fake, member: this.#fake.member(this.id), at: this.#place.now() };
  }

  #leaves({ forHome }: { readonly forHome: boolean }): void {
    for (const view of this.#fake.views(this.id).toReversed()) this.#fake.closeView(view.id);
    this.#isAtHome = forHome;
  }

  #modal(): FakeView {
    const view = this.#fake.views(this.id).at(-1);
    if (!view) throw new Error(`no modal; on the screen: ${this.sees().at(-1)}`);
    return view;
  }

  #button(label: string, occurrence: number) {
    const reachable = this.#reachable();
    for (const shown of reachable) {
      const button = buttonsOf(shown).filter(({ text }) => textOf(text) === label)[occurrence - 1];
      if (button) return { shown, button };
    }
    throw new Error(`no button "${label}" in: ${reachable.map(wordsOf).join('\n---\n')}`);
  }

  /** What can be pressed, the most likely first. */
  #reachable(): readonly Shown[] {
    const all = this.#screen();
    const modal = all.find((shown) => shown.kind === 'view' && shown.view.type === 'modal');
    if (modal) return [modal];
    const home = all.filter(({ kind }) => kind === 'view');
    const messages = all.filter(({ kind }) => kind === 'message').reverse();
    return this.#isAtHome ? [...home, ...messages] : [...messages, ...home];
  }

  /** Slack sends `&`, `<` and `>` escaped, and marks what it knows. */
  #asSent(text: string): string {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return escaped
      .replace(/https?:\/\/\S+/g, (address) => `<${address}>`)
      .replace(/(?<=^|\s)([@#])([\p{L}\p{N}-]+)/gu, (typed, mark: string, name: string) => {
        const channel = mark === '#' ? this.#place.channels().get(name)?.id : undefined;
        if (channel) return `<#${channel}|${name}>`;
        const person = mark === '@' ? this.#place.people().get(name) : undefined;
        return person ? `<@${person}>` : typed;
      });
  }

  async #does(act: () => Promise<unknown>): Promise<string> {
    const before = new Map(this.screen().map((shown) => [keyOf(shown), wordsOf(shown)]));
    const said = await act();
    await this.#place.settled();
    this.#news = this.screen().filter((shown) => before.get(keyOf(shown)) !== wordsOf(shown));
    return [...(typeof said === 'string' && said ? [said] : []), ...this.#news.map(wordsOf)].join('\n\n');
  }
}

function splitOnce(line: string): readonly string[] {
  const space = line.indexOf(' ');
  return space < 0 ? [line] : [line.slice(0, space), line.slice(space + 1).trim()];
}
