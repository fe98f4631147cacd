/** `npm test`: everything. Installs packages and a browser when they are missing, or says in one line what to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstall } from './lib/ensure-install.mjs';
import { ensureJourneyBrowser } from './lib/browser.mjs';
import { checkSteps, journeySteps, runSteps, trafficStep } from './lib/steps.mjs';

ensureInstall();
ensureJourneyBrowser();
const { buildAll, buildCommandLine } = await import('./lib/build.mjs');
await buildCommandLine();
await buildAll();
const traffic = mkdtempSync(join(tmpdir(), 'without-traffic-'));
process.on('exit', () => rmSync(traffic, { recursive: true, force: true }));
await runSteps([...checkSteps, ...journeySteps, trafficStep(traffic)], { WITHOUT_RECORD: traffic });
