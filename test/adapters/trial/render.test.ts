import { describe, expect, test } from 'vitest';
import { slackPreview } from '../../../adapters/slack/render/preview.ts';
import { teamsPreview } from '../../../adapters/teams/render/preview.ts';
import { contentOf, shownMessage } from '../../../adapters/trial/render.ts';
import type { Form, Notice, Reply } from '../../../src/bot/reply.ts';
import { gallery, MISCHIEF } from '../../support/gallery.ts';

const samples = Object.entries(gallery) as [keyof typeof gallery, Reply][];
const stored = (reply: Reply): Notice | Form => (reply.kind === 'replace' ? reply.notice : reply);

describe('as a platform', () => {
  test.each(samples)('%s: what the adapters make of it goes to the page as it is', (_, reply) => {
    const message = { id: 7, at: new Date('2026-07-01T06:00:00Z'), author: 'bot', nudge: false } as const;
    const looks = {
      slackLook: (shown: Notice | Form) => ({ view: { shown }, controls: {} }),
      teamsLook: (shown: Notice | Form) => ({ cards: [{ shown }], controls: {} }),
    };
    expect(shownMessage(looks, { ...message, content: contentOf(reply) }, 'nl')).toMatchObject({
      slack: { view: { shown: stored(reply) }, controls: {} },
      teams: { cards: [{ shown: stored(reply) }], controls: {} },
    });
  });
});

const LOOK = { slackLook: slackPreview, teamsLook: teamsPreview };

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
