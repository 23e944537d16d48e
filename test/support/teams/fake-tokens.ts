/** The app registration: who gets a token for the Connector, and which tokens are good. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './fake-refusal.ts';
import type { Json } from './fake-types.ts';

const SCOPE = 'https://api.botframework.com/.default';
/** Seconds; what Entra gives most. */
const LIFE = 3_599;

export class FakeTokens {
  readonly id = randomUUID();
  readonly tenant = randomUUID();
  readonly #now: () => Date;
  readonly #given = new Map<string, Date>();
  password = `fake-${randomUUID()}`;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Throws a Refusal in the words of Entra. */
  give(tenant: string, form: Json): Json {
    if (form.grant_type !== 'client_credentials')
      throw new Refusal(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
    if (tenant !== this.tenant) throw new Refusal(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
    if (form.client_id !== this.id)
      throw new Refusal(400, 'unauthorized_client', `AADSTS700016: Application '${form.client_id}' was not found.`);
    if (form.client_secret !== this.password)
      throw new Refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    if (form.scope !== SCOPE)
      throw new Refusal(400, 'invalid_scope', `AADSTS70011: The provided value for scope ${form.scope} is not valid.`);
    const token = `fake.${randomUUID()}.token`;
    this.#given.set(token, new Date(this.#now().getTime() + LIFE * 1_000));
    return { token_type: 'Bearer', expires_in: LIFE, ext_expires_in: LIFE, access_token: token };
  }

  /** Throws when this header holds no token that is good now. */
  check(authorization: string | undefined): void {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    const until = this.#given.get(token);
    if (until === undefined || until <= this.#now())
      throw new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
  }

  revoke(): void {
    this.#given.clear();
  }

  changePassword(): string {
    this.password = `fake-${randomUUID()}`;
    return this.password;
  }
}
