import { expect, test } from 'vitest';
import { SlackSchool } from '../../support/slack/slack-school.ts';

test.each([false, true])('socket %s', async (socketMode) => {
  const school = await SlackSchool.open({ socketMode });
  try {
    const seen = await school.member('Sanne').types('/doel status');
    console.log(seen, school.faults);
  } finally {
    await school.stop();
  }
});
