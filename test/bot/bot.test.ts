import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createBot } from '../../src/bot/bot.ts';
import { command } from '../../src/bot/command.ts';
import { bySubject } from '../../src/bot/help-subjects.ts';
import { plain } from '../../src/bot/plain.ts';
import { Registry } from '../../src/bot/registry.ts';
import type { Notice, Part } from '../../src/bot/reply.ts';
import type { Request, Sender } from '../../src/bot/request.ts';
import { plainText } from '../../src/bot/text.ts';
import { tokens } from '../../src/bot/tokens.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { COMMANDS } from '../../src/commands.ts';
import { describeFault } from '../../src/fault.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI } from '../support/store.ts';

const NOW = new Date('2026-11-24T08:30:00Z');

/** A command that breaks, with somebody's words in its message. */
const broken = command({
  intent: 'kapot',
  words: ['kapot'],
  example: '/kapot',
  help: null,
  parse: () => ({}),
  args: z.object({}),
  run: async () => {
    throw new Error('insert failed: "Sanne heeft griep"', { cause: new TypeError('griep') });
  },
});

let opened: OpenStore;
let school: BuiltSchool;
let faults: { reference: string; intent: string; fault: unknown }[];
let ask: (sender: Sender, text: string, once?: string) => Promise<string>;
let reply: (request: Omit<Request, 'place'>) => Promise<Notice>;

beforeEach(async () => {
  opened = await openStore();
  school = await buildSchool(opened, {
    ...REGENBUI,
    staff: [...REGENBUI.staff, { name: 'Axel', roles: ['beheerder'] }, { name: 'Bea', roles: ['bestuur'] }],
  });
  faults = [];
  let key = 0;
  const bot = createBot({
    store: opened.store,
    commands: [...COMMANDS, broken],
    newKey: () => `key-${++key}`,
    onFault: (reference, intent, fault) => faults.push({ reference, intent, fault }),
  });
  reply = async (request) => (await bot.handle({ ...request, place: { kind: 'personal' } }, NOW)) as Notice;
  ask = async (sender, text, once) => plain(await reply({ sender, said: { kind: 'text', text }, once: once ?? null }));
});
afterEach(() => opened.close());

const machine = (name: string): Sender => ({ kind: 'machine', email: school.email(name) });
const slack = (account: string, ...addresses: string[]): Sender => ({
  kind: 'account',
  platform: 'slack',
  tenant: 'T1',
  account,
  addresses,
});

describe('who speaks', () => {
  test('somebody unknown hears whom to ask, and nothing else', async () => {
    expect(await ask({ kind: 'machine', email: 'niemand@example.org' }, '/doel status')).toBe(
      'Hoi, ik ken je nog niet. Vraag Axel om je toe te voegen. Daarna kan ik je helpen.',
    );
  });

  test('an account is linked once, by an address that the platform vouches for', async () => {
    expect(await ask(slack('U1', school.email('Sanne')), '/doel')).toMatch(/Bovenbouw/);
    // Known by now: the address is not needed any more.
    expect(await ask(slack('U1'), '/doel')).toMatch(/Bovenbouw/);
  });

  test('a second account for the same person is refused', async () => {
    await ask(slack('U1', school.email('Sanne')), '/doel');
    expect(await ask(slack('U2', school.email('Sanne')), '/doel')).toBe(
      'Hoi, je hebt hier al een ander account. Gebruik dat, of vraag Axel om het los te maken. Daarna kan ik je hier helpen.',
    );
  });

  test('an account without an address hears that it is not seen', async () => {
    expect(await ask(slack('U4'), '/doel')).toBe(
      'Hoi, ik zie je e-mailadres niet, dus ik weet niet wie je bent. Zet het in je profiel, of vraag Axel.',
    );
  });

  test('a second account of who has left is unknown', async () => {
    await ask(slack('U1', school.email('Sanne')), '/doel');
    opened.database.sqlite
      .prepare("update employment set until_day = '2026-10-01' where person_id = ?")
      .run(school.person('Sanne'));
    expect(await ask(slack('U2', school.email('Sanne')), '/doel')).toMatch(/ken je nog niet/);
  });

  test('without an admin it is whoever runs the bot', async () => {
    opened.database.sqlite
      .prepare("update employment set until_day = '2026-10-01' where person_id = ?")
      .run(school.person('Axel'));
    expect(await ask({ kind: 'machine', email: 'niemand@example.org' }, '/doel')).toContain(
      'Vraag degene die Leerteambot beheert om je toe te voegen.',
    );
  });

  test('addresses of two people are refused', async () => {
    expect(await ask(slack('U3', school.email('Sanne'), school.email('Nico')), '/doel')).toMatch(/ken je nog niet/);
  });

  test('who has left is unknown', async () => {
    await buildSchool(opened, {
      school: { school: 'De Oude' },
      staff: [
        { name: 'Vera', until: '2026-10-01' as never },
        { name: 'Dirk', roles: ['directeur'] },
      ],
      enteredAt: '2026-08-04T08:00:00Z',
    });
    expect(await ask({ kind: 'machine', email: 'vera@example.org' }, '/doel')).toMatch(/ken je nog niet/);
  });
});

describe('who has left', () => {
  test('has no role in a team any more, whatever the team still says', async () => {
    opened.database.sqlite
      .prepare("update employment set until_day = '2026-10-01' where person_id = ?")
      .run(school.person('Nadia'));
    expect(await ask(machine('Nadia'), '/doel behaald 1')).toMatch(/ken je nog niet/);
    const people = await opened.store.people.teamPeople(school.team('Bovenbouw'), localDate('2026-11-24'));
    expect(people.map(({ name }) => name)).toEqual(['Nico', 'Sanne']);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['/doel stauts', true],
    ['/kapot', true],
    ['/hulp', undefined],
  ])('the answer to %s says whether something went wrong', async (text, changedNothing) => {
    const answered = await reply({ sender: machine('Nadia'), said: { kind: 'text', text }, once: null });
    expect(answered.changedNothing).toBe(changedNothing);
  });

  test('a fault is a friendly line with a reference, and no words of anybody in the log', async () => {
    const answer = await ask(machine('Sanne'), '/kapot');
    expect(answer).toMatch(
      /^Dat lukte niet\. Er is niets veranderd\. Probeer het straks opnieuw \(referentie [A-Z0-9]{4}\)\.$/,
    );
    expect(faults).toHaveLength(1);
    expect(answer).toContain(faults[0]!.reference);
    const logged = JSON.stringify(describeFault(faults[0]!.fault));
    expect(logged).not.toMatch(/griep|Sanne/);
    expect(logged).toMatch(/TypeError/);
    expect(logged).toMatch(/bot\.test\.ts/);
  });

  test('a message that looks like a place in the code stays out of the log too', () => {
    const logged = JSON.stringify(describeFault(new Error('params:\n    at Jan Jansen huilt:5:3\nen meer')));
    expect(logged).not.toMatch(/Jansen/);
    expect(logged).toMatch(/bot\.test\.ts/);
  });

  test.each([
    ['/doel stauts', /Ik ken \/doel stauts niet\. Bedoel je \/doel status\?/],
    ['/dinsdag', /^Dat begrijp ik niet\. Kies iets, of typ \/hulp\./],
    ['bedankt!', /^Graag gedaan\.$/],
    ['Dank je wel voor de agenda', /^Graag gedaan\.$/],
    ['bedankt, maar ik ben morgen ziek, zeg jij dat?', /^Dat begrijp ik niet\./],
    ['', /Typ \/hulp/],
    ['\u202e\u0000', /Typ \/hulp/],
    ['/ik-ben-er nu', /Ik begrijp niet wat je bedoelt met \/ik-ben-er nu\. Typ bijvoorbeeld \/ik-ben-er\./],
    [`/doel ${'🎉'.repeat(5_000)}`, /Ik/],
  ])('%j gets one sentence', async (line, answer) => {
    const said = await ask(machine('Sanne'), line);
    expect(said).toMatch(answer);
    expect(said.length).toBeLessThan(400);
    expect(faults).toEqual([]);
  });

  test.each(['lekker weer', 'ik ben ziek', 'wat moet ik doen', 'hoe gaat het met rekenen?', '"doel" status'])(
    'of %j nothing is repeated; there are buttons for what is likely',
    async (line) => {
      expect(await ask(machine('Sanne'), line)).toBe(
        'Dat begrijp ik niet. Kies iets, of typ /hulp.\n[Mijn leerteam] [Ik ben er niet] [Instellingen] [Hulp]',
      );
    },
  );

  test.each(['Sanne', 'Marieke', 'Bea', 'Axel'])('each of those buttons works for %s', async (name) => {
    const { parts } = await reply({ sender: machine(name), said: { kind: 'text', text: 'lekker weer' }, once: null });
    const buttons = parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
    expect(buttons).toHaveLength(4);
    for (const { intent } of buttons) {
      const answer = await reply({ sender: machine(name), said: { kind: 'intent', intent }, once: null });
      expect([intent.name, answer.changedNothing]).toEqual([intent.name, undefined]);
    }
  });

  test.each([
    ['hello', /^Hoi Sanne|Mijn leerteam/],
    ['Goedemorgen!', /^Hoi Sanne|Mijn leerteam/],
    ['mijn leerteam', /^Hoi Sanne|Mijn leerteam/],
    ['home', /^Hoi Sanne|Mijn leerteam/],
    ['settings', /^Je instellingen/],
    ['Mijn gegevens', /gegevens/],
    ['ik ben er', /^Je stond niet als afwezig/],
    ['ik ben er niet', /afwezig|er niet/i],
    ['wat kun je?', /\/doel status/],
    ['?', /\/doel status/],
    ['doelen', /Bovenbouw/],
    ['goal status', /Bovenbouw/],
    ['acties', /^Jouw acties/],
    ['/ doel status', /Bovenbouw/],
    ['Leerteambot, doel status', /Bovenbouw/],
    ['“doel status”', /Bovenbouw/],
    ['**doel** status', /Bovenbouw/],
    ['1. doel status', /Bovenbouw/],
    ['> Hoe staat het ermee?\n\ndoel status', /Bovenbouw/],
    ['doel-status', /^Ik ken doel-status niet\. Bedoel je \/doel status\?$/],
    ['doelen rekenen', /^Dat begrijp ik niet\./],
    ['/doelen rekenen', /^Ik ken \/doelen rekenen niet\. Bedoel je \/doel rekenen\?$/],
    ['Leerteambot', /^Typ \/hulp/],
  ])('%j is understood, or its nearest is named', async (line, answer) => {
    expect(await ask(machine('Sanne'), line)).toMatch(answer);
  });

  test('what people say for a command means that one, in a line that is no command itself', () => {
    const registry = new Registry(COMMANDS);
    const sayings = COMMANDS.flatMap(({ intent, sayings = [] }) => sayings.map((line) => ({ line, intent })));
    expect(new Set(sayings.map(({ line }) => line)).size).toBe(sayings.length);
    for (const { line, intent } of sayings)
      expect([line, registry.match(tokens(line), localDate('2026-11-24'))]).toEqual([
        line,
        { kind: 'intent', intent: { name: intent, args: {} } },
      ]);
  });

  test('stop opens what can be switched off', async () => {
    const answer = await reply({ sender: machine('Sanne'), said: { kind: 'text', text: 'Stop!' }, once: null });
    expect(answer).toMatchObject({ kind: 'form', intent: { name: 'instellingen.opslaan' } });
  });

  test.each(['nergens', '__proto__', 'constructor'])('the intent %s does not exist', async (name) => {
    const answer = await reply({
      sender: machine('Sanne'),
      said: { kind: 'intent', intent: { name, args: {} } },
      once: null,
    });
    expect(plain(answer)).toMatch(/begrijp/);
    expect(faults).toEqual([]);
  });
});

describe('controls', () => {
  test('each has its own key', async () => {
    const answer = await reply({ sender: machine('Nadia'), said: { kind: 'text', text: '/doel' }, once: null });
    const keys = answer.parts.flatMap((part) =>
      part.kind === 'buttons' ? part.buttons.map((button) => button.key) : [],
    );
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(undefined);
  });

  test('a message that the platform sends twice is done once, and the second answer shows what is stored', async () => {
    const line = '/doel update 1 op koers 22';
    expect(await ask(machine('Nadia'), line, 'Ev1')).toMatch(/^Opgeslagen/);
    expect(await ask(machine('Nadia'), line, 'Ev1')).toMatch(
      /^Dit had je al gedaan\. Er is niets dubbel opgeslagen\.\n1 Meer leerlingen/,
    );
    expect(await opened.store.goals.checkIns(school.goal('Meer leerlingen op 1S rekenen'))).toHaveLength(1);
  });
});

describe('a control that is pressed twice', () => {
  test.each([
    ['doel.pauze', { doel: '1', reden: 'even niet' }],
    ['doel.stop', { doel: '1', reden: 'klaar ermee' }],
    ['doel.behaald', { doel: '1' }],
    ['doel.fase', { doel: '1', fase: 'onderweg' }],
    ['afwezig', { van: '2026-12-01', tot: '2026-12-02' }],
  ])('%s is done once and says so', async (name, args) => {
    const press = () =>
      reply({ sender: machine('Nadia'), said: { kind: 'intent', intent: { name, args } }, once: 'K1' });
    const first = await press();
    expect(plain(first)).not.toMatch(/had je al gedaan/);
    expect(first.acted).toBe(true);
    const second = await press();
    expect(plain(second)).toMatch(/^Dit had je al gedaan\. Er is niets dubbel opgeslagen\./);
    expect(second.acted).toBeUndefined();
  });

  test('what stores nothing has not acted', async () => {
    const said: Request['said'] = { kind: 'intent', intent: { name: 'doel.status', args: {} } };
    expect((await reply({ sender: machine('Nadia'), said, once: 'K1' })).acted).toBeUndefined();
  });
});

describe('/hulp', () => {
  test('lists what the person may do', async () => {
    const [teacher, admin] = [await ask(machine('Sanne'), '/hulp'), await ask(machine('Axel'), '/hulp')];
    expect(teacher).toMatch(/\/doel status/);
    expect(teacher).not.toMatch(/\/overzicht/);
    expect(admin).not.toMatch(/\/doel status/);
    expect(admin).toMatch(/\/instellingen/);
  });

  test.each([
    ['Nadia', ['Doelen', 'Agenda', 'Acties', 'Advies', 'Leerteam', 'Overzicht', 'Instellingen']],
    ['Bea', ['Doelen', 'Leerteam', 'POP', 'Overzicht', 'Instellingen']],
    ['Axel', ['Leerteam', 'School', 'Instellingen']],
  ])('for %s: per subject a heading, its commands and one button that needs nothing else', async (name, subjects) => {
    const said: Request['said'] = { kind: 'text', text: '/hulp' };
    const { parts } = await reply({ sender: machine(name), said, once: null });
    const textOf = (part: Part) => (part.kind === 'heading' ? [plainText(part.text)] : []);
    expect(parts.flatMap(textOf)).toEqual(subjects);
    const buttons = parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
    expect(buttons.map(({ label }) => label)).toEqual(subjects);
    for (const { intent, label } of buttons) {
      expect(intent.args).toEqual({});
      const answer = await reply({ sender: machine(name), said: { kind: 'intent', intent }, once: null });
      expect([label, answer.changedNothing]).toEqual([label, undefined]);
    }
  });

  test('no listed command is left out, and each stands under a subject of its own name', () => {
    const listed = COMMANDS.filter(({ help }) => help !== null);
    const groups = bySubject(listed);
    expect(groups.flatMap(({ commands }) => commands).length).toBe(listed.length);
    for (const { subject, commands } of groups)
      for (const { intent } of commands) expect(subject.words).toContain(intent.split('.')[0]);
  });
});
