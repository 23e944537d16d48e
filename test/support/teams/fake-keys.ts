/** The keys with which the Connector signs what it sends to the bot, and an activity signed with them. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Json, Signing } from './fake-types.ts';

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

const pair = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** Made once: it takes longer than most tests. */
let made: { readonly own: Pair; readonly stranger: Pair } | null = null;

function keys(): { readonly own: Pair; readonly stranger: Pair } {
  made ??= { own: pair(), stranger: pair() };
  return made;
}

const KEY_ID = 'fake-connector-key';
const WEBCHAT_KEY_ID = 'fake-webchat-key';
/** Those that say otherwise than they are signed. */
const KEY_IDS: Readonly<Record<string, string>> = { unknown: 'nobody-knows', webchat: WEBCHAT_KEY_ID };
const ISSUER = 'https://api.botframework.com';
const MINUTE = 60;

/** As Microsoft publishes them: with the channels for which they are good. */
export function publishedKeys(): Json {
  const { kty, n, e } = keys().own.publicKey.export({ format: 'jwk' });
  const key = (kid: string, endorsements: readonly string[]) => ({
    kty,
    use: 'sig',
    kid,
    x5t: kid,
    n,
    e,
    endorsements,
  });
  return { keys: [key(KEY_ID, ['msteams', 'webchat']), key(WEBCHAT_KEY_ID, ['webchat'])] };
}

/** The Authorization header of this activity, for the bot with this app id. */
export function signedFor(appId: string, activity: Json, how: Signing): string {
  const now = Math.floor(Date.now() / 1_000);
  const serviceUrl = how.serviceUrl === undefined ? activity.serviceUrl : how.serviceUrl;
  const from = how.expired === true ? now - 75 * MINUTE : how.early === true ? now + 60 * MINUTE : now - MINUTE;
  const claims = {
    ...(serviceUrl === null ? {} : { serviceurl: serviceUrl }),
    nbf: from,
    exp: from + 60 * MINUTE,
    iss: how.issuer ?? ISSUER,
    aud: how.audience ?? appId,
    ...how.claims,
  };
  const algorithm = how.algorithm ?? 'RS256';
  const header = { alg: algorithm, kid: KEY_IDS[how.key ?? 'own'] ?? KEY_ID, typ: 'JWT' };
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `Bearer ${text}.${signature(text, algorithm, how.key ?? 'own')}`;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function signature(text: string, algorithm: NonNullable<Signing['algorithm']>, key: NonNullable<Signing['key']>) {
  const { own, stranger } = keys();
  switch (algorithm) {
    case 'none':
      return '';
    case 'HS256':
      return createHmac('sha256', own.publicKey.export({ format: 'pem', type: 'pkcs1' }))
        .update(text)
        .digest('base64url');
    case 'RS256':
      return sign(
        'sha256',
        Buffer.from(text),
        (key === 'own' || key === 'webchat' ? own : stranger).privateKey,
      ).toString('base64url');
  }
}
