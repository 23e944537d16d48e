/** What Teams makes of what somebody types. */
import type { FakeMessage } from './fake-types.ts';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `@Sanne` becomes a mention of whom Teams knows, by name; with the aadIds of those mentioned, in order. */
export function marked(text: string, people: ReadonlyMap<string, string>): readonly [string, readonly string[]] {
  const mentioned: string[] = [];
  const typed = escaped(text).replace(/(?<=^|\s)@([\p{L}\p{N}-]+)/gu, (as, name: string) => {
    const person = people.get(name);
    if (person) mentioned.push(person);
    return person ? `<at>${name}</at>` : as;
  });
  return [typed, mentioned];
}

/** "Koppeling kopiëren". */
export function linkTo({ conversation, id }: FakeMessage): string {
  return `https://teams.microsoft.com/l/message/${conversation}/${id}`;
}
