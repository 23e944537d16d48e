/** What happened to an action, newest first, in words: "Datum: van 12 november naar 20 november." */
import type { Context } from '../bot/command.ts';
import type { RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import type { Say } from '../bot/text.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { byLine } from '../goals/history.ts';
import type { ActionEvent } from './actions.store.ts';

export function historyRow({ say, today }: Pick<Context, 'say' | 'today'>, event: ActionEvent): Row {
  return {
    title: byLine(say.dayMonth(localDateOf(event.at), today), event.byName, say),
    lines: [joinText([eventWords(event, say, today), event.reason ? quoted(event.reason) : []])],
  };
}

function eventWords(event: ActionEvent, say: Say, today: LocalDate): RichText {
  const { fromName, toName } = event;
  switch (event.what) {
    case 'gemaakt':
      return say('actions.event.made');
    case 'aangeboden':
      return say('actions.event.offered', { name: toName });
    case 'aangenomen':
      return say('actions.event.accepted', { name: toName });
    case 'teruggegeven':
      if (event.byId === null) return say('actions.event.offer-ended', { name: fromName, owner: toName });
      return say('actions.event.given-back', { name: toName });
    case 'klopt niet':
      return say('actions.event.not-right', { name: toName });
    case 'overgedragen':
      return say('actions.event.handed-over', { from: fromName, to: toName });
    case 'datum':
      return say('actions.event.due', { from: dayWords(event.from, say, today), to: dayWords(event.to, say, today) });
    case 'hulp gevraagd':
      return say('actions.event.help');
    case 'klaar':
      return say('actions.event.done');
    case 'heropend':
      return say('actions.event.reopened');
    case 'gestopt':
      return say('actions.event.stopped');
    case 'import': {
      const from = fromName || dayWords(event.from, say, today);
      const to = toName || dayWords(event.to, say, today);
      return say('actions.event.import', { from, to });
    }
  }
}

/** A day in words; what is no day (a state, which an import sets) stays as it is. */
function dayWords(text: string, say: Say, today: LocalDate): string {
  const day = parseLocalDate(text);
  return day ? say.dayMonth(day, today) : text;
}
