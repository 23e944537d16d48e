/** `/advies 3`: one advice with its reasons, its answer and its history. */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { localDateOf } from '../calendar/zone.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { may } from '../people/permissions.ts';
import { schoolName } from '../people/school-name.ts';
import type { AdviceEvent } from './advice.store.ts';
import { type Advice, isWaiting } from './advice.ts';
import { mayWithdraw, subjectOf } from './advice-access.ts';
import { adviceButton, adviceState } from './advice-names.ts';

/** As it stands now. */
export async function advicePage(context: Context, advice: Advice): Promise<Notice> {
  const { say, store } = context;
  const name = say('advice.name', { number: String(advice.number) });
  const school = needsSchoolName(context) ? [{ text: ` (${await schoolName(context, advice.schoolId)})` }] : [];
  return answer(
    [...name, ...school],
    [
      textPart(quoted(advice.text)),
      { kind: 'facts', facts: factsOf(context, advice) },
      ...historyPart(context, await store.advice.events(advice.id)),
      ...buttonsPart(adviceButtons(context, advice)),
    ],
  );
}

/** The page as parts, below a sentence that says what happened. */
export async function pageParts(context: Context, advice: Advice): Promise<readonly Part[]> {
  const { title, parts } = await advicePage(context, advice);
  return [...(title ? [textPart(title)] : []), ...parts];
}

function factsOf({ say, today }: Context, advice: Advice): readonly { label: string; value: RichText }[] {
  const { symbol, word } = adviceState(advice.state, say);
  const text = (words: string): RichText => (words ? literal(words) : []);
  const answered = advice.answeredOn
    ? joinText([
        advice.answer ? quoted(advice.answer) : [],
        literal(say.plain('advice.by', { date: say.dayMonth(advice.answeredOn, today), name: advice.answeredByName })),
      ])
    : [];
  return [
    { label: say.plain('advice.fact.state'), value: literal(`${symbol} ${word}`) },
    { label: say.plain('advice.fact.from'), value: text(advice.teamName || advice.byName) },
    { label: say.plain('advice.fact.reasons'), value: text(advice.reasons) },
    { label: say.plain('advice.fact.sent'), value: text(advice.sentOn ? say.date(advice.sentOn, today) : '') },
    { label: say.plain('advice.fact.answer'), value: answered },
  ].filter(({ value }) => value.length > 0);
}

function historyPart({ say, today }: Context, events: readonly AdviceEvent[]): readonly Part[] {
  if (events.length < 2) return [];
  const rows = events.toReversed().map((event): Row => {
    const date = say.dayMonth(localDateOf(event.at), today);
    return {
      title: literal(eventWords(event, say)),
      lines: [
        ...(event.text ? [quoted(event.text)] : []),
        event.byName ? say('advice.by', { date, name: event.byName }) : literal(date),
      ],
    };
  });
  return [
    { kind: 'heading', text: say('advice.history') },
    { kind: 'list', rows },
  ];
}

function eventWords({ what }: AdviceEvent, say: Context['say']): string {
  if (what === 'gemaakt') return say.plain('advice.made');
  return what === 'ingediend' ? say.plain('advice.was-sent') : adviceState(what, say).word;
}

/** What this person may do with it now. */
export function adviceButtons({ actor, say }: Context, advice: Advice): readonly Button[] {
  const subject = subjectOf(advice);
  const button = (isAllowed: boolean, key: 'send' | 'answer' | 'answer-again' | 'withdraw', intent: string) =>
    isAllowed ? [adviceButton(say.plain(`advice.button.${key}`), intent, advice)] : [];
  const isDraft = advice.state === 'concept';
  const answers = may(actor, 'advice.answer', subject) && !isDraft && advice.state !== 'ingetrokken';
  const isOpen = isWaiting(advice.state);
  return [
    ...button(isDraft && may(actor, 'advice.send', subject), 'send', 'advies.versturen'),
    ...button(answers && isOpen, 'answer', 'advies.antwoord'),
    ...(answers && !isOpen
      ? [adviceButton(say.plain('advice.button.answer-again'), 'advies.antwoord', advice, { opnieuw: 'ja' })]
      : []),
    ...button((isDraft || isOpen) && mayWithdraw(actor, advice), 'withdraw', 'advies.intrekken'),
  ];
}
