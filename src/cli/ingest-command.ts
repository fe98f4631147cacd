/** `without ingest`: a stream of alerts, one in each line, into the evidence of the models. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ingestAlerts } from '../app/ingest-alerts';
import type { IngestReport } from '../app/ingest-alerts';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { linesOf } from './read-lines';
import { interrupted } from './sync-command';
import { wantedModels } from './wanted-models';

export interface IngestOptions {
  readonly target: Target;
  /** A file, or - for what comes in. */
  readonly file: string;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  readonly json: boolean;
}

type Chunks = AsyncIterable<Buffer | string>;

function streamOf(file: string, world: CommandWorld): Chunks {
  if (file === '-') return world.input ?? process.stdin;
  if (!existsSync(file) || !statSync(file).isFile())
    throw new CommandError(`The file ${forTerminal(file)} cannot be read.`, 1);
  return createReadStream(file);
}

/** The stream until its end or until somebody stops it, also while it waits for more. */
async function* until(stop: AbortSignal | undefined, stream: Chunks): AsyncGenerator<Buffer | string> {
  const chunks = stream[Symbol.asyncIterator]();
  let wake = (): void => undefined;
  stop?.addEventListener('abort', () => wake());
  while (!stop?.aborted) {
    // A promise for each wait: one for all of them would remember every wait of an endless stream.
    const stopped = new Promise<undefined>((done) => (wake = () => done(undefined)));
    const next = await Promise.race([chunks.next(), stopped]);
    if (!next || next.done) break;
    yield next.value;
  }
  // An open input keeps the process alive.
  if (stream instanceof Readable) stream.destroy();
}

function tell(report: IngestReport, world: CommandWorld): void {
  for (const { line, reason } of report.problems) world.err(`Line ${line}: ${forTerminal(reason)}`);
  const more = report.malformed - report.problems.length;
  if (more > 0) world.err(`and ${more} more lines that could not be read`);
  world.out(
    `${report.lines} lines: ${report.counted} alerts counted, ${report.known} counted before, ${report.over} over, ` +
      `${report.strange} of no model here, ${report.malformed} that could not be read`,
  );
  for (const { name, counted } of report.models)
    if (counted > 0) world.out(`  ${forTerminal(name)}: ${counted}`);
  if (report.isFull) world.err('A model holds as many alerts as it may; the rest was not counted.');
  if (report.isStopped)
    world.err(`Stopped after line ${report.lines}. Run it again for the rest: nothing is counted twice.`);
}

/**
 * Exit 0: every line was read. 1: some could not be, and are named; the others count. 130: stopped by Ctrl+C, and the
 * lines before that count.
 */
export async function ingestCommand(options: IngestOptions, world: CommandWorld): Promise<number> {
  const stream = streamOf(options.file, world);
  const { app, ports, projectId } = await connect(options.target, world);
  const models = await wantedModels(app, options.model);
  const stop = world.stoppable?.();
  const report = await ingestAlerts(ports, {
    projectId,
    models,
    lines: linesOf(until(stop, stream)),
    stopped: () => stop?.aborted ?? false,
  });
  if (options.json) world.out(JSON.stringify(report));
  else tell(report, world);
  if (report.isStopped) return interrupted;
  return report.malformed > 0 || report.isFull ? 1 : 0;
}
