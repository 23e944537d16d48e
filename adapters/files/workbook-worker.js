/** The worker of read-workbook.ts: loads TypeScript, reads the bytes it was given, and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { parseWorkbook } = await import('./parse-workbook.ts');
parentPort.postMessage(await parseWorkbook(workerData));
