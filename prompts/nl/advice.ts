/** Advice to the MT and its answers. */
export const advice = {} as const;
