/** Somebody with a row per school is one person: language and addresses said in one row hold in all. */
import type { Addresses } from './addresses.ts';
import { completeRows, type LocatedRow } from './complete-rows.ts';
import type { ReadBook } from './read-book.ts';
import type { ValuesOf } from './sheet.ts';
import { SHEETS, type Sheets } from './sheets/index.ts';
import type { StoredIndex } from './stored-index.ts';

type Fields = Sheets['medewerkers']['fields'];
type Values = ValuesOf<Fields>;

export function completeStaff(
  rows: ReadBook['medewerkers'],
  index: StoredIndex,
  addresses: Addresses,
): readonly LocatedRow<'medewerkers', Fields>[] {
  const said = saidOfPeople(rows);
  const personOf = (email: string) => {
    const stored = addresses.stored(email, said.get(email)?.vorig_email ?? null);
    return stored === null ? undefined : index.person(stored);
  };
  const shared = rows.map((row) => {
    const email = row.values.email;
    const language = email === undefined ? undefined : (said.get(email)?.taal ?? personOf(email)?.language);
    return language === undefined ? row : { ...row, values: { taal: language, ...row.values } };
  });
  return completeRows(
    SHEETS.medewerkers,
    shared,
    ({ email, school }) => {
      const person = personOf(email);
      return person && index.staff(person.email, school);
    },
    (values) => ({
      ...values,
      leidinggevende: values.leidinggevende && (addresses.current(values.leidinggevende) ?? values.leidinggevende),
      ...allAddresses(values.email, said.get(values.email)!, personOf(values.email), addresses),
    }),
  );
}

type Said = Pick<Values, 'vorig_email' | 'andere_emails'> & { readonly taal: Values['taal'] | undefined };

function saidOfPeople(rows: ReadBook['medewerkers']): ReadonlyMap<string, Said> {
  const people = new Map<string, Said>();
  for (const { values } of rows) {
    if (values.email === undefined) continue;
    const before = people.get(values.email);
    people.set(values.email, {
      taal: before?.taal ?? values.taal,
      vorig_email: before?.vorig_email ?? values.vorig_email ?? null,
      andere_emails: [...(before?.andere_emails ?? []), ...(values.andere_emails ?? [])],
    });
  }
  return people;
}

/** An import never forgets an address; one that somebody else has now goes over to them. */
function allAddresses(
  email: string,
  said: Said,
  person: ReturnType<StoredIndex['person']>,
  addresses: Addresses,
): Pick<Values, 'vorig_email' | 'andere_emails'> {
  const previous = said.vorig_email ?? person?.previousEmail ?? null;
  const all = [...said.andere_emails];
  if (person) all.push(person.email, ...person.otherEmails, ...(person.previousEmail ? [person.previousEmail] : []));
  const others = all.filter(
    (address) => address !== email && address !== previous && addresses.current(address) === email,
  );
  return { vorig_email: previous, andere_emails: [...new Set(others)].sort() };
}
