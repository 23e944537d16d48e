/** Actions: what, who and when. */
export const actions = {} as const;
