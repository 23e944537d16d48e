/** Handover, absence, being back and being new. */
export const handover = {} as const;
