/** The worker of read-workbook.ts: loads TypeScript as `src/leerteam.js` does, reads the bytes it was given, and says what it found. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/cjs/api';

register();
const { parseWorkbook } = createRequire(import.meta.url)('./parse-workbook.ts');
parseWorkbook(workerData).then((read) => parentPort.postMessage(read));
