/** Everything that the bot says, as Teams gets it. */
import { expect } from 'vitest';
import { formCard, type TeamsMessage, teamsMessages } from '../../../adapters/teams/render.ts';
import { everyMessage, withoutKeys } from '../../support/every-message.ts';
import { checkCard } from '../../support/teams/check-card.ts';

function lines({ summary, card }: TeamsMessage): readonly string[] {
  expect(checkCard(card)).toEqual([]);
  return [summary, ...card.body.map((element) => withoutKeys(JSON.stringify(element)))];
}

everyMessage({
  notice: (notice) => teamsMessages(notice, 'nl').map(lines),
  form: (form) => lines(formCard(form, 'nl')),
});
