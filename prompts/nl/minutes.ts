/** What became of a meeting. */
export const minutes = {} as const;
