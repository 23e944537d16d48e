import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slackPreview } from '../../../adapters/slack/render/preview.ts';
import { contentOf, shownMessage } from '../../../adapters/trial/render.ts';
import { teamsCard } from '../../../adapters/trial/teams-card.ts';
import type { Form, Notice, Reply } from '../../../src/bot/reply.ts';
import { gallery, MISCHIEF } from '../../support/gallery.ts';

const require = createRequire(import.meta.url);
/** The same file that the page loads; it reads cards without a browser, but draws only in one. */
const renderer = require('adaptivecards/dist/adaptivecards.min.js') as typeof import('adaptivecards');

const samples = Object.entries(gallery) as [keyof typeof gallery, Reply][];
const stored = (reply: Reply): Notice | Form => (reply.kind === 'replace' ? reply.notice : reply);

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Every object in it, from the outside in. */
function objectsIn(json: Json): { readonly [name: string]: Json }[] {
  if (json === null || typeof json !== 'object') return [];
  if (Array.isArray(json)) return json.flatMap((one) => objectsIn(one));
  const object = json as { readonly [name: string]: Json };
  return [object, ...Object.values(object).flatMap(objectsIn)];
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const typesIn = (value: unknown) =>
  new Set(
    objectsIn(asJson(value))
      .map((object) => object.type)
      .filter((type) => type !== undefined),
  );

/** The published schema has two places that are no JSON schema (a `required` that is no list); those are left out. */
function schemaCheck(schema: string) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  const { id: _, ...rest } = JSON.parse(schema, (key, value) =>
    key === 'required' && !Array.isArray(value) ? undefined : value,
  );
  return ajv.compile(rest);
}

describe('as Teams', () => {
  test.each(samples)('%s', (_, reply) => {
    expect(teamsCard(stored(reply), 'nl')).toMatchSnapshot();
  });

  test.each(samples)('%s: the renderer knows every element', (_, reply) => {
    const card = new renderer.AdaptiveCard();
    const context = new renderer.SerializationContext();
    card.parse(asJson(teamsCard(stored(reply), 'nl')), context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    expect(events).toEqual([]);
    expect(card.getItemCount()).toBeGreaterThan(0);
    expect(card.validateProperties().validationEvents.map((event) => event.message)).toEqual([]);
  });

  test('a made-up element would have been seen', () => {
    const context = new renderer.SerializationContext();
    new renderer.AdaptiveCard().parse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Cartoon' }] }, context);
    expect(context.eventCount).toBe(1);
  });

  const SCHEMA = new URL('../../../../shared/schemas/adaptive-card.1.6.0.json', import.meta.url);
  describe.skipIf(!existsSync(SCHEMA))('by the schema of Adaptive Cards', () => {
    const validate = existsSync(SCHEMA) ? schemaCheck(readFileSync(SCHEMA, 'utf8')) : null;

    test.each(samples)('%s', (_, reply) => {
      validate!(asJson(teamsCard(stored(reply), 'nl')));
      expect(validate!.errors ?? []).toEqual([]);
    });

    test('a made-up element would have been seen', () => {
      expect(validate!({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Cartoon' }] })).toBe(false);
    });
  });

  test('text stands in text runs only', () => {
    const allowed = [
      'AdaptiveCard',
      'RichTextBlock',
      'TextRun',
      'Container',
      'ColumnSet',
      'Column',
      'ActionSet',
      'Action.Execute',
      'Input.Text',
      'Input.Number',
      'Input.Date',
      'Input.Time',
      'Input.ChoiceSet',
      'Input.Toggle',
    ];
    const used = new Set(samples.flatMap(([, reply]) => [...typesIn(teamsCard(stored(reply), 'nl'))]));
    expect([...used].filter((type) => !allowed.includes(String(type)))).toEqual([]);
  });

  test('what somebody typed is one text run, as it was typed', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(MISCHIEF, '{{TIME(2026-11-24T08:00:00Z)}}', '{{DATE('),
    );
    fc.assert(
      fc.property(
        words.filter((text) => text !== ''),
        (text) => {
          const card = teamsCard(
            { kind: 'notice', visibility: 'caller', title: null, parts: [{ kind: 'text', text: [{ text }] }] },
            'nl',
          );
          const inlines = objectsIn(asJson(card.body)).filter((object) => object.type === 'TextRun');
          expect(inlines).toHaveLength(1);
          // The word joiner has no width; it only keeps the renderer from reading a date.
          expect(String(inlines[0]!.text).replaceAll('{\u2060{', '{{')).toBe(text);
          expect(inlines[0]!.text).not.toMatch(/\{\{(DATE|TIME)\(/);
        },
      ),
    );
  });

  test('every button and form carries intent, arguments and key', () => {
    const actions = (reply: Reply) =>
      objectsIn(asJson(teamsCard(stored(reply), 'nl'))).filter(({ type }) => type === 'Action.Execute');
    expect(actions(gallery.form)).toMatchObject([
      { verb: 'doel.update', data: { intent: 'doel.update', args: { doel: '1' }, key: 'key-form' } },
    ]);
    expect(actions(gallery.everyPart)).toHaveLength(9);
    for (const { data } of actions(gallery.everyPart)) {
      expect(data).toEqual({ intent: expect.any(String), args: { doel: '1' }, key: expect.stringMatching(/^key-/) });
    }
  });

  test('a form says what is missing in the language of its reader', () => {
    const errors = (language: 'nl' | 'en') =>
      objectsIn(asJson(teamsCard(gallery.form, language))).flatMap(({ errorMessage }) =>
        errorMessage ? [errorMessage] : [],
      );
    expect(errors('nl')).toEqual(['Vul dit in.', 'Vul dit in.']);
    expect(errors('en')).toEqual(['Fill this in.', 'Fill this in.']);
  });
});

describe('as Slack', () => {
  test.each(samples)('%s: what the Slack adapter makes of it goes to the page as it is', (_, reply) => {
    const message = { id: 7, at: new Date('2026-07-01T06:00:00Z'), author: 'bot', nudge: false } as const;
    const options = { slackLook: (shown: Notice | Form) => ({ view: { shown }, controls: {} }) };
    expect(shownMessage(options, { ...message, content: contentOf(reply) }, 'nl')).toMatchObject({
      slack: { view: { shown: stored(reply) }, controls: {} },
    });
  });
});

describe('a title', () => {
  const titled = (parts: Notice['parts']): Notice => ({
    kind: 'notice',
    visibility: 'caller',
    title: [{ text: 'Opgeslagen: ' }, { text: 'doel 1', style: 'bold' }],
    parts,
  });
  const small = { kind: 'small', text: [{ text: 'Je team leest mee.' }] } as const;

  test('above something is a heading', () => {
    expect(teamsCard(titled([small]), 'nl').body[0]).toMatchObject({
      inlines: [
        { text: 'Opgeslagen: ', weight: 'Bolder', size: 'Medium' },
        { text: 'doel 1', weight: 'Bolder', size: 'Medium' },
      ],
    });
  });

  test('alone is an ordinary sentence', () => {
    expect(teamsCard(titled([]), 'nl').body).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Opgeslagen: ' },
          { type: 'TextRun', text: 'doel 1', weight: 'Bolder' },
        ],
      },
    ]);
  });
});

const LOOK = { slackLook: slackPreview };

describe('a stored message', () => {
  test('of a person is shown without the marks that turn text', () => {
    const content = 'van \u202Elinks\u202C \u2067naar\u2069 rechts, \u200fשלום';
    const at = new Date('2026-07-01T06:00:00Z');
    expect(shownMessage(LOOK, { id: 7, at, author: 'person', content, nudge: false }, 'nl')).toMatchObject({
      text: 'van links naar rechts, שלום',
    });
  });

  test('has its files beside it, as they were sent', () => {
    expect(shown(gallery.everyPart)).toMatchObject({ files: [{ name: 'pop-gesprek.ics', type: 'text/calendar' }] });
    expect(shown(gallery.mischief)).toMatchObject({ files: [{ name: `${MISCHIEF}.txt`, content: MISCHIEF }] });
    expect(shown(gallery.form)).toMatchObject({ files: [] });
    const { parts } = gallery.everyPart;
    expect(shown({ kind: 'replace', notice: { ...gallery.replace.notice, parts } })).toMatchObject({
      files: [{ name: 'pop-gesprek.ics' }],
    });
  });

  test('says whether it changed nothing', () => {
    expect(shown({ ...gallery.withoutTitle, changedNothing: true })).toMatchObject({ changedNothing: true });
    expect(shown(gallery.withoutTitle)).toMatchObject({ changedNothing: false });
  });

  const shown = (reply: Reply) =>
    shownMessage(
      LOOK,
      { id: 7, at: new Date('2026-07-01T06:00:00Z'), author: 'bot', content: contentOf(reply), nudge: true },
      'nl',
    );

  test.each([
    ['everyPart', 'notice', 'Goedemorgen Sanne · dinsdag 24 november'],
    ['withoutTitle', 'notice', 'Ik ken /doel stauts niet.'],
    ['form', 'form', 'Update van doel 1'],
    ['replace', 'notice', 'Opgeslagen: doel 1 is op koers.'],
  ] as const)('%s is a %s called %s', (name, kind, title) => {
    expect(shown(gallery[name])).toMatchObject({
      id: 7,
      at: '2026-07-01T08:00:00+02:00',
      author: 'bot',
      kind,
      title,
      nudge: true,
    });
  });
});
