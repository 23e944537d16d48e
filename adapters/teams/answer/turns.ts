/** Changes of one card, one after the other: what is sent at the same time may arrive in any order. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work when all that took a turn with this key before is done, well or not. */
  async take<Done>(key: string, work: () => Promise<Done>): Promise<Done> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
