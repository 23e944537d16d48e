/** Workbooks made by hand for tests: the parts as Excel writes them, with only what matters. */
import { crc32, deflateRawSync } from 'node:zlib';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The cell styles by their number: 0 nothing, 1 a day, 2 0%, 3 0.0%, 4 a time, 5 day and time. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy hh:mm"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>
</styleSheet>`;

/** The rows of the sheet as XML: `<row r="1"><c r="A1" ...>`. */
export type SheetXml = { readonly name: string; readonly rows: string };

export function workbookParts(
  sheets: readonly SheetXml[],
  sharedStrings: readonly string[] = [],
): Record<string, Uint8Array> {
  const text = (content: string) => Buffer.from(content);
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': text(`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    'xl/workbook.xml': text(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets
        .map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId98" Type="${RELATION}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/styles.xml': text(STYLES),
    'xl/sharedStrings.xml': text(
      `${HEAD}<sst xmlns="${MAIN}">${sharedStrings.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
    ),
  };
  sheets.forEach(({ rows }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = text(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    );
  });
  return parts;
}

export function workbook(sheets: readonly SheetXml[], sharedStrings: readonly string[] = []): Uint8Array {
  return zip(workbookParts(sheets, sharedStrings));
}

type ZipOptions = {
  /** The unpacked size that the zip says each of these parts has, whatever it is. */
  readonly claims?: Readonly<Record<string, number>>;
  /** Parts that are in the zip and not in its directory. */
  readonly hidden?: Readonly<Record<string, Uint8Array>>;
};

/** A zip as the format says, or one that lies. */
export function zip(
  parts: Readonly<Record<string, Uint8Array>>,
  { claims = {}, hidden = {} }: ZipOptions = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes, isHidden] of [
    ...Object.entries(hidden).map(([path, bytes]) => [path, bytes, true] as const),
    ...Object.entries(parts).map(([path, bytes]) => [path, bytes, false] as const),
  ]) {
    const { packed, sum } = packedOf(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims[path] ?? bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(path), 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(path), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    if (!isHidden) directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(path));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const PACKED = new WeakMap<Uint8Array, { packed: Buffer; sum: number }>();

/** Once for bytes that come again: zips that unpack to gigabytes are made of one part many times. */
function packedOf(bytes: Uint8Array): { packed: Buffer; sum: number } {
  const known = PACKED.get(bytes) ?? { packed: deflateRawSync(bytes), sum: crc32(bytes) };
  PACKED.set(bytes, known);
  return known;
}

/** A cell with a text of its own. */
export function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
