/** First contact and the home page. */
export const start = {} as const;
