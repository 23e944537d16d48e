/** The adapter on a real store and a fake of Teams, with everything it says to whoever runs it; for tests of how things come in. */
import { expect } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../../adapters/teams/index.ts';
import { greeting } from '../../../src/start/greeting.ts';
import type { MovedClock } from '../../support/chat/moved-clock.ts';
import { clockOf, type OpenCore, openCore } from '../../support/chat/open-core.ts';
import { type Activities, activitiesOf } from '../../support/teams/activities.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';
import type { FakePerson, FakeTeams } from '../../support/teams/fake-types.ts';

export type OpenTeams = {
  readonly fake: FakeTeams;
  readonly teams: Teams;
  readonly core: OpenCore;
  readonly clock: MovedClock;
  /** `warn teams: request refused {"status":401}`. */
  readonly log: string[];
  readonly sanne: FakePerson;
  readonly activities: Activities;
  /** Of our own server, and of `/api/messages` on it. */
  readonly address: string;
  readonly url: string;
  close(): Promise<void>;
};

/** Looks again and again until it is so, however busy this machine is. */
export function soon<Value>(probe: () => Value) {
  return expect.poll(probe, { timeout: 40_000, interval: 10 });
}

/** Not started yet. `changes`: for what it is given otherwise. */
export async function openTeams(
  changes: (fake: FakeTeams) => Partial<TeamsOptions> = () => ({}),
  isAnonymous = false,
): Promise<OpenTeams> {
  const clock = clockOf({});
  const fake = await startFakeTeams({ now: () => clock.now(), anonymous: isAnonymous });
  const core = await openCore({}, clock, fake.serviceUrl);
  const sanne = fake.addMember({ name: 'Sanne', email: core.schools[0]!.email('Sanne') });
  const log: string[] = [];
  const { store } = core.opened;
  const { id, password, tenant } = fake.app;
  const teams = createTeams({
    ...core.means,
    config: isAnonymous
      ? { app: null, tenants: [] }
      : { app: { id, password, tenant, type: 'SingleTenant' }, tenants: [tenant] },
    ...(!isAnonymous && { microsoft: fake.microsoft }),
    conversations: store.conversations,
    greeting: (sender, show) => greeting({ store, newKey: core.means.newKey }, sender, clock.now(), show),
    log: (level, event, details) => void log.push(`${level} ${event} ${JSON.stringify(details ?? {})}`),
    ...changes(fake),
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await teams.handle(request, response))) response.writeHead(404).end();
  });
  const address = `http://127.0.0.1:${portOf(server)}`;
  return {
    ...{ fake, teams, core, clock, log, sanne, address },
    activities: activitiesOf(fake),
    url: `${address}/api/messages`,
    close: async () => {
      await teams.stop();
      await close(server);
      await core.stop();
      await fake.stop();
    },
  };
}
