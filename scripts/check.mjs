/** `npm run check`: format, lint, types, unit and contract tests. Under a minute; run it before every commit. */
import { ensureInstall } from './lib/ensure-install.mjs';
import { checkSteps, runSteps } from './lib/steps.mjs';

ensureInstall();
await runSteps(checkSteps);
