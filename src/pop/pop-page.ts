/** "Je POP · 2026-2027": the steps of one POP, for its person or their lead. */
import { type Context, short } from '../bot/command.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Part, RichText } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { popButton } from './pop-names.ts';
import type { PopView } from './pop-view.ts';
import { stepRows } from './step-rows.ts';

/** `namesSchool`: somebody has one at several schools. */
export function popTitle({ say }: Pick<Context, 'say'>, view: PopView, namesSchool: boolean): RichText {
  const { year, school, person, isOwn } = view;
  if (isOwn) return namesSchool ? say('pop.title-school', { school: school.name, year }) : say('pop.title', { year });
  return namesSchool
    ? say('pop.title-person-school', { name: person.name, school: school.name, year })
    : say('pop.title-person', { name: person.name, year });
}

export function popParts(context: Pick<Context, 'say' | 'today'>, view: PopView): readonly Part[] {
  const { say } = context;
  const { pop } = view.person;
  const discuss = popButton(say.plain('pop.button.discuss'), 'pop.overleg', view);
  const link = popButton(say.plain(pop.link ? 'pop.button.link-change' : 'pop.button.link'), 'pop.link', view);
  return [
    { kind: 'list', rows: stepRows(context, view) },
    // The address itself, never behind other words.
    ...(pop.link ? [{ kind: 'text' as const, text: say('pop.document', { link: literal(pop.link) }) }] : []),
    ...buttonsPart(view.isOwn ? [...(view.lead ? [discuss] : []), link] : []),
    { kind: 'small', text: whoSees(context, view) },
  ];
}

function whoSees({ say }: Pick<Context, 'say'>, { isOwn, lead, person }: PopView): RichText {
  if (!isOwn) return say('pop.who-sees-lead', { name: short(person.name) });
  return lead ? say('pop.who-sees', { name: short(lead.name) }) : say('pop.who-sees-alone');
}
