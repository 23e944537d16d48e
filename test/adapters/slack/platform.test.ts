/** The platform contract on Slack, with the strict fake. */
import { type Control, unpack } from '../../../src/bot/control.ts';
import type { Destination } from '../../../src/platform.ts';
import { platformContract, type SeenControl } from '../../contracts/platform.contract.ts';
import { buttonsOf, wordsOf } from '../../support/slack/screen.ts';
import { sendingSchool } from './sending-school.ts';

platformContract('Slack', async () => {
  const { fake, opened, school, platform, user, stop } = await sendingSchool();
  const channel = fake.addChannel({ name: 'bovenbouw', members: [user('Nadia')] });
  const users = new Map([
    [school.person('Nadia'), user('Nadia')],
    [school.person('Nico'), user('Nico')],
  ]);
  const placeOf = (to: Destination) => (to.kind === 'channel' ? channel : users.get(to.personId)!);
  return {
    platform,
    person: school.person('Nadia'),
    other: school.person('Nico'),
    channel: { kind: 'channel', schoolId: school.id, channel: '#bovenbouw' },
    knowsReferences: true,
    seen: (to) =>
      Promise.all(
        fake.messages(placeOf(to)).map(async (message) => {
          const shown = { kind: 'message', message, isEphemeral: false } as const;
          const controls = await Promise.all(
            buttonsOf(shown).map(({ value }) => unpack(String(value), opened.store.controls)),
          );
          const words = wordsOf(shown)
            .split('\n')
            .filter((line) => !/^\[.*\]$/.test(line));
          return { words: words.join('\n'), controls: controls.map(asIntent) };
        }),
      ),
    close: stop,
  };
});

function asIntent(control: Control | null): SeenControl {
  if (control?.said.kind !== 'intent') throw new Error('a button that says nothing');
  return { ...control.said.intent, key: control.key };
}
