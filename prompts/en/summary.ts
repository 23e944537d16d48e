import type { summary as nl } from '../nl/summary.ts';
import type { Same } from '../same.ts';

export const summary: Same<typeof nl> = {
  'help.summary': 'The monthly summary of your school or leerteam',

  'summary.month-so-far': '{month} so far',
  'summary.year-so-far': 'this school year so far',
  'summary.attention': 'Needs attention',
  'summary.attention-now': 'Needs attention now',
  'summary.attention-none': 'Nothing needs extra attention now.',
  'summary.attention-count':
    '{count, plural, =0 {Nothing needs extra attention now.} one {# point needs attention.} other {# points need attention.}}',
  'summary.goal': 'Goal {number} {title}',
  'summary.team-goal': '<b>{team}</b>: goal {number} {title}',
  'summary.updated': 'update of {date}',
  'summary.lacks': 'Still missing: {what}.',
  'summary.lack.eigenaar': 'an owner',
  'summary.lack.einddatum': 'an end date',
  'summary.lack.meting': 'a measure (indicator and instrument)',
  'summary.no-update-since': 'The last update is of {date}.',
  'summary.no-update-yet': 'There is no update yet.',
  'summary.asked-often': 'I asked for an update, but did not get one yet.',

  'summary.goals': '<b>Goals</b> {counts}',
  'summary.no-goals': 'There are no goals yet.',
  'summary.count.on-track': '{count, number} on track',
  'summary.count.attention': '{count, plural, one {# needs attention} other {# need attention}}',
  'summary.count.behind': '{count, number} behind',
  'summary.count.unmeasured': '{count, number} without an update yet',
  'summary.count.paused': '{count, number} paused',
  'summary.count.achieved': '{count, number} achieved',
  'summary.count.stopped': '{count, number} stopped',
  'summary.trend': 'Goals per month',
  'summary.trend-words': 'From {from} to {until}, each month: {counts}.',
  'summary.successes': 'Success',
  'summary.success': 'Success: {sentence}',
  'summary.ending': 'Ends soon',
  'summary.ends-on': 'end date {date}',
  'summary.ending-count': '{count, plural, one {# goal ends} other {# goals end}} soon.',
  'summary.see-goal': 'See goal',
  'summary.see-school': 'See school',
  'summary.all-goals': 'All goals',
  'summary.read-on': 'Read on',
  'summary.about-goals': 'This summary is about goals, not about people.',

  'summary.board': '<b>Goals of {schools, plural, one {# school} other {# schools}}</b>',
  'summary.board-now': 'How they stand now',
  'summary.which': 'Which summary would you like to see?',
  'summary.all-schools': 'All schools',
  'summary.not-yet': '{month} has not come yet. Type for example <c>/overzicht</c> for how it goes now.',
  'summary.refused':
    'The monthly summary is for chairs, directors, IB and the board. With <c>/doel status</c> you see how the goals are going.',
};
