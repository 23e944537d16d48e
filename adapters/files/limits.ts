/** How big a workbook may be (ARCHITECTURE, import format). */
export const MEGABYTE = 1024 * 1024;

export const MOST_WORKBOOK_MEGABYTES = 10;
export const MOST_ENTRIES = 200;
export const MOST_UNPACKED_MEGABYTES = 50;

/** Of the worker that reads it. */
export const MOST_HEAP_MEGABYTES = 512;
export const MOST_SECONDS = 30;
