/** The bot's token without a secret: Azure, on whose machine it runs, vouches for it (UserAssignedMSI). */
import { once } from 'node:events';
import type { TeamsConfig } from '../../../src/config.ts';
import { TeamsError } from '../errors.ts';
import { connectorPackage } from './connector-package.ts';
import { CONNECTOR_SCOPE, type Fetched } from './token.ts';

/** Fetches it as botbuilder does; `patience` in milliseconds. */
export function managedIdentity(
  { id }: Pick<NonNullable<TeamsConfig['app']>, 'id'>,
  patience: number,
): () => Promise<Fetched> {
  const { JwtTokenProviderFactory } = connectorPackage();
  const provider = new JwtTokenProviderFactory().createAzureServiceTokenProvider(id);
  return async () => {
    const abortSignal = AbortSignal.timeout(patience);
    try {
      const asked = provider.getToken(`${CONNECTOR_SCOPE}/.default`, { abortSignal });
      // After a refusal it tries other ways first, whatever the signal says.
      const given = await Promise.race([asked, once(abortSignal, 'abort').then(() => null)]);
      if (given) return { token: given.token, until: given.expiresOnTimestamp };
    } catch {
      // What it throws names every way that it tried; none of them says more than this.
    }
    throw new TeamsError('token', 401, 'no_managed_identity');
  };
}
