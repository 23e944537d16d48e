/** The platform contract on Teams, with the strict fake. */
import { type Control, unpack } from '../../../src/bot/control.ts';
import type { Destination } from '../../../src/platform.ts';
import { platformContract, type SeenControl } from '../../contracts/platform.contract.ts';
import { controlsIn, wordsOf } from './card-words.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

async function open(school: SendingSchool, channel: string, called: string) {
  const { fake, opened, platform, member, stop } = school;
  const users = new Map(['Nadia', 'Nico'].map((name) => [school.school.person(name), member(name).aadId] as const));
  const placeOf = (to: Destination) => (to.kind === 'channel' ? channel : users.get(to.personId)!);
  return {
    platform,
    person: school.school.person('Nadia'),
    other: school.school.person('Nico'),
    channel: { kind: 'channel', schoolId: school.school.id, channel: called } as const,
    knowsReferences: true,
    seen: (to: Destination) =>
      Promise.all(
        fake.messages(placeOf(to)).map(async (message) => ({
          words: wordsOf(message),
          controls: await Promise.all(
            controlsIn(message).map(async (packed) => asIntent(await unpack(packed, opened.store.controls))),
          ),
        })),
      ),
    close: stop,
  };
}

platformContract('Teams, and a channel', async () => {
  const school = await sendingSchool();
  return open(school, await school.addChannel('Bovenbouw', ['Nadia']), '#bovenbouw');
});

platformContract('Teams, and a group', async () => {
  const school = await sendingSchool();
  const group = await school.addGroup(['Nadia']);
  return open(school, group, group);
});

function asIntent(control: Control | null): SeenControl {
  if (control?.said.kind !== 'intent') throw new Error('a button that says nothing');
  return { ...control.said.intent, key: control.key };
}
