import { describe, expect, test } from 'vitest';
import { SCHOOL, withRows } from './sheets.ts';
import { importing, select, snapshot, useImport } from './use-import.ts';

useImport();

describe('numbers', () => {
  test('given ones are kept, and the next ones come after the highest', async () => {
    await importing(
      withRows({
        doelen: 'De Regenbui;Doel zeven;7;;;;;;;;;',
        acties: 'De Regenbui;Actie drie;3;sanne@x.example;2026-12-01;;7;',
      }),
    );
    const { doelen, acties } = await snapshot();
    expect(doelen.map(({ number, title }) => [number, title]).sort()).toEqual([
      [7, 'Doel zeven'],
      [8, 'Meer leerlingen op 1S'],
      [9, 'Elke week rijke teksten'],
    ]);
    expect(acties.map(({ number, goal }) => [number, goal]).sort()).toEqual([
      [3, { number: 7 }],
      [4, { number: 8 }],
    ]);
    expect(select('select next_goal_number as goal, next_action_number as action from school')).toEqual([
      { goal: 10, action: 5 },
    ]);
  });

  test('a number finds the goal whose title changed; a title without one makes a new goal', async () => {
    await importing(SCHOOL);
    await importing({ doelen: 'school;nr;doel\nDe Regenbui;1;40% op 1S' });
    expect((await snapshot()).doelen.map(({ number, title }) => [number, title]).sort()).toEqual([
      [1, '40% op 1S'],
      [2, 'Elke week rijke teksten'],
    ]);
    await importing({ doelen: 'school;doel\nDe Regenbui;40 procent op 1S' });
    expect((await snapshot()).doelen).toHaveLength(3);
  });

  test('two goals may share a title when both have a number; then an action must name the number', async () => {
    const twice = withRows({ doelen: 'De Regenbui;Rekenen;5;;;;;;;;;\nDe Regenbui;Rekenen;6;;;;;;;;;' });
    expect((await importing(twice)).outcome).toBe('imported');
    const byTitle = await importing({
      acties: 'school;actie;eigenaar;datum;doel\nDe Regenbui;Actie;sanne@x.example;2026-12-01;Rekenen',
    });
    expect(byTitle.mistakes).toMatchObject([{ column: 'doel', message: { key: 'import.ambiguous-goal' } }]);
    const byNumber = { acties: 'school;actie;eigenaar;datum;doel\nDe Regenbui;Actie;sanne@x.example;2026-12-01;6' };
    expect((await importing(byNumber)).outcome).toBe('imported');
    expect((await importing(byNumber)).changes).toEqual([]);
    expect((await importing({ doelen: 'school;doel\nDe Regenbui;Rekenen' })).mistakes).toMatchObject([
      { column: 'doel', message: { key: 'import.title-stored-twice' } },
    ]);
  });
});
