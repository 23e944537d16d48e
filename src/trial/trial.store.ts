/** The store port for the clock of the trial school. */
export interface TrialStore {
  /** Where the clock stands; null in a database that is not a trial school's. */
  clock(): Promise<Date | null>;
  moveClock(to: Date): Promise<void>;
}
