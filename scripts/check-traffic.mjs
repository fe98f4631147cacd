/**
 * `node scripts/check-traffic.mjs FOLDER`: holds the traffic recorded there (WITHOUT_RECORD) against Microsoft's published
 * specifications and genuine answers, with the checker beside this checkout; says so in one line where there is none.
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './lib/ensure-install.mjs';
import { absencesOf, violationsOf } from './lib/traffic-rules.mjs';

const contract = join(root, '../shared/contract');
const SHOWN = 30;

/** The checker finds its libraries beside itself, so it is laid beside ours. */
function layOut(folder) {
  for (const name of ['check.mjs', 'lib.mjs', 'supplement.json'])
    copyFileSync(join(contract, name), join(folder, name));
  for (const name of ['specification', 'test']) symlinkSync(join(contract, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/** The checker's word on every exchange of the files. */
async function* verdicts(files) {
  const folder = mkdtempSync(join(tmpdir(), 'without-checker-'));
  try {
    layOut(folder);
    const words = ['--base', '/local', '--also', 'wit@5.0', '--json', ...files];
    const child = spawn(process.execPath, [join(folder, 'check.mjs'), ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function checkTraffic(folder) {
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  if (files.length === 0) throw new Error(`Nothing was recorded in ${folder}.`);
  const lines = new Map(files.map((file) => [file, readFileSync(file, 'utf8').split('\n')]));
  const wrong = new Map();
  const operations = new Set();
  const seen = { exchanges: 0, refused: 0 };
  for await (const verdict of verdicts(files)) {
    const exchange = JSON.parse(lines.get(verdict.file)[verdict.line - 1]);
    seen.exchanges += 1;
    if (exchange.status >= 400) seen.refused += 1;
    else operations.add(verdict.operation);
    for (const what of [...violationsOf(exchange, verdict), ...absencesOf(exchange, verdict)]) {
      const key = `${verdict.operation ?? `${exchange.method} ${exchange.path}`} ${exchange.status} | ${what}`;
      wrong.set(key, { times: (wrong.get(key)?.times ?? 0) + 1, exchange });
    }
  }
  return { wrong, operations: operations.size, ...seen };
}

const [folder = ''] = process.argv.slice(2);
if (!existsSync(join(contract, 'check.mjs')))
  console.log(
    'The published specifications are not beside this checkout: the recorded traffic is not checked.',
  );
else {
  const { wrong, operations, exchanges, refused } = await checkTraffic(folder);
  for (const [what, { times, exchange }] of [...wrong].slice(0, SHOWN))
    console.log(
      `${times} × ${what}\n    e.g. ${`${exchange.method} ${exchange.path}${exchange.query}`.slice(0, 300)}`,
    );
  console.log(
    `${exchanges} different exchanges of ${operations} operations, ${refused} of them refusals: ${wrong.size} kinds of violation`,
  );
  if (wrong.size > 0) process.exitCode = 1;
}
