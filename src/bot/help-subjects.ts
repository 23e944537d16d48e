/** The headings of `/hulp`: which commands stand together, and what the button of each subject does. Pure. */
import type { Command } from './command.ts';
import type { PlainKey } from './text.ts';

export type Subject = {
  /** Of the heading and the button. */
  readonly label: PlainKey;
  /** What can be pressed without arguments. */
  readonly intent: string;
  /** The first words of the intents that belong to it. */
  readonly words: readonly string[];
};

const SUBJECTS: readonly Subject[] = [
  { label: 'help.subject.goals', intent: 'doel.status', words: ['doel'] },
  { label: 'help.subject.agenda', intent: 'agenda', words: ['agenda'] },
  { label: 'help.subject.actions', intent: 'actie', words: ['actie'] },
  { label: 'help.subject.advice', intent: 'advies.lijst', words: ['advies'] },
  { label: 'help.subject.team', intent: 'leerteam', words: ['leerteam', 'overdracht', 'start'] },
  { label: 'help.subject.pop', intent: 'pop', words: ['pop'] },
  { label: 'help.subject.school', intent: 'school', words: ['school'] },
  { label: 'help.subject.summary', intent: 'overzicht', words: ['overzicht'] },
  {
    label: 'help.subject.settings',
    intent: 'instellingen',
    words: ['instellingen', 'afwezig', 'ik-ben-er', 'mijngegevens', 'hulp'],
  },
];

/** The subjects that have one of these commands, with theirs in the given order. What belongs nowhere stands under the last. */
export function bySubject(
  commands: readonly Command[],
): readonly { readonly subject: Subject; readonly commands: readonly Command[] }[] {
  const subjectOf = ({ intent }: Command) =>
    SUBJECTS.find(({ words }) => words.includes(intent.split('.')[0]!)) ?? SUBJECTS.at(-1)!;
  return SUBJECTS.map((subject) => ({
    subject,
    commands: commands.filter((each) => subjectOf(each) === subject),
  })).filter((group) => group.commands.length > 0);
}
