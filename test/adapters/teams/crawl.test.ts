/** Everything that everybody can do in Teams. */
import { crawlsThrough } from '../../conversations/crawl.ts';
import { crawledInTeams } from '../../support/teams/seen.ts';
import { TeamsSchool } from '../../support/teams/teams-school.ts';

crawlsThrough<TeamsSchool>({
  open: (draft) => TeamsSchool.open(draft),
  crawled: (school, name, channel) => crawledInTeams(school, school.member(name), channel),
  refusals: ({ fake }) => fake.calls.map(({ call, refused }) => (refused === undefined ? null : `${call}: ${refused}`)),
});
