/** A workbook, read in a worker that may use so much memory and time and no more. */
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type Message, message } from '../../src/import/finding.ts';
import type { SheetFile } from '../../src/import/sheet-file.ts';
import { MEGABYTE, MOST_HEAP_MEGABYTES, MOST_SECONDS, MOST_WORKBOOK_MEGABYTES } from './limits.ts';

export type WorkbookRead = { readonly sheets: readonly SheetFile[] } | { readonly refused: Message };

/** The older format of Office, in which it also keeps workbooks with a password. */
const OLD_FORMAT = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export type WorkerLimits = { readonly seconds: number; readonly heapMegabytes: number };

const LIMITS: WorkerLimits = { seconds: MOST_SECONDS, heapMegabytes: MOST_HEAP_MEGABYTES };

export async function readWorkbook(path: string, limits = LIMITS): Promise<WorkbookRead> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MOST_WORKBOOK_MEGABYTES * MEGABYTE) {
      return { refused: message('import.workbook-too-big', { max: MOST_WORKBOOK_MEGABYTES }) };
    }
    const bytes = await file.readFile();
    if (bytes.subarray(0, OLD_FORMAT.length).equals(OLD_FORMAT))
      return { refused: message('import.locked-workbook', {}) };
    return await readInWorker(bytes, limits);
  } finally {
    await file.close();
  }
}

function readInWorker(bytes: Uint8Array, { seconds, heapMegabytes }: WorkerLimits): Promise<WorkbookRead> {
  // A `.js` file, because a worker does not inherit the loader of TypeScript: it loads it itself.
  const worker = new Worker(new URL('./workbook-worker.js', import.meta.url), {
    workerData: bytes,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  return new Promise<WorkbookRead>((resolve, reject) => {
    const tooHeavy = () => resolve({ refused: message('import.workbook-too-heavy', {}) });
    const timer = setTimeout(tooHeavy, seconds * 1000);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooHeavy();
      else reject(error);
    });
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
