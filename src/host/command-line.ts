/** Reads the arguments of the host; everything not understood is an error with one clear line. */
import type { ExtensionSource } from './extensions/read-extension';
import type { ProcessKey } from './processes/process';
import { PROCESS_KEYS } from './processes/processes';

export interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly seed: 'shop' | 'figures' | 'watched' | 'large' | 'empty';
  readonly process: ProcessKey;
  readonly isFresh: boolean;
  /** Installed beside our own, in this order. */
  readonly extensions: readonly ExtensionSource[];
  /** Whether our own extension is installed. */
  readonly isOwnInstalled: boolean;
  /** "blocked": the pages of extensions get no storage of the browser, as where third-party storage is switched off. */
  readonly storage: 'allowed' | 'blocked';
}

export type ReadArguments =
  | { readonly kind: 'fine'; readonly arguments: Arguments }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'help'; readonly message: string };

const USAGE =
  'Usage: npm start -- [--port N] [--data DIR] [--seed shop|figures|watched|large|empty] [--process agile|scrum|basic|cmmi|inherited] [--fresh]' +
  ' [--extension FOLDER|FILE.vsix [--manifest-globs "GLOB …"]]… [--no-without] [--block-storage]';

const SEEDS = ['shop', 'figures', 'watched', 'large', 'empty'] as const;

const SWITCHES: Readonly<Record<string, Partial<Arguments>>> = {
  '--fresh': { isFresh: true },
  '--no-without': { isOwnInstalled: false },
  '--block-storage': { storage: 'blocked' },
};
const VALUED = ['--port', '--data', '--seed', '--process', '--extension', '--manifest-globs'];

/** @param words the command line without program and script; `--name value` and `--name=value` both work. */
export function readArguments(words: readonly string[]): ReadArguments {
  let result: Arguments = {
    port: 8080,
    data: '.without-data',
    seed: 'shop',
    process: 'agile',
    isFresh: false,
    extensions: [],
    isOwnInstalled: true,
    storage: 'allowed',
  };
  const queue = words.flatMap((word) => {
    const [, name, value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [word] : [name, value];
  });
  while (queue.length > 0) {
    const flag = queue.shift() ?? '';
    if (flag === '--help') return { kind: 'help', message: USAGE };
    const switched = SWITCHES[flag];
    if (switched !== undefined) {
      result = { ...result, ...switched };
      continue;
    }
    if (!VALUED.includes(flag)) return wrong(`Unknown argument: ${flag}`);
    const value = queue.shift();
    // A forgotten value would else swallow the switch that follows.
    if (value === undefined || value === '' || value.startsWith('--')) return wrong(`${flag} needs a value.`);
    const next = withValue(result, flag, value);
    if (typeof next === 'string') return wrong(next);
    result = next;
  }
  return { kind: 'fine', arguments: result };
}

function withValue(result: Arguments, flag: string, value: string): Arguments | string {
  if (flag === '--data') return { ...result, data: value };
  if (flag === '--extension') return { ...result, extensions: [...result.extensions, { path: value }] };
  if (flag === '--manifest-globs') return withGlobs(result, value);
  if (flag === '--port') {
    const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
    return port >= 0 && port <= 65535
      ? { ...result, port }
      : `--port must be a number from 0 to 65535, not ${value}.`;
  }
  if (flag === '--seed') {
    const seed = SEEDS.find((one) => one === value);
    return seed ? { ...result, seed } : `--seed must be one of ${SEEDS.join(', ')}, not ${value}.`;
  }
  const process = PROCESS_KEYS.find((one) => one === value);
  return process
    ? { ...result, process }
    : `--process must be one of ${PROCESS_KEYS.join(', ')}, not ${value}.`;
}

function withGlobs(result: Arguments, value: string): Arguments | string {
  const last = result.extensions[result.extensions.length - 1];
  if (last === undefined) return '--manifest-globs must stand after the --extension that it is about.';
  const manifestGlobs = value.split(/[\s,]+/).filter((glob) => glob !== '');
  return { ...result, extensions: [...result.extensions.slice(0, -1), { ...last, manifestGlobs }] };
}

function wrong(message: string): ReadArguments {
  return { kind: 'wrong', message };
}
