/** A conversation with the real bot on a real store: lines are typed, buttons pressed and forms filled in, and all is plain text. */

import { type Bot, createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Button, Form, Intent, Notice, Reply } from '../../src/bot/reply.ts';
import { COMMANDS } from '../../src/commands.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, type SchoolDraft } from './store.ts';

export class Talk {
  readonly opened: OpenStore;
  readonly bot: Bot;
  /** What was answered last. */
  last: Reply | null = null;
  now = new Date('2026-11-24T08:30:00Z');

  private constructor(opened: OpenStore) {
    this.opened = opened;
    let key = 0;
    this.bot = createBot({
      store: opened.store,
      commands: COMMANDS,
      newKey: () => `key-${++key}`,
      onFault: (_reference, _intent, fault) => {
        throw fault;
      },
    });
  }

  static async open(...schools: readonly (SchoolDraft | undefined)[]): Promise<{ talk: Talk; schools: BuiltSchool[] }> {
    const opened = await openStore();
    const built: BuiltSchool[] = [];
    for (const draft of schools.length > 0 ? schools : [undefined]) built.push(await buildSchool(opened, draft));
    return { talk: new Talk(opened), schools: built };
  }

  /** Somebody types a line. `once` is the platform's message id. */
  async says(name: string, text: string, once: string | null = null): Promise<string> {
    return this.#ask(name, { kind: 'text', text }, once);
  }

  /** Somebody does what a button or form would do, with whatever arguments. */
  async does(name: string, intent: string, args: Intent['args'], once: string | null = null): Promise<string> {
    return this.#ask(name, { kind: 'intent', intent: { name: intent, args } }, once);
  }

  /** Somebody presses the button of the last answer that has this label. */
  async presses(name: string, label: string): Promise<string> {
    const button = this.button(label);
    return this.#ask(name, { kind: 'intent', intent: button.intent }, button.key ?? null);
  }

  /** Somebody fills in the form of the last answer: what it held, with these values. */
  async fills(name: string, values: Readonly<Record<string, string>>, form: Form = this.form()): Promise<string> {
    const held = Object.fromEntries(form.fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])));
    const intent = { name: form.intent.name, args: { ...form.intent.args, ...held, ...values } };
    return this.#ask(name, { kind: 'intent', intent }, form.key ?? null);
  }

  form(): Form {
    if (this.last?.kind !== 'form') throw new Error(`not a form: ${this.last && plain(this.last)}`);
    return this.last;
  }

  button(label: string): Button {
    const found = this.buttons().find((each) => each.label === label);
    if (!found) throw new Error(`no button "${label}" in: ${this.last && plain(this.last)}`);
    return found;
  }

  buttons(): readonly Button[] {
    if (!this.last || this.last.kind === 'form') return [];
    const notice: Notice = this.last.kind === 'replace' ? this.last.notice : this.last;
    return notice.parts.flatMap((part) => {
      if (part.kind === 'buttons') return part.buttons;
      if (part.kind !== 'list') return [];
      return [...part.rows.flatMap((row) => row.buttons ?? []), ...(part.more ? [part.more] : [])];
    });
  }

  async #ask(name: string, said: Parameters<Bot['handle']>[0]['said'], once: string | null): Promise<string> {
    const email = `${name.toLowerCase()}@example.org`;
    this.last = await this.bot.handle(
      { sender: { kind: 'machine', email }, said, once, place: { kind: 'personal' } },
      this.now,
    );
    return plain(this.last);
  }
}
