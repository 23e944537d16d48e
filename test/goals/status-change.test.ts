/** `/doel pauze`, `verder`, `behaald`, `stop` and `fase` in conversations. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoalId } from '../../src/goals/goal.ts';
import { REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open({
    ...REGENBUI,
    goals: [
      {
        ...REGENBUI.goals![0]!,
        phaseSentences: { aanloop: 'We lezen erover.', 'op pad': '', onderweg: 'Elke groep doet mee.', 'op stoom': '' },
      },
      REGENBUI.goals![1]!,
      { title: 'Een idee', team: 'Bovenbouw', status: 'concept' },
    ],
  }));
});
afterEach(() => talk.opened.close());

const statusOf = async (id: number) => (await talk.opened.store.goals.line(id as GoalId))!.status;

describe('the status', () => {
  test('pause asks for a reason, and verder gives back the last one', async () => {
    await talk.says('Nadia', '/doel update 1 op koers 20');
    expect(await talk.says('Nadia', '/doel pauze 1')).toMatchInlineSnapshot(`
      "Waarom pauzeert doel 1 Meer leerlingen op 1S rekenen?
      Reden *: 
      [Opslaan]
      Collega's van je school lezen mee. Het bestuur ziet alleen de titel en de status. Noem geen namen van leerlingen en schrijf niets uit een POP."
    `);
    expect(await talk.fills('Nadia', { reden: 'We wachten op de methode.' })).toMatchInlineSnapshot(`
      "Doel 1 is gepauzeerd: Meer leerlingen op 1S rekenen. Ik vraag er niet meer naar.
      "We wachten op de methode."
      [Verder met dit doel]"
    `);
    expect(await statusOf(1)).toBe('gepauzeerd');
    expect(await talk.presses('Nadia', 'Verder met dit doel')).toMatchInlineSnapshot(`
      "Doel 1 loopt weer: Meer leerlingen op 1S rekenen. Status: op koers.
      [Update]"
    `);
    expect(await statusOf(1)).toBe('op koers');
  });

  test.each([
    ['/doel pauze 1 geen tijd', 'gepauzeerd', 'geen tijd'],
    ['/doel pauze doel 1 geen tijd', 'gepauzeerd', 'geen tijd'],
    ['/doel pauze rekenen geen tijd', 'gepauzeerd', 'geen tijd'],
    ['/doel pauze rekenen "geen tijd"', 'gepauzeerd', 'geen tijd'],
    ['/doel pauze "op 1S" geen tijd', 'gepauzeerd', 'geen tijd'],
    ['/doel stop 1 "te veel tegelijk"', 'gestopt', 'te veel tegelijk'],
    ['/doel behaald 1', 'behaald', ''],
    ['/doel behaald 1 eerder dan gedacht', 'behaald', 'eerder dan gedacht'],
  ])('%s', async (line, status, reason) => {
    await talk.says('Nadia', line);
    expect(await statusOf(1)).toBe(status);
    expect((await talk.opened.store.goals.events(1 as GoalId))[0]).toMatchObject({
      what: 'status',
      to: status,
      reason,
    });
  });

  test.each([
    [['/doel pauze 1 x'], '/doel pauze 1 x', 'Doel 1 is gepauzeerd.\n[Verder met dit doel]'],
    [[], '/doel verder 1', 'Doel 1 loopt al.'],
    [[], '/doel akkoord 1', 'Doel 1 loopt al.'],
    [['/doel behaald 1'], '/doel behaald 1', 'Doel 1 is al behaald.\n[Verder met dit doel]'],
    [['/doel behaald 1'], '/doel stop 1 x', 'Doel 1 is al behaald.\n[Verder met dit doel]'],
    [['/doel stop 1 x'], '/doel pauze 1 x', 'Doel 1 is gestopt.\n[Verder met dit doel]'],
    [[], '/doel pauze 3 x', 'Doel 3 is nog een concept. Spreek het eerst af met /doel akkoord 3.\n[Akkoord]'],
    [[], '/doel behaald 3', 'Doel 3 is nog een concept. Spreek het eerst af met /doel akkoord 3.\n[Akkoord]'],
    [[], '/doel stop 1 LONG', '"Reden" is te lang: hooguit 500 tekens. Er is niets veranderd.'],
    [[], '/doel stop 9 x', 'Ik vind geen doel 9.\n[Mijn doelen]'],
  ] as const)('after %j, %s changes nothing', async (before, line, answer) => {
    for (const each of before) await talk.says('Nadia', each);
    const events = await talk.opened.store.goals.events(1 as GoalId);
    expect(await talk.says('Nadia', line.replace('LONG', 'lang '.repeat(2000)))).toBe(answer);
    expect(await talk.opened.store.goals.events(1 as GoalId)).toEqual(events);
  });

  test('a draft may be stopped, and a paused goal achieved', async () => {
    await talk.says('Nadia', '/doel stop 3 Toch niet');
    expect(await statusOf(3)).toBe('gestopt');
    await talk.says('Nadia', '/doel pauze 1 x');
    await talk.says('Nadia', '/doel behaald 1');
    expect(await statusOf(1)).toBe('behaald');
  });

  test('without a goal it asks which of those for which it can be done', async () => {
    expect(await talk.says('Nadia', '/doel akkoord')).toBe(
      'Spreken jullie doel 3 af: Een idee?\n[Akkoord] [Bekijk doel]',
    );
    expect(await statusOf(3)).toBe('concept');
    expect(await talk.presses('Nadia', 'Akkoord')).toBe(
      'Doel 3 is afgesproken: Een idee. Status: nog geen meting.\n[Update]',
    );
    expect(await talk.says('Nadia', '/doel verder')).toBe('Er is nu geen doel waarvoor dit kan.\n[Mijn doelen]');
    await talk.says('Nadia', '/doel pauze 1 x');
    expect(await talk.says('Nadia', '/doel pauze')).toBe(
      'Welk doel bedoel je?\n[2 Elke week rijke teksten] [3 Een idee]',
    );
  });

  test('the same message twice is one change', async () => {
    await talk.says('Nadia', '/doel stop 1 x', 'trigger-1');
    expect(await talk.says('Nadia', '/doel stop 1 x', 'trigger-1')).toMatch(/^Dit had je al gedaan\./);
    const changes = (await talk.opened.store.goals.events(1 as GoalId)).filter(({ what }) => what === 'status');
    expect(changes).toHaveLength(1);
  });
});

describe('the phase', () => {
  test('without one: the choice, with what each looks like at this school', async () => {
    expect(await talk.says('Nadia', '/doel fase 1')).toMatchInlineSnapshot(`
      "Hoe ver is doel 1 Meer leerlingen op 1S rekenen?
      aanloop (nu)
        We lezen erover.
      op pad
      onderweg
        Elke groep doet mee.
      op stoom
      [aanloop] [op pad] [onderweg] [op stoom]"
    `);
    expect(await talk.presses('Nadia', 'onderweg')).toMatchInlineSnapshot(`
      "Opgeslagen: doel 1 is in de fase onderweg.
      Elke groep doet mee."
    `);
    expect((await talk.opened.store.goals.line(1 as GoalId))!.phase).toBe('onderweg');
  });

  test.each([
    ['/doel fase 1 op pad', 'op pad'],
    ['/doel fase rekenen op stoom', 'op stoom'],
    ['/doel fase 1 onderwg', 'onderweg'],
  ])('%s', async (line, phase) => {
    await talk.says('Nadia', line);
    expect((await talk.opened.store.goals.line(1 as GoalId))!.phase).toBe(phase);
  });

  test('an unknown one is told, with the four there are', async () => {
    expect(await talk.says('Nadia', '/doel fase 1 klaar')).toBe(
      'Ik ken de fase klaar niet. Kies aanloop, op pad, onderweg of op stoom.\n[aanloop] [op pad] [onderweg] [op stoom]',
    );
  });

  test('without a goal it asks which, and keeps the phase', async () => {
    expect(await talk.says('Nadia', '/doel fase op pad')).toMatch(/^Welk doel bedoel je\?/);
    await talk.presses('Nadia', '2 Elke week rijke teksten');
    expect((await talk.opened.store.goals.line(2 as GoalId))!.phase).toBe('op pad');
  });

  test('of a paused goal waits', async () => {
    await talk.says('Nadia', '/doel pauze 1 x');
    expect(await talk.says('Nadia', '/doel fase 1 op pad')).toBe('Doel 1 is gepauzeerd.\n[Verder met dit doel]');
  });
});
