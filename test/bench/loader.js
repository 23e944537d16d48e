// Runs a TypeScript file of this folder as src/leerteam.js runs the product: `node loader.js server.ts <arguments>`.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)(`./${process.argv[2]}`);
