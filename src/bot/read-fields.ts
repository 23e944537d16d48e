/** `--met '{"doel": "3"}'`: the fields of a form or button, as JSON. */

/** Reads them, numbers as text; null when it is no JSON or no object with fields. */
export function readFields(json: string): Readonly<Record<string, string>> | null {
  try {
    const fields: unknown = JSON.parse(json);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}
