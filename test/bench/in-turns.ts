/** `/doel status` on a platform, by as many teachers, against a bare bot of that platform that answers a constant: both in turns. */
import { timed, timesFrom } from './measure.ts';
import { inMilliseconds, type Line } from './table.ts';

const MOST_TIMES_FLOOR = 1.5;
/** Of each, after as many to warm up. */
const COUNTED = 1_000;

/** `words`: what the teacher sees, when it is seen. `settled`: nothing is going on any more; that is not measured. */
export type Seen = { readonly words: string; readonly settled: Promise<unknown> };

/** Asks as the teacher with this number. */
export type Ask = (teacher: number) => Promise<Seen>;

/** In turns, so that what else the machine does hits both; never the same teacher at once. `teachers`: how many there are. */
export async function chatLines(
  platform: string,
  teachers: number,
  { bare, school }: { readonly bare: Ask; readonly school: Ask },
): Promise<readonly Line[]> {
  const ask = async (bot: Ask, turn: number) => {
    const teacher = turn % teachers;
    const { milliseconds, result } = await timed(() => bot(teacher));
    if (!result.words.includes(' → ')) throw new Error(`teacher ${teacher} got no goals: ${result.words}`);
    await result.settled;
    return milliseconds;
  };
  const times: { readonly floor: number[]; readonly answer: number[] } = { floor: [], answer: [] };
  for (let turn = 0; turn < 2 * COUNTED; turn++) {
    const floor = await ask(bare, turn);
    // The second time is counted: by then the bot knows whose account it is.
    const answer = await ask(school, turn % COUNTED);
    if (turn < COUNTED) continue;
    times.floor.push(floor);
    times.answer.push(answer);
  }
  const [floor, answer] = [timesFrom(times.floor), timesFrom(times.answer)];
  const ratio = answer.median / floor.median;
  return [
    {
      what: `/doel status in ${platform}, ${COUNTED} times: median`,
      measured: inMilliseconds(answer.median),
      floor: inMilliseconds(floor.median),
      ratio,
      target: `${MOST_TIMES_FLOOR}x`,
      isMet: ratio <= MOST_TIMES_FLOOR,
    },
    {
      what: `/doel status in ${platform}: p99`,
      measured: inMilliseconds(answer.p99),
      floor: inMilliseconds(floor.p99),
      ratio: answer.p99 / floor.p99,
      target: null,
      isMet: null,
    },
  ];
}
