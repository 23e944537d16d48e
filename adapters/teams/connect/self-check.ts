/** Asks our own server, as anybody could, whether it takes what nobody signed: one wrong setting, and everybody can pass for a colleague. */
import { say as voice } from '../../../src/bot/text.ts';
import { ConfigError } from '../../../src/config.ts';

/** Carries a word that nobody else knows, so that the log does not take this look for a stranger. */
export const OWN_LOOK = 'x-leerteambot-self-check';

/** Whoever installs it reads Dutch. */
const say = voice('nl');

const PATIENCE = 10_000;

/** As good as what Teams sends, but for the signature. */
const UNSIGNED = {
  type: 'message',
  id: 'self-check',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:self-check' },
  recipient: { id: '28:self-check' },
  conversation: { id: 'self-check' },
  text: '',
};

/** `address`: of our own server; `word`: see `OWN_LOOK`. Throws a ConfigError unless it answers 401. */
export async function checkUnsigned(address: string, word: string): Promise<void> {
  const status = await statusOf(address, word);
  if (status === null) throw new ConfigError([say.plain('config.teams-not-asked', { address })]);
  if (status !== 401) throw new ConfigError([say.plain('config.teams-unguarded', { status })]);
}

/** Null when nothing answers. */
async function statusOf(address: string, word: string): Promise<number | null> {
  try {
    const response = await fetch(new URL('/api/messages', address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [OWN_LOOK]: word },
      body: JSON.stringify(UNSIGNED),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.status;
  } catch {
    return null;
  }
}
