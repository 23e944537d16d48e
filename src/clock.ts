/** The clock port: only the composition roots and the tick ask it what time it is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
