/** A school that works in Slack: the real bot on a real store, the real adapter, a fake of Slack, and people who use it. */
import { randomUUID } from 'node:crypto';
import { addSeconds } from 'date-fns/addSeconds';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createSlack } from '../../../adapters/slack/index.ts';
import { type Bot, createBot } from '../../../src/bot/bot.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { createTick, type Tick } from '../../../src/delivery/tick.ts';
import type { Platform } from '../../../src/platform.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, type SchoolDraft } from '../store.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { httpLine, type Line, socketLine } from './lines.ts';
import { type Channel, Member } from './member.ts';
import { MovedClock } from './moved-clock.ts';
import { type Quiet, watchQuiet } from './quiet.ts';

/** One of the runs of `npm test` has all conversations over the socket. */
const SOCKET_MODE = process.env.SLACK_LINE === 'socket';

/** How long somebody looks at an answer before they go on. */
const SECONDS_BETWEEN_ACTS = 20;

export type SlackSchoolDraft = {
  readonly schools?: readonly SchoolDraft[];
  /** An ISO instant; the morning of PRODUCT's examples when left out. */
  readonly at?: string;
  /** Slack is called by the bot, instead of the other way round; as `SLACK_LINE` says when left out. */
  readonly socketMode?: boolean;
  /** Channels by name, with the names of their members. */
  readonly channels?: Readonly<Record<string, readonly string[]>>;
  /** Fills the store in another way than with `schools`; gives everybody's name and address. */
  readonly fill?: (
    opened: OpenStore,
    bot: Bot,
  ) => Promise<readonly { readonly name: string; readonly email: string }[]>;
};

export class SlackSchool {
  readonly opened: OpenStore;
  readonly bot: Bot;
  readonly fake: FakeSlack;
  readonly clock: MovedClock;
  readonly schools: readonly BuiltSchool[];
  /** Every fault that somebody was told about, and every line for whoever runs the server that is more than a remark. */
  readonly faults: string[];
  /** What the core sent to channels by itself, oldest first. */
  readonly posted: Notice[];
  readonly #members: ReadonlyMap<string, Member>;
  readonly #channels: ReadonlyMap<string, Channel>;
  readonly #tick: Tick;
  readonly #quiet: Quiet;
  readonly #sending: Set<Promise<unknown>>;
  readonly #stop: () => Promise<void>;

  private constructor(built: Built) {
    this.opened = built.opened;
    this.bot = built.bot;
    this.fake = built.fake;
    this.clock = built.clock;
    this.schools = built.schools;
    this.faults = built.faults;
    this.posted = built.posted;
    this.#channels = built.channels;
    this.#tick = built.tick;
    this.#quiet = built.quiet;
    this.#sending = built.sending;
    this.#stop = built.stop;
    const place = {
      fake: built.fake,
      line: built.line,
      now: () => built.clock.now(),
      settled: () => this.settled(),
      people: () => built.people,
      channels: () => built.channels,
    };
    this.#members = new Map([...built.people].map(([name, id]) => [name, new Member(place, id)]));
  }

  static async open(draft: SlackSchoolDraft = {}): Promise<SlackSchool> {
    return new SlackSchool(await build(draft));
  }

  /** By name. */
  member(name: string): Member {
    const member = this.#members.get(name);
    if (!member) throw new Error(`nobody here is called "${name}"`);
    return member;
  }

  /** The id of a channel. */
  channel(name: string): string {
    const channel = this.#channels.get(name);
    if (!channel) throw new Error(`no channel "${name}"`);
    return channel.id;
  }

  /** Sends what is due, as the server does every minute. */
  async tick(): Promise<void> {
    this.#send(this.#tick.tick(this.clock.now()));
    await this.settled();
  }

  /** The time becomes this ISO instant, and what is due then is sent. */
  async comes(at: string): Promise<void> {
    this.clock.moveTo(new Date(at));
    await this.tick();
  }

  /** Everything is answered and sent. Then some seconds go by; where the bot waits to spare Slack, it goes on meanwhile. */
  async settled(): Promise<void> {
    await this.#quiet.reached();
    const after = addSeconds(this.clock.now(), SECONDS_BETWEEN_ACTS);
    for (;;) {
      const { next } = this.clock;
      if (next === null || (next > after && this.#sending.size === 0)) break;
      this.clock.moveTo(next);
      await this.#quiet.reached();
    }
    this.clock.moveTo(after);
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  #send(work: Promise<unknown>): void {
    track(this.#sending, work);
  }
}

type Built = {
  readonly opened: OpenStore;
  readonly bot: Bot;
  readonly fake: FakeSlack;
  readonly clock: MovedClock;
  readonly schools: readonly BuiltSchool[];
  readonly faults: string[];
  readonly posted: Notice[];
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly line: Line;
  readonly tick: Tick;
  readonly quiet: Quiet;
  readonly sending: Set<Promise<unknown>>;
  readonly stop: () => Promise<void>;
};

async function build(draft: SlackSchoolDraft): Promise<Built> {
  const { socketMode = SOCKET_MODE } = draft;
  const clock = new MovedClock(new Date(draft.at ?? '2026-11-24T08:30:00Z'));
  const faults: string[] = [];
  const opened = await openStore();
  const { store } = opened;
  const newKey = () => randomUUID();
  const bot = createBot({
    store,
    commands: COMMANDS,
    newKey,
    onFault: (reference, intent, fault) => void faults.push(`${reference} ${intent}: ${inWords(fault)}`),
  });
  const drafts = draft.fill ? [] : (draft.schools ?? [REGENBUI]);
  const schools: BuiltSchool[] = [];
  for (const each of drafts) schools.push(await buildSchool(opened, each));
  const staff = draft.fill
    ? await draft.fill(opened, bot)
    : drafts.flatMap((each, index) => each.staff.map(({ name }) => ({ name, email: schools[index]!.email(name) })));

  const fake = await startFakeSlack({ now: () => clock.now() });
  const people = new Map(staff.map(({ name, email }) => [name, fake.addMember({ name, email }).id]));
  const channels = new Map(
    Object.entries(draft.channels ?? {}).map(([name, names]) => {
      const members = names.map((each) => people.get(each)!);
      return [name, { id: fake.addChannel({ name, members }), members }];
    }),
  );

  const quiet = watchQuiet(new URL(fake.apiUrl).origin);
  const sending = new Set<Promise<unknown>>();
  const slack = createSlack({
    config: {
      botToken: fake.botToken,
      signingSecret: fake.signingSecret,
      appToken: socketMode ? fake.appToken : null,
      apiUrl: fake.apiUrl,
    },
    handle: (request) => quiet.during(bot.handle(request, clock.now())),
    people: store.people,
    controls: store.controls,
    clock,
    wait: clock.wait,
    newKey,
    afterAct: () => track(sending, tick.tickPosts(clock.now())),
    log: (level, event, details) => {
      if (level !== 'info') faults.push(`${level}: ${event} ${JSON.stringify(details ?? {})}`);
    },
    onFault: (fault) => {
      faults.push(`adapter: ${inWords(fault)}`);
      return 'TEST';
    },
    onFatal: (line) => void faults.push(`fatal: ${line}`),
  });
  const posted: Notice[] = [];
  const platform: Platform = {
    ...slack.platform,
    send: (to, notice, now) => {
      if (to.kind === 'channel') posted.push(notice);
      return slack.platform.send(to, notice, now);
    },
  };
  const tick = createTick({
    store,
    platform,
    newKey,
    onFault: (where, fault) => void faults.push(`${JSON.stringify(where)}: ${inWords(fault)}`),
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await slack.handle(request, response))) response.writeHead(404).end();
  });
  await slack.start();
  if (socketMode) await fake.sockets.whenConnected();
  const line = socketMode
    ? socketLine(fake)
    : httpLine(`http://127.0.0.1:${portOf(server)}/slack/events`, fake.signingSecret);

  const stop = async () => {
    await slack.stop();
    await tick.stop();
    await close(server);
    await fake.stop();
    quiet.stop();
    opened.close();
  };
  return { opened, bot, fake, clock, schools, faults, posted, people, channels, line, tick, quiet, sending, stop };
}

function track(sending: Set<Promise<unknown>>, work: Promise<unknown>): void {
  sending.add(work);
  void work.finally(() => sending.delete(work));
}

function inWords(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
