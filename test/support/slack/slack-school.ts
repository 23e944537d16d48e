/** A school that works in Slack: the real adapter, a fake of Slack, and people who use it. */
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createSlack } from '../../../adapters/slack/index.ts';
import { slackMessages } from '../../../adapters/slack/render.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { ChatSchool, type Post } from '../chat/chat-school.ts';
import { type ChatSchoolDraft, clockOf, type OpenCore, openCore } from '../chat/open-core.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import type { FakeMessage, Json } from './fake-types.ts';
import { httpLine, type Line, socketLine } from './lines.ts';
import { type Channel, Member } from './member.ts';
import { blockWords } from './screen-words.ts';

/** One of the runs of `npm test` has all conversations over the socket. */
const SOCKET_MODE = process.env.SLACK_LINE === 'socket';

export type SlackSchoolDraft = ChatSchoolDraft & {
  /** Slack is called by the bot, instead of the other way round; as `SLACK_LINE` says when left out. */
  readonly socketMode?: boolean;
};

type Built = {
  readonly core: OpenCore;
  readonly fake: FakeSlack;
  /** User ids by name. */
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly line: Line;
  readonly stop: () => Promise<void>;
};

export class SlackSchool extends ChatSchool {
  readonly fake: FakeSlack;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #channels: ReadonlyMap<string, Channel>;
  readonly #stop: () => Promise<void>;

  private constructor({ core, fake, people, channels, line, stop }: Built) {
    super(core);
    this.fake = fake;
    this.#channels = channels;
    this.#stop = stop;
    const place = {
      fake,
      line,
      now: () => core.clock.now(),
      settled: () => this.settled(),
      people: () => people,
      channels: () => channels,
    };
    this.#members = new Map([...people].map(([name, id]) => [name, new Member(place, id)]));
  }

  static async open(draft: SlackSchoolDraft = {}): Promise<SlackSchool> {
    return new SlackSchool(await build(draft));
  }

  member(name: string): Member {
    const member = this.#members.get(name);
    if (!member) throw new Error(`nobody here is called "${name}"`);
    return member;
  }

  channel(name: string): string {
    const channel = this.#channels.get(name);
    if (!channel) throw new Error(`no channel "${name}"`);
    return channel.id;
  }

  /** What one person sees alone is not there. */
  postsIn(channel: string): readonly Post[] {
    return this.#botsIn(channel).map(({ blocks, edited }) => ({ words: blockWords(blocks), isEdited: edited }));
  }

  deletesPost(channel: string): void {
    this.fake.deleteMessage(channel, this.#botsIn(channel).at(-1)!.ts);
  }

  async losesApp(channel: string): Promise<void> {
    this.fake.changeChannel(channel, { withBot: false });
  }

  async getsApp(channel: string): Promise<void> {
    this.fake.changeChannel(channel, { withBot: true });
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  protected channels(): readonly string[] {
    return [...this.#channels.values()].map(({ id }) => id);
  }

  protected wordsOf(notice: Notice): readonly string[] {
    return slackMessages(notice).map(({ blocks }) => blockWords(blocks as readonly object[] as readonly Json[]));
  }

  #botsIn(channel: string): readonly FakeMessage[] {
    return this.fake.messages(channel).filter(({ user }) => user === this.fake.bot.userId);
  }
}

async function build(draft: SlackSchoolDraft): Promise<Built> {
  const { socketMode = SOCKET_MODE } = draft;
  const clock = clockOf(draft);
  const fake = await startFakeSlack({ now: () => clock.now() });
  const core = await openCore(draft, clock, fake.apiUrl);
  const people = new Map(core.staff.map(({ name, email }) => [name, fake.addMember({ name, email }).id]));
  const channels = new Map(
    Object.entries(draft.channels ?? {}).map(([name, names]) => {
      const members = names.map((each) => people.get(each)!);
      return [name, { id: fake.addChannel({ name, members }), members }];
    }),
  );

  const slack = createSlack({
    ...core.means,
    config: {
      botToken: fake.botToken,
      signingSecret: fake.signingSecret,
      appToken: socketMode ? fake.appToken : null,
      apiUrl: fake.apiUrl,
    },
    onFatal: (line) => void core.faults.push(`fatal: ${line}`),
  });
  core.sendsThrough(slack.platform);
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
    await close(server);
    await fake.stop();
    await core.stop();
  };
  return { core, fake, people, channels, line, stop };
}
