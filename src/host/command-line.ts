/** Reads the arguments of the host; everything not understood is an error with one clear line. */
import type { ProcessKey } from './processes/process';
import { PROCESS_KEYS } from './processes/processes';

export interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly seed: 'shop' | 'figures' | 'empty';
  readonly process: ProcessKey;
  readonly isFresh: boolean;
}

export type ReadArguments =
  | { readonly kind: 'fine'; readonly arguments: Arguments }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'help'; readonly message: string };

const USAGE =
  'Usage: npm start -- [--port N] [--data DIR] [--seed shop|figures|empty] [--process agile|scrum|basic|cmmi|inherited] [--fresh]';

const SEEDS = ['shop', 'figures', 'empty'] as const;

/** @param words the command line without program and script; `--name value` and `--name=value` both work. */
export function readArguments(words: readonly string[]): ReadArguments {
  let result: Arguments = {
    port: 8080,
    data: '.without-data',
    seed: 'shop',
    process: 'agile',
    isFresh: false,
  };
  const queue = words.flatMap((word) => {
    const [, name, value] = /^(--\w+)=(.*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [word] : [name, value];
  });
  while (queue.length > 0) {
    const flag = queue.shift() ?? '';
    if (flag === '--help') return { kind: 'help', message: USAGE };
    if (flag === '--fresh') {
      result = { ...result, isFresh: true };
      continue;
    }
    if (!['--port', '--data', '--seed', '--process'].includes(flag))
      return wrong(`Unknown argument: ${flag}`);
    const value = queue.shift();
    if (value === undefined || value === '') return wrong(`${flag} needs a value.`);
    const next = withValue(result, flag, value);
    if (typeof next === 'string') return wrong(next);
    result = next;
  }
  return { kind: 'fine', arguments: result };
}

function withValue(result: Arguments, flag: string, value: string): Arguments | string {
  if (flag === '--data') return { ...result, data: value };
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

function wrong(message: string): ReadArguments {
  return { kind: 'wrong', message };
}
