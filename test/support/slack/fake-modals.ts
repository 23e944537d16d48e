/** Modals and Home pages of the fake: triggers, the stack of three, and what the answer to a submission does. */
import { checkView, MOST_OF_A_VIEW } from './check-view.ts';
import { problemsAsSlackSays, Refusal } from './fake-method.ts';
import { withIds } from './fake-postings.ts';
import type { FakeView, Json } from './fake-types.ts';

/** docs.slack.dev/surfaces/modals */
const MOST_STACKED = 3;
const TRIGGER_LIVES = 3_000;

type Trigger = { readonly user: string; readonly until: number; used: boolean };

export class FakeModals {
  readonly #stacks = new Map<string, FakeView[]>();
  readonly #homes = new Map<string, FakeView>();
  readonly #triggers = new Map<string, Trigger>();
  readonly #now: () => Date;
  readonly #newId: (kind: string) => string;
  readonly #about: Json;
  #changes = 0;

  constructor(now: () => Date, newId: (kind: string) => string, team: string, bot: { botId: string; appId: string }) {
    this.#now = now;
    this.#newId = newId;
    this.#about = { team_id: team, app_id: bot.appId, bot_id: bot.botId, app_installed_team_id: team };
  }

  newTrigger(user: string): string {
    const id = `${this.#now().getTime()}.${this.#triggers.size + 1}.${this.#newId('x').toLowerCase()}`;
    this.#triggers.set(id, { user, until: this.#now().getTime() + TRIGGER_LIVES, used: false });
    return id;
  }

  /** Opens the modal of whoever the trigger is of, on top of what is open. */
  open(triggerId: string, view: unknown): FakeView {
    const user = this.#useTrigger(triggerId);
    return this.#push(user, view);
  }

  update(viewId: string, view: unknown, hash: string | null): FakeView {
    const { stack, at } = this.#place(viewId);
    if (hash !== null && hash !== stack[at]!.hash) throw new Refusal('hash_conflict');
    const next = this.#made(view, 'modal', stack[at]!);
    stack[at] = next;
    return next;
  }

  publish(user: string, view: unknown, hash: string | null): FakeView {
    const before = this.#homes.get(user) ?? null;
    if (hash !== null && hash !== before?.hash) throw new Refusal('hash_conflict');
    const home = this.#made(view, 'home', before);
    this.#homes.set(user, home);
    return home;
  }

  /** Open ones, the top one last. */
  views(user: string): readonly FakeView[] {
    return [...(this.#stacks.get(user) ?? [])];
  }

  home(user: string): FakeView | null {
    return this.#homes.get(user) ?? null;
  }

  close(viewId: string): void {
    const { stack, at } = this.#place(viewId);
    stack.splice(at);
  }

  /** docs.slack.dev/reference/interaction-payloads/view-interactions-payload: an empty answer closes this modal only. */
  answerSubmission(viewId: string, answer: unknown): void {
    const { stack, at, user } = this.#place(viewId);
    if (at !== stack.length - 1) throw new Error('Only the top modal can be submitted');
    const said = (answer === '' || answer === null || answer === undefined ? {} : answer) as Json;
    switch (said.response_action) {
      case undefined:
        if (Object.keys(said).length > 0) throw new Error(`Not an answer to a submission: ${JSON.stringify(said)}`);
        stack.splice(at);
        return;
      case 'clear':
        stack.splice(0);
        return;
      case 'update':
        stack[at] = this.#made(said.view, 'modal', stack[at]!);
        return;
      case 'push':
        this.#push(user, said.view);
        return;
      case 'errors':
        this.#checkErrors(stack[at]!, said.errors);
        return;
      default:
        throw new Error(`Unknown response_action ${String(said.response_action)}`);
    }
  }

  #useTrigger(id: string): string {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new Refusal('invalid_trigger_id');
    if (this.#now().getTime() >= trigger.until) throw new Refusal('expired_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    trigger.used = true;
    return trigger.user;
  }

  #push(user: string, view: unknown): FakeView {
    const stack = this.#stacks.get(user) ?? [];
    if (stack.length >= MOST_STACKED) throw new Refusal('push_limit_reached');
    const previous = stack.at(-1);
    const made = this.#made(view, 'modal', null);
    const placed = {
      ...made,
      root_view_id: stack[0]?.id ?? made.id,
      previous_view_id: previous?.id ?? null,
    };
    this.#stacks.set(user, [...stack, placed]);
    return placed;
  }

  #made(view: unknown, type: 'modal' | 'home', before: FakeView | null): FakeView {
    if (Buffer.byteLength(JSON.stringify(view) ?? '') > MOST_OF_A_VIEW) throw new Refusal('view_too_large');
    const problems = checkView(view);
    if (problems.length > 0) throw new Refusal('invalid_arguments', problemsAsSlackSays(problems));
    const given = view as Json;
    if (given.type !== type) throw new Refusal('invalid_arguments', problemsAsSlackSays([`view.type: not ${type}`]));
    const id = before?.id ?? this.#newId('V');
    this.#changes += 1;
    return {
      private_metadata: '',
      callback_id: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      close: null,
      submit: null,
      ...given,
      ...this.#about,
      type,
      id,
      blocks: withIds(given.blocks as Json[]),
      state: { values: {} },
      hash: `${Math.floor(this.#now().getTime() / 1000)}.${this.#changes}`,
      root_view_id: before?.root_view_id ?? id,
      previous_view_id: before?.previous_view_id ?? null,
    } as FakeView;
  }

  #place(viewId: string): { readonly user: string; readonly stack: FakeView[]; readonly at: number } {
    for (const [user, stack] of this.#stacks) {
      const at = stack.findIndex(({ id }) => id === viewId);
      if (at !== -1) return { user, stack, at };
    }
    throw new Refusal('not_found');
  }

  #checkErrors(view: FakeView, errors: unknown): void {
    const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
    const unknown = Object.keys((errors ?? {}) as Json).filter((id) => !inputs.includes(id));
    if (errors === undefined || unknown.length > 0)
      throw new Error(`Errors for blocks that are no inputs: ${unknown.join(', ')}`);
  }
}
