/** Nothing: what it takes to start at all. */
export {};
