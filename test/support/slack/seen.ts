/** What somebody has before them in Slack, in the shape that is the same on every platform. */
import { NUMBER_LENGTH } from '../../../adapters/slack/render/form-fields.ts';
import { readMetadata } from '../../../adapters/slack/render/form-metadata.ts';
import { type Control, unpack } from '../../../src/bot/control.ts';
import type { Crawled } from '../chat/crawl.ts';
import type { Seen, SeenButton, SeenField } from '../chat/seen.ts';
import type { FakeView, Json } from './fake-types.ts';
import type { Member } from './member.ts';
import { buttonsOf, type Shown } from './screen.ts';
import { textOf } from './screen-words.ts';
import type { SlackSchool } from './slack-school.ts';

export function crawledInSlack(school: SlackSchool, member: Member, channel: string): Crawled {
  const said = async (packed: string) => (await unpack(packed, school.opened.store.controls))?.said ?? null;
  return {
    ...{ school, member, channel },
    seen: (which) =>
      Promise.all((which === 'all' ? member.screen() : member.news).map((shown) => seen(member, shown, said))),
  };
}

type Said = (packed: string) => Promise<Control['said'] | null>;

async function seen(member: Member, shown: Shown, said: Said): Promise<Seen> {
  const isModal = shown.kind === 'view' && shown.view.type === 'modal';
  const buttons = buttonsOf(shown).map(async (button): Promise<SeenButton> => {
    return {
      label: textOf(button.text),
      said: await said(String(button.value)),
      occurrence: occurrenceOf(shown, button),
      press: () => member.pressesOn(shown, button),
    };
  });
  return {
    surface: surfaceOf(shown),
    buttons: await Promise.all(buttons),
    form: isModal && shown.view.submit ? await formOf(shown.view, said) : null,
    isPassing: isModal,
  };
}

function surfaceOf(shown: Shown): string {
  return shown.kind === 'view' ? shown.view.type : shown.isEphemeral ? 'ephemeral' : 'message';
}

function occurrenceOf(shown: Shown, { text, action_id, block_id }: Json): number {
  const alike = buttonsOf(shown).filter((button) => textOf(button.text) === textOf(text));
  return alike.findIndex((button) => button.action_id === action_id && button.block_id === block_id) + 1;
}

async function formOf(view: FakeView, said: Said): Promise<Seen['form']> {
  return {
    said: await said(readMetadata(view.private_metadata).control ?? ''),
    fields: view.blocks.filter(({ type }) => type === 'input').map(fieldOf),
  };
}

const KINDS: Readonly<Record<string, SeenField['kind']>> = {
  datepicker: 'date',
  timepicker: 'time',
  checkboxes: 'choices',
  multi_static_select: 'choices',
  static_select: 'choice',
  radio_buttons: 'choice',
};

function fieldOf(block: Json): SeenField {
  const element = block.element as Json;
  const options = [element, ...((element.option_groups ?? []) as readonly Json[])].flatMap(
    (group) => (group.options ?? []) as readonly Json[],
  );
  return {
    label: textOf(block.label),
    kind: KINDS[String(element.type)] ?? (element.max_length === NUMBER_LENGTH ? 'number' : 'text'),
    isRequired: block.optional !== true,
    isHeld: Object.keys(element).some((name) => name.startsWith('initial_')),
    options: options.map(({ text }) => textOf(text)),
    maxLength: Number(element.max_length ?? 3_000),
  };
}
