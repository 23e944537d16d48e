/** `/mijngegevens`: everything stored about me, as a file to read and one for another program; ask for removal. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, textPart } from '../bot/notice.ts';
import { withLeads } from './own-lead.ts';
import { machineFile, readableFile } from './own-records-file.ts';
import { removalParts } from './removal-request.command.ts';
import { withSeenSubjects } from './seen-subjects.ts';

export const myData = command({
  intent: 'mijngegevens',
  words: ['mijngegevens'],
  sayings: ['mijn gegevens', 'my data'],
  example: '/mijngegevens',
  help: 'help.my-data',
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: async (context) => {
    const { store, actor, now, say } = context;
    const records = await store.privacy.records(actor.id);
    const sections = await withLeads(context, await withSeenSubjects(context, records));
    const asked = { name: actor.name, sections, now };
    return answer(say('mydata.title'), [
      textPart(say('mydata.intro')),
      { kind: 'file', file: readableFile(say, asked), sentence: say('mydata.readable') },
      { kind: 'file', file: machineFile(say, asked), sentence: say('mydata.machine') },
      ...(await removalParts(context)),
      { kind: 'small', text: say('mydata.small') },
    ]);
  },
});
