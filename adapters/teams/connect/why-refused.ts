/** Why botbuilder does not take a token, in words for the log: its own errors hold parts of what was sent. */
import { Refused } from './refused.ts';

/** How its errors, and those of `jsonwebtoken` below it, begin (botbuilder 4.23, jsonwebtoken 9). */
const REASONS: readonly (readonly [begins: string, reason: string])[] = [
  ['Unauthorized Access. Request is not authorized', 'unsigned'],
  ['Unauthorized. No valid identity', 'not of the Connector'],
  ['SkillValidation.', 'not of the Connector'],
  ['Signing Key could not be retrieved', 'signed with an unknown key'],
  ['Could not validate endorsement', 'signed with a key of another channel'],
  ['invalid signature', 'wrongly signed'],
  ['invalid algorithm', 'wrongly signed'],
  ['jwt signature is required', 'wrongly signed'],
  ['The token has expired', 'expired'],
  ['jwt not active', 'not valid yet'],
  ['Unauthorized. Invalid AppId', 'for another MicrosoftAppId'],
  ['Unauthorized. ServiceUrl claim', 'signed for another address'],
];

/** Its status for Microsoft's keys that could not be had. */
const NO_KEYS = 500;

/** 503 when it could not be found out, for that is not the sender's fault; else 401. */
export function whyRefused(error: unknown): Refused {
  if (!(error instanceof Error)) return new Refused(401, 'unreadable');
  // FetchError: node-fetch's, by which botbuilder asks for the keys.
  if (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === NO_KEYS))
    return new Refused(503, 'the keys of Microsoft cannot be had');
  const known = REASONS.find(([begins]) => error.message.startsWith(begins));
  return new Refused(401, known?.[1] ?? 'unreadable');
}
