/** What every talk checks at its end, put to the proof: words for one person that stand in a channel are found. */
import { expect, test } from 'vitest';
import { answer } from '../../src/bot/notice.ts';
import { literal } from '../../src/bot/text.ts';
import type { OpenTalk } from '../support/chat/talk.ts';

export function leak(open: OpenTalk): void {
  test('what nobody meant for a channel is noticed there', async () => {
    const school = await open();
    const channel = school.channel('team');
    const to = { kind: 'channel', schoolId: school.schools[0]!.id, channel } as const;
    await school.member('Nadia').types('/agenda delen');
    expect(school.leaks()).toEqual([]);
    await school.platform.send(to, answer(literal('Sanne heeft nog geen POP.')), school.clock.now());
    expect(school.leaks()).toEqual(['Sanne heeft nog geen POP.']);
    await school.stop();
  });
}
