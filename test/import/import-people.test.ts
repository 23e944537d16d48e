import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { PersonId } from '../../src/people/person.ts';
import { stamp } from '../support/store.ts';
import { SCHOOL } from './sheets.ts';
import { importing, snapshot, theStore, useImport } from './use-import.ts';

useImport();

describe('a person with another address', () => {
  const RENAMED = Object.fromEntries(
    Object.entries({
      ...SCHOOL,
      medewerkers: SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;vorig_email').replace(
        'di,do\n',
        'di,do;sanne@x.example\n',
      ),
    }).map(([name, text]) => [
      name,
      text.replaceAll('sanne@x.example', 'sanne@y.example').replace('di,do;sanne@y.example', 'di,do;sanne@x.example'),
    ]),
  );

  test('stays the same person, with the earlier address known', async () => {
    await importing(SCHOOL);
    const before = await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    const report = await importing(RENAMED);
    expect(report.changes).toMatchObject([
      {
        kind: 'staff',
        changed: [{ column: 'email', from: 'sanne@x.example', to: 'sanne@y.example' }, { column: 'vorig_email' }],
      },
    ]);
    expect(report.missing).toEqual([]);
    const after = await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    expect(after).toMatchObject({ id: before!.id, email: 'sanne@y.example' });
    expect((await importing(RENAMED)).changes).toEqual([]);
  });

  test('keeps every address through a second change', async () => {
    await importing(SCHOOL);
    await importing(RENAMED);
    const again = Object.fromEntries(
      Object.entries(RENAMED).map(([name, text]) => [
        name,
        text.replaceAll('sanne@y.example', 'sanne@z.example').replace('di,do;sanne@x.example', 'di,do;sanne@y.example'),
      ]),
    );
    await importing(again);
    const sanne = (await snapshot()).medewerkers.find(({ email }) => email === 'sanne@z.example');
    expect(sanne).toMatchObject({ previousEmail: 'sanne@y.example', otherEmails: ['sanne@x.example'] });
    expect((await importing(again)).changes).toEqual([]);
  });

  test('an old file with the old address is refused with the new one', async () => {
    await importing(SCHOOL);
    await importing(RENAMED);
    const { mistakes } = await importing(SCHOOL);
    expect(mistakes).toMatchObject([
      { sheet: 'medewerkers', row: 3, column: 'email', hint: { params: { current: 'sanne@y.example' } } },
    ]);
  });

  test('one school more: language and addresses are those of the person', async () => {
    await importing(SCHOOL);
    const sanne = (await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate))!;
    const settings = await theStore().people.settings(sanne.id as PersonId);
    await theStore().people.changeSettings(stamp(sanne.id), sanne.id, { ...settings, language: 'en' }, []);
    const report = await importing({
      scholen: 'school;regio\nDe Windvlaag;noord',
      medewerkers: 'naam;email;school;werkdagen;taal\nSanne Voorbeeld;sanne@x.example;De Windvlaag;wo;nl',
    });
    expect(report.differs).toMatchObject([{ column: 'taal', stored: 'en', sheets: 'nl' }]);
    const after = (await snapshot()).medewerkers.filter(({ email }) => email === 'sanne@x.example');
    expect(after.map(({ school, language }) => [school, language]).sort()).toEqual([
      ['De Regenbui', 'en'],
      ['De Windvlaag', 'en'],
    ]);
  });

  test('an address goes over to whoever has it in the sheets', async () => {
    const staff = 'naam;email;school;werkdagen;andere_emails\n';
    const marieke = 'Marieke Proef;marieke@x.example;De Regenbui;ma';
    await importing({
      ...SCHOOL,
      medewerkers: `${SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;andere_emails').replace('ma,di,do,vr', 'ma,di,do,vr;m@x.example')}`,
    });
    await importing({ medewerkers: `${staff}${marieke};\nNico Bedacht;nico@x.example;De Regenbui;ma;m@x.example` });
    const { medewerkers } = await snapshot();
    expect(medewerkers.find(({ email }) => email === 'nico@x.example')!.otherEmails).toEqual(['m@x.example']);
    expect(medewerkers.find(({ email }) => email === 'marieke@x.example')!.otherEmails).toEqual([]);
  });
});
