/** A month in the trial school, lived through what people type, press and fill in; at the end the director's numbers are right. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../adapters/files/index.ts';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Button, Form, Notice, Reply } from '../../src/bot/reply.ts';
import type { Request } from '../../src/bot/request.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localDateOf, localTime } from '../../src/calendar/zone.ts';
import { COMMANDS } from '../../src/commands.ts';
import { createTick, type Tick } from '../../src/delivery/tick.ts';
import { TRIAL_START } from '../../src/trial/clock.ts';
import { fillTrialSchool } from '../../src/trial/fill.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { type OpenStore, openStore } from '../support/store.ts';

const FILES = resolve(import.meta.dirname, '../../db/trial');

let opened: OpenStore;
let bot: Bot;
let tick: Tick;
const platform = new FakePlatform();
let now = TRIAL_START;
/** What was answered last. */
let last: Reply;

beforeAll(async () => {
  opened = await openStore();
  const newKey = () => crypto.randomUUID();
  const onFault = (...[fault]: unknown[]) => {
    throw fault;
  };
  bot = createBot({
    store: opened.store,
    commands: COMMANDS,
    newKey,
    onFault: (_reference, _intent, fault) => onFault(fault),
  });
  tick = createTick({ store: opened.store, platform, newKey, onFault: (_where, fault) => onFault(fault) });
  await fillTrialSchool({ store: opened.store, bot, tick: tick.tick }, await readSheets(FILES));
}, 60_000);
afterAll(() => opened.close());

async function ask(name: string, said: Request['said'], once: string | null): Promise<string> {
  const sender = { kind: 'machine', email: `${name.toLowerCase()}@proefschool.example` } as const;
  last = await bot.handle({ sender, said, once, place: { kind: 'personal' } }, now);
  return plain(last);
}

const says = (name: string, text: string) => ask(name, { kind: 'text', text }, null);

function buttonsIn(notice: Notice): readonly Button[] {
  return notice.parts.flatMap((part) => {
    if (part.kind === 'buttons') return part.buttons;
    return part.kind === 'list' ? part.rows.flatMap((row) => row.buttons ?? []) : [];
  });
}

/** Presses a button of the last answer, or of another message. Of several with this label the one whose argument holds `about`. */
function presses(name: string, label: string, notice: Notice = noticeOf(last), about = ''): Promise<string> {
  const button = buttonsIn(notice).find(
    (each) => each.label === label && Object.values(each.intent.args).join(' ').includes(about),
  );
  if (!button) throw new Error(`no button "${label}" in: ${plain(notice)}`);
  return ask(name, { kind: 'intent', intent: button.intent }, button.key ?? null);
}

function noticeOf(reply: Reply): Notice {
  if (reply.kind === 'form') throw new Error('a form has no buttons');
  return reply.kind === 'replace' ? reply.notice : reply;
}

function form(): Form {
  if (last.kind !== 'form') throw new Error(`not a form: ${plain(last)}`);
  return last;
}

/** Fills in the form of the last answer by the labels of its fields; a choice by the label of its option. */
function fills(name: string, values: Readonly<Record<string, string>>): Promise<string> {
  const { fields, intent, key } = form();
  const filled: Record<string, string> = {};
  for (const field of fields) if (field.value) filled[field.name] = field.value;
  for (const [label, value] of Object.entries(values)) {
    const field = fields.find((each) => each.name === label || each.label.includes(label));
    if (!field) throw new Error(`no field "${label}" in: ${fields.map((each) => each.label).join(', ')}`);
    const option = 'options' in field ? field.options.find((each) => each.label.includes(value)) : undefined;
    filled[field.name] = option?.value ?? value;
  }
  return ask(name, { kind: 'intent', intent: { name: intent.name, args: { ...intent.args, ...filled } } }, key ?? null);
}

/** Lets the time pass until this Dutch moment, with a tick every quarter of an hour while messages may come. */
async function until(day: string, time: string): Promise<void> {
  const end = instantAt(localDate(day), localTime(time));
  for (let date = localDateOf(now); date <= day; date = addDays(date, 1)) {
    for (let quarter = 8 * 4; quarter < 17 * 4; quarter++) {
      const pad = (value: number) => String(value).padStart(2, '0');
      const moment = instantAt(date, localTime(`${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`));
      if (moment > now && moment <= end) await tick.tick(moment);
    }
  }
  now = end;
}

async function idOf(name: string) {
  return (await opened.store.people.actorByEmail(`${name.toLowerCase()}@proefschool.example`, localDateOf(now)))!.id;
}

/** What somebody got on this day, newest last. */
async function got(name: string, day: string) {
  const id = await idOf(name);
  return platform.sent.filter((message) => message.to === id && message.at.startsWith(day));
}

async function newest(name: string, day: string, holding: string): Promise<Notice> {
  const messages = await got(name, day);
  const found = messages.findLast(({ text }) => text.includes(holding));
  if (!found)
    throw new Error(`${name} got nothing with "${holding}": ${messages.map(({ text }) => text).join('\n---\n')}`);
  return found.notice;
}

/** The number of the action whose text this is, as people see it. */
async function numberOf(name: string, what: string): Promise<string> {
  const line = (await says(name, '/actie')).split('\n').find((each) => each.includes(what));
  const number = line && /\d+/.exec(line)?.[0];
  if (!number) throw new Error(`${name} has no action "${what}"`);
  return number;
}

test('a month of Bovenbouw', { timeout: 120_000 }, async () => {
  // Tuesday: the chair finds the agenda of Thursday ready and shares it. A point that comes later is in the same post.
  await until('2026-11-24', '08:05');
  const prompt = await newest('Sanne', '2026-11-24', 'Leerteam Bovenbouw · donderdag 26 november');
  expect(await presses('Sanne', 'Delen met het team', prompt)).toContain('Gedeeld in het kanaal van Bovenbouw.');
  await until('2026-11-24', '08:15');
  await says('Piet', '/agenda punt Toetsdata van groep 6 10 min');
  await fills('Piet', { leerteam: 'Bovenbouw' });
  await until('2026-11-24', '08:30');
  const shared = platform.channelSent.filter(({ text }) => text.includes('donderdag 26 november'));
  expect(shared).toHaveLength(1);
  expect(shared[0]!.text).not.toContain('Toetsdata');
  expect(platform.edits.at(-1)!.text).toContain('Ingebracht door Piet Proef: Toetsdata van groep 6');

  // Thursday: a quarter of an hour after the meeting the chair is asked how it was.
  await until('2026-11-26', '16:20');
  await presses('Sanne', 'Verslag invullen', await newest('Sanne', '2026-11-26', 'Hoe was Bovenbouw'));
  const saved = await fills('Sanne', {
    'Doel 1 Meer leerlingen op 1S rekenen': 'op koers',
    'Doel 1: waarde': '24',
    'Doel 1: wat zie je': 'Breuken gaan beter.',
    Besluiten: 'We toetsen elke twee weken.\nDe woordenmuur hangt in elke groep.',
    'Actie 1: wat': 'Toetsdata ordenen',
    'Actie 1: wie': 'Nadia',
    'Actie 1: wanneer': '2026-12-03',
    'Actie 2: wat': 'Woordkaarten maken',
    'Actie 2: wie': 'Nico',
    'Actie 2: wanneer': '2026-12-03',
    'Actie 3: wat': 'Ouders uitnodigen',
    'Actie 3: wie': 'Piet',
    'Actie 3: wanneer': '2026-12-10',
    advies: 'Mogen we de pleinwacht anders verdelen?',
  });
  expect(saved).toContain('Opgeslagen: het verslag van Bovenbouw');
  // The deputy presses the same button a little later, and sees what is stored.
  const again = await presses('Nadia', 'Verslag invullen', await newest('Sanne', '2026-11-26', 'Hoe was Bovenbouw'));
  expect(again).toContain('We toetsen elke twee weken.');

  // One of the three actions is not right, and comes back to who wrote it down; a fourth is offered and accepted.
  await until('2026-11-27', '09:00');
  expect(await says('Sanne', '/actie Ouderavond voorbereiden @John voor 11 december')).toContain('John Example');
  await presses('Piet', 'Klopt niet', await newest('Piet', '2026-11-26', 'Ouders uitnodigen'));
  await until('2026-11-30', '09:00');
  await presses('John', 'Yes', await newest('John', '2026-11-27', 'Ouderavond voorbereiden'));
  expect(await says('John', '/actie')).toContain('Ouderavond voorbereiden');
  expect(await says('Sanne', '/actie')).not.toContain('Ouderavond voorbereiden');
  await until('2026-12-01', '09:00');
  await newest('Sanne', '2026-12-01', 'niet klopt. De actie is nu van jou');
  await says('Sanne', `/actie klaar ${await numberOf('Sanne', 'Ouders uitnodigen')}`);
  await says('Sanne', '/actie klaar Toetsanalyse');
  await says('Nadia', '/actie klaar Toetsdata ordenen');

  // The director answers the advice; the answer is on the agenda of the third of December.
  expect(await says('Marieke', '/advies lijst')).toContain('Mogen we de pleinwacht anders verdelen?');
  await presses('Marieke', 'Antwoorden');
  await fills('Marieke', { uitkomst: 'overgenomen', antwoord: 'Vanaf januari om de week.' });
  expect(await says('Sanne', '/agenda')).toContain('Antwoord van het MT op advies 1 (overgenomen)');
  await until('2026-12-03', '16:20');
  await presses('Sanne', 'Ging door, geen verslag', await newest('Sanne', '2026-12-03', 'Hoe was Bovenbouw'));
  expect(await says('Sanne', '/agenda')).not.toContain('Antwoord van het MT');

  // The meeting of the tenth moves to the eleventh. The channel hears it once.
  await until('2026-12-08', '10:00');
  await says('Sanne', '/doel update 1 op koers 26 "Groep 7 rekent nu zelf na." succes');
  expect(await says('Sanne', '/agenda verzet 11-12')).toContain('vrijdag 11 december');
  await until('2026-12-09', '12:00');
  expect(platform.channelSent.filter(({ text }) => text.includes('vrijdag 11 december'))).toHaveLength(1);

  // The director makes the deputy chair, who tells that the moved meeting took place and cancels the last one.
  await until('2026-12-14', '10:00');
  await says('Marieke', '/leerteam Bovenbouw');
  await presses('Marieke', 'Wijzigen');
  expect(await fills('Marieke', { voorzitter: 'Nadia', vervanger: 'Sanne' })).toContain(
    'Nadia Voorbeeld is nu voorzitter, en Sanne Voorbeeld is nu vervanger.',
  );
  await until('2026-12-15', '09:00');
  const tuesday = await newest('Nadia', '2026-12-15', 'donderdag 17 december');
  await presses('Nadia', 'Ging door, geen verslag', tuesday);
  await presses('Nadia', 'Gaat niet door', tuesday);
  await presses('Nadia', 'Vervalt, met reden…');
  await fills('Nadia', { reden: 'Kerstviering in de klassen.' });
  await until('2026-12-15', '10:00');
  expect(platform.channelSent.filter(({ text }) => text.includes('Kerstviering in de klassen.'))).toHaveLength(1);

  // Two actions were never done: after three reminders they are on the agenda, and nobody is reminded of them any more.
  await until('2026-12-18', '09:00');
  const reminders = async (day: string) => (await got('Nico', day)).filter(({ text }) => text.includes('Woordkaarten'));
  for (const day of ['2026-12-02', '2026-12-04', '2026-12-11', '2026-12-18'])
    expect(await reminders(day)).toHaveLength(1);
  const january = await says('Nadia', '/agenda');
  expect(january).toContain('Leerteam Bovenbouw · donderdag 7 januari 2027');
  expect(january).toContain('Woordkaarten maken: hoe lossen we het samen op?');

  // The director's numbers. Counted by hand from the calendar of region midden: Bovenbouw 3 (two held, one cancelled), Middenbouw 3,
  // Onderbouw 3, Digitale geletterdheid 2, MT 2, and Burgerschap, Rekenen and Taal en lezen 1 each, of which nobody told.
  await until('2026-12-18', '16:00');
  const summary = await says('Marieke', '/overzicht');
  expect(summary).toContain('De Regenbui · december tot nu toe');
  expect(summary).toContain('2 van 16 bijeenkomsten gingen door, van 13 weet ik het niet.');
  // Of Bovenbouw 13, 16 and the evening for parents; and 4, 5 and 14 of teams of fewer than five people, which are not named.
  expect(summary).toMatch(/6 acties zijn te laat\..*\n {2}Bovenbouw 3\n/);
  expect(summary).not.toContain('Advies van');
  expect(summary).toContain('"Groep 7 rekent nu zelf na."');
  expect(summary).not.toContain('Breuken gaan beter.');
  const { id } = (await opened.store.people.schools()).find(({ name }) => name === 'De Regenbui')!;
  const goals = (await opened.store.goals.lines({ schoolIds: [id] })).map(({ status }) => status);
  const count = (status: string) => goals.filter((each) => each === status).length;
  expect(summary).toContain(`${count('op koers')} op koers · ${count('aandacht nodig')} aandacht nodig`);
  expect(summary).toMatch(new RegExp(`${count('gepauzeerd')} gepauzeerd · ${count('behaald')} behaald`));

  // What happened to the four actions can be read, and each has one owner.
  const actions = await opened.store.actions.lines({ schoolIds: [id] });
  const history = async (what: string) => {
    const line = actions.find((each) => each.what === what)!;
    const events = await opened.store.actions.events(line.id);
    return [line.ownerName, line.state, ...events.map((event) => event.what).reverse()];
  };
  expect(await history('Toetsdata ordenen')).toEqual(['Nadia Voorbeeld', 'klaar', 'gemaakt', 'klaar']);
  expect(await history('Ouders uitnodigen')).toEqual(['Sanne Voorbeeld', 'klaar', 'gemaakt', 'klopt niet', 'klaar']);
  expect(await history('Ouderavond voorbereiden')).toEqual([
    'John Example',
    'open',
    'gemaakt',
    'aangeboden',
    'aangenomen',
  ]);
  expect(await history('Woordkaarten maken')).toEqual(['Nico Bedacht', 'open', 'gemaakt']);
});
