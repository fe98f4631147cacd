/** Finds a Chromium for the journeys; installs Debian's when it may, else says in one line what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.WITHOUT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser, or undefined. */
export const findBrowser = () => places.find((place) => place && existsSync(place));

/** Ends the process with one line when there is no browser and none can be installed. */
export function ensureBrowser() {
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium (once)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: ['ignore', 'ignore', 2], env };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      options,
    );
    if (findBrowser()) return;
  }
  console.error(
    'The journeys need Chromium: install it (apt-get install chromium) or set WITHOUT_CHROMIUM to its path.',
  );
  process.exit(1);
}
