/** What every platform must do with a message that nobody asked for: one suite, run against each. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Button, Intent, Notice, RichText } from '../../src/bot/reply.ts';
import type { PersonId } from '../../src/people/person.ts';
import { type Destination, type Platform, PlatformError } from '../../src/platform.ts';

/** What stands there: its words, line by line, and what its buttons say when they are pressed. */
export type SeenMessage = { readonly words: string; readonly controls: readonly SeenControl[] };
export type SeenControl = Intent & { readonly key: string | null };

export type OpenPlatform = {
  readonly platform: Platform;
  readonly person: PersonId;
  readonly other: PersonId;
  readonly channel: Extract<Destination, { kind: 'channel' }>;
  /** What this receiver has got by itself, oldest first, as it stands there now. */
  seen(to: Destination): Promise<readonly SeenMessage[]>;
  /** A platform that knows its own references: a double of the tests takes any. */
  readonly knowsReferences: boolean;
  close(): Promise<void>;
};

const NOW = new Date('2026-09-28T06:00:00Z');

const span = (text: string): RichText => [{ text }];
const button = (label: string, args: Intent['args'] = {}): Button => ({
  label,
  intent: { name: 'doel.update', args },
  key: `key-${label}`,
});
const notice = (title: string, ...parts: Notice['parts']): Notice => ({
  kind: 'notice',
  visibility: 'caller',
  title: span(title),
  parts,
});
const text = (words: string) => ({ kind: 'text', text: span(words) }) as const;

/** Words that would come alive where somebody forgot about them. */
const MISCHIEF = [
  'Kijk <!channel> en <@U0000001> en <https://evil.example|salaris>',
  '*vet* _schuin_ ~weg~ `code` ```blok```',
  '&lt;b&gt; &amp; <b>vet</b> <script>alert(1)</script>',
  '@channel @here #algemeen :smile: [link](https://evil.example)',
  '> geen citaat',
  '=1+1 {count, plural, one {#}}',
  'Zoë’s «réseau» ● ▲ 👩‍🏫 \u202E om',
];

export function platformContract(name: string, open: () => Promise<OpenPlatform>): void {
  describe(`the platform (${name})`, () => {
    let opened: OpenPlatform;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const person = () => ({ kind: 'person', personId: opened.person }) as const;
    const other = () => ({ kind: 'person', personId: opened.other }) as const;
    const words = async (to: Destination) => (await opened.seen(to)).map((message) => message.words);

    it('brings a message to that person, once, and to nobody else', async () => {
      const sent = await opened.platform.send(person(), notice('Goedemorgen', text('Doel 1')), NOW);
      expect(sent.reference).not.toBe('');
      expect(await words(person())).toEqual([expect.stringMatching(/^Goedemorgen\n+Doel 1$/)]);
      expect(await words(other())).toEqual([]);
      expect(await words(opened.channel)).toEqual([]);
    });

    it('brings a message to a channel, and to no person', async () => {
      await opened.platform.send(opened.channel, notice('Agenda', text('Rekenen')), NOW);
      expect(await words(opened.channel)).toEqual([expect.stringMatching(/^Agenda\n+Rekenen$/)]);
      expect(await words(person())).toEqual([]);
    });

    it.each(['person', 'channel'] as const)('edits one message of a %s, and no other', async (kind) => {
      const to = kind === 'person' ? person() : opened.channel;
      const first = await opened.platform.send(to, notice('Een'), NOW);
      const second = await opened.platform.send(
        to,
        notice('Twee', { kind: 'buttons', buttons: [button('Klaar')] }),
        NOW,
      );
      expect(first.reference).not.toBe(second.reference);
      // As it comes back from the store.
      const stored = JSON.parse(JSON.stringify(second)) as typeof second;
      await opened.platform.edit(to, stored.reference, notice('Drie'), NOW);
      expect(await words(to)).toEqual(['Een', 'Drie']);
      expect((await opened.seen(to)).flatMap(({ controls }) => controls)).toEqual([]);
    });

    it('an edit that says the same changes nothing', async () => {
      const { reference } = await opened.platform.send(opened.channel, notice('Een'), NOW);
      await opened.platform.edit(opened.channel, reference, notice('Een'), NOW);
      expect(await words(opened.channel)).toEqual(['Een']);
    });

    it('refuses for good to edit what is not there', async () => {
      if (!opened.knowsReferences) return;
      const { reference } = await opened.platform.send(person(), notice('Een'), NOW);
      const unknown = [reference.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)), 'onbekend', ''];
      for (const each of unknown) {
        const edit = opened.platform.edit(person(), each, notice('Twee'), NOW);
        await expect(edit, each).rejects.toSatisfy(
          (error) => error instanceof PlatformError && error.outcome === 'permanent',
        );
      }
      expect(await words(person())).toEqual(['Een']);
    });

    it.each(MISCHIEF)('shows people’s words as they are: %s', async (mischief) => {
      const spans = notice(mischief, text(mischief), {
        kind: 'list',
        rows: [
          { title: span(mischief), lines: [span(mischief)], state: { symbol: '●', word: 'op koers', tone: 'good' } },
        ],
      });
      await opened.platform.send(person(), spans, NOW);
      const [shown = ''] = await words(person());
      expect(shown.split(mischief)).toHaveLength(5);
    });

    it('its buttons say what they were given, with their keys, however much that is', async () => {
      const args = [
        {},
        { doel: 'id:12', waarde: '<!channel> & "72"' },
        { zin: 'lang '.repeat(2_000), doel: 'é\u2028😀' },
      ];
      const buttons = args.map((each, index) => button(`Knop ${index}`, each));
      await opened.platform.send(
        person(),
        notice(
          'Kies',
          { kind: 'buttons', buttons },
          {
            kind: 'list',
            rows: [{ title: span('Rij'), lines: [], buttons: [button('In de rij', { rij: '1' })] }],
            more: button('Meer', { vanaf: '8' }),
          },
        ),
        NOW,
      );
      const [message] = await opened.seen(person());
      const expected = [...buttons, button('In de rij', { rij: '1' }), button('Meer', { vanaf: '8' })].map(
        ({ intent, key }) => ({ ...intent, key }),
      );
      expect(message!.controls).toEqual(expected);
    });

    it('keeps the order in which messages were sent', async () => {
      for (const title of ['Een', 'Twee', 'Drie']) await opened.platform.send(person(), notice(title), NOW);
      expect(await words(person())).toEqual(['Een', 'Twee', 'Drie']);
    });
  });
}
