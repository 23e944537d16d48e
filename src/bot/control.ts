/** What a button or a form carries through a platform: what it says when it is used, and its key. Long ones are kept in the store. */
import { z } from 'zod';
import type { ControlsStore, KeptControl } from './controls.store.ts';
import type { Request } from './request.ts';

/** `said` is what a press means: an intent, or a line that was typed (for a form that could not be opened then). */
export type Control = { readonly said: Request['said']; readonly key: string | null };

/** i: intent, a: arguments, t: typed line, k: key, l: kept under this key. */
const PACKED = z.union([
  z.object({ i: z.string(), a: z.record(z.string(), z.string()), k: z.string().nullable() }),
  z.object({ t: z.string(), k: z.string().nullable() }),
  z.object({ l: z.string() }),
]);
type Packed = z.infer<typeof PACKED>;

/** As text of at most `limit` characters; what does not fit is only named, and must be kept (see `keepLong`). */
export function pack(control: Control, limit: number): string {
  const whole = JSON.stringify(packed(control));
  return whole.length <= limit || control.key === null ? whole : JSON.stringify({ l: control.key } satisfies Packed);
}

/** A control and the room it has, in characters. */
export type ShownControl = { readonly control: Control; readonly limit: number };

/** Keeps what these carry when the platform has no room for it. Must come before they are shown. */
export async function keepLong(
  store: Pick<ControlsStore, 'keep'>,
  shown: readonly ShownControl[],
  now: Date,
): Promise<void> {
  const long = shown.flatMap(({ control, limit }) => toKeep(control, limit) ?? []);
  if (long.length > 0) await store.keep(long, now);
}

/** Null when it carries everything itself. */
export function toKeep(control: Control, limit: number): KeptControl | null {
  const content = JSON.stringify(packed(control));
  return content.length <= limit || control.key === null ? null : { key: control.key, content };
}

/** Reads what came back. Null: not ours, or kept too long ago. */
export async function unpack(text: string, store: Pick<ControlsStore, 'kept'>): Promise<Control | null> {
  const read = parsed(text);
  if (read === null || !('l' in read)) return read && unpacked(read);
  const kept = await store.kept(read.l);
  const content = kept === null ? null : parsed(kept);
  return content === null || 'l' in content ? null : unpacked(content);
}

function packed({ said, key }: Control): Packed {
  return said.kind === 'intent'
    ? { i: said.intent.name, a: { ...said.intent.args }, k: key }
    : { t: said.text, k: key };
}

function unpacked(read: Exclude<Packed, { l: string }>): Control {
  if ('t' in read) return { said: { kind: 'text', text: read.t }, key: read.k };
  return { said: { kind: 'intent', intent: { name: read.i, args: read.a } }, key: read.k };
}

function parsed(text: string): Packed | null {
  try {
    return PACKED.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
