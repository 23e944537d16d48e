/** Everything that everybody can do in Teams; whoever is of the board asks it in a group chat. */
import { crawlsThrough } from '../../conversations/crawl.ts';
import { crawledInTeams } from '../../support/teams/seen.ts';
import { TeamsSchool } from '../../support/teams/teams-school.ts';

const GROUP = 'bestuursoverleg';
const OF_THE_BOARD = 'Bea Bestuur';

crawlsThrough<TeamsSchool>({
  open: (draft) => TeamsSchool.open({ ...draft, groups: { [GROUP]: [OF_THE_BOARD, 'Axel Beheer'] } }),
  crawled: (school, name, channel) =>
    crawledInTeams(school, school.member(name), name === OF_THE_BOARD ? school.channel(GROUP) : channel),
  refusals: ({ fake }) => fake.calls.map(({ call, refused }) => (refused === undefined ? null : `${call}: ${refused}`)),
});
