#!/usr/bin/env node
// `leerteam <command>`: loads TypeScript through tsx, so that there is no build step to forget.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
