/** What one person has before them in Slack: chats with their messages, the modal on top, the Home page of the bot. */
import type { FakeMessage, FakeSlack, FakeView, Json } from './fake-types.ts';
import { blockWords, viewWords } from './screen-words.ts';

export type Shown =
  | { readonly kind: 'message'; readonly message: FakeMessage; readonly isEphemeral: boolean }
  | { readonly kind: 'view'; readonly view: FakeView };

/** Everything, the oldest message first, then Home, then the modal on top. */
export function screenOf(fake: FakeSlack, user: string, channels: readonly string[]): readonly Shown[] {
  const messages = channels.flatMap((channel): Extract<Shown, { kind: 'message' }>[] => [
    ...fake.messages(channel).map((message) => ({ kind: 'message' as const, message, isEphemeral: false })),
    ...fake.ephemerals(channel, user).map((message) => ({ kind: 'message' as const, message, isEphemeral: true })),
  ]);
  const home = fake.home(user);
  const modal = fake.views(user).at(-1);
  return [
    ...messages.sort((a, b) => Number(a.message.ts) - Number(b.message.ts)),
    ...[home, modal].flatMap((view) => (view ? [{ kind: 'view' as const, view }] : [])),
  ];
}

/** The same for as long as it is the same message or page, whatever it says. */
export function keyOf(shown: Shown): string {
  if (shown.kind === 'view') return `${shown.view.type}:${shown.view.id}`;
  return `${shown.isEphemeral}:${shown.message.channel}:${shown.message.ts}`;
}

export function wordsOf(shown: Shown): string {
  if (shown.kind === 'view') return viewWords(shown.view);
  const { blocks, text, files } = shown.message;
  const words = blocks.length > 0 ? wordsOnce(blocks) : text;
  return [words, ...files.map(({ name }) => `(file: ${name})`)].filter((each) => each !== '').join('\n');
}

/** A message that changes gets new blocks, so each is read once. */
const READ = new WeakMap<readonly Json[], string>();

function wordsOnce(blocks: readonly Json[]): string {
  const words = READ.get(blocks) ?? blockWords(blocks);
  READ.set(blocks, words);
  return words;
}

/** All buttons that can be pressed, as they stand there, with the block they are in. */
export function buttonsOf(shown: Shown): readonly Json[] {
  const blocks = shown.kind === 'view' ? shown.view.blocks : shown.message.blocks;
  return blocks.flatMap(({ type, block_id, elements, accessory }) =>
    [...(type === 'actions' ? (elements as readonly Json[]) : []), ...(accessory ? [accessory as Json] : [])]
      .filter((element) => element.type === 'button')
      .map((button) => ({ ...button, block_id })),
  );
}
