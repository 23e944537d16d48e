/** A server that is going to be killed. It plans and sends as the real one does, and writes down what went out beside the database. */
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { openDatabase } from '../../db/database.ts';
import { createStore } from '../../db/store.ts';
import type { Claim } from '../../src/delivery/outbox.store.ts';
import type { PostClaim } from '../../src/delivery/posts.store.ts';
import { createTick } from '../../src/delivery/tick.ts';
import type { Store } from '../../src/store.ts';
import { KILLED_AT } from './kill-nudges.ts';

/** One tick at this instant. At the step with that number or name it stops and waits, to be killed there; null: it runs on. */
export type Order = { readonly at: string; readonly haltAt: number | 'sent' | null };

/** Steps are counted from 1. `fault`: something went wrong that is no kill. */
export type Told =
  | { readonly kind: 'ready' | 'ticked' }
  | { readonly kind: 'step'; readonly count: number; readonly isHalted: boolean }
  | { readonly kind: 'fault'; readonly fault: string };

const [file, journalFile] = process.argv.slice(3) as [string, string];
const journal = openSync(journalFile, 'a');

function tell(told: Told): void {
  process.send!(told);
}

/** On disk before it goes on, like a message that somebody has got. */
function writeDown(what: 'sent' | 'settled', receiver: string): void {
  writeSync(journal, `${what} ${receiver}\n`);
  fsyncSync(journal);
}

async function run({ at, haltAt }: Order): Promise<void> {
  let count = 0;
  const step = async (name: string): Promise<void> => {
    count++;
    const isHalted = haltAt === count || haltAt === name;
    tell({ kind: 'step', count, isHalted });
    if (isHalted) await new Promise(() => {});
  };

  await step('open');
  const database = openDatabase(file);
  const { tick } = createTick({
    store: withSteps(createStore(database), step),
    platform: {
      name: 'trial',
      send: async (to) => {
        await step('send');
        writeDown('sent', to.kind === 'person' ? `person-${to.personId}` : to.channel);
        await step('sent');
        return { reference: '' };
      },
      edit: async () => {},
    },
    nudges: KILLED_AT,
    newKey: () => 'key',
    onFault: (where, fault) => tell({ kind: 'fault', fault: `${JSON.stringify(where)} ${fault}` }),
  });
  await tick(new Date(at));
  database.close();
  tell({ kind: 'ticked' });
  process.disconnect();
}

/** Steps before and after everything that is asked of the outbox and the posts. */
function withSteps(store: Store, step: (name: string) => Promise<void>): Store {
  return { ...store, outbox: stepping(store.outbox, step), posts: stepping(store.posts, step) };
}

function stepping<Port extends object>(port: Port, step: (name: string) => Promise<void>): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await step(`before ${String(name)}`);
        const result = await method(...args);
        if (name === 'settle') writeDown('settled', settledIn(args[0] as Claim | PostClaim));
        await step(`after ${String(name)}`);
        return result;
      };
    },
  });
}

function settledIn(claim: Claim | PostClaim): string {
  return 'receiver' in claim ? `person-${claim.receiver}` : claim.post.key;
}

process.once('message', (order: Order) => void run(order));
tell({ kind: 'ready' });
