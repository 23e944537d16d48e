/** botbuilder's clients for one address of Teams: they put our calls in Teams' words. */
import type { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { isPrivateWay } from '../../../src/loopback.ts';
import { TeamsError } from '../errors.ts';
import { connectorPackage } from './connector-package.ts';
import { onceOnly } from './http.ts';

export type Connectors = { readonly connector: ConnectorClient; readonly teams: TeamsConnectorClient };

/** There are a handful of addresses; somebody who sends ever new ones fills nothing. */
const MOST_KNOWN = 50;

/** Clients for a service URL that show this token; null: none. `patience` in milliseconds. */
export function createConnectors(patience: number): (serviceUrl: string, token: string | null) => Connectors {
  const known = new Map<string, Connectors>();
  return (serviceUrl, token) => {
    const key = `${serviceUrl} ${token}`;
    const made = known.get(key) ?? make(serviceUrl, token, patience);
    known.delete(key);
    known.set(key, made);
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
    return made;
  };
}

function make(serviceUrl: string, token: string | null, patience: number): Connectors {
  // The token and people's words go along.
  if (!URL.canParse(serviceUrl) || !isPrivateWay(new URL(serviceUrl)))
    throw new TeamsError('call', 400, 'unsafe_service_url');
  const { ConnectorClient, TeamsConnectorClient } = connectorPackage();
  const signing: ConstructorParameters<typeof ConnectorClient>[0] = {
    signRequest: async (request) => {
      if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
  const options = { baseUri: serviceUrl, httpClient: onceOnly(patience) };
  return { connector: new ConnectorClient(signing, options), teams: new TeamsConnectorClient(signing, options) };
}
