/** A label of Slack's, and the text of a message. */
import { expect, test } from 'vitest';
import { escaped, label } from '../../../adapters/slack/render/text.ts';

test('a label is one line and never empty', () => {
  expect([label(' een\n twee ', 75).text, label(' \n', 75).text]).toEqual(['een twee', '…']);
});

test('escaping is Slack’s three signs, in the order that escapes nothing twice', () => {
  expect(escaped('<!channel> & <https://evil.example|salaris>', 100)).toBe(
    '&lt;!channel&gt; &amp; &lt;https://evil.example|salaris&gt;',
  );
});
