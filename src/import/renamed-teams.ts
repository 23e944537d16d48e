/** A leerteam that got another name in chat is found by the one that the sheets still have: it stays one team, with its present name. */
import type { Book } from './book.ts';
import type { ChatColumn } from './chat-changes.ts';
import type { Difference } from './compare.ts';
import type { ReadBook } from './read-book.ts';
import { keyOf } from './stored-index.ts';

type Rows<Name extends 'leerteams' | 'leden' | 'doelen' | 'acties'> = ReadBook[Name];

/**
 * The rows with the present names, and each team that the sheets call otherwise. A name that a stored team has now, or for which the
 * sheet has the present name too, is that of another team.
 */
export function withPresentTeamNames(
  read: ReadBook,
  stored: Book,
  changes: readonly ChatColumn[],
): { readonly read: ReadBook; readonly renamed: readonly Difference[] } {
  const taken = new Set(stored.leerteams.map(({ school, team }) => keyOf(school, team)));
  const named = new Set(read.leerteams.map(({ values }) => keyOf(values.school ?? '', values.leerteam ?? '')));
  const present = new Map<string, string>();
  for (const { sheet, school, name, column, from } of changes) {
    if (sheet !== 'leerteams' || column !== 'leerteam') continue;
    if (!taken.has(keyOf(school, from)) && !named.has(keyOf(school, name))) present.set(keyOf(school, from), name);
  }
  if (present.size === 0) return { read, renamed: [] };

  const renamed = read.leerteams.flatMap(({ values: { school = '', leerteam = '' } }): Difference[] => {
    const name = present.get(keyOf(school, leerteam));
    return name === undefined
      ? []
      : [{ sheet: 'leerteams', school, name, column: 'leerteam', stored: name, sheets: leerteam }];
  });
  const translated = <Name extends 'leerteams' | 'leden' | 'doelen' | 'acties'>(rows: Rows<Name>): Rows<Name> =>
    rows.map((row) => {
      const { school = '', leerteam } = row.values as { readonly school?: string; readonly leerteam?: string | null };
      const name = leerteam ? present.get(keyOf(school, leerteam)) : undefined;
      return name === undefined ? row : { ...row, values: { ...row.values, leerteam: name } };
    }) as unknown as Rows<Name>;
  return {
    read: {
      ...read,
      leerteams: translated<'leerteams'>(read.leerteams),
      leden: translated<'leden'>(read.leden),
      doelen: translated<'doelen'>(read.doelen),
      acties: translated<'acties'>(read.acties),
    },
    renamed,
  };
}
