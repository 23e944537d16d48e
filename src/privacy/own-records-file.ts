/** The two files of `/mijngegevens`: one to read, one for another program. They say the same. Pure. */
import type { File } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { isoInZone, localDateOf } from '../calendar/zone.ts';
import type { Label, OwnRecord, OwnSection, OwnValue, SectionName } from './own-records.ts';
import { momentWords, valueWords } from './value-words.ts';

type Asked = { readonly name: string; readonly sections: readonly OwnSection[]; readonly now: Date };

/** `mijn-gegevens-2026-11-24.txt`: sections with a line for each value that is there. */
export function readableFile(say: Say, { name, sections, now }: Asked): File {
  const parts = [
    [say.plain('mydata.file.title', { name }), say.plain('mydata.file.made', { at: momentWords(say, now) })],
    ...sections.map(({ section, rows }) => {
      const title = say.plain(`mydata.section.${section}`);
      return [title, '-'.repeat([...title].length), ...rows.flatMap((row) => rowLines(say, section, row))];
    }),
    [say.plain('mydata.file.end')],
  ];
  const content = parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
  return { name: `${fileName(say, now)}.txt`, type: 'text/plain', content };
}

/** `mijn-gegevens-2026-11-24.json`: the sections and values under their own names, the same in every language. */
export function machineFile(say: Say, { sections, now }: Asked): File {
  const content = {
    product: 'Leerteambot',
    madeAt: isoInZone(now),
    sections: Object.fromEntries(sections.map(({ section, rows }) => [section, rows.map(jsonRow)])),
  };
  return {
    name: `${fileName(say, now)}.json`,
    type: 'application/json',
    content: `${JSON.stringify(content, null, 2)}\n`,
  };
}

function fileName(say: Say, now: Date): string {
  return say.plain('mydata.file-name', { day: localDateOf(now) });
}

function jsonRow(row: OwnRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entriesOf(row).map(([label, value]) => [label, value instanceof Date ? isoInZone(value) : value]),
  );
}

/** The first value of a row with a mark before it, so that rows can be told apart. */
function rowLines(say: Say, section: SectionName, row: OwnRecord): readonly string[] {
  return entriesOf(row)
    .filter(([, value]) => value !== null && String(value) !== '')
    .map(([label, value], at) => {
      const words = `${say.plain(`mydata.label.${label}`)}: ${valueWords(say, { section, row, label }, value)}`;
      // People's own line breaks stay inside their value.
      return `${at === 0 ? '- ' : '  '}${words.replace(/[\r\n\u2028\u2029]+/g, '\n    ')}`;
    });
}

function entriesOf(row: OwnRecord): readonly (readonly [Label, OwnValue])[] {
  return Object.entries(row) as [Label, OwnValue][];
}
