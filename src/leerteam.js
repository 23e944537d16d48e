#!/usr/bin/env node
// `leerteam <command>`: loads TypeScript through tsx, so that there is no build step to forget.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

// Required and not imported: what loads imports works in a thread of its own that is asked for each of hundreds of files, which makes
// every command twice as slow. So `src/`, `adapters/` and `db/` have no top-level `await` and no `import(...)`; a test says so.
register();
createRequire(import.meta.url)('./cli.ts');
