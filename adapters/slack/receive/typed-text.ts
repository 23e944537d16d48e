/** `/actie Ouderavond voorbereiden <@U1> voor vrijdag`: Slack's own codes for people, channels and links become the words that people mean. */

export type TextReader = {
  /** The bot's own user: it is not part of what is said to it. */
  readonly botUserId: string;
  /** The e-mail address of an account; null when there is none. */
  readonly addressOf: (account: string) => Promise<string | null>;
};

const CODE = /<(?<sign>[@#!]?)(?<target>[^<>|]+)(?:\|(?<label>[^<>|]*))?>(?<tail>[,:]?)/g;
/** More people than anybody names in one line; the others stay as Slack shows them. */
const MOST_PEOPLE = 10;

/** A person becomes their e-mail address (one word, so that no name is cut), a channel `#name`, a link its address; `&lt;` is `<` again. */
export async function typedText(text: string, { botUserId, addressOf }: TextReader): Promise<string> {
  const named = [...text.matchAll(CODE)]
    .filter(({ groups }) => groups!.sign === '@' && groups!.target !== botUserId)
    .map(({ groups }) => groups!.target!);
  const accounts = [...new Set(named)].slice(0, MOST_PEOPLE);
  const addresses = new Map(
    await Promise.all(accounts.map(async (account) => [account, await addressOf(account)] as const)),
  );
  let words = '';
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    words += unescaped(text.slice(at, match.index)) + meant(match.groups!, botUserId, addresses);
    at = match.index + match[0].length;
  }
  return (words + unescaped(text.slice(at))).trim();
}

function meant(
  { sign, target, label, tail }: Record<string, string | undefined>,
  botUserId: string,
  addresses: ReadonlyMap<string, string | null>,
): string {
  // `@Leerteambot, doel status`: its comma goes too.
  if (sign === '@' && target === botUserId) return '';
  return unescaped(words(sign!, target!, label || null, addresses)) + tail;
}

function words(
  sign: string,
  target: string,
  label: string | null,
  addresses: ReadonlyMap<string, string | null>,
): string {
  switch (sign) {
    case '@':
      return addresses.get(target) ?? `@${label ?? target}`;
    case '#':
      return `#${label ?? target}`;
    case '!':
      return label ?? `@${target}`;
    default:
      return target.replace(/^(?:mailto|tel):/, '');
  }
}

/** Slack escapes these three only; `&amp;` comes last, so that `&amp;lt;` is the `&lt;` that was typed. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
