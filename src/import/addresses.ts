/** Whose address is this? Somebody who got another address (`vorig_email`) stays the same person. */
import type { StaffRow } from './book.ts';
import { type Finding, message, problem } from './finding.ts';
import type { ReadBook } from './read-book.ts';

export type Addresses = {
  /** The address by which its owner is known after the import, or null when it is nobody's. */
  current(address: string): string | null;
  /** The address under which the person with this address and earlier address is stored now, or null for somebody new. */
  stored(email: string, previous: string | null): string | null;
  readonly mistakes: readonly Finding[];
};

type Claim = {
  readonly line: number;
  readonly email: string;
  readonly previous: string | null;
  readonly others: readonly string[];
};

export function findAddresses(rows: ReadBook['medewerkers'], storedRows: readonly StaffRow[]): Addresses {
  const claims = claimsOf(rows);
  const names = new Map(storedRows.map((row) => [row.email, row.name]));
  const owners = ownersOf(storedRows);

  const stored: Addresses['stored'] = (email, previous) => {
    if (names.has(email)) return email;
    return previous === null ? null : (owners.get(previous) ?? null);
  };

  const renamed = new Map<string, string>();
  for (const { email, previous } of claims) {
    const before = stored(email, previous);
    if (before !== null && before !== email && !renamed.has(before)) renamed.set(before, email);
  }

  const current = new Map<string, string>();
  for (const [address, owner] of owners) current.set(address, renamed.get(owner) ?? owner);
  for (const { email, previous, others } of claims) {
    for (const address of [...others, ...(previous === null ? [] : [previous])]) current.set(address, email);
  }
  for (const { email } of claims) current.set(email, email);

  return {
    current: (address) => current.get(address) ?? null,
    stored,
    mistakes: mistakesIn(claims, { names, owners, renamed, stored }),
  };
}

function claimsOf(rows: ReadBook['medewerkers']): readonly Claim[] {
  return rows.flatMap(({ line, values }) =>
    values.email === undefined
      ? []
      : [
          {
            line,
            email: values.email,
            previous: values.vorig_email ?? null,
            others: values.andere_emails ?? [],
          },
        ],
  );
}

/** Every stored address with the present address of its owner. */
function ownersOf(rows: readonly StaffRow[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const row of rows) {
    for (const address of row.otherEmails) owners.set(address, row.email);
    if (row.previousEmail !== null) owners.set(row.previousEmail, row.email);
  }
  for (const row of rows) owners.set(row.email, row.email);
  return owners;
}

type Stored = {
  readonly names: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string, string>;
  readonly renamed: ReadonlyMap<string, string>;
  readonly stored: Addresses['stored'];
};

function mistakesIn(claims: readonly Claim[], { names, owners, renamed, stored }: Stored): readonly Finding[] {
  const mistakes: Finding[] = [];
  const claimed = new Map(claims.map(({ email }) => [email, email]));
  for (const { line, email, previous, others } of claims) {
    const refuse = (column: string, what: Parameters<typeof problem>[0], hint: Parameters<typeof problem>[1] = null) =>
      mistakes.push({ sheet: 'medewerkers', row: line, column, ...problem(what, hint) });
    const before = stored(email, previous);
    const owner = owners.get(email);
    if (owner !== undefined && owner !== (before ?? email)) {
      refuse(
        'email',
        message('import.earlier-address', { email, name: names.get(owner)! }),
        message('import.hint-earlier-address', { current: owner }),
      );
    }
    if (before !== null && before !== email && renamed.get(before) !== email) {
      refuse('vorig_email', message('import.renamed-twice', { email: previous! }));
    }
    for (const address of previous === null ? others : [previous, ...others]) {
      const column = address === previous ? 'vorig_email' : 'andere_emails';
      const other = claimed.get(address);
      if (other !== undefined && other !== email) {
        refuse(
          column,
          other === address
            ? message('import.address-taken', { email: address })
            : message('import.address-twice', { email: address, other }),
        );
        continue;
      }
      claimed.set(address, email);
      if (names.has(address) && address !== before) {
        refuse(column, message('import.address-of-other', { email: address, name: names.get(address)! }));
      }
    }
  }
  return mistakes;
}
