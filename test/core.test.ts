import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { reportTo } from '../src/core.ts';
import { PlatformError } from '../src/platform.ts';

/** The lines of the log, as JSON. */
function reporting() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, report: reportTo(pino({ base: null, timestamp: false }, stream)) };
}

test('a fault is reported with where it happened, and without its words', () => {
  const { lines, report } = reporting();
  report('command', { reference: 'K7F2' }, new Error('Bram huilt vaak'));
  expect(lines).toMatchObject([{ level: 50, where: 'command', reference: 'K7F2', msg: 'a fault' }]);
  expect(JSON.stringify(lines)).toContain('test/core.test.ts');
  expect(JSON.stringify(lines)).not.toContain('Bram');
});

test('what a platform would not take is one short line: its reference and why', () => {
  const { lines, report } = reporting();
  report('command', { reference: 'K7F2' }, new PlatformError('retryable', 'token_revoked', 600));
  expect(lines).toEqual([
    { level: 50, where: 'command', reference: 'K7F2', reason: 'token_revoked', msg: 'a platform did not take it' },
  ]);
});
