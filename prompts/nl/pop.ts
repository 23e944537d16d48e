/** POP: steps, talks and what the lead gets. */
export const pop = {} as const;
