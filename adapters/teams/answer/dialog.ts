/** An answer in a window of Teams' own: nothing can stand below it, so a form with a mistake in it is made again as it was filled in. */
import type { Form, Intent, Notice, Reply } from '../../../src/bot/reply.ts';
import { aboveForm, buttonsIn } from '../../../src/bot/reply-buttons.ts';
import type { Tools } from '../receive.ts';
import { dialogForm, dialogNotice, type TeamsCard } from '../render.ts';
import { type Asked, ask } from './ask.ts';

/** What was sent in the window: what it said before anything was filled in, and what was. */
export type Sent = { readonly intent: Intent; readonly values: Readonly<Record<string, string>> };

/** `sent`: null when the window opens. */
export async function dialogCard(tools: Tools, asked: Asked, sent: Sent | null, reply: Reply): Promise<TeamsCard> {
  const { language } = await tools.voices.of(asked.who);
  if (reply.kind === 'form') return dialogForm(reply, language);
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  const above = sent && notice.changedNothing ? aboveForm(notice) : null;
  const form = sent && above ? await sameForm(tools, asked, sent, notice) : null;
  return form && above ? dialogForm(form, language, above) : dialogNotice(notice, language);
}

/** Null when the core does not give it again. */
async function sameForm(tools: Tools, asked: Asked, sent: Sent, mistake: Notice): Promise<Form | null> {
  const [reopens] = buttonsIn(mistake);
  const intent = reopens?.intent ?? sent.intent;
  const { reply } = await ask(tools, { ...asked, said: { kind: 'intent', intent }, once: reopens?.key ?? null });
  if (reply.kind !== 'form') return null;
  return reopens ? reply : { ...reply, fields: reply.fields.map((field) => withValue(field, sent.values[field.name])) };
}

function withValue<Field extends Form['fields'][number]>(field: Field, value: string | undefined): Field {
  return value === undefined ? field : { ...field, value };
}
