/** What a message or an act was about (`meeting:7:2026-09-03`), in words: "bijeenkomst van Bovenbouw op 3 september 2026". Pure. */
import type { Say } from '../bot/text.ts';
import { type NudgeSubject, readSubject } from '../delivery/subject.ts';
import type { Talk } from '../pop/pop.ts';
import { dayWords } from './moment-words.ts';
import type { OwnRecord } from './own-records.ts';

/** Of a row with `subject`, and `about` and `number` beside it. Empty when nobody would know it, or when it is there no more. */
export function subjectWords(say: Say, row: OwnRecord): string {
  const subject = readSubject(String(row.subject));
  return subject === null ? '' : wordsOf(say, subject, row);
}

function wordsOf(say: Say, subject: NudgeSubject, { about = null, number = null }: OwnRecord): string {
  switch (subject.kind) {
    case 'pop':
      return say.plain('mydata.subject.pop', { year: subject.year });
    case 'person':
      return say.plain(about === null ? 'mydata.subject.colleague' : 'mydata.you');
    case 'advice':
      return number === null ? '' : say.plain('mydata.subject.advice', { number: Number(number) });
  }
  if (about === null) return '';
  const name = String(about);
  switch (subject.kind) {
    case 'goal':
    case 'action':
      return say.plain(`mydata.subject.${subject.kind}`, { number: Number(number), name });
    case 'meeting':
      return say.plain('mydata.subject.meeting', { name, day: dayWords(say, subject.date) });
    case 'team':
      return say.plain('mydata.subject.team', { name });
    case 'school':
      return name;
    case 'talk':
      return say.plain(`pop.talk.${name as Talk}`);
  }
}
