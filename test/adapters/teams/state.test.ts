/** Letting Teams in, what `/healthz` says of it meanwhile, and when Microsoft does not take our secret or cannot be asked. */
import { addMinutes } from 'date-fns/addMinutes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { httpEntrance } from '../../../adapters/teams/connect/http.ts';
import { ConfigError } from '../../../src/config.ts';
import { sendActivity } from '../../support/teams/signed.ts';
import { type OpenTeams, openTeams, soon } from './open-teams.ts';

let it: OpenTeams;

beforeEach(async () => {
  it = await openTeams();
});
afterEach(() => it.close());

const started = () => it.teams.start(it.address);
const said = () => it.activities.message(it.sanne.aadId, 'hulp');
const status = async () => (await sendActivity(it.url, it.fake, said())).status;
const answers = () => it.fake.messages(it.sanne.aadId).filter(({ from }) => from === it.fake.app.bot).length;
const later = () => it.clock.moveTo(addMinutes(it.clock.now(), 2));

test('before it is started and after it has stopped, Teams is told to come back', async () => {
  expect(it.teams.state()).toBe('connecting');
  const early = await sendActivity(it.url, it.fake, said());
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
  await started();
  expect(it.teams.state()).toBe('on');
  expect(await status()).toBe(200);
  await it.teams.stop();
  expect(await status()).toBe(503);
});

test('what is still at the door when it stops is told to come back, for nothing would wait for its answer', async () => {
  const asked: unknown[] = [];
  const entrance = httpEntrance({
    config: { app: null, tenants: [] },
    receive: async (activity) => {
      asked.push(activity);
      return null;
    },
    ownLook: 'x',
    log: () => {},
    onFault: () => {},
  });
  let arrived = () => {};
  const isThere = new Promise<void>((there) => {
    arrived = there;
  });
  let letIn = () => {};
  const check = () => {
    arrived();
    return new Promise<void>((pass) => {
      letIn = pass;
    });
  };
  entrance.open({ check, isSure: () => true });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    await entrance.handle(request, response);
  });
  try {
    const body = JSON.stringify({ ...said(), serviceUrl: 'http://127.0.0.1/' });
    const headers = { 'Content-Type': 'application/json' };
    const posted = fetch(`http://127.0.0.1:${portOf(server)}/api/messages`, { method: 'POST', headers, body });
    await isThere;
    entrance.close();
    letIn();
    expect((await posted).status).toBe(503);
    expect(asked).toEqual([]);
  } finally {
    await close(server);
  }
});

describe('the look at our own door', () => {
  test('finds that what nobody signed is refused, and does not warn of itself', async () => {
    await started();
    expect(it.log[0]).toBe('info teams: own unsigned request answered {"status":401,"reason":"unsigned"}');
    expect(it.log.filter((line) => line.startsWith('warn'))).toEqual([]);
    const stranger = { 'Content-Type': 'application/json', 'X-Leerteambot-Self-Check': 'a guess' };
    await fetch(it.url, { method: 'POST', headers: stranger, body: JSON.stringify(said()) });
    expect(it.log.at(-1)).toBe('warn teams: request refused {"status":401,"reason":"unsigned"}');
  });

  test.each([200, 202, 403, 404, 500])('ends it when the answer is %i', async (answer) => {
    const server = await listen(
      { port: 0, host: '127.0.0.1' },
      async (_, response) => void response.writeHead(answer).end(),
    );
    try {
      await expect(it.teams.start(`http://127.0.0.1:${portOf(server)}`)).rejects.toThrow(
        new RegExp(`^Leerteambot stopt: berichten zonder handtekening .*\\(status ${answer}\\)`),
      );
    } finally {
      await close(server);
    }
  });

  test('ends it when nobody answers', async () => {
    await expect(it.teams.start('http://127.0.0.1:1')).rejects.toThrow(/^Ik kan mijn eigen adres http:\/\/127/);
  });
});

describe('a secret that Microsoft does not take', () => {
  test('is one clear line at the start', async () => {
    it.fake.changePassword();
    await expect(started()).rejects.toThrow(ConfigError);
    await expect(started()).rejects.toThrow(/^Microsoft weigert .*MicrosoftAppPassword \([a-z_]+\)\. .* in \.env/);
  });

  test('later on is a fault, said once, until it is taken again', async () => {
    await started();
    it.fake.revokeTokens();
    it.fake.fail('token', { how: { status: 401, code: 'invalid_client' }, times: Number.POSITIVE_INFINITY });
    expect(await status()).toBe(200);
    await soon(() => it.teams.state()).toBe('fault');
    await it.core.quiet.reached();
    later();
    expect(await status()).toBe(200);
    await it.core.quiet.reached();
    expect(it.log.filter((line) => line.startsWith('error teams: Microsoft does not take'))).toHaveLength(1);
    it.fake.mend();
    later();
    const before = answers();
    expect(await status()).toBe(200);
    await soon(answers).toBeGreaterThan(before);
    expect(it.teams.state()).toBe('on');
  });
});

describe('while Microsoft cannot be reached', () => {
  test('it starts all the same, and goes on trying ever more slowly', async () => {
    it.fake.fail('token', { how: { status: 503 }, times: 3 });
    await started();
    expect(it.teams.state()).toBe('fault');
    for (const seconds of [1, 2, 4]) {
      await soon(() => it.log.at(-1)).toBe(`info teams: trying again {"milliseconds":${seconds * 1_000}}`);
      it.clock.moveTo(it.clock.next!);
    }
    await soon(() => it.teams.state()).toBe('on');
  });

  test('a stop ends the trying', async () => {
    it.fake.fail('token', { how: 'drop', times: Number.POSITIVE_INFINITY });
    await started();
    await it.teams.stop();
    const calls = it.fake.calls.length;
    later();
    await it.core.quiet.reached();
    expect(it.fake.calls.length).toBe(calls);
  });

  test('a secret that turns out to be refused is a fault, until it is taken', async () => {
    it.fake.fail('token', { how: { status: 503 } });
    await started();
    it.fake.fail('token', { how: { status: 401, code: 'invalid_client' } });
    it.clock.moveTo(it.clock.next!);
    await soon(() => it.log.some((line) => line.startsWith('error teams: Microsoft does not take'))).toBe(true);
    expect(it.teams.state()).toBe('fault');
    later();
    expect(await status()).toBe(200);
    await soon(() => it.teams.state()).toBe('on');
  });

  test.each([
    ['say no', { status: 500 }],
    ['are garbage', 'garbage'],
    ['break off', 'drop'],
  ] as const)('its keys %s: Teams is told to come back, and the next one gets in', async (_, how) => {
    await started();
    it.fake.fail('metadata', { how, times: 2 });
    const response = await sendActivity(it.url, it.fake, said());
    expect([response.status, await response.text()]).toEqual([503, '']);
    expect(it.teams.state()).toBe('fault');
    // Nobody's fault: whoever did not sign is no cure for it.
    expect(
      (
        await fetch(it.url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(said()),
        })
      ).status,
    ).toBe(401);
    expect(it.teams.state()).toBe('fault');
    expect(await status()).toBe(503);
    expect(await status()).toBe(200);
    expect(it.teams.state()).toBe('on');
  });

  test('its keys do not come: Teams is told to come back', async () => {
    await started();
    it.fake.fail('metadata', { how: 'timeout' });
    let answer: Response | null = null;
    void sendActivity(it.url, it.fake, said()).then((response) => {
      answer = response;
    });
    await soon(() => {
      later();
      return answer?.status;
    }).toBe(503);
    expect(it.log.at(-1)).toContain('the keys of Microsoft do not come');
  });
});
