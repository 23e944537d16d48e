/** Part of `npm run db:generate`: makes every table of the migrations STRICT, which drizzle-kit cannot write. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from './migrate.ts';

for (const name of readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'))) {
  const path = join(MIGRATIONS, name);
  const text = readFileSync(path, 'utf8');
  const strict = text.replace(/^(CREATE TABLE [^;]*\n\));/gm, '$1 STRICT;');
  // A migration that was released must keep its bytes: its hash tells which database had it.
  if (strict !== text) writeFileSync(path, strict);
}
