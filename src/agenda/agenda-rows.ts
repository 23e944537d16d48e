/** "5 Ingebracht door Sanne: toetsdata groep 6 · 5 min": the lines of an agenda as rows, with what can be done with each. */
import { adviceItemButtons } from '../advice/item-buttons.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, plainText } from '../bot/text.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { PersonId } from '../people/person.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { AgendaLine } from './draft-agenda.ts';
import { type Audience, lineWords } from './line-words.ts';

/** What the page needs to know; `receiver` may take back what they brought. */
export type AgendaContext = Pick<ComposeContext, 'store' | 'say' | 'now' | 'today'> & {
  readonly receiver?: { readonly id: PersonId } | null;
};

/** The lines of this meeting, numbered; what can be done with them comes below, so that the list stays one. */
export async function lineParts(
  context: AgendaContext,
  { team }: FoundMeeting,
  audience: Audience,
  lines: readonly AgendaLine[],
): Promise<readonly Part[]> {
  const { say } = context;
  const rows = lines.map(async (line, index): Promise<Row> => {
    const words = await lineWords(context, line, team, audience);
    const minutes = say('agenda.minutes', { minutes: line.minutes });
    return {
      title: joinText([[{ text: `${index + 1} ` }, ...words], minutes]),
      lines: linkOf(line, audience),
    };
  });
  const buttons = lines.flatMap((line, index) =>
    itemButtons(context, line, audience, false).map((button) => ({
      ...button,
      label: say.plain('agenda.button.of-line', { number: index + 1, label: button.label }),
    })),
  );
  return [{ kind: 'list', rows: await Promise.all(rows) }, ...buttonsPart(buttons)];
}

/** The lines that are not for this time: those that do not fit in one sentence, and those that the chair put off. */
export async function laterParts(
  context: AgendaContext,
  found: FoundMeeting,
  audience: Audience,
  lines: readonly AgendaLine[],
): Promise<readonly Part[]> {
  const { say } = context;
  const noRoom = lines.filter(({ proposed }) => proposed === 0);
  const names = noRoom.map(async (line) => plainText(await lineWords(context, line, found.team, audience)));
  return [
    ...(noRoom.length > 0 ? [textPart(say('agenda.no-room', { lines: say.list(await Promise.all(names)) }))] : []),
    ...(await putOffParts(
      context,
      found,
      audience,
      lines.filter(({ proposed }) => proposed > 0),
    )),
  ];
}

async function putOffParts(
  context: AgendaContext,
  { team }: FoundMeeting,
  audience: Audience,
  lines: readonly AgendaLine[],
): Promise<readonly Part[]> {
  if (lines.length === 0) return [];
  const rows = lines.map(
    async (line): Promise<Row> => ({
      title: await lineWords(context, line, team, audience),
      lines: linkOf(line, audience),
      ...withButtons(itemButtons(context, line, audience, true)),
    }),
  );
  return [
    { kind: 'heading', text: context.say('agenda.later') },
    { kind: 'list', rows: await Promise.all(rows) },
  ];
}

/** To the chat message that it came from. */
function linkOf({ about }: AgendaLine, audience: Audience): readonly RichText[] {
  const link = about.kind === 'item' && audience !== 'titles' ? about.item.link : '';
  return link === '' ? [] : [literal(link)];
}

function withButtons(buttons: readonly Button[]): Pick<Row, 'buttons'> {
  return buttons.length > 0 ? { buttons } : {};
}

/**
 * What can be done with what the program put there, and [Haal weg]: for who brought it, and for the chair when it is not for this
 * time. A post is for everybody, so it has none.
 */
function itemButtons(
  { say, receiver }: AgendaContext,
  { about }: AgendaLine,
  audience: Audience,
  isLater: boolean,
): readonly Button[] {
  if (about.kind !== 'item' || audience === 'shared') return [];
  const { item } = about;
  const isOwn = receiver != null && item.byId === receiver.id;
  const withdraw: Button = {
    label: say.plain('agenda.button.withdraw'),
    intent: { name: 'agenda.punt-weg', args: { punt: `id:${item.id}` } },
  };
  return [
    ...(audience === 'titles'
      ? []
      : [...causeButtons(say, item), ...adviceItemButtons(say, item, audience === 'chair')]),
    ...(isOwn || (isLater && audience === 'chair') ? [withdraw] : []),
  ];
}

/** Shows the goal or the action that it is about. */
function causeButtons(say: AgendaContext['say'], { goalId, actionId }: AgendaItem): readonly Button[] {
  const label = say.plain('agenda.button.look');
  if (goalId !== null) return [{ label, intent: { name: 'doel.status', args: { doel: `id:${goalId}` } } }];
  if (actionId !== null) return [{ label, intent: { name: 'actie.toon', args: { actie: `id:${actionId}` } } }];
  return [];
}
