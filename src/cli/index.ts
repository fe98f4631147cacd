/** Entry of the bundled command line. */
import { cacheFolder } from './last-run';
import { run } from './main';

/** Put in by the build, so that the command line is one file. */
declare const BUILT_IN_KNOWLEDGE: readonly unknown[];

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

/** The first Ctrl+C lets the batch that is under way end; the second one ends everything at once. */
function stoppable(): AbortSignal {
  const stop = new AbortController();
  const onStop = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    process.stderr.write('without: Stopping after this batch; press Ctrl+C again to end at once.\n');
  };
  process.on('SIGINT', onStop);
  process.on('SIGTERM', onStop);
  return stop.signal;
}

void run(process.argv.slice(2), {
  environment: process.env,
  knowledge: BUILT_IN_KNOWLEDGE,
  cache: cacheFolder(process.env),
  stoppable,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`without: ${line}\n`),
}).then((code) => {
  process.exitCode = code;
});
