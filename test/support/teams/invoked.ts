/** What Teams does with the answer to a button, a file or the menu of a message. */
import { checkInvokeAnswer } from './check-invoke.ts';
import type { FakeMessage, Json } from './fake-types.ts';
import type { Dialog } from './screen.ts';

/** The body of the answer; throws when Teams could not show it. */
export async function invoked(post: (activity: Json) => Promise<Response>, activity: Json): Promise<unknown> {
  const response = await post(activity);
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  const problems = checkInvokeAnswer(String(activity.name), { status: response.status, body });
  if (problems.length > 0) throw new Error(`Teams says that something went wrong: ${problems.join('; ')}`);
  return body;
}

/** Null: the window closes. */
export function dialogIn(on: FakeMessage, body: unknown): Dialog | null {
  const { task } = (body ?? {}) as { readonly task?: { readonly value: Json | string } };
  if (!task) return null;
  if (typeof task.value === 'string') return { on, title: '', shows: task.value };
  const { title, card } = task.value as { readonly title: string; readonly card: { readonly content: Json } };
  return { on, title, shows: card.content };
}
