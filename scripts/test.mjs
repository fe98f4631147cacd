/** `npm test`: everything. Installs packages and a browser when they are missing, or says in one line what to do. */
import { ensureInstall } from './lib/ensure-install.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { checkSteps, journeySteps, runSteps } from './lib/steps.mjs';

ensureInstall();
ensureBrowser();
const { buildAll, buildCommandLine } = await import('./lib/build.mjs');
await buildCommandLine();
await buildAll();
runSteps([...checkSteps, ...journeySteps]);
