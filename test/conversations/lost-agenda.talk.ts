/** A shared agenda that is not in its channel: the app was not there yet, or somebody took the message away. The chair shares it once more. */
import { expect } from 'vitest';
import type { ChatMember } from '../support/chat/chat-member.ts';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

const SHARED = 'Gedeeld in het kanaal van Bovenbouw.';

const share = (chair: ChatMember) => chair.types('/agenda delen');

export function lostAgenda(open: OpenTalk): void {
  const test = talkIn(open);

  test('the app comes into the channel later; then somebody deletes the message by hand', async ({
    school,
    sanne,
    nadia,
  }) => {
    const channel = school.channel('bovenbouw');
    await school.losesApp(channel);
    expect(await share(nadia)).toContain(SHARED);
    expect(school.postsIn(channel)).toEqual([]);
    await school.getsApp(channel);
    expect(await share(nadia)).toContain(SHARED);
    expect(school.postsIn(channel)).toHaveLength(1);
    expect(await share(nadia)).toContain('al gedeeld');
    expect(school.postsIn(channel)).toHaveLength(1);
    expect(await school.opened.store.outbox.counts()).toMatchObject({ failed: 0 });

    school.deletesPost(channel);
    await sanne.types('/agenda punt Nog iets 5 min');
    expect(school.postsIn(channel)).toEqual([]);
    expect(await share(nadia)).toContain(SHARED);
    await sanne.types('/agenda punt En nog iets 5 min');
    expect(school.postsIn(channel)).toMatchObject([{ words: expect.stringContaining('En nog iets') }]);
  });
}
