/** What an import or an export says on the command line. A mistake is one sentence; its hint says how to mend it. */
export const imports = {} as const;
