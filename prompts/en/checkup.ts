import type { checkup as nl } from '../nl/checkup.ts';
import type { Same } from '../same.ts';

export const checkup: Same<typeof nl> = {
  'checkup.fine': '✓ {what}',
  'checkup.attention': '▲ {what} How to mend it: {mend}',
  'checkup.database': 'The database is in order.',
  'checkup.schools':
    '{count, plural, =0 {There are no schools yet.} one {There is # school.} other {There are # schools.}}',
  'checkup.schools-mend': 'import the plans with leerteam importeer.',
  'checkup.calendar': 'The school vacations are known up to and including {day}.',
  'checkup.calendar-ends':
    'The school vacations are known up to and including {day}. After that only weekends and public holidays count.',
  'checkup.calendar-mend': 'put the vacations into the sheet kalender, or take a newer version of Leerteambot.',
  'checkup.no-director': '{school} has no director, so nobody gets the monthly summary.',
  'checkup.no-director-mend': 'give somebody the role directeur in the sheet medewerkers.',
  'checkup.no-preparer':
    '{school}: nobody can prepare the agenda of {count, plural, one {# meeting} other {# meetings}} of {team}.',
  'checkup.no-preparer-mend': 'look at the working days of the chair, or name a deputy.',
  'checkup.no-working-days': '{school}: I do not know the working days of {people}. I take Monday to Friday.',
  'checkup.no-working-days-mend': 'fill in werkdagen in the sheet medewerkers.',
  'checkup.no-lead': '{school}: {people} {count, plural, one {has} other {have}} a POP, but no lead.',
  'checkup.no-lead-mend': 'choose a lead with /school (colleagues), or in the sheet medewerkers.',
  'checkup.no-owner':
    '{school}: {count, plural, one {# goal has} other {# goals have}} no owner, so nobody is asked about it.',
  'checkup.no-owner-mend': 'fill in leerteam or eigenaar in the sheet doelen.',
  'checkup.removal':
    '{count, plural, one {# person wants} other {# people want}} to be removed. The oldest request is of {date}.',
  'checkup.removal-mend': 'hand over what is open and do leerteam wis {email}, by {last} at the latest.',
  'checkup.no-admin': 'There is no admin, so nobody hears of it when somebody asks to be removed.',
  'checkup.no-admin-mend': 'give somebody the role beheerder in the sheet medewerkers.',
  'checkup.key-gone': 'The key file of the removed addresses is gone. Importing and removing is not possible now.',
  'checkup.key-gone-mend':
    'put the file that ends in .sleutel back beside the database. Is it lost? Type leerteam sleutel.',
  'checkup.failed': '{count, plural, one {# message} other {# messages}} could not be delivered.',
  'checkup.failed-mend': 'see whether these people still have the app.',
  'checkup.waiting':
    '{count, plural, =0 {Nothing waits to be sent.} one {# message waits to be sent.} other {# messages wait to be sent.}}',
  'checkup.platform': 'Slack and Teams are not set up: messages arrive on the trial page only.',
  'checkup.backup': 'The last backup is of {day}.',
  'checkup.no-backup': 'No backup was ever made.',
  'checkup.old-backup': 'The last backup is of {day}, more than a week ago.',
  'checkup.backup-mend': 'make one every day with leerteam backup, and keep it in another place.',
  'checkup.gone':
    '{count, plural, one {# person has} other {# people have}} been gone for more than two years: {people}.',
  'checkup.gone-mend': 'consider leerteam wis with the e-mail address.',
};
