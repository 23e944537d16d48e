/** A reply as Teams would show it: an Adaptive Card 1.5. People's words are literal, see `teams-text.ts`. */

import { chartRuns, progressShare } from '../../src/bot/picture.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Button, Form, Notice, Part, Row, RowState } from '../../src/bot/reply.ts';
import type { Language } from '../../src/people/person.ts';
import { formBody } from './teams-form.ts';
import { type CardElement, literalText, run, runs, textBlock } from './teams-text.ts';

export type TeamsCard = CardElement & {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
};

/** Teams shows at most six actions beside each other. */
const ACTIONS_PER_SET = 6;
const PROGRESS_SIGNS = 20;
const CHART_SIGNS = 20;
/** An em space: ordinary spaces become one. */
const GAP = '\u2003';

/** The card of a notice or a form. `language` is the reader's. */
export function teamsCard(reply: Notice | Form, language: Language): TeamsCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: literalText(plain(reply)),
    body: reply.kind === 'form' ? formBody(reply, language) : noticeBody(reply),
  };
}

function noticeBody(notice: Notice): readonly CardElement[] {
  // A sentence by itself is no heading.
  const style = notice.parts.length > 0 ? { weight: 'Bolder', size: 'Medium' } : {};
  const title = notice.title ? [textBlock(runs(notice.title, style))] : [];
  return [...title, ...notice.parts.flatMap((part, index) => partElements(part, notice.parts[index - 1]))];
}

function partElements(part: Part, before: Part | undefined): readonly CardElement[] {
  switch (part.kind) {
    case 'text':
      // After buttons something else begins.
      return [textBlock(runs(part.text), before?.kind === 'buttons' ? { spacing: 'Large' } : {})];
    case 'file':
      // The file itself hangs under the message, see `render.ts`.
      return [textBlock(runs(part.sentence))];
    case 'heading':
      return [textBlock(runs(part.text, { weight: 'Bolder' }), { spacing: 'Large' })];
    case 'facts':
      return part.facts.map(({ label, value }, index) =>
        textBlock([run(`${label}: `, { isSubtle: true }), ...runs(value)], {
          spacing: index === 0 ? 'Default' : 'Small',
        }),
      );
    case 'list':
      return [...part.rows.map(rowElement), ...(part.more ? actionSets([part.more]) : [])];
    case 'progress':
      return progressElements(part);
    case 'chart':
      return chartElements(part);
    case 'buttons':
      return actionSets(part.buttons);
    case 'small':
      return [textBlock(runs(part.text, { size: 'Small', isSubtle: true }))];
  }
}

function rowElement(row: Row, index: number): CardElement {
  const state = row.state
    ? [run(' · '), run(`${row.state.symbol} ${row.state.word}`, { color: TONE_COLOR[row.state.tone] })]
    : [];
  return {
    type: 'Container',
    spacing: 'Medium',
    ...(index > 0 ? { separator: true } : {}),
    items: [
      textBlock([...runs(row.title, { weight: 'Bolder' }), ...state]),
      ...row.lines.map((line) => textBlock(runs(line), { spacing: 'Small' })),
      ...actionSets(row.buttons ?? []),
    ],
  };
}

function progressElements(part: Extract<Part, { kind: 'progress' }>): readonly CardElement[] {
  const share = progressShare(part);
  const sentence = textBlock(runs(part.sentence), { spacing: 'Small' });
  if (share === null) return [sentence];
  const done = Math.round(share * PROGRESS_SIGNS);
  const bar = [run('▰'.repeat(done), { color: 'Accent' }), run('▱'.repeat(PROGRESS_SIGNS - done), { isSubtle: true })];
  return [textBlock(bar.filter((one) => one.text !== '')), sentence];
}

function chartElements({ chart, sentence }: Extract<Part, { kind: 'chart' }>): readonly CardElement[] {
  const legend = chart.series.flatMap(({ name, symbol, tone }, index) => [
    run(`${index > 0 ? GAP : ''}${symbol} `, { size: 'Small', color: TONE_COLOR[tone] }),
    run(name, { size: 'Small' }),
  ]);
  const bars = chartRuns(chart, CHART_SIGNS).map(({ category, runs: bar }) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '76px', items: [textBlock([run(category, { size: 'Small' })])] },
      {
        type: 'Column',
        width: 'stretch',
        items: [
          textBlock(
            bar
              .filter((one) => one.length > 0)
              .flatMap((one) => [
                run(one.series.symbol.repeat(one.length), { color: TONE_COLOR[one.series.tone] }),
                run(` ${one.value}${GAP}`, { size: 'Small' }),
              ]),
          ),
        ],
      },
    ],
  }));
  return [
    textBlock([run(chart.title, { weight: 'Bolder' })], { spacing: 'Medium' }),
    ...(legend.length > 0 ? [textBlock(legend, { spacing: 'Small' })] : []),
    ...bars,
    textBlock(runs(sentence)),
  ];
}

function actionSets(buttons: readonly Button[]): readonly CardElement[] {
  const sets = Math.ceil(buttons.length / ACTIONS_PER_SET);
  // Evenly, so that no button stands alone in the last set.
  const size = Math.ceil(buttons.length / sets);
  return Array.from({ length: sets }, (_, index) => ({
    type: 'ActionSet',
    actions: buttons.slice(index * size, (index + 1) * size).map(action),
  }));
}

function action(button: Button): CardElement {
  const style =
    button.style === 'primary' ? { style: 'positive' } : button.style === 'danger' ? { style: 'destructive' } : {};
  return {
    type: 'Action.Execute',
    title: button.label,
    ...style,
    verb: button.intent.name,
    data: { intent: button.intent.name, args: button.intent.args, key: button.key ?? null },
  };
}

const TONE_COLOR: Readonly<Record<RowState['tone'], string>> = {
  good: 'Good',
  attention: 'Warning',
  bad: 'Attention',
  neutral: 'Default',
};
