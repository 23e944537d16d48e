/** One act at a time: a click waits until the clock has stopped moving, a reset until an answer is kept. */

/** Gives a function that runs what it is given after everything given before, whether that went well or not. */
export function oneAtATime(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act, act);
    last = turn;
    return turn;
  };
}
