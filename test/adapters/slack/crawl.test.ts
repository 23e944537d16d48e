/** Everything that everybody can do in Slack. */
import { crawlsThrough } from '../../conversations/crawl.ts';
import { crawledInSlack } from '../../support/slack/seen.ts';
import { SlackSchool } from '../../support/slack/slack-school.ts';

crawlsThrough<SlackSchool>({
  open: (draft) => SlackSchool.open(draft),
  crawled: (school, name, channel) => crawledInSlack(school, school.member(name), channel),
  refusals: ({ fake }) =>
    fake.calls.map(({ method, refused }) => (refused === undefined ? null : `${method}: ${refused}`)),
});
