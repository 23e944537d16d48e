/** Forms: what takes the place of a form that was sent, and that nothing typed is lost by a mistake. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { button, FORM, says } from '../../support/chat/scripted-replies.ts';
import type { Json } from '../../support/teams/fake-types.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
  teams.answers(FORM);
});
afterEach(() => teams.stop());

const say = voice('nl');
const ownChat = () => teams.wrote(teams.sanne.chat);
const MISTAKE: Notice = says('Deze dag is vrij.', [], { changedNothing: true });
const GO_ON = { ...button('Verder invullen', { opnieuw: 'ja' }), reopens: true } as const;

/** As the core does it: the form comes again when `opnieuw` is said. */
function refusesWith(mistake: Notice): void {
  teams.answers(({ said }) => {
    if (said.kind !== 'intent' || !said.intent.args.opnieuw) return mistake;
    return { ...FORM, fields: FORM.fields.map((field) => ({ ...field, value: 'nog ingevuld' })) };
  });
}

describe('a form', () => {
  test('sends its intent with what is filled in; the outcome takes its place', async () => {
    await teams.sanne.writes('doel update');
    teams.answers(says('Opgeslagen', [button('Ongedaan maken')]));
    await teams.sanne.submits({ Zin: 'Groep 4 leest', Dag: '2026-12-01' });
    expect(teams.asked.at(-1)).toMatchObject({
      said: {
        intent: { name: 'doel.update', args: { doel: '1', zin: 'Groep 4 leest', dag: '2026-12-01' } },
      },
      once: expect.stringMatching(/^key-/),
    });
    expect(ownChat()).toEqual(['Opgeslagen\n[Ongedaan maken]']);
  });

  test('what has no value is left out or empty', async () => {
    await teams.sanne.writes('doel update');
    teams.answers(says('Opgeslagen'));
    await teams.sanne.submits({ Zin: 'Groep 4 leest' });
    const { said } = teams.asked.at(-1)!;
    expect(said.kind === 'intent' && (said.intent.args.dag ?? '')).toBe('');
  });

  test('another form takes its place too', async () => {
    await teams.sanne.writes('doel nieuw');
    teams.answers({ ...FORM, title: 'Nog één vraag' });
    await teams.sanne.submits({ Zin: 'x' });
    expect(ownChat()).toHaveLength(1);
    expect(ownChat()[0]).toContain('Nog één vraag');
  });

  test('what is for everybody stays in the chat, also of a form that was asked in a channel', async () => {
    await teams.sanne.mentions('agenda verslag', teams.channel);
    teams.answers(says('Het verslag', [], { visibility: 'everyone' }));
    await teams.sanne.submits({ Zin: 'x' });
    expect(teams.asked.at(-1)!.place).toEqual({ kind: 'channel', channel: teams.channel });
    expect(ownChat()).toEqual(['Het verslag']);
    expect(teams.wrote(teams.channel)).toEqual([say.plain('msteams.sent-personally')]);
  });

  test('sent with a double click, it is sent once', async () => {
    await teams.sanne.writes('doel update');
    teams.answers(says('Opgeslagen'));
    const form = teams.sanne.screen().at(-1)!;
    if (form.kind !== 'message') throw new Error('no card');
    const data = { control: JSON.stringify({ i: 'doel.update', a: {}, k: 'k' }), form: true, 'field.zin': 'x' } as Json;
    const press = () => teams.tells(teams.activities.pressed(teams.sanne.person.aadId, form.message, { data }));
    const [first, second] = await Promise.all([press(), press()]);
    expect(second).toEqual(first);
    expect(teams.asked).toHaveLength(2);
  });

  test('one that is kept no more is said to be too old, and stays', async () => {
    teams.answers({ ...FORM, intent: { name: 'doel.update', args: { tekst: 'x'.repeat(3_000) } } });
    await teams.sanne.writes('doel update');
    const { database } = teams.opened;
    await database.change(() => database.statement('delete from kept_control').run({}));
    await teams.sanne.submits({ Zin: 'x' });
    expect(ownChat()).toHaveLength(2);
    expect(ownChat()[0]).toContain('[Opslaan]');
    expect(ownChat()[1]).toBe(say.plain('msteams.form-too-old'));
  });

  test('what takes its time is announced; then the outcome takes the place of the form', async () => {
    await teams.sanne.writes('doel update');
    teams.answers(says('Opgeslagen'));
    const release = teams.holds();
    const sending = teams.sanne.submits({ Zin: 'x' });
    await teams.isAsked(2);
    teams.clock.moveTo(new Date(teams.clock.now().getTime() + 4_000));
    expect(await sending).toBe(say.plain('msteams.wait'));
    release();
    await teams.settled();
    expect(ownChat()).toEqual(['Opgeslagen']);
  });
});

describe('a mistake', () => {
  test('without buttons stands above the form, which is filled in again: Teams has emptied it', async () => {
    await teams.sanne.writes('doel update');
    for (const mistake of ['Deze dag is vrij.', 'Die ook.']) {
      teams.answers({ ...MISTAKE, title: [{ text: mistake }] });
      await teams.sanne.submits({ Zin: `Groep 4 leest: ${mistake}` });
      await teams.settled();
      expect(ownChat()).toHaveLength(1);
      expect(ownChat()[0]!.indexOf(mistake)).toBe(0);
      expect(ownChat()[0]!.match(/Groep 4 leest: /g)).toHaveLength(1);
      expect(ownChat()[0]).toContain(`Groep 4 leest: ${mistake}`);
    }
    teams.answers(says('Opgeslagen'));
    await teams.sanne.submits({ Zin: 'Groep 5 leest' });
    expect(teams.wrote(teams.sanne.chat)).toEqual(['Opgeslagen']);
  });

  test('that opens the form again stands above it, filled in', async () => {
    await teams.sanne.writes('doel update');
    refusesWith({ ...MISTAKE, parts: [{ kind: 'buttons', buttons: [GO_ON] }] });
    await teams.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(ownChat()).toHaveLength(1);
    const [words] = ownChat();
    expect(words!.indexOf('Deze dag is vrij.')).toBe(0);
    expect(words).toContain('nog ingevuld');
    expect(words).not.toContain('Verder invullen');
    teams.answers(says('Opgeslagen'));
    await teams.sanne.submits();
    expect(ownChat()).toEqual(['Opgeslagen']);
  });

  test('that asks something takes the place of the form; what follows takes its place', async () => {
    await teams.sanne.writes('doel update');
    refusesWith({ ...MISTAKE, parts: [{ kind: 'buttons', buttons: [button('Maandag'), GO_ON] }] });
    await teams.sanne.submits({ Zin: 'x' });
    expect(ownChat()).toEqual(['Deze dag is vrij.\n[Maandag] [Verder invullen]']);
    await teams.sanne.presses('Verder invullen');
    expect(ownChat()).toHaveLength(1);
    expect(ownChat()[0]).toContain('nog ingevuld');
  });

  test('and so does what is done by its button', async () => {
    await teams.sanne.writes('doel update');
    refusesWith({ ...MISTAKE, parts: [{ kind: 'buttons', buttons: [button('Maandag'), GO_ON] }] });
    await teams.sanne.submits({ Zin: 'x' });
    teams.answers(says('Opgeslagen'));
    await teams.sanne.presses('Maandag');
    expect(ownChat()).toEqual(['Opgeslagen']);
  });

  test('a fault stands above the form, as it was filled in', async () => {
    await teams.sanne.writes('doel update');
    teams.answers(() => {
      throw new Error('the store is gone');
    });
    await teams.sanne.submits({ Zin: 'Groep 4 leest' });
    await teams.settled();
    expect(ownChat()).toHaveLength(1);
    expect(ownChat()[0]!.indexOf(say.plain('msteams.answer-lost', { reference: 'K7F2' }))).toBe(0);
    expect(ownChat()[0]).toContain('Groep 4 leest');
  });
});
