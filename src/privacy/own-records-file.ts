/** The two files of `/mijngegevens`: one to read, one for another program. They say the same. Pure. */
import type { File } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { isoInZone, localDateOf } from '../calendar/zone.ts';
import { momentWords } from './moment-words.ts';
import type { Label, OwnRecord, OwnSection, OwnValue, SectionName } from './own-records.ts';
import { valueWords } from './value-words.ts';

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

/** Long lists of what the program did: a line for each row. */
const SHORT: readonly SectionName[] = ['about-me', 'acts-on-me', 'messages', 'posts', 'digests', 'acts'];

/** In those lines the value says itself what it is. */
const BARE: readonly Label[] = ['school', 'kind', 'subject', 'state', 'act', 'at', 'day'];

/** The first value of a row with a mark before it, so that rows can be told apart. */
function rowLines(say: Say, section: SectionName, row: OwnRecord): readonly string[] {
  const isShort = SHORT.includes(section);
  const values = entriesOf(row).flatMap(([label, value]) => {
    if (value === null || String(value) === '') return [];
    const words = valueWords(say, { section, row, label }, value);
    if (words === '') return [];
    const whole = isShort && BARE.includes(label) ? words : `${say.plain(`mydata.label.${label}`)}: ${words}`;
    // People's own line breaks stay inside their value.
    return [whole.replace(/[\r\n\u2028\u2029]+/g, isShort ? ' ' : '\n    ')];
  });
  if (isShort) return [`- ${values.join(' · ')}`];
  return values.map((words, at) => `${at === 0 ? '- ' : '  '}${words}`);
}

function entriesOf(row: OwnRecord): readonly (readonly [Label, OwnValue])[] {
  return Object.entries(row) as [Label, OwnValue][];
}
