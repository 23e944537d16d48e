/** Teams as far as this bot can tell: the Bot Connector, Entra's tokens and keys, and OneDrive, behind one HTTP server. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeFaults } from './fake-faults.ts';
import { signedFor } from './fake-keys.ts';
import { FakeLimits } from './fake-limits.ts';
import { splitThread } from './fake-postings.ts';
import { answerWith } from './fake-server.ts';
import type { FakeCall, FakeTeams, FakeTeamsOptions } from './fake-types.ts';
import { type FakeWorld, newWorld } from './fake-world.ts';

export type * from './fake-types.ts';

/** Listens on a free port of this machine. Nothing in it waits by itself: time passes when the clock it is given says so. */
export async function startFakeTeams({ now, anonymous = false }: FakeTeamsOptions): Promise<FakeTeams> {
  const http = createServer();
  await listen(http, 0);
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}/`;
  const world = newWorld(now, anonymous, origin);
  const limits = new FakeLimits();
  const faults = new FakeFaults();
  const calls: FakeCall[] = [];
  const metadataPath = `metadata/${randomUUID()}`;
  const answer = answerWith({ world, limits, faults, calls, metadataPath });
  http.on('request', (request, response) => {
    answer(request, response).catch((fault: unknown) => {
      // A fault of the fake itself: the test fails at once, and its client need not wait.
      response.destroy();
      throw fault;
    });
  });

  const { tokens } = world;
  return {
    now,
    serviceUrl: world.serviceUrl,
    microsoft: { openIdMetadata: `${origin}${metadataPath}`, login: `${origin}login` },
    app: {
      id: tokens.id,
      get password() {
        return tokens.password;
      },
      tenant: tokens.tenant,
      bot: world.bot.id,
      botName: world.bot.name,
    },
    ...peopleOf(world),
    ...conversationsOf(world),
    get shared() {
      return world.directory.shared;
    },
    calls,
    get limited() {
      return limits.limited;
    },
    fail: (call, failure) => faults.plan(call, failure),
    mend: () => faults.mend(),
    enforceLimits: () => limits.enforceTeamsOwn(),
    limit: (call, most, span) => limits.limit(call, most, span),
    async reachable(yes) {
      if (yes && !http.listening) await listen(http, port);
      if (!yes && http.listening) await close(http);
    },
    revokeTokens: () => tokens.revoke(),
    changePassword: () => tokens.changePassword(),
    signed: (activity, how = {}) => signedFor(tokens.id, activity, how),
    stop: () => close(http),
  };
}

function peopleOf({ directory }: FakeWorld) {
  return {
    addMember: (person) => directory.addMember(person),
    member: (person) => directory.member(person),
    changeMember: (person, changes) => directory.changeMember(person, changes),
    addTeam: (team) => directory.addTeam(team),
    team(id) {
      const found = directory.findTeam(id);
      if (found === null) throw new Error(`The fake has no team ${id}`);
      return found;
    },
    addGroup: (group) => directory.addGroup(group),
    channel: (name) => directory.channel(name),
    install: (where) => directory.setApp(where, true),
    uninstall: (where) => directory.setApp(where, false),
    block: (person) => directory.changeMember(person, { blocked: true }),
    unblock: (person) => directory.changeMember(person, { blocked: false }),
    lose: (conversation) => directory.lose(conversation),
  } satisfies Partial<FakeTeams>;
}

function conversationsOf({ directory, postings, uploads }: FakeWorld) {
  const chatOf = (person: string): string => {
    const chat = directory.chatOf(person);
    if (chat === null) throw new Error(`${person} has no chat with the bot`);
    return chat;
  };
  const placed = (conversation: string): string =>
    directory.findMember(conversation) === null ? conversation : chatOf(conversation);
  return {
    chat: chatOf,
    nameOf(conversation) {
      const place = directory.place(splitThread(conversation).base);
      if (place === null) throw new Error(`The fake has no conversation ${conversation}`);
      return place.kind === 'chat' ? place.person.name : place.name;
    },
    write(conversation, person, text, thread) {
      const { base, thread: inId } = splitThread(placed(conversation));
      const root = thread ?? inId ?? (directory.place(base)?.kind === 'channel' ? 'root' : null);
      return postings.post(base, directory.member(person).id, { type: 'message', text }, root);
    },
    messages(conversation) {
      const { base, thread } = splitThread(placed(conversation));
      return postings.messages(base, thread);
    },
    message(conversation, id) {
      const found = postings.find(splitThread(placed(conversation)).base, id);
      if (found === null) throw new Error(`No message ${id} stands there`);
      return found;
    },
    deleteMessage: (conversation, id) => postings.remove(splitThread(placed(conversation)).base, id),
    edits: postings.edits,
    files: uploads.files,
    newUpload: (person, name) => uploads.make(directory.member(person).aadId, name),
  } satisfies Partial<FakeTeams>;
}

const listen = (http: Server, port: number): Promise<void> =>
  new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));

async function close(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  // Also those that a test left without an answer.
  http.closeAllConnections();
  await closed;
}
