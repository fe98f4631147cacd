/** Finds a Chromium; installs Debian's when it may, else says in one line what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const settings = JSON.parse(readFileSync(new URL('browser.json', import.meta.url), 'utf8'));
const { places } = settings;

/** Arguments under which Chromium runs as root, without a GPU, and leaves the network alone. */
export const browserArguments = settings.arguments;

/** The one that the environment names goes before all others. */
const firstOf = (...paths) =>
  [process.env.WITHOUT_CHROMIUM, ...paths].find((path) => path && existsSync(path));

/** The path of a browser as a person has it, or undefined: what is measured and photographed is that one. */
export const findBrowser = () => firstOf(...places.full, ...places.headless);

/** The path of a browser for journeys, or undefined: the same engine without windows takes a third less of the processor. */
const findForJourneys = () => firstOf(...places.headless, ...places.full);

/** Installs packages of Debian where that is possible, else does nothing. */
function install(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error(`Installing ${packages.join(' and ')} (once)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Without a network it gives up soon: whoever has a browser goes on with it.
  const options = { stdio: ['ignore', 'ignore', 2], env, timeout: 300_000 };
  const apt = (...args) => spawnSync('apt-get', ['-qq', '-o', 'Acquire::Retries=1', ...args], options);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function endWithout(path) {
  if (path !== undefined) return;
  console.error(
    'Chromium is missing: install it (apt-get install chromium) or set WITHOUT_CHROMIUM to its path.',
  );
  process.exit(1);
}

/** Ends the process with one line when there is no browser and none can be installed. */
export function ensureBrowser() {
  if (!findBrowser()) install('chromium', 'fonts-liberation');
  endWithout(findBrowser());
}

/** The same for journeys, which find it in the environment then. */
export function ensureJourneyBrowser() {
  if (!firstOf(...places.headless)) install('chromium-headless-shell', 'fonts-liberation');
  if (!findForJourneys()) install('chromium', 'fonts-liberation');
  endWithout(findForJourneys());
  process.env.WITHOUT_CHROMIUM = findForJourneys();
}
