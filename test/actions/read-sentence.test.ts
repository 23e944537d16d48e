/** What, who and when of one sentence (PRODUCT 5, `/actie <wat> @wie <datum>`). */
import { describe, expect, test } from 'vitest';
import { readActionSentence } from '../../src/actions/read-sentence.ts';
import { takeDay, takeFirstDay } from '../../src/bot/dates.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { PersonId } from '../../src/people/person.ts';

// A Tuesday.
const TODAY = localDate('2026-11-24');
const COLLEAGUES = ['Nadia', 'Sanne Bos', 'Jan de Vries', 'Jan Bakker', 'Anne-Fleur Zomer'].map((name, at) => ({
  id: (at + 1) as PersonId,
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}${at}@school.example`,
}));

describe('a sentence', () => {
  test.each<[string, string, string | null, string | null]>([
    ['Ouderavond voorbereiden @Nadia voor 14 december', 'Ouderavond voorbereiden', 'Nadia', '2026-12-14'],
    ['team uitnodigen @Sanne vrijdag', 'team uitnodigen', 'Sanne', '2026-11-27'],
    ['team uitnodigen @Jan de Vries 14-12', 'team uitnodigen', 'Jan de Vries', '2026-12-14'],
    ['team uitnodigen @jan de vries, uiterlijk 14-12', 'team uitnodigen', 'jan de vries', '2026-12-14'],
    ['team uitnodigen @Jan 14-12', 'team uitnodigen', 'Jan', '2026-12-14'],
    ['Toetsen nakijken voor volgende week dinsdag @Anne-Fleur', 'Toetsen nakijken', 'Anne-Fleur', '2026-12-01'],
    ['@Nadia toetsen nakijken voor vrijdag', 'toetsen nakijken', 'Nadia', '2026-11-27'],
    ['Toetsen nakijken, @Nadia.', 'Toetsen nakijken', 'Nadia', null],
    ['Toetsen nakijken @sanne1@school.example over 2 weken', 'Toetsen nakijken', 'sanne1@school.example', '2026-12-08'],
    ['Toetsen nakijken sanne1@school.example morgen', 'Toetsen nakijken', 'sanne1@school.example', '2026-11-25'],
    ['Brief aan @ouders sturen @Nadia vrijdag', 'Brief aan @ouders sturen', 'Nadia', '2026-11-27'],
    ['Toetsen nakijken vrijdag', 'Toetsen nakijken', null, '2026-11-27'],
    ['Toetsen nakijken', 'Toetsen nakijken', null, null],
    ['@Nadia', '', 'Nadia', null],
    ['@Nadia vrijdag', '', 'Nadia', '2026-11-27'],
    ['Toetsen nakijken @Jan de Wit 14-12', 'Toetsen nakijken', 'Jan de Wit', '2026-12-14'],
    ['Toetsen nakijken @Nadia Wit 14-12', 'Toetsen nakijken', 'Nadia Wit', '2026-12-14'],
    ['Bellen met @Nadia over de zaal 14-12', 'Bellen met over de zaal', 'Nadia', '2026-12-14'],
    ['Toetsen nakijken @Piet de Wit 14-12', 'Toetsen nakijken', 'Piet de Wit', '2026-12-14'],
    ['@Piet toetsen nakijken vrijdag', 'toetsen nakijken', 'Piet', '2026-11-27'],
    ['Zo snel mogelijk bellen @Nadia', 'Zo snel mogelijk bellen', 'Nadia', null],
    ['', '', null, null],
    ['@', '@', null, null],
  ])('%s', (sentence, what, who, due) => {
    const read = readActionSentence(sentence, COLLEAGUES, TODAY);
    expect(read).toMatchObject({ what, who, due, several: [] });
  });

  test('names several people', () => {
    const several = (sentence: string) =>
      readActionSentence(sentence, COLLEAGUES, TODAY).several.map(({ name }) => name);
    expect(several('Toetsen nakijken @Nadia @Sanne vrijdag')).toEqual(['Nadia', 'Sanne Bos']);
    expect(several('Toetsen nakijken @Nadia en @Nadia vrijdag')).toEqual([]);
    // Which Jan is a question of its own.
    expect(several('Toetsen nakijken @Jan vrijdag')).toEqual([]);
  });

  test('of any length is read at once', () => {
    const long = `${'@x '.repeat(660)}vrijdag`;
    expect(readActionSentence(long, COLLEAGUES, TODAY).due).toBe('2026-11-27');
  });
});

describe('a day taken from a sentence', () => {
  test.each<[string, string | null, string | null]>([
    ['Ouderavond voor dinsdag 15 december', '2026-12-15', 'Ouderavond'],
    ['Ouderavond uiterlijk voor 15 december 2026.', '2026-12-15', 'Ouderavond'],
    ['vrijdag', '2026-11-27', ''],
    ['Ouderavond op dinsdag 16 december', '2026-12-16', 'Ouderavond op dinsdag'],
    ['groep 8', null, null],
    ['', null, null],
  ])('at its end: %s', (sentence, day, rest) => {
    expect(takeDay(sentence, TODAY)).toEqual(day === null ? null : { day, rest });
  });

  test.each<[string, string | null, string | null]>([
    ['vrijdag de zaal is bezet', '2026-11-27', 'de zaal is bezet'],
    ['volgende week dinsdag want', '2026-12-01', 'want'],
    ['14-12', '2026-12-14', ''],
    ['de zaal is bezet', null, null],
  ])('at its beginning: %s', (sentence, day, rest) => {
    expect(takeFirstDay(sentence, TODAY)).toEqual(day === null ? null : { day, rest });
  });
});
