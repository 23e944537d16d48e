// `node loader.js <file.ts> <arguments>`: runs a TypeScript file as src/leerteam.js runs the product.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)(process.argv[2]);
