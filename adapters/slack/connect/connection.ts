/** One connection of Socket Mode, from asking Slack for its address until it ends. */
import type { App, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackLog } from '../options.ts';
import { bolt } from './bolt.ts';
import { boltLog } from './bolt-log.ts';

/** How a connection came to its end, or did not come about. */
export type Ending =
  /** Slack said goodbye, as it does every few hours: it wants a new connection. */
  { readonly kind: 'goodbye' } | { readonly kind: 'broken' } | { readonly kind: 'failed'; readonly error: unknown };

export type ConnectionOptions = {
  readonly app: App;
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  /** How long Slack may take until its `hello`, and to hang up, in milliseconds. */
  readonly patience: number;
  readonly log: SlackLog;
};

export type Connection = {
  /** Never rejects. */
  readonly ended: Promise<Ending>;
  /** Takes nothing new from now on: what is not acknowledged, Slack gives to whoever connects next. */
  close(): void;
  hangUp(): Promise<void>;
};

type Client = SocketModeReceiver['client'];

/** Connects; `onHello` is called when it stands, which is before `ended`, or never. */
export function connect(options: ConnectionOptions, onHello: () => void): Connection {
  let isClosed = false;
  // A new client each time: one that is used again takes the end of its old connection for the end of its new one.
  const { client } = receiverFor(options);
  guardMessages(client, () => isClosed, options.log);
  const over = new Promise<Ending>((end) => {
    client.on('ws_message', (message) => isGoodbye(message) && end({ kind: 'goodbye' }));
    client.on('disconnected', () => end({ kind: 'broken' }));
  });
  const hangUp = () => inTime(client.disconnect(), options.patience).catch(() => {});
  const started = inTime(client.start(), options.patience).then(
    () => {
      onHello();
      return over;
    },
    (error: unknown): Ending => {
      void hangUp();
      return { kind: 'failed', error };
    },
  );
  return {
    ended: started,
    close: () => {
      isClosed = true;
    },
    hangUp,
  };
}

function receiverFor({ app, appToken, clientOptions, log }: ConnectionOptions): SocketModeReceiver {
  const { SocketModeReceiver } = bolt();
  const receiver = new SocketModeReceiver({
    appToken,
    // A copy: the client writes into what it is given.
    installerOptions: { clientOptions: { ...clientOptions } },
    logger: boltLog(log),
    autoReconnectEnabled: false,
    // Listeners catch their own faults, so what ends here came before them; sent again it would be no better.
    processEventErrorHandler: async () => {
      log('warn', 'slack: request refused', { reason: 'malformed' });
      return true;
    },
  });
  receiver.init(app);
  return receiver;
}

/** The client reads messages in a promise that nobody waits for, so that a malformed one would end the program. */
function guardMessages(client: Client, isClosed: () => boolean, log: SlackLog): void {
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message: unknown[]) => {
    if (isClosed()) return;
    try {
      await read!(...message);
    } catch {
      log('warn', 'slack: request refused', { reason: 'malformed' });
    }
  });
}

function isGoodbye(message: unknown): boolean {
  try {
    return typeof message === 'string' && JSON.parse(message).type === 'disconnect';
  } catch {
    return false;
  }
}

/** Rejects when it takes longer than this, in milliseconds. */
function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('took too long')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
