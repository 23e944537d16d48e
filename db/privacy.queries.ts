/** `/mijngegevens`: what is stored about somebody, and who asked to be removed. */
import type { PersonId } from '../src/people/person.ts';
import type { PrivacyStore, RemovalRequest } from '../src/privacy/privacy.store.ts';
import { knownAddressKey } from './address-key.ts';
import { announce } from './announce.ts';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { ownSections } from './own-records.queries.ts';
import { PERSON_SUBJECT } from './person-columns.ts';

const REQUESTS = `
  select r.person_id as personId, p.name, p.email, r.at from removal_request r join person p on p.id = r.person_id`;
const OF_PERSON = `${REQUESTS} where r.person_id = :id`;
const BY_AGE = `${REQUESTS} order by r.at, r.person_id`;
const ASK = 'insert into removal_request (person_id, at) values (:id, :at) on conflict (person_id) do nothing';
const WITHDRAW = 'delete from removal_request where person_id = :id';
// Who does not want it any more needs nobody to do it.
const UNTELL = `delete from outbox where kind = 'verwijderverzoek' and subject = ${PERSON_SUBJECT} and state = 'planned'`;

type Stored = Omit<RemovalRequest, 'at'> & { readonly at: number };

function requestOf({ at, ...row }: Stored): RemovalRequest {
  return { ...row, at: new Date(at) };
}

export function privacyQueries(database: Database): PrivacyStore {
  return {
    records: (id) => database.read(() => ownSections(database, id)),

    removalRequest: (id) =>
      database.read(() => {
        const row = database.statement<object, Stored>(OF_PERSON).get({ id });
        return row ? requestOf(row) : null;
      }),

    removalRequests: () => database.read(() => database.statement<object, Stored>(BY_AGE).all({}).map(requestOf)),

    askRemoval: (stamp, id, tells) =>
      database.act(stamp, () => {
        const { changes } = database.statement(ASK).run({ id, at: stamp.at.getTime() });
        if (changes > 0) announce(database, tells);
        return { result: undefined, subject: changes > 0 ? ofPerson(id) : null };
      }),

    withdrawRemoval: (stamp, id) =>
      database.act(stamp, () => {
        const { changes } = database.statement(WITHDRAW).run({ id });
        if (changes === 0) return { result: false, subject: null };
        database.statement(UNTELL).run({ id });
        return { result: true, subject: ofPerson(id) };
      }),

    isKeyGone: () =>
      database.read(() => {
        try {
          knownAddressKey(database);
          return false;
        } catch (error) {
          if (error instanceof DatabaseError) return true;
          throw error;
        }
      }),
  };
}

function ofPerson(id: PersonId): string {
  return `person:${id}`;
}
