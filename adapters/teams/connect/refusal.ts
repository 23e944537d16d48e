/** Microsoft does not take our id or secret: nothing can be answered until whoever runs the server has put others in their place. */
import { say as voice } from '../../../src/bot/text.ts';
import { ConfigError, type TeamsConfig } from '../../../src/config.ts';
import { isOfTheToken, troubleWord } from '../errors.ts';

/** Whoever installs it reads Dutch. */
const say = voice('nl');

/** What to do about it; null when the error is another one, that may pass by itself. */
export function refusalOf(app: NonNullable<TeamsConfig['app']>, error: unknown): ConfigError | null {
  if (!isOfTheToken(error)) return null;
  const key = app.type === 'UserAssignedMSI' ? 'config.teams-identity-refused' : 'config.teams-secret-refused';
  return new ConfigError([say.plain(key, { code: troubleWord(error) })]);
}
