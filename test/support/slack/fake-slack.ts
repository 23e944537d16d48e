/** Slack as far as this bot can tell: an HTTP server with the Web API, and the sockets of Socket Mode. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeFaults } from './fake-faults.ts';
import { FakeLimits } from './fake-limits.ts';
import { type Method, method, Refusal } from './fake-method.ts';
import { chatMethods } from './fake-methods-chat.ts';
import { fileMethods } from './fake-methods-files.ts';
import { peopleMethods } from './fake-methods-people.ts';
import { viewMethods } from './fake-methods-views.ts';
import { FakeResponseUrls } from './fake-response-urls.ts';
import { answerWith } from './fake-server.ts';
import { FakeSocketServer } from './fake-sockets.ts';
import type { FakeCall, FakeSlack, FakeSlackOptions } from './fake-types.ts';
import { type FakeWorld, newWorld } from './fake-world.ts';

export type * from './fake-types.ts';

/** Listens on a free port of this machine. Nothing in it waits by itself: time passes when the clock it is given says so. */
export async function startFakeSlack({ now }: FakeSlackOptions): Promise<FakeSlack> {
  const world = newWorld(now);
  const limits = new FakeLimits();
  const faults = new FakeFaults();
  const responseUrls = new FakeResponseUrls(world);
  const calls: FakeCall[] = [];
  const http = createServer();
  const sockets = new FakeSocketServer(http, now);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const methods: Readonly<Record<string, Method>> = {
    ...peopleMethods,
    ...chatMethods,
    ...viewMethods,
    ...fileMethods((id) => `http://${host}/upload/${id}`),
    'apps.connections.open': method({ token: 'app', scope: 'connections:write' }, {}, () => {
      const ticket = sockets.newTicket();
      if (ticket === null) throw new Refusal('too_many_websockets');
      return { url: `ws://${host}/link?ticket=${ticket}&app_id=${world.bot.appId}` };
    }),
  };
  const answer = answerWith({ world, methods, limits, faults, responseUrls, calls });
  http.on('request', (request, response) => {
    answer(request, response).catch((fault: unknown) => {
      // A fault of the fake itself: the test fails at once, and its client need not wait.
      response.destroy();
      throw fault;
    });
  });

  return {
    apiUrl: `http://${host}/api/`,
    team: world.team,
    bot: world.bot,
    botToken: world.access.botToken,
    appToken: world.access.appToken,
    signingSecret: '0123456789abcdef0123456789abcdef',
    ...peopleOf(world),
    ...screenOf(world),
    newTrigger: (user) => world.modals.newTrigger(user),
    responseUrl: (channel, user, ts) => `http://${host}/respond/${responseUrls.make(channel, user, ts ?? null)}`,
    calls,
    get limited() {
      return limits.limited;
    },
    fail: (name, failure) => faults.plan(name, failure),
    mend: () => faults.mend(),
    limit: (name, perMinute) => limits.limit(name, perMinute),
    enforceLimits: () => limits.enforceSlacksOwn(),
    grant(scopes) {
      world.access.scopes = scopes;
    },
    revokeTokens() {
      world.access.revoked = true;
    },
    sockets,
    async stop() {
      await sockets.stop();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      // Also those that a test left without an answer.
      http.closeAllConnections();
      await closed;
    },
  };
}

function peopleOf({ directory, postings }: FakeWorld) {
  return {
    addMember: (member) => directory.addMember(member),
    changeMember: (user, changes) => directory.changeMember(user, changes),
    member: (user) => directory.member(user),
    addChannel: (channel) => directory.addChannel(channel),
    changeChannel: (channel, changes) => directory.changeChannel(channel, changes),
    deleteMessage: (channel, ts) => postings.remove(directory.channel(channel).id, ts),
    channelName: (channel) => directory.channel(channel).name,
    dm: (user) => directory.dm(user).id,
    write: (channel, user, text, threadTs) =>
      postings.post(directory.channel(channel).id, { text, blocks: [] }, { user, threadTs: threadTs ?? null }),
  } satisfies Partial<FakeSlack>;
}

function screenOf({ directory, postings, modals }: FakeWorld) {
  const placed = (channel: string) => (channel.startsWith('U') ? directory.dm(channel).id : channel);
  return {
    messages: (channel) => postings.messages(placed(channel)),
    ephemerals: (channel, user) => postings.ephemerals(placed(channel), user),
    views: (user) => modals.views(user),
    home: (user) => modals.home(user),
    files: (user) => postings.messages(directory.dm(user).id).flatMap(({ files }) => files),
    answerSubmission: (viewId, answer) => modals.answerSubmission(viewId, answer),
    closeView: (viewId) => modals.close(viewId),
  } satisfies Partial<FakeSlack>;
}
