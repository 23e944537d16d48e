/** The pixels of a PNG as Chromium makes them: eight bits a channel, with or without transparency, not interlaced. */
import { inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, from 0 to 255, row by row. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Throws when it is another kind of file, or another kind of PNG. */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ name }) => name === 'IHDR')!.content;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9]!];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('another kind of PNG');
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content));
  const lines = unfiltered(inflateSync(packed), width * channels, height, channels);
  const pixels = lines.flatMap((line) =>
    Array.from({ length: width }, (_, at) => {
      const [red, green, blue, alpha = 255] = line.subarray(at * channels, (at + 1) * channels);
      return [red!, green!, blue!, alpha] as const;
    }),
  );
  return { width, height, pixels };
}

function chunksOf(bytes: Buffer): readonly { readonly name: string; readonly content: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Undoes what each line was filtered with (PNG specification, chapter 9). */
function unfiltered(raw: Buffer, width: number, height: number, channels: number): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let row = 0; row < height; row++) {
    const start = row * (width + 1);
    const line = Buffer.from(raw.subarray(start + 1, start + 1 + width));
    const above = lines.at(-1) ?? Buffer.alloc(width);
    for (let at = 0; at < width; at++) {
      const left = at < channels ? 0 : line[at - channels]!;
      const corner = at < channels ? 0 : above[at - channels]!;
      line[at] = (line[at]! + predicted(raw[start]!, left, above[at]!, corner)) & 0xff;
    }
    lines.push(line);
  }
  return lines;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return [left, above, corner].sort(
        (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
      )[0]!;
    default:
      throw new Error(`unknown filter: ${filter}`);
  }
}
