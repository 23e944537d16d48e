/** The store on SQLite keeps its contract, in memory and in a file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../contracts/store.contract.ts';
import { openStore } from '../support/store.ts';

storeContract('SQLite in memory', () => openStore());

storeContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
  const opened = await openStore(join(folder, 'school.db'));
  const close = () => {
    opened.close();
    void rm(folder, { recursive: true });
  };
  return { ...opened, close };
});
