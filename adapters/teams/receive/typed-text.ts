/** `<at>Leerteambot</at> actie Ouderavond voorbereiden <at>Sanne</at> vrijdag`: what Teams marks becomes the words that people mean. */
import type { Mention, Written } from './payloads.ts';

export type TextReader = {
  /** The bot, as Teams names it: it is not part of what is said to it. */
  readonly bot: string;
  /** The address of whoever was mentioned; null when there is none. */
  readonly addressOf: (mentioned: Mention['mentioned']) => Promise<string | null>;
};

const AT = /<at(?: [^<>]*)?>(?<label>[^<>]*)<\/at>(?<tail>[,:]?)/g;
/** How the layout marks a person. */
const PERSON = /<span\b([^<>]*)>([^<>]*)<\/span>/gi;
/** More people than anybody names in one line; the others stay as Teams shows them. */
const MOST_PEOPLE = 10;

/** A person becomes their address (one word, so that no name is cut); `&lt;` is `<` again, and formatting goes. */
export async function typedText(
  { text, textFormat, entities, attachments }: Pick<Written, 'text' | 'textFormat' | 'entities' | 'attachments'>,
  { bot, addressOf }: TextReader,
): Promise<string> {
  const isRich = textFormat === 'xml' || textFormat === 'html';
  const typed = answerIn(attachments) ?? (isRich ? withoutTags(withoutQuotes(text ?? '')) : plainAnswer(text ?? ''));
  const marks = [...typed.matchAll(AT)];
  const people = inOrder(marks, entities);
  const named = new Map(people.flatMap((one) => (one && one.id !== bot ? [[one.id, one] as const] : [])));
  const asked = [...named.values()].slice(0, MOST_PEOPLE);
  const addresses = new Map(await Promise.all(asked.map(async (one) => [one.id, await addressOf(one)] as const)));
  let words = '';
  let at = 0;
  for (const [index, mark] of marks.entries()) {
    words += unescaped(typed.slice(at, mark.index));
    at = mark.index + mark[0].length;
    const person = people[index];
    // `@Leerteambot, doel status`: its comma goes too.
    if (person?.id === bot) continue;
    const label = unescaped(mark.groups!.label!);
    words += ((person && addresses.get(person.id)) ?? `@${label}`) + mark.groups!.tail!;
  }
  return (words + unescaped(typed.slice(at))).trim();
}

/** Who is meant by each mark: two people of one name are marked alike, and named in the order in which they stand there. */
function inOrder(
  marks: readonly RegExpMatchArray[],
  mentions: readonly Mention[],
): (Mention['mentioned'] | undefined)[] {
  const labelled = new Map<string, Mention['mentioned'][]>();
  for (const { text, mentioned } of mentions) {
    const label = withoutAt(text);
    const alike = labelled.get(label);
    if (alike) alike.push(mentioned);
    else labelled.set(label, [mentioned]);
  }
  const seen = new Map<string, number>();
  return marks.map((mark) => {
    const label = mark.groups!.label!;
    const alike = labelled.get(label);
    const index = seen.get(label) ?? 0;
    seen.set(label, index + 1);
    return alike?.[index] ?? alike?.[0];
  });
}

function withoutAt(text: string): string {
  return text.replace(/^<at[^<>]*>|<\/at>$/g, '');
}

/** What stands under the message that is answered; the text itself has both, one after the other. Null when nothing is answered. */
function answerIn(rich: string | null): string | null {
  if (rich === null || !/<blockquote\b/i.test(rich)) return null;
  const marked = withoutQuotes(rich).replace(PERSON, (span, tag: string, label: string) =>
    tag.includes('schema.skype.com/Mention') ? `<at>${label}</at>` : span,
  );
  return withoutTags(marked).trim() || null;
}

/** Newer versions of Teams leave only a mark of what is answered. */
function plainAnswer(text: string): string {
  return text.replace(/<quoted\b[^<>]*>(?:<\/quoted>)?/gi, ' ');
}

/** Each answered message goes: from its beginning to its end. */
function withoutQuotes(rich: string): string {
  const pieces = rich.split(/<\/blockquote>/i);
  const last = pieces.pop()!;
  return [...pieces.map((piece) => piece.split(/<blockquote\b/i, 1)[0]!), last].join('\n');
}

/** All but the marks of people. A paragraph is a line. */
function withoutTags(text: string): string {
  return text.replace(/<br ?\/?>|<\/(?:p|div|li)>/gi, '\n').replace(/<(?!\/?at\b)[^<>]*>/g, '');
}

const CHARACTERS: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** At one go, so that `&amp;lt;` is the `&lt;` that was typed. */
function unescaped(text: string): string {
  return text
    .replace(/&(?:#(?<code>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>nbsp|lt|gt|quot|apos|amp));/gi, (as, ...given) => {
      const { code, hex, name } = given.at(-1) as Record<string, string | undefined>;
      if (name) return CHARACTERS[name.toLowerCase()]!;
      const point = code ? Number(code) : Number.parseInt(hex!, 16);
      return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : as;
    })
    .replaceAll('\u00a0', ' ');
}
