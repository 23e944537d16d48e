import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { goalCheckIn } from '../../src/goals/check-in.nudge.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { at } from '../delivery/ticking-school.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';

let opened: OpenStore;
let platform: FakePlatform;

beforeEach(async () => {
  opened = await openStore();
  platform = new FakePlatform();
});
afterEach(() => opened.close());

const tick = (now: string) =>
  strictTick({
    store: opened.store,
    platform,
    nudges: [goalCheckIn],
  }).tick(at(now));

const WEEK_FOUR = '2026-09-21T08:00:00+02:00';
const NEXT_DAY = '2026-09-22T08:00:00+02:00';

/** Sanne's own goal asks for an update in school week 4, from Monday 21 September on. */
const newSchool = (staff: Partial<SchoolDraft['staff'][number]> = {}, draft: Partial<SchoolDraft> = {}) =>
  buildSchool(opened, {
    staff: [{ name: 'Sanne', ...staff }],
    goals: [{ title: 'Rijke teksten', owner: 'Sanne' }],
    newcomers: true,
    ...draft,
  });

const texts = () => platform.sent.map(({ text }) => text);

describe('the first digest says hello', () => {
  test('four lines above what is asked when the working days are known', async () => {
    await newSchool({ workingDays: ['ma', 'di', 'wo-even'] });
    await tick(WEEK_FOUR);
    expect(texts()).toMatchInlineSnapshot(`
      [
        "Goedemorgen Sanne · maandag 21 september
      Hoi Sanne, ik ben Leerteambot. Ik help jullie leerteam met doelen, agenda’s en acties.
      Je krijgt van mij hooguit één bericht per dag, vanaf 08.00 uur, met wat er van je gevraagd wordt. Alleen op je werkdagen en nooit in een vakantie.
      Als je werkdagen heb ik staan: ma, di en wo (even weken).
      [Werkdagen aanpassen]
      Typ /hulp als je iets zoekt. Te veel berichten? Zet ze uit met /instellingen. Niemand anders ziet dat.
      Doel 1 Rijke teksten · Hoe staat het ermee?
      [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]",
      ]
    `);
  });

  test('only once', async () => {
    const school = await newSchool({ workingDays: ['ma', 'di'] });
    await tick(WEEK_FOUR);
    expect(await opened.store.people.welcomed(school.person('Sanne'))).toBe(true);
    await tick('2026-09-28T08:00:00+02:00');
    expect(texts().map((text) => text.includes('ik ben Leerteambot'))).toEqual([true, false]);
  });

  test('whoever was welcomed already is not welcomed again', async () => {
    const school = await newSchool({ workingDays: ['ma'] });
    await opened.store.people.markWelcomed(stamp(), school.person('Sanne'), localDate('2026-09-01'));
    await tick(WEEK_FOUR);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).not.toContain('ik ben Leerteambot');
  });
});

describe('working days that are not known are asked first', () => {
  test('that day brings the welcome alone, the rest comes on the next own working day', async () => {
    await newSchool();
    await tick(WEEK_FOUR);
    expect(texts()).toMatchInlineSnapshot(`
      [
        "Goedemorgen Sanne · maandag 21 september
      Hoi Sanne, ik ben Leerteambot. Ik help jullie leerteam met doelen, agenda’s en acties.
      Je krijgt van mij hooguit één bericht per dag, vanaf 08.00 uur, met wat er van je gevraagd wordt. Alleen op je werkdagen en nooit in een vakantie.
      Op welke dagen werk je?
      [Elke week ma t/m vr] [Andere dagen…]
      Typ /hulp als je iets zoekt. Te veel berichten? Zet ze uit met /instellingen. Niemand anders ziet dat.
      [Instellingen]",
      ]
    `);
    await tick('2026-09-21T11:00:00+02:00');
    expect(texts()).toHaveLength(1);
    await tick(NEXT_DAY);
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toContain('Doel 1 Rijke teksten');
    expect(texts()[1]).not.toContain('Leerteambot');
  });

  test('the days that are answered count at once', async () => {
    const school = await newSchool();
    await tick(WEEK_FOUR);
    const sanne = school.person('Sanne');
    const settings = await opened.store.people.settings(sanne);
    await opened.store.people.changeSettings(stamp(sanne, '2026-09-21T09:00:00+02:00'), sanne, settings, [
      { schoolId: school.id, days: ['wo'] },
    ]);
    await tick(NEXT_DAY);
    expect(texts()).toHaveLength(1);
    await tick('2026-09-23T08:00:00+02:00');
    expect(texts()).toHaveLength(2);
  });

  test('what would lapse otherwise stays in it', async () => {
    // The goal ends on the day itself, so nobody asks about it any later.
    await newSchool({}, { goals: [{ title: 'Rijke teksten', owner: 'Sanne', end: localDate('2026-09-21') }] });
    await tick(WEEK_FOUR);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('ik ben Leerteambot');
    expect(texts()[0]).toContain('Doel 1 Rijke teksten');
  });

  test('nothing to say means no welcome either', async () => {
    const school = await newSchool({}, { goals: [] });
    await tick(WEEK_FOUR);
    expect(texts()).toEqual([]);
    expect(await opened.store.people.welcomed(school.person('Sanne'))).toBe(false);
  });
});

describe('board members and admins without a school', () => {
  async function governor(): Promise<BuiltSchool> {
    const school = await buildSchool(opened);
    opened.database.sqlite.exec(`
      insert into person (name, email, language, digest_time, muted_kinds, welcomed_on)
        values ('Ada', 'ada@example.org', 'nl', '08:00', '[]', '2026-08-03');
      insert into employment (person_id, school_id, roles, pop)
        select id, null, '["bestuur"]', 0 from person where email = 'ada@example.org'`);
    return school;
  }

  test('get what is planned for them, by the calendar of that school', async () => {
    const school = await governor();
    const ada = (await opened.store.people.actorByEmail('ada@example.org', localDate('2026-10-16')))!;
    const nudge = {
      ...goalCheckIn,
      points: () => [],
      plan: () => [
        {
          key: 'for ada',
          kind: 'doel-checkin' as const,
          receiver: ada.id,
          schoolId: school.id,
          subject: `school:${school.id}`,
          step: 0,
          from: localDate('2026-10-17'),
          until: localDate('2026-11-17'),
          answeredFrom: localDate('2026-10-17'),
        },
      ],
      compose: async () => ({ parts: [{ kind: 'text' as const, text: [{ text: 'voor het bestuur' }] }] }),
    };
    const { tick } = strictTick({
      store: opened.store,
      platform,
      nudges: [nudge],
    });
    // 17 October is a Saturday, and then it is autumn vacation in region midden until the 25th.
    for (const day of ['17', '19', '23', '26']) await tick(instantAt(localDate(`2026-10-${day}`), localTime('08:00')));
    expect(platform.sent.map((sent) => sent.at.slice(0, 10))).toEqual(['2026-10-26']);
  });
});
