/** Calendar files and other files to keep. */
export const files = {} as const;
