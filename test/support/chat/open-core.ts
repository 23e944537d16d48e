/** The part of a school that no platform knows: a real store with people in it, the bot, the tick, and a note of all that goes wrong. */
import { randomUUID } from 'node:crypto';
import { type Bot, createBot } from '../../../src/bot/bot.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { createTick, type Tick } from '../../../src/delivery/tick.ts';
import type { Platform } from '../../../src/platform.ts';
import type { Store } from '../../../src/store.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, type SchoolDraft } from '../store.ts';
import { MovedClock } from './moved-clock.ts';
import { type Quiet, watchQuiet } from './quiet.ts';

type Staff = { readonly name: string; readonly email: string };

export type ChatSchoolDraft = {
  readonly schools?: readonly SchoolDraft[];
  /** An ISO instant; the morning of PRODUCT's examples when left out. */
  readonly at?: string;
  /** Channels by name, with the names of their members. */
  readonly channels?: Readonly<Record<string, readonly string[]>>;
  /** Fills the store in another way than with `schools`; gives everybody's name and address. */
  readonly fill?: (opened: OpenStore, bot: Bot) => Promise<readonly Staff[]>;
};

/** What an adapter is given, on each platform the same. */
export type AdapterMeans = Pick<Store, 'people' | 'controls'> & {
  readonly handle: (request: Request) => Promise<Reply>;
  readonly clock: MovedClock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newKey: () => string;
  readonly afterAct: () => void;
  readonly log: (
    level: 'error' | 'warn' | 'info',
    event: string,
    details?: Readonly<Record<string, string | number>>,
  ) => void;
  readonly onFault: (fault: unknown) => string;
};

export type OpenCore = {
  readonly opened: OpenStore;
  readonly bot: Bot;
  readonly clock: MovedClock;
  readonly schools: readonly BuiltSchool[];
  readonly staff: readonly Staff[];
  readonly faults: string[];
  readonly posted: readonly Notice[];
  /** Those, and all others that the core means for everybody in a channel. */
  readonly forAll: readonly Notice[];
  readonly means: AdapterMeans;
  readonly quiet: Quiet;
  /** What is being sent. */
  readonly sending: ReadonlySet<Promise<unknown>>;
  /** From now on what is due goes there. */
  sendsThrough(platform: Platform): void;
  /** What was given for that, without a note of what goes through it. */
  readonly platform: Platform;
  /** Begins to send what is due. */
  ticks(): void;
  stop(): Promise<void>;
};

export function clockOf({ at }: ChatSchoolDraft): MovedClock {
  return new MovedClock(new Date(at ?? '2026-11-24T08:30:00Z'));
}

/** `url` is where the platform is called. */
export async function openCore(draft: ChatSchoolDraft, clock: MovedClock, url: string): Promise<OpenCore> {
  const faults: string[] = [];
  const posted: Notice[] = [];
  const forAll: Notice[] = [];
  const sending = new Set<Promise<unknown>>();
  let tick: Tick | null = null;
  let through: Platform | null = null;
  const opened = await openStore();
  const { store } = opened;
  const newKey = () => randomUUID();
  const bot = createBot({
    store,
    commands: COMMANDS,
    newKey,
    onFault: (reference, intent, fault) => void faults.push(`${reference} ${intent}: ${inWords(fault)}`),
  });
  const { schools, staff } = await filled(draft, opened, bot);
  const quiet = watchQuiet(new URL(url).origin);

  const track = (work: Promise<unknown> | undefined) => {
    if (work === undefined) return;
    sending.add(work);
    void work.finally(() => sending.delete(work));
  };
  const handle = async (request: Request) => {
    const reply = await bot.handle(request, clock.now());
    if (reply.kind === 'notice' && reply.visibility === 'everyone') forAll.push(reply);
    return reply;
  };
  const means: AdapterMeans = {
    people: store.people,
    controls: store.controls,
    handle: (request) => quiet.during(handle(request)),
    clock,
    wait: clock.wait,
    newKey,
    afterAct: () => track(tick?.tickPosts(clock.now())),
    log: (level, event, details) => {
      if (level !== 'info') faults.push(`${level}: ${event} ${JSON.stringify(details ?? {})}`);
    },
    onFault: (fault) => {
      faults.push(`adapter: ${inWords(fault)}`);
      return 'TEST';
    },
  };
  return {
    ...{ opened, bot, clock, schools, staff, faults, posted, forAll, means, quiet, sending },
    get platform() {
      if (through === null) throw new Error('nothing can be sent yet');
      return through;
    },
    sendsThrough: (platform) => {
      through = platform;
      const noted: Platform = {
        name: platform.name,
        send: (to, notice, now) => {
          if (to.kind === 'channel') posted.push(notice);
          if (notice.visibility === 'everyone') forAll.push(notice);
          return platform.send(to, notice, now);
        },
        edit: (to, reference, notice, now) => {
          if (notice.visibility === 'everyone') forAll.push(notice);
          return platform.edit(to, reference, notice, now);
        },
      };
      const onFault = (where: unknown, fault: unknown) =>
        void faults.push(`${JSON.stringify(where)}: ${inWords(fault)}`);
      tick = createTick({ store, platform: noted, newKey, onFault });
    },
    ticks: () => track(tick?.tick(clock.now())),
    stop: async () => {
      await tick?.stop();
      quiet.stop();
      opened.close();
    },
  };
}

async function filled(
  { fill, schools: drafts = [REGENBUI] }: ChatSchoolDraft,
  opened: OpenStore,
  bot: Bot,
): Promise<{ readonly schools: readonly BuiltSchool[]; readonly staff: readonly Staff[] }> {
  if (fill) return { schools: [], staff: await fill(opened, bot) };
  const schools: BuiltSchool[] = [];
  for (const each of drafts) schools.push(await buildSchool(opened, each));
  const staff = drafts.flatMap((each, index) =>
    each.staff.map(({ name }) => ({ name, email: schools[index]!.email(name) })),
  );
  return { schools, staff };
}

function inWords(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
