/** What somebody fills in about a point for the agenda: read, or asked for in a form. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import type { Form } from '../bot/reply.ts';
import { nextMeeting, teamYear } from '../meetings/find-meeting.ts';
import { nameAmong, teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { ITEM_KINDS, type ItemKind, type NewItem } from './agenda-item.ts';

const TEXT_LENGTH = 200;
const LINK_LENGTH = 1000;
const MOST_MINUTES = 120;

export type ItemValues = Readonly<
  Partial<Record<'tekst' | 'minuten' | 'soort' | 'link' | 'leerteam', string | undefined>>
>;

/** Throws a UserError for what does not fit; nothing is stored then. */
export function readItem(
  context: Context,
  text: string,
  { soort, minuten, link }: ItemValues,
): Pick<NewItem, 'text' | 'kind' | 'minutes' | 'link'> {
  return {
    text: fitting(context, text),
    kind: kindOf(context, soort),
    minutes: minutesOf(context, minuten),
    link: linkOf(context, link),
  };
}

function fitting({ say }: Context, text: string): string {
  if ([...text].length > TEXT_LENGTH) throw new UserError(say('agenda.item.too-long', { max: TEXT_LENGTH }));
  return text;
}

/** Null: not said. */
function minutesOf({ say }: Context, typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new UserError(say('agenda.item.minutes-wrong', { typed, max: MOST_MINUTES }));
}

function kindOf({ say }: Context, typed: string | undefined): ItemKind {
  if (typed === undefined) return 'overig';
  const kind = ITEM_KINDS.find((each) => each === typed);
  if (kind) return kind;
  throw new UserError(say('agenda.item.kind-wrong', { typed, kinds: ITEM_KINDS.join(', ') }));
}

function linkOf({ say }: Context, typed: string | undefined): string {
  if (typed === undefined) return '';
  if (typed.length <= LINK_LENGTH && /^https:\/\/\S+$/.test(typed)) return typed;
  throw new UserError(say('agenda.item.link-wrong'));
}

/** Says for which meeting when it can be only one team. */
async function formTitle(context: Context, [team, ...others]: readonly Leerteam[]): Promise<string> {
  const { say, store, now, today } = context;
  const meeting = team && others.length === 0 ? nextMeeting(await teamYear(store, team), now) : null;
  if (!team || !meeting) return say.plain('agenda.item.title');
  return say.plain('agenda.item.title-for', {
    team: await nameAmong(context, team),
    date: say.date(meeting.date, today),
  });
}

/** With what is known filled in; it asks for the team when there are several. */
export async function itemForm(context: Context, values: ItemValues, teams: readonly Leerteam[]): Promise<Form> {
  const { say, intent } = context;
  const options = await Promise.all(
    teams.map(async (team) => ({ value: teamArgument(team), label: await nameAmong(context, team) })),
  );
  const along = Object.entries({ link: values.link, ...(teams.length === 1 && { leerteam: options[0]!.value }) });
  const args = Object.fromEntries(along.filter((each): each is [string, string] => each[1] !== undefined));
  return {
    kind: 'form',
    title: await formTitle(context, teams),
    short: say.plain('agenda.item.title'),
    intro: values.link === undefined ? null : say('agenda.item.from-message'),
    fields: [
      ...(teams.length > 1
        ? [{ kind: 'choice', name: 'leerteam', label: say.plain('agenda.item.team'), required: true, options } as const]
        : []),
      {
        kind: 'text',
        name: 'tekst',
        label: say.plain('agenda.item.text'),
        required: true,
        maxLength: TEXT_LENGTH,
        ...(values.tekst ? { value: values.tekst } : {}),
      },
      {
        kind: 'choice',
        name: 'soort',
        label: say.plain('agenda.item.kind'),
        required: false,
        options: ITEM_KINDS.map((kind) => ({ value: kind, label: say.plain(`agenda.kind.${kind}`) })),
        value: values.soort ?? 'overig',
      },
      {
        kind: 'number',
        name: 'minuten',
        label: say.plain('agenda.item.minutes'),
        hint: say.plain('agenda.item.minutes-hint'),
        required: false,
        ...(values.minuten ? { value: values.minuten } : {}),
      },
    ],
    intent: { name: intent.name, args },
    submit: say.plain('agenda.item.submit'),
    small: say('agenda.item.small'),
  };
}
