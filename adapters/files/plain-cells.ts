/**
 * Cells that say more than their value, rewritten as text: a formula as `=`, so that it can be refused where it stands, and 0.13 shown as 13% as
 * `13%`. The reader of workbooks tells neither; it gives the value that was last worked out, and 0.13.
 */
import { decimalComma } from '../../src/import/kinds.ts';

/** The formats of a spreadsheet that every workbook has without naming them: 0% and 0.00%. */
const PERCENT_FORMATS = ['9', '10'];

/** The cell styles that show a percentage, by their place in the list of `styles.xml`. */
export function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Set(PERCENT_FORMATS);
  for (const [, attributes] of styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) {
    const id = attributeOf(attributes!, 'numFmtId');
    if (id !== null && attributeOf(attributes!, 'formatCode')?.includes('%')) formats.add(id);
  }
  const from = styles.search(/<(?:\w+:)?cellXfs[\s>]/);
  const until = styles.search(/<\/(?:\w+:)?cellXfs>/);
  const cellFormats = from < 0 ? [] : [...styles.slice(from, until).matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)];
  const shown = cellFormats.map(([, attributes]) => formats.has(attributeOf(attributes!, 'numFmtId') ?? ''));
  return new Set(shown.flatMap((isPercent, index) => (isPercent ? [String(index)] : [])));
}

/** The XML of a sheet with those cells rewritten. Linear in its length, as long as tags end. */
export function withPlainCells(xml: string, percents: ReadonlySet<string>): string {
  const opening = /<((?:\w+:)?)c(?=[\s>])([^>]*)>/g;
  const out: string[] = [];
  let copied = 0;
  for (let tag = opening.exec(xml); tag; tag = opening.exec(xml)) {
    const [, prefix, attributes] = tag;
    if (attributes!.endsWith('/')) continue;
    const closing = `</${prefix}c>`;
    const end = xml.indexOf(closing, opening.lastIndex);
    if (end < 0) break;
    const text = plainText(attributes!, xml.slice(opening.lastIndex, end), percents);
    opening.lastIndex = end + closing.length;
    if (text === null) continue;
    const place = attributeOf(attributes!, 'r');
    out.push(xml.slice(copied, tag.index));
    out.push(
      `<${prefix}c${place === null ? '' : ` r="${place}"`} t="inlineStr"><${prefix}is><${prefix}t>${text}</${prefix}t></${prefix}is>${closing}`,
    );
    copied = opening.lastIndex;
  }
  return out.join('') + xml.slice(copied);
}

/** Null for a cell that is what its value is. */
function plainText(attributes: string, inside: string, percents: ReadonlySet<string>): string | null {
  if (/<(?:\w+:)?f[\s/>]/.test(inside)) return '=';
  const style = attributeOf(attributes, 's');
  if (style === null || !percents.has(style) || (attributeOf(attributes, 't') ?? 'n') !== 'n') return null;
  const value = Number(/<(?:\w+:)?v>([^<]+)</.exec(inside)?.[1]);
  // 0.07 * 100 is a little more than 7.
  return Number.isNaN(value) ? null : `${decimalComma(Number((value * 100).toPrecision(12)))}%`;
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;
}
