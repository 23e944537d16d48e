/** `/school mensen`: into service, changed and out of service. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff,
    { name: 'Wim', until: localDate('2026-10-01') },
    { name: 'Eva', from: localDate('2027-01-04') },
    { name: 'Gea', roles: ['leerkracht', 'beheerder'] },
  ],
  teams: [{ ...REGENBUI.teams![0]!, members: ['Nadia', 'Nico', 'Sanne', 'Wim'] }],
};
const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [
    { name: 'Piet', roles: ['directeur'] },
    { name: 'Otto', otherEmails: ['o.tto@example.org'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
};
const HERE = { school: 'id:1' };
const TODAY = localDate('2026-11-24');

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, ZONNEBLOEM);
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const stored = () =>
  JSON.stringify(
    ['employment', 'person', 'membership', 'team'].map((table) =>
      talk.opened.database.sqlite.prepare(`select * from ${table}`).all(),
    ),
  );
const member = async (name: string) =>
  (await talk.opened.store.school.staff(school.id, localDate('2020-01-01'))).find((each) => each.name === name);

describe('the list', () => {
  test('who works there now or will, in pages', async () => {
    const answer = await talk.says('Marieke', '/school mensen');
    expect(answer).toMatch(/^De Regenbui: 7 collega’s\n/);
    expect(answer).not.toContain('Wim');
    expect(answer).toContain('Eva\n  leerkracht · werkdagen niet bekend · vanaf maandag 4 januari 2027\n');
    expect(answer).toContain('Joost\n  IB/KC · di en do\n  [Wijzigen] [Afwezig] [Uit dienst]');
    expect(answer).toContain('Gea\n  leerkracht, beheerder · werkdagen niet bekend\n  [Wijzigen] [Afwezig]\n');
  });

  test('of more than eight', async () => {
    for (const name of ['Abel', 'Bram']) {
      await talk.does('Marieke', 'school.in-dienst', {
        ...HERE,
        naam: name,
        email: `${name}@example.org`,
        rollen: 'ib',
      });
    }
    expect(await talk.says('Marieke', '/school mensen')).toContain('[Meer laten zien]');
    expect(await talk.presses('Marieke', 'Meer laten zien')).toContain('Sanne');
  });
});

describe('into service', () => {
  const NEW = {
    ...HERE,
    naam: ' Jan  Nieuw ',
    email: 'Jan@Example.org',
    rollen: 'leerkracht,ib',
    dagen: 'ma,di',
    omdeweek: 'wo even',
  };

  test('somebody new, who can talk to the bot at once', async () => {
    await talk.says('Marieke', '/school in dienst');
    expect(await talk.fills('Marieke', NEW)).toBe('Jan Nieuw staat erin, bij De Regenbui.\n[Wijzigen] [Collega’s]');
    expect(await member('Jan Nieuw')).toMatchObject({
      email: 'jan@example.org',
      roles: ['leerkracht', 'ib'],
      workingDays: ['ma', 'di', 'wo-even'],
      from: TODAY,
      until: null,
      pop: false,
    });
    expect(await talk.says('Jan', '/hulp')).toContain('Dit kan ik voor je doen');
  });

  test('without working days: not known', async () => {
    await talk.does('Marieke', 'school.in-dienst', { ...NEW, dagen: '', omdeweek: '' });
    expect(await member('Jan Nieuw')).toMatchObject({ workingDays: null });
  });

  test.each(['otto@example.org', 'O.Tto@example.org'])(
    '%s is somebody of the other school, who now works here too',
    async (email) => {
      expect(await talk.does('Marieke', 'school.in-dienst', { ...NEW, email })).toBe(
        'Otto had al een plek bij dit bestuur. Dit e-mailadres hoort bij Otto, die nu ook bij De Regenbui werkt.\n' +
          'Je vulde de naam Jan Nieuw in. De naam blijft Otto.\n[Wijzigen] [Collega’s]',
      );
      const otto = (await talk.opened.store.people.actorByEmail('otto@example.org', TODAY))!;
      expect(otto.employments.map(({ schoolId }) => schoolId).sort()).toEqual([1, 2]);
    },
  );

  test('somebody who left comes back, without the teams of then', async () => {
    const answer = await talk.does('Marieke', 'school.in-dienst', {
      ...NEW,
      naam: 'Wim',
      email: 'wim@example.org',
      rollen: 'leerkracht',
    });
    expect(answer).toMatch(/^Wim werkte eerder bij De Regenbui en is er weer\./);
    expect(await member('Wim')).toMatchObject({ from: TODAY, until: null });
    expect(await talk.says('Wim', '/leerteam')).toMatch(/^Je zit nog niet in een leerteam/);
    const rows = talk.opened.database.sqlite.prepare('select until_day from membership where person_id = ?');
    expect(rows.all(school.person('Wim'))).toEqual([{ until_day: '2026-10-01' }]);
  });

  test.each([
    [{ email: 'sanne@example.org' }, 'Sanne werkt al bij De Regenbui. Er is niets veranderd.\n[Wijzigen]'],
    [{ email: 'eva@example.org' }, 'Eva werkt al bij De Regenbui.'],
    [{ email: 'geen adres' }, 'geen adres is geen e-mailadres.'],
    [{ naam: ' ' }, 'Vul een naam in van hooguit 80 letters.'],
    [{ rollen: '' }, 'Kies minstens één rol.'],
    [{ rollen: 'koning' }, 'De rollen bestuur en beheerder geeft alleen een beheerder.'],
    [{ rollen: 'leerkracht,beheerder' }, 'De rollen bestuur en beheerder geeft alleen een beheerder.'],
    [{ omdeweek: 'soms' }, 'Ik begrijp de werkdag soms niet.'],
    [{ van: 'ooit' }, 'Ik begrijp de datum ooit niet.'],
    [{ van: '2030-01-01' }, 'Dat is meer dan twee jaar vooruit.'],
  ])('%j changes nothing', async (args, answer) => {
    const before = stored();
    expect(await talk.does('Marieke', 'school.in-dienst', { ...NEW, ...args })).toContain(answer);
    expect(stored()).toBe(before);
  });

  test('an admin may make an admin', async () => {
    await talk.does('Ad', 'school.in-dienst', { ...NEW, rollen: 'beheerder' });
    expect(await member('Jan Nieuw')).toMatchObject({ roles: ['beheerder'] });
  });
});

describe('changed', () => {
  test('roles, days, lead and POP; planned again', async () => {
    const version = async () => (await talk.opened.store.outbox.schoolState(school.id))!.version;
    const before = await version();
    await talk.says('Marieke', '/school medewerker Sanne');
    const lead = `id:${school.person('Joost')}`;
    expect(
      await talk.fills('Marieke', {
        rollen: 'leerkracht,ib',
        dagen: 'do,vr',
        omdeweek: '',
        leidinggevende: lead,
        pop: 'ja',
      }),
    ).toBe('Opgeslagen: Sanne.\n[Collega’s]');
    expect(await member('Sanne')).toMatchObject({
      roles: ['leerkracht', 'ib'],
      workingDays: ['do', 'vr'],
      leadId: school.person('Joost'),
      pop: true,
    });
    expect(await version()).toBe(before + 1);
    await talk.says('Marieke', '/school medewerker Sanne');
    await talk.fills('Marieke', { leidinggevende: 'directeur', pop: '' });
    expect(await member('Sanne')).toMatchObject({ leadId: null, pop: false, workingDays: ['do', 'vr'] });
  });

  test('the board may lead a director, and nobody of another school', async () => {
    talk.opened.database.sqlite.exec(
      `update employment set school_id = null, roles = '["bestuur"]' where person_id = (select id from person where name = 'Ad')`,
    );
    await talk.says('Marieke', '/school medewerker Marieke');
    const field = talk.form().fields.find(({ name }) => name === 'leidinggevende');
    const options = field?.kind === 'choice' ? field.options : [];
    expect(options.map(({ label }) => label)).toContain('Ad');
    expect(options.map(({ label }) => label)).not.toContain('Piet');
    expect(options.map(({ label }) => label)).not.toContain('Marieke');
    const { value } = options.find(({ label }) => label === 'Ad')!;
    expect(await talk.fills('Marieke', { leidinggevende: value })).toContain('Opgeslagen');
    expect((await member('Marieke'))?.leadId).toBe(Number(value.slice('id:'.length)));
  });

  test('a role that only an admin gives stays when a director changes the rest', async () => {
    await talk.says('Marieke', '/school medewerker Gea');
    await talk.fills('Marieke', { rollen: 'ib' });
    expect(await member('Gea')).toMatchObject({ roles: ['ib', 'beheerder'] });
    await talk.does('Ad', 'school.medewerker', { ...HERE, persoon: 'Gea' });
    await talk.fills('Ad', { rollen: 'ib' });
    expect(await member('Gea')).toMatchObject({ roles: ['ib'] });
  });

  test('what somebody else changed meanwhile is shown, and nothing stored', async () => {
    await talk.says('Marieke', '/school medewerker Sanne');
    const form = talk.form();
    const settings = await talk.opened.store.people.settings(school.person('Sanne'));
    await talk.opened.store.people.changeSettings(
      { by: school.person('Sanne'), at: talk.now, act: 'test', once: null },
      school.person('Sanne'),
      settings,
      [{ schoolId: school.id, days: ['vr'] }],
    );
    await talk.fills('Marieke', { rollen: 'ib' }, form);
    expect(
      talk
        .form()
        .intro!.map(({ text }) => text)
        .join(''),
    ).toMatch(/^Iemand heeft dit intussen veranderd\./);
    expect(talk.form().fields.find(({ name }) => name === 'dagen')).toMatchObject({ value: 'vr' });
    expect(await member('Sanne')).toMatchObject({ roles: ['leerkracht'], workingDays: ['vr'] });
  });

  test.each([
    [{ rollen: '' }, 'Kies minstens één rol.'],
    [{ rollen: 'bestuur' }, 'De rollen bestuur en beheerder geeft alleen een beheerder.'],
    [{ dagen: 'zo' }, 'Ik begrijp de werkdag zo niet.'],
    [{ leidinggevende: 'id:999' }, 'Kies een leidinggevende uit de lijst.'],
    [{ leidinggevende: 'SELF' }, 'Niemand is de eigen leidinggevende.'],
  ])('%j changes nothing', async (values, answer) => {
    const before = stored();
    await talk.says('Marieke', '/school medewerker Sanne');
    const self = `id:${school.person('Sanne')}`;
    const given = JSON.parse(JSON.stringify(values).replace('SELF', self)) as Record<string, string>;
    expect(await talk.fills('Marieke', given)).toContain(answer);
    expect(stored()).toBe(before);
  });
});

describe('out of service', () => {
  test('a last day; who leads a team is named, with its form', async () => {
    await talk.says('Marieke', '/school uit dienst Nadia');
    expect(talk.form().fields[0]).toMatchObject({ name: 'tot', required: true });
    expect(talk.form().fields[0]).not.toHaveProperty('value');
    // Something of hers is open, so it is asked whether she is meant.
    expect(await talk.fills('Marieke', { tot: '2026-12-18' })).toBe(
      'Gaat het om Nadia (nadia@example.org), met vrijdag 18 december als laatste dag? Van Nadia staat nog 1 ding open.\n[Ja] [Andere datum] [Collega’s]',
    );
    expect(await talk.presses('Marieke', 'Ja')).toBe(
      'De laatste dag van Nadia bij De Regenbui is vrijdag 18 december.\n' +
        'Dit leerteam heeft dan een andere voorzitter of vervanger nodig: Bovenbouw.\n[Wijzig Bovenbouw]\n' +
        '[Werk overdragen] [Collega’s]',
    );
    const people = async (day: string) =>
      (await talk.opened.store.people.teamPeople(school.team('Bovenbouw'), localDate(day))).map(({ name }) => name);
    expect(await people('2026-12-18')).toContain('Nadia');
    expect(await people('2026-12-19')).not.toContain('Nadia');
    expect(await talk.says('Marieke', '/school mensen')).toContain('ma, di en do · tot en met vrijdag 18 december');
    talk.now = new Date('2026-12-19T09:00:00Z');
    expect(await talk.says('Nadia', '/leerteam')).toMatch(/^Hoi, ik ken je nog niet/);
  });

  test('an empty day: stays after all', async () => {
    await talk.does('Marieke', 'school.uit-dienst', { ...HERE, persoon: 'Sanne', klaar: 'ja', tot: '2026-12-18' });
    expect(await talk.does('Marieke', 'school.uit-dienst', { ...HERE, persoon: 'Sanne', klaar: 'ja' })).toMatch(
      /^Sanne blijft\./,
    );
    expect(await member('Sanne')).toMatchObject({ until: null });
  });

  test.each([
    ['Sanne', '2026-11-23', 'Die dag is al voorbij.'],
    ['Sanne', '2029-11-23', 'Dat is meer dan twee jaar vooruit.'],
    ['Sanne', 'eens', 'Ik begrijp de datum eens niet.'],
    ['Eva', '2026-12-01', 'Eva begint pas op maandag 4 januari 2027.'],
    ['Wim', '2026-12-01', 'Ik vind geen collega "Wim" op deze school.'],
    ['Gea', '2026-12-01', 'Gea heeft ook een rol buiten de school. Vraag het aan de beheerder.'],
  ])('%s on %s changes nothing', async (persoon, tot, answer) => {
    const before = stored();
    expect(await talk.does('Marieke', 'school.uit-dienst', { ...HERE, persoon, klaar: 'ja', tot })).toContain(answer);
    expect(stored()).toBe(before);
  });
});
