/** `/pop link https://...`: the address of one's own document, and nothing of what it says. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer } from '../bot/notice.ts';
import type { Form, Notice, Reply } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { findOwnPop } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { popButton, showPop } from './pop-names.ts';
import { type PopView, popKey } from './pop-view.ts';

const LONGEST = 500;

export const link = command({
  intent: 'pop.link',
  words: ['pop link'],
  example: '/pop link https://school.example/pop',
  unfit: 'unfit.pop-link',
  help: 'help.pop.link',
  listedFor: hasPop,
  parse: (rest): Record<string, string> | null => {
    const [only, ...more] = rest;
    if (!only) return {};
    return more.length === 0 && isLink(only.text) ? { link: only.text } : null;
  },
  args: z.object({
    link: z.string().optional(),
    school: z.string().optional(),
    /** Only the form has it: an empty link then takes the link away. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { link: typed, school, klaar }): Promise<Reply> => {
    const view = await findOwnPop(context, school);
    const open = () => form(context, view);
    if (typed === undefined && !klaar) return open();
    return sentForm(context, open, () => save(context, view, typed?.trim() ?? ''));
  },
  again: showPop,
});

async function save({ say, store, stamp }: Context, view: PopView, typed: string): Promise<Notice> {
  if (typed !== '' && !isLink(typed)) throw new UserError(say('pop.link.wrong'));
  await store.pop.setLink(stamp, popKey(view), typed);
  return answer(typed === '' ? say('pop.link.gone') : say('pop.link.saved', { link: literal(typed) }));
}

/** One https address, without a name and password in it. */
export function isLink(text: string): boolean {
  if (text.length > LONGEST || /[\s<>"]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
}

function form({ say }: Context, view: PopView): Form {
  const { link } = view.person.pop;
  const { intent } = popButton('', 'pop.link', view, { klaar: 'ja' });
  return {
    kind: 'form',
    title: say.plain('pop.link.title'),
    intro: say('pop.link.intro'),
    fields: [
      {
        kind: 'text',
        name: 'link',
        label: say.plain('pop.link.field'),
        hint: say.plain('pop.link.hint'),
        required: false,
        maxLength: LONGEST,
        ...(link ? { value: link } : {}),
      },
    ],
    intent,
    submit: say.plain('bot.save'),
    small: view.lead ? say('pop.link.small', { name: view.lead.name }) : say('pop.link.small-alone'),
  };
}
