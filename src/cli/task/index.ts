/** Entry of the pipeline task, on the same command line: the agent hands over variables, and no words. */
import { run } from '../main';

void run(['check', '--pipeline'], {
  environment: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
}).then((code) => {
  process.exitCode = code;
});
