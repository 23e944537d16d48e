/** A trial page on a loopback port with a real mailbox, a bot that answers from the gallery, and a clock that sends one digest a day. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formValues as slackFields } from '../../../adapters/slack/render/form-values.ts';
import { slackPreview } from '../../../adapters/slack/render/preview.ts';
import { formValues as teamsFields } from '../../../adapters/teams/render/form-values.ts';
import { teamsPreview } from '../../../adapters/teams/render/preview.ts';
import { createTrial } from '../../../adapters/trial/index.ts';
import type { TrialClock, TrialOptions } from '../../../adapters/trial/options.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import { employment, membership, person, school, team } from '../../../db/schema.ts';
import { trialQueries } from '../../../db/trial.queries.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import { addDays } from '../../../src/calendar/local-date.ts';
import { instantAt, localDateOf, localTime } from '../../../src/calendar/zone.ts';
import type { PersonId } from '../../../src/people/person.ts';
import { gallery } from '../../support/gallery.ts';
import { largeForm, largeNotice } from './large-replies.ts';

export const SANNE = 'sanne@proefschool.example';
export const JOHN = 'john@proefschool.example';
/** A Tuesday, half an hour before the digests. */
export const START = new Date('2026-11-24T07:30:00+01:00');

const HELP: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: 'Dit kan ik voor je doen' }],
  parts: [
    {
      kind: 'list',
      rows: [
        { title: [{ text: 'Doelen bekijken' }], lines: [[{ text: '/doel status', style: 'code' }]] },
        { title: [{ text: 'Een doel bijwerken' }], lines: [[{ text: '/doel update 1 op koers 22', style: 'code' }]] },
        { title: [{ text: 'Een nieuw doel maken' }], lines: [[{ text: '/doel nieuw', style: 'code' }]] },
        { title: [{ text: 'Je instellingen' }], lines: [[{ text: '/instellingen', style: 'code' }]] },
      ],
    },
  ],
};

const ANSWERS: Readonly<Record<string, Reply>> = {
  '/hulp': HELP,
  alles: gallery.everyPart,
  formulier: gallery.form,
  keuze: {
    ...gallery.form,
    fields: [
      {
        kind: 'choice',
        name: 'soort',
        label: 'Soort',
        required: false,
        value: 'besluit',
        options: [
          { value: 'doel', label: 'doel' },
          { value: 'besluit', label: 'besluit' },
        ],
      },
    ],
  },
  '/iedereen': { ...gallery.everyPart, visibility: 'everyone' },
  streken: gallery.mischief,
  'streken formulier': gallery.mischiefForm,
  'heel veel': largeNotice,
  'veel keuze': largeForm,
};

/** What a form with a value that cannot be gets. */
const MISTAKE: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: 'Dat is geen percentage.' }],
  parts: [],
  changedNothing: true,
};

/** What a form with a value that is possible but strange gets. */
const QUESTION: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: 'Dat is wel erg veel. Klopt het?' }],
  parts: [
    {
      kind: 'buttons',
      buttons: [
        { label: 'Het klopt', intent: { name: 'doel.update', args: { status: 'op koers' } } },
        { label: 'Verder invullen', intent: { name: 'doel.update', args: {} }, reopens: true },
      ],
    },
  ],
  changedNothing: true,
};

function answerTo({ said }: Request): Reply {
  if (said.kind === 'text') return ANSWERS[said.text] ?? gallery.withoutTitle;
  if (said.intent.name === 'iedereen')
    return { kind: 'replace', notice: { ...gallery.replace.notice, visibility: 'everyone' } };
  if (said.intent.name === 'fout') throw new Error('broken on purpose');
  if (Number(said.intent.args.waarde) > 100) return MISTAKE;
  if (Number(said.intent.args.waarde) === 100) return QUESTION;
  return said.intent.args.status || said.intent.name !== 'doel.update' ? gallery.replace : gallery.form;
}

export type PretendSchool = {
  /** `http://127.0.0.1:4711`. */
  readonly address: string;
  /** What the bot was asked, in order. */
  readonly requests: Request[];
  readonly faults: unknown[];
  readonly options: TrialOptions;
  /** What an act sends by itself. */
  afterAct: () => Promise<void>;
  /** What a reset waits for while there is no school. */
  duringReset: () => Promise<void>;
  close(): Promise<void>;
};

/** Opens it on a free port; paths that are not the page's own are answered with 418. */
export async function openPretendSchool(): Promise<PretendSchool> {
  const requests: Request[] = [];
  const faults: unknown[] = [];
  let inside = await freshSchool();
  const options: TrialOptions = {
    handle: async (request) => {
      requests.push(request);
      return answerTo(request);
    },
    slackLook: slackPreview,
    slackFields,
    teamsLook: teamsPreview,
    teamsFields,
    get mailbox() {
      return inside.mailbox;
    },
    get clock() {
      return inside.clock;
    },
    afterAct: () => opened.afterAct(),
    reset: async () => {
      inside.database.close();
      await opened.duringReset();
      inside = await freshSchool();
    },
    onFault: (fault) => faults.push(fault),
  };
  const trial = createTrial(options);
  const server = createServer(async (request: IncomingMessage, response) => {
    if (!(await trial.handle(request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const opened: PretendSchool = {
    address: `http://127.0.0.1:${port}`,
    requests,
    faults,
    options,
    afterAct: async () => {},
    duringReset: async () => {},
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      inside.database.close();
    },
  };
  return opened;
}

async function freshSchool() {
  const database = openDatabase(':memory:');
  await fill(database);
  const mailbox = trialQueries(database);
  return { database, mailbox, clock: clockOf(mailbox) };
}

function clockOf(mailbox: ReturnType<typeof trialQueries>): TrialClock {
  let now = START;
  const digest = async () => {
    const message = { at: now, author: 'bot', content: JSON.stringify(gallery.everyPart), nudge: true } as const;
    for (const id of [1, 2]) await mailbox.append(id as PersonId, message);
  };
  const nextMorning = () => {
    const today = localDateOf(now);
    const morning = instantAt(today, localTime('08:00'));
    return morning > now ? morning : instantAt(addDays(today, 1), localTime('08:00'));
  };
  return {
    now: () => now,
    advance: async (to) => {
      if (to === 'next-nudge' && localDateOf(now) > '2026-12-31') return false;
      const days = to === 'day' ? 1 : 7;
      const end =
        to === 'next-nudge' ? nextMorning() : to instanceof Date ? to : new Date(now.getTime() + days * 24 * 3600_000);
      for (let morning = nextMorning(); morning <= end; morning = nextMorning()) {
        now = morning;
        if (localDateOf(now) <= '2026-12-31') await digest();
      }
      now = end;
      return true;
    },
  };
}

function fill(database: Database): Promise<void> {
  return database.change((orm) => {
    orm
      .insert(school)
      .values([
        { id: 1, name: 'De Regenbui', region: 'midden', createdOn: '2026-08-01' },
        { id: 2, name: 'De Windwijzer', region: 'noord', createdOn: '2026-08-01' },
      ])
      .run();
    orm
      .insert(person)
      .values([
        { id: 1, name: 'Sanne Proef', email: SANNE },
        { id: 2, name: 'John Sample', email: JOHN, language: 'en' },
        { id: 3, name: 'Marieke van Voorbeeld', email: 'marieke@proefschool.example' },
        { id: 4, name: 'Bea Bestuur', email: 'bea@proefschool.example' },
        { id: 5, name: 'Ooit Weg', email: 'ooit@proefschool.example' },
      ])
      .run();
    const roles = (...names: string[]) => JSON.stringify(names);
    orm
      .insert(employment)
      .values([
        { personId: 1, schoolId: 1, roles: roles('leerkracht'), workingDays: JSON.stringify(['ma', 'di', 'wo-even']) },
        { personId: 2, schoolId: 1, roles: roles('leerkracht') },
        { personId: 2, schoolId: 2, roles: roles('leerkracht', 'ib') },
        { personId: 3, schoolId: 2, roles: roles('directeur') },
        { personId: 4, schoolId: null, roles: roles('bestuur') },
        { personId: 5, schoolId: 1, roles: roles('leerkracht'), untilDay: '2026-07-31' },
      ])
      .run();
    orm
      .insert(team)
      .values({
        id: 1,
        schoolId: 1,
        name: 'Bovenbouw',
        kind: 'leerteam',
        chairId: 1,
        channel: 'bovenbouw-de-regenbui',
        day: 'do',
        time: '15:00',
        duration: 60,
        rhythm: 'wekelijks',
        method: 'vrij',
      })
      .run();
    orm
      .insert(membership)
      .values([
        { teamId: 1, personId: 1 },
        { teamId: 1, personId: 2 },
        { teamId: 1, personId: 4, untilDay: '2026-10-01' },
      ])
      .run();
  });
}
