/** Microsoft's Agents Playground, which shows a bot as Teams does, with the people, the team and the group of a school in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js');

export type PlaygroundPerson = { readonly name: string; readonly email: string };

export type PlaygroundSchool = {
  /** Who uses it. */
  readonly person: PlaygroundPerson;
  /** Exactly five: the playground takes no other number. They can be mentioned, and do nothing. */
  readonly others: readonly PlaygroundPerson[];
  readonly group: string;
  readonly team: string;
  /** Beside the first channel, which every team has. */
  readonly channel: string;
};

export type Playground = { readonly address: string; stop(): Promise<void> };

/** `bot`: the address of `/api/messages`. `folder`: a place for its settings. */
export async function startPlayground(bot: string, folder: string, school: PlaygroundSchool): Promise<Playground> {
  // YAML takes JSON.
  await writeFile(join(folder, '.m365agentsplayground.yml'), JSON.stringify(settingsOf(school)));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [PROGRAM, '-e', bot, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, TEAMSAPPTESTER_BROWSER: 'none', SEND_INSTALLATION_ACTIVITY: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stopped = new Promise<void>((done) => child.once('exit', () => done()));
  await listening(child);
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGTERM');
      return stopped;
    },
  };
}

function settingsOf({ person, others, group, team, channel }: PlaygroundSchool) {
  return {
    version: '0.1.1',
    tenantId: idOf(1),
    bot: { id: `28:${idOf(2)}`, name: 'Leerteambot' },
    currentUser: accountOf(person, 10),
    users: others.map((other, index) => accountOf(other, 11 + index)),
    personalChat: { id: 'a:eigen-chat' },
    groupChat: { id: '19:groep@thread.v2', name: group },
    team: {
      id: '19:team@thread.tacv2',
      name: team,
      aadGroupId: idOf(3),
      channels: [{ id: '19:kanaal@thread.tacv2', name: channel }],
    },
  };
}

function accountOf({ name, email }: PlaygroundPerson, number: number) {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: `29:${email}`,
    name,
    userPrincipleName: email,
    aadObjectId: idOf(number),
    givenName,
    surname: rest.join(' '),
    email,
  };
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The playground does not say which one it took. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => found(port));
    });
  });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((listens, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('Listening on')) listens();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () => failed(new Error(`the playground did not start: ${said}`)));
  });
}
