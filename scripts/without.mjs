#!/usr/bin/env node
/** `npx without`: works in a checkout after `npm ci` alone, because it bundles the command line when it changed. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
const { buildCommandLine } = await import('./lib/build.mjs');
await buildCommandLine();
createRequire(import.meta.url)(join(root, 'dist/cli/without.cjs'));
