import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { command } from '../../src/bot/command.ts';
import { answer } from '../../src/bot/notice.ts';
import { Registry } from '../../src/bot/registry.ts';
import { type Token, tokens, wordsOf } from '../../src/bot/tokens.ts';
import { localDate } from '../../src/calendar/local-date.ts';

const TODAY = localDate('2026-11-24');

function sample(
  intent: string,
  words: string[],
  parse: (rest: readonly Token[]) => Record<string, string> | null,
  sayings: string[] = [],
) {
  return command({
    intent,
    words,
    sayings,
    example: `/${words[0]}`,
    help: null,
    parse,
    args: z.object({}),
    run: async () => answer(null),
  });
}

const registry = new Registry([
  sample('doel.status', ['doel', 'doel status'], (rest) => (rest.length ? { doel: wordsOf(rest) } : {}), [
    'goals',
    'mijn doelen',
  ]),
  sample('doel.update', ['doel update', 'doel bij'], (rest) =>
    /^\d/.test(rest[0]?.text ?? '') ? { doel: wordsOf(rest) } : null,
  ),
  sample('actie', ['actie'], (rest) => (rest.length ? { wat: wordsOf(rest) } : {})),
  sample('actie.team', ['actie team'], (rest) => (rest.length ? null : {})),
  sample('hulp', ['hulp'], () => ({}), ['?', 'wat kun je']),
  sample('start', ['start', 'hoi'], () => ({})),
  sample('pop', ['pop'], (rest) => (rest.length ? { dag: wordsOf(rest) } : {})),
]);

describe('which command is meant', () => {
  const table: [line: string, meaning: string][] = [
    ['/doel', 'doel.status {}'],
    ['doel status', 'doel.status {}'],
    ['/DOEL Status', 'doel.status {}'],
    ['/doel status rekenen 1S', 'doel.status {"doel":"rekenen 1S"}'],
    ['/doel rekenen', 'doel.status {"doel":"rekenen"}'],
    ['/doel update 3 op koers', 'doel.update {"doel":"3 op koers"}'],
    ['/doel bij 3', 'doel.update {"doel":"3"}'],
    // A word is a subcommand only when what follows fits it.
    ['/actie team', 'actie.team {}'],
    ['/actie team uitnodigen @Sanne vrijdag', 'actie {"wat":"team uitnodigen @Sanne vrijdag"}'],
    ['/doel stauts', 'bedoel je /doel status'],
    ['/doel stauts 3', 'bedoel je /doel status 3'],
    ['/doel udpate 3', 'bedoel je /doel update 3'],
    ['/doel bj 3', 'doel.status {"doel":"bj 3"}'],
    ['/doel bik 3', 'bedoel je /doel bij 3'],
    ['/doel taal', 'doel.status {"doel":"taal"}'],
    ['/dole status', 'bedoel je /doel status'],
    ['/hlup', 'bedoel je /hulp'],
    ['/dole stauts', 'bedoel je /doel status'],
    ['hulp!', 'hulp {}'],
    ['doel status?', 'doel.status {}'],
    ['dole', 'bedoel je /doel'],
    ['/dole taal', 'bedoel je /doel taal'],
    // Without a slash people just talk.
    ['doe je mee', 'onbekend'],
    ['deel de agenda', 'onbekend'],
    ['hoe gaat het met rekenen?', 'onbekend'],
    ['hallo daar', 'onbekend'],
    ['stop', 'onbekend'],
    ['op dinsdag', 'onbekend'],
    ['/', 'onbekend'],
    ['/constructor', 'onbekend'],
    ['__proto__', 'onbekend'],
    ['"doel" status', 'onbekend'],
    ['doel** status', 'doel.status {}'],
    ['doel **status** rekenen', 'doel.status {"doel":"rekenen"}'],
    // A whole line that people say for it.
    ['Goals', 'doel.status {}'],
    ['/goals', 'doel.status {}'],
    ['mijn doelen?', 'doel.status {}'],
    ['?', 'hulp {}'],
    ['wat kun je?', 'hulp {}'],
    ['goals for maths', 'onbekend'],
    ['"mijn" doelen', 'onbekend'],
    ['doelen', 'bedoel je /doel'],
    ['/doelen rekenen', 'bedoel je /doel rekenen'],
    ['doelen status', 'bedoel je /doel status'],
    ["pop's", 'bedoel je /pop'],
    ['doel-status', 'bedoel je /doel status'],
    ['/doel_bij 3', 'bedoel je /doel bij 3'],
    ['doel-gericht werken', 'onbekend'],
    ['-', 'onbekend'],
  ];
  for (const [line, meaning] of table) {
    test(line, () => {
      const match = registry.match(tokens(line), TODAY);
      const shown =
        match.kind === 'intent'
          ? `${match.intent.name} ${JSON.stringify(match.intent.args)}`
          : match.nearest
            ? `bedoel je ${match.nearest}`
            : 'onbekend';
      expect(shown).toBe(meaning);
    });
  }

  test('two commands may not share an intent', () => {
    const twin = () => sample('x', ['x'], () => ({}));
    expect(() => new Registry([twin(), twin()])).toThrow('same intent');
  });
});
