/** Somebody who uses Teams: types, presses, fills in, and reads what is on the screen. Teams' part of it is done as Teams does it. */
import { isDeepStrictEqual } from 'node:util';
import type { ChatMember, Said, Typed } from '../chat/chat-member.ts';
import type { Activities } from './activities.ts';
import { ADAPTIVE_CARD } from './check-activity.ts';
import { MESSAGE_ANSWER } from './check-invoke.ts';
import type { FakeMessage, FakePerson, FakeTeams, Json } from './fake-types.ts';
import { FilledCard, inputsOf } from './filled-card.ts';
import { dialogIn, invoked } from './invoked.ts';
import { buttonsOf, cardIn, contentOf, type Dialog, keyOf, messagesOf, type Shown, wordsOf } from './screen.ts';
import { cardOf, cardWords, offerOf } from './screen-words.ts';
import { escaped, linkTo, marked } from './typed.ts';

export type Workplace = {
  readonly fake: FakeTeams;
  readonly activities: Activities;
  /** Posts it to the bot, and gives the answer. Time goes by where the bot waits. */
  readonly post: (activity: Json) => Promise<Response>;
  /** Everything that was asked is answered; some seconds go by. */
  readonly settled: () => Promise<void>;
  /** By name, for `@Sanne`: the aadId of whom Teams makes a mention of. */
  readonly people: () => ReadonlyMap<string, string>;
  /** Channels and groups in which this person reads along. */
  readonly sharedWith: (aadId: string) => readonly string[];
};

const COMMAND = 'agenda_punt';

/** Buttons and dialogs are answered at once, or Teams says that something went wrong: then an act throws. */
export class Member implements ChatMember {
  readonly #place: Workplace;
  readonly #aadId: string;
  /** What was typed on a card, for as long as that card stands there. */
  #filled = new WeakMap<Json, FilledCard>();
  /** Forms that they went on without. */
  readonly #left = new Set<string>();
  #dialog: Dialog | null = null;
  #home: readonly string[] = [];
  #news: readonly Shown[] = [];

  constructor(place: Workplace, aadId: string) {
    this.#place = place;
    this.#aadId = aadId;
  }

  /** Teams has no slash commands: a line with a slash is words, in a channel or a group after the name of the bot. */
  types(line: string, { in: where }: { readonly in?: string } = {}): Promise<string> {
    return where === undefined ? this.writes(line) : this.mentions(line, where);
  }

  writes(text: string): Promise<string> {
    this.#leaves();
    return this.#does(async () => {
      await this.#tells(this.#activities.message(this.#aadId, escaped(text)));
    });
  }

  /** In a channel it begins a thread; or it is in the thread of `thread`. */
  mentions(text: string, conversation: string, thread?: FakeMessage): Promise<string> {
    this.#leaves();
    return this.#does(async () => {
      const [typed, mentioning] = marked(text, this.#place.people());
      const where = thread ? `${conversation};messageid=${thread.thread}` : conversation;
      await this.#tells(this.#activities.mention(this.#aadId, typed, { where, mentioning }));
    });
  }

  /** The form that is open comes before anything else. */
  async presses(label: string, { occurrence = 1 }: { readonly occurrence?: number } = {}): Promise<string> {
    const reachable = this.#reachable();
    for (const shown of reachable) {
      const button = buttonsOf(shown).filter(({ title }) => title === label)[occurrence - 1];
      if (button) return this.pressesOn(shown, button);
    }
    throw new Error(`no button "${label}" in: ${reachable.map(wordsOf).join('\n---\n')}`);
  }

  /** This button of that message or dialog. What is filled in on the same card goes along. */
  async pressesOn(shown: Shown, button: Json): Promise<string> {
    const card = cardIn(shown)!;
    const filled = this.#filledIn(card);
    const problems = filled.problems(card);
    if (problems.length > 0) throw new Error(problems.join('; '));
    const data = { ...(button.data as Json), ...filled.values(card) };
    return this.#does(() =>
      shown.kind === 'dialog'
        ? this.#asksDialog(shown.dialog.on, this.#activities.submitAction(this.#aadId, shown.dialog.on, COMMAND, data))
        : this.#executes(shown.message, { verb: button.verb as string, data }),
    );
  }

  fillsIn(values: Readonly<Record<string, Typed>>): void {
    const card = cardIn(this.#form())!;
    for (const [label, value] of Object.entries(values)) this.#filledIn(card).fill(card, label, value);
  }

  async submits(values: Readonly<Record<string, Typed>> = {}): Promise<string> {
    this.fillsIn(values);
    const form = this.#form();
    return this.pressesOn(form, buttonsOf(form).at(-1)!);
  }

  async closes(): Promise<string> {
    if (this.#dialog === null) this.#form();
    return this.#does(async () => this.#leaves());
  }

  async opensHome(): Promise<string> {
    const words = await this.writes('start');
    this.#home = this.#news.map(keyOf);
    return words;
  }

  says(text: string, channel: string): FakeMessage & Said {
    const message = this.#fake.write(channel, this.#aadId, escaped(text));
    return { ...message, link: linkTo(message) };
  }

  usesShortcut({ link }: Said): Promise<string> {
    const [conversation, id] = new URL(link).pathname.split('/').slice(-2).map(decodeURIComponent);
    const message = this.#fake.message(conversation!, id!);
    return this.#does(() => this.#asksDialog(message, this.#activities.fetchTask(this.#aadId, message, COMMAND)));
  }

  /** In what came by itself each has a button first. Then Teams asks for each, and puts it in their OneDrive. */
  async files(): Promise<readonly string[]> {
    for (const shown of this.#messages())
      for (const button of buttonsOf(shown).filter(({ verb }) => verb === 'msteams.file'))
        await this.pressesOn(shown, button);
    for (const { message, offer } of this.offers()) {
      const upload = this.#fake.newUpload(this.#aadId, offer.name);
      await this.answersOffer(message, offer.context, upload);
    }
    return this.#fake.files.filter(({ of }) => of === this.#aadId).map(({ name }) => name);
  }

  /** Files that they did not answer yet, oldest first. */
  offers(): readonly { readonly message: FakeMessage; readonly offer: NonNullable<ReturnType<typeof offerOf>> }[] {
    return this.#messages().flatMap((shown) => {
      const offer = shown.kind === 'message' ? offerOf(shown.message.activity) : null;
      return shown.kind === 'message' && offer ? [{ message: shown.message, offer }] : [];
    });
  }

  /** `upload` null: no, thank you. */
  answersOffer(
    message: FakeMessage,
    context: Json,
    upload: ReturnType<FakeTeams['newUpload']> | null,
  ): Promise<string> {
    return this.#does(() =>
      invoked(this.#place.post, this.#activities.fileConsent(this.#aadId, message, context, upload)),
    );
  }

  sees(): readonly string[] {
    return this.screen().map(wordsOf);
  }

  /** Messages of the bot as they stand there for whoever opens Teams again, with what was typed on them; then the dialog. */
  screen(): readonly Shown[] {
    return this.#screen().map((shown) => this.#withTyped(shown));
  }

  /** What came on the screen by what was done last. */
  get news(): readonly Shown[] {
    return this.#news;
  }

  /** The dialog, else the newest card with fields on it. */
  modal(): string | null {
    const form = this.#screen().findLast((shown) => this.#isOpenForm(shown) || shown.kind === 'dialog');
    return form ? wordsOf(this.#withTyped(form)) : null;
  }

  home(): string | null {
    const shown = this.#screen().filter((each) => this.#home.includes(keyOf(each)));
    return this.#home.length === 0 ? null : shown.map(wordsOf).join('\n');
  }

  get person(): FakePerson {
    return this.#fake.member(this.#aadId);
  }

  /** Their own chat with the bot. */
  get chat(): string {
    return this.#fake.chat(this.#aadId);
  }

  get #fake(): FakeTeams {
    return this.#place.fake;
  }

  get #activities(): Activities {
    return this.#place.activities;
  }

  #screen(): readonly Shown[] {
    const dialog: readonly Shown[] = this.#dialog ? [{ kind: 'dialog', dialog: this.#dialog }] : [];
    return [...this.#messages(), ...dialog];
  }

  #messages(): readonly Shown[] {
    const own = this.person.installed ? [this.chat] : [];
    return messagesOf(this.#fake, [...own, ...this.#place.sharedWith(this.#aadId)]);
  }

  #leaves(): void {
    for (const shown of this.#messages()) if (this.#isOpenForm(shown)) this.#left.add(keyOf(shown));
    this.#dialog = null;
  }

  #isOpenForm(shown: Shown): boolean {
    const card = this.#left.has(keyOf(shown)) ? null : cardIn(shown);
    return card !== null && inputsOf(card).length > 0;
  }

  #form(): Shown {
    const form = this.#screen().findLast((shown) => this.#isOpenForm(shown));
    if (!form) throw new Error(`no form; on the screen: ${this.sees().at(-1)}`);
    return form;
  }

  /** What can be pressed, the most likely first; a dialog covers all else. */
  #reachable(): readonly Shown[] {
    const all = this.#screen().toReversed();
    if (this.#dialog) return all.slice(0, 1);
    const forms = all.filter((shown) => this.#isOpenForm(shown));
    return [...forms, ...all.filter((shown) => !forms.includes(shown))];
  }

  #filledIn(card: Json): FilledCard {
    const filled = this.#filled.get(card) ?? new FilledCard();
    this.#filled.set(card, filled);
    return filled;
  }

  #withTyped(shown: Shown): Shown {
    const card = cardIn(shown);
    const filled = card && this.#filled.get(card);
    if (!card || !filled) return shown;
    const shows = filled.shown(card);
    if (shown.kind === 'dialog') return { kind: 'dialog', dialog: { ...shown.dialog, shows } };
    const attachments = [{ contentType: ADAPTIVE_CARD, content: shows }];
    return { kind: 'message', message: { ...shown.message, activity: { ...shown.message.activity, attachments } } };
  }

  async #tells(activity: Json): Promise<void> {
    const response = await this.#place.post(activity);
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}: ${await response.text()}`);
  }

  /** What the answer says at the card. A card in its place must be stored too: it is all that stands there once the chat is loaded again. */
  async #executes(message: FakeMessage, action: { readonly verb: string; readonly data: Json }): Promise<string> {
    const answer = (await invoked(this.#place.post, this.#activities.pressed(this.#aadId, message, action))) as Json;
    if (answer.type === MESSAGE_ANSWER) return String(answer.value);
    await this.#place.settled();
    const stands = cardOf(this.#fake.message(message.conversation, message.id).activity);
    if (!isDeepStrictEqual(stands, answer.value))
      throw new Error(`gone when the chat is loaded again: ${cardWords(answer.value as Json)}`);
    return '';
  }

  async #asksDialog(on: FakeMessage, activity: Json): Promise<void> {
    this.#dialog = dialogIn(on, await invoked(this.#place.post, activity));
  }

  async #does(act: () => Promise<unknown>): Promise<string> {
    const before = new Map(this.#screen().map((shown) => [keyOf(shown), contentOf(shown)]));
    const said = await act();
    await this.#place.settled();
    const news = this.#screen().filter((shown) => before.get(keyOf(shown)) !== contentOf(shown));
    this.#news = news.map((shown) => this.#withTyped(shown));
    return [...(typeof said === 'string' && said ? [said] : []), ...this.#news.map(wordsOf)].join('\n\n');
  }
}
