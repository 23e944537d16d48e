import type { cli as nl } from '../nl/cli.ts';
import type { Same } from '../same.ts';

export const cli: Same<typeof nl> = {
  'cli.open': 'The trial school is open at http://localhost:{port}',
  'cli.trial-used': 'There is no database of your own yet. This is the trial school.',
  'cli.say-what':
    'Give a text, or --doe with a button. For example: zeg --als sanne@proefschool.example "/doel status"',
  'cli.wrong-fields': 'What follows --met is no JSON with fields. For example: --met {example}',
  'cli.wrong-instant': 'I do not understand the time {typed}. For example: 2026-11-24T09:00:00+01:00',
  'cli.wrong-day': 'I do not understand the day {typed}. For example: 2026-08-01',
  'cli.period-backwards': '--tot is before --van. Turn them around.',
  'cli.period-too-long': 'That is more than five years. Choose a shorter period.',
  'cli.op-with-platform': '--op is not possible while Slack or Teams is set up: the history would no longer be right.',
  'cli.op-too-early': '--op is before the newest record ({latest}). Choose a later moment.',
  'cli.unknown-school':
    'I do not know the school {typed}. {count, plural, =0 {There are no schools yet.} other {Do you mean {nearest}?}}',
  'cli.progress': '{done, number} of {all, number}',
  'cli.exported': 'Written to {path}: {count, plural, one {# row} other {# rows}}.',
  'cli.nothing-to-send': 'There is nothing to send at this moment.',
  'cli.sent': '{count, plural, =0 {Nothing was sent.} one {# message was sent.} other {# messages were sent.}}',
  'cli.would-send':
    '{count, plural, one {# message would go out.} other {# messages would go out.}} With --verstuur they really do.',
  'cli.preview-count':
    '{count, plural, =0 {Leerteambot sends nothing in this period.} one {# message} other {# messages}}',
  'cli.unknown-command': 'I do not know the command {typed}. Type leerteam --help for all commands.',
  'cli.unknown-option': 'I do not know the option {typed}. Type leerteam --help for all commands.',
  'cli.no-command': 'Say what to do. Type leerteam --help for all commands.',
  'cli.too-much': 'There is too much after the command. Put a sentence between quotes.',
  'cli.missing': 'Something is missing: {what}. Type leerteam --help for all commands.',
  'cli.fault': 'That did not work. Nothing was changed. ({reason})',
  'cli.not-a-trial': '{file} is not a trial school. The trial school has a file of its own.',

  'cli.help.program': 'Leerteambot on the command line',
  'cli.help.start': 'starts the server, or the trial school when neither Slack nor Teams is set up',
  'cli.help.say': 'says something as somebody and shows the answer',
  'cli.help.import': 'reads a folder of CSV files or an .xlsx: all or nothing',
  'cli.help.export': 'writes what there is to a folder or an .xlsx',
  'cli.help.preview': 'every nudge in a period, if nobody reacts',
  'cli.help.tick': 'what would go out at this moment',
  'cli.help.checkup': 'looks whether all is ready, and says how to mend what is not',
  'cli.help.db': 'another database',
  'cli.help.as': 'e-mail address of who says it',
  'cli.help.json': 'as JSON',
  'cli.help.op': 'as if it were then (ISO 8601)',
  'cli.help.do': 'presses this button or sends this form',
  'cli.help.with': 'the fields with it, as JSON',
  'cli.help.dry-run': 'only look whether it is right',
  'cli.help.overwrite': 'also what was changed in chat',
  'cli.help.from': 'first day',
  'cli.help.until': 'last day',
  'cli.help.school': 'this school only',
  'cli.help.send': 'really send it',
};
