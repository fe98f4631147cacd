/** The command line: parses the words, runs one verb, turns every failure into one line and an exit code. */
import { parseArgs } from 'node:util';
import { checkCommand } from './check-command';
import { clausesCommand } from './clauses-command';
import { CommandError } from './command-error';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { exportCommand } from './export-command';
import { exportModelCommand } from './export-model-command';
import { flagsCommand } from './flags-command';
import { importAgainCommand } from './import-again-command';
import { ingestCommand } from './ingest-command';
import { importCommand } from './import-command';
import { pipelineCheck } from './pipeline-check';
import { removeCommand } from './remove-command';
import { runSync } from './sync-options';
import { threatsCommand } from './threats-command';

const usage = `Usage:
  without import FILE [--json] [--org URL --project NAME [--model NAME] [--update [--dry-run]]]
  without sync --org URL --project NAME [--model NAME] (--dry-run | --apply) [--whole] [--json]
      [--approve all | --approve TITLE ...] [--story ID|none] [--field NAME=VALUE ...]
      [--take TITLE=TASK ...] [--split TITLE[=place|story] ...] [--join TITLE ...]
      [--state TYPE/STATE=MEANING ...] [--answer KEY=ANSWER ...] [--answers FILE]
  without sync --org URL --project NAME [--model NAME] --stories (--dry-run | --apply) [--json]
      [--accept likely | --accept QUESTION=ANSWER ...] [--map ELEMENT=PLACE ...] [--seen]
  without sync --org URL --project NAME [--model NAME] (--journal | --states | --undo [--dry-run]) [--json]
  without check --org URL --project NAME [--json]
  without check --pipeline [--org URL --project NAME]
  without clauses FILE [--json]
  without export operations --org URL --project NAME [--model NAME] --out DIR [--json]
  without export model [FILE | --org URL --project NAME --model NAME] --format FORMAT [--out FILE] [--json]
  without ingest FILE|- --org URL --project NAME [--model NAME] [--json]
  without flags --org URL --project NAME [--team NAME] [--json]
      (--on [--cards] | --off | --update | --undo | --dry-run [with one of them])
  without remove --org URL --project NAME (--out DIR | --dry-run) [--links] [--json]
  without threats FILE [--kb PACKAGE | --kb own] [--json]

The token is read from the environment variable WITHOUT_TOKEN; --publisher names another publisher's copy.`;

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  org: { type: 'string' },
  project: { type: 'string' },
  model: { type: 'string' },
  publisher: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  journal: { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
  states: { type: 'boolean', default: false },
  pipeline: { type: 'boolean', default: false },
  whole: { type: 'boolean', default: false },
  approve: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  answers: { type: 'string' },
  field: { type: 'string', multiple: true },
  take: { type: 'string', multiple: true },
  split: { type: 'string', multiple: true },
  join: { type: 'string', multiple: true },
  state: { type: 'string', multiple: true },
  stories: { type: 'boolean', default: false },
  accept: { type: 'string', multiple: true },
  map: { type: 'string', multiple: true },
  seen: { type: 'boolean', default: false },
  story: { type: 'string' },
  kb: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  update: { type: 'boolean', default: false },
  on: { type: 'boolean', default: false },
  off: { type: 'boolean', default: false },
  cards: { type: 'boolean', default: false },
  links: { type: 'boolean', default: false },
  team: { type: 'string' },
} as const;

type Parsed = ReturnType<typeof parse>;
type Flag = keyof typeof options;

const place: readonly Flag[] = ['org', 'project', 'publisher'];
/** Which flags a verb understands: a flag that would do nothing is an error, not a surprise. */
const flagsOf: Readonly<Record<string, readonly Flag[]>> = {
  import: ['json', 'model', 'update', 'dry-run', ...place],
  sync: [
    ...(['json', 'model', 'dry-run', 'apply', 'journal', 'undo', 'states', 'whole'] as const),
    ...(['approve', 'story', 'field', 'take', 'answer', 'answers', 'split', 'join', 'state'] as const),
    ...(['stories', 'accept', 'map', 'seen'] as const),
    ...place,
  ],
  check: ['json', 'pipeline', ...place],
  clauses: ['json'],
  export: ['json', 'model', 'out', 'format', ...place],
  ingest: ['json', 'model', ...place],
  flags: ['json', 'dry-run', 'on', 'off', 'cards', 'update', 'undo', 'team', ...place],
  remove: ['json', 'dry-run', 'out', 'links', ...place],
  threats: ['json', 'kb'],
};

function refuseIdleFlags(verb: string, values: Parsed['values']): void {
  const known = flagsOf[verb] ?? [];
  for (const [flag, value] of Object.entries(values)) {
    const given = value !== undefined && value !== false;
    if (given && !known.some((each) => each === flag)) {
      throw new CommandError(`--${flag} does nothing for ${verb} (see without --help)`);
    }
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(
      `${error instanceof Error ? error.message : 'Unknown words'} (see without --help)`,
    );
  }
}

function targetOf(values: Parsed['values']): Target {
  const { org, project, publisher } = values;
  if (!org || !project)
    throw new CommandError('Name the organisation and the project: --org URL --project NAME.');
  return { org, project, publisher };
}

async function dispatch(words: readonly string[], world: CommandWorld): Promise<number> {
  const { values, positionals } = parse(words);
  const [verb, file, ...rest] = positionals;
  if (values.help || verb === undefined) {
    world.out(usage);
    return values.help ? 0 : 2;
  }
  if (verb in flagsOf) refuseIdleFlags(verb, values);
  if (verb === 'import' && file !== undefined && rest.length === 0) {
    // Any of these says that the model is to be stored: an empty --org is a mistake, not a wish to store nothing.
    const stores = [...place, 'model' as const].some((flag) => values[flag] !== undefined);
    const store = stores ? { target: targetOf(values), model: values.model } : undefined;
    if (values['dry-run'] && !values.update) throw new CommandError('--dry-run goes with --update here.');
    if (!values.update) return importCommand({ file, json: values.json, store }, world);
    const again = { target: targetOf(values), model: values.model };
    const mode = values['dry-run'] ? ('dry-run' as const) : ('apply' as const);
    return importAgainCommand({ file, json: values.json, ...again, mode }, world);
  }
  if (verb === 'clauses' && file !== undefined && rest.length === 0) {
    return clausesCommand({ file, json: values.json }, world);
  }
  if (verb === 'threats' && file !== undefined && rest.length === 0) {
    return threatsCommand({ file, json: values.json, kb: values.kb }, world);
  }
  if (verb === 'ingest' && file !== undefined && rest.length === 0) {
    return ingestCommand({ file, json: values.json, model: values.model, target: targetOf(values) }, world);
  }
  if (verb === 'export' && file === 'operations' && rest.length === 0) {
    if (!values.out) throw new CommandError('Name the folder to write into: --out DIR.');
    if (values.format) throw new CommandError('--format does nothing for export operations.');
    const request = { target: targetOf(values), model: values.model, out: values.out };
    return exportCommand({ ...request, json: values.json }, world);
  }
  if (verb === 'export' && file === 'model' && rest.length <= 1) {
    const { format, out, json, model } = values;
    const from =
      rest[0] === undefined
        ? ({ kind: 'stored', target: targetOf(values), model } as const)
        : ({ kind: 'file', file: rest[0] } as const);
    if (from.kind === 'file' && (model ?? values.org ?? values.project) !== undefined)
      throw new CommandError('Name a file or a stored model, not both.');
    return exportModelCommand({ from, format, out, json }, world);
  }
  if (verb === 'export')
    throw new CommandError('export knows two words: model and operations (see without --help)');
  if (verb === 'flags' && file === undefined)
    return flagsCommand({ target: targetOf(values), flags: values }, world);
  if (verb === 'remove' && file === undefined) {
    const { out = '', json } = values;
    const mode = values['dry-run'] ? ('dry-run' as const) : ('apply' as const);
    if (mode === 'apply' && out === '') throw new CommandError('Name the folder for the export: --out DIR.');
    const links = values.links ? ('remove' as const) : ('keep' as const);
    return removeCommand({ target: targetOf(values), out, links, mode, json }, world);
  }
  if (verb === 'sync' && file === undefined) return runSync(targetOf(values), values, world);
  if (verb === 'check' && file === undefined && values.pipeline) {
    if (values.json) throw new CommandError('--json does nothing with --pipeline.');
    return pipelineCheck(values, world);
  }
  if (verb === 'check' && file === undefined)
    return checkCommand({ target: targetOf(values), json: values.json }, world);
  if (['import', 'clauses', 'threats', 'ingest'].includes(verb) && file === undefined) {
    throw new CommandError(`${verb} wants the name of a file (see without --help)`);
  }
  throw new CommandError(`Unknown command: ${forTerminal(positionals.join(' '))} (see without --help)`);
}

/** Runs one command. Answers the exit code; never throws. */
export async function run(words: readonly string[], world: CommandWorld): Promise<number> {
  try {
    return await dispatch(words, world);
  } catch (error) {
    world.err(forTerminal(error instanceof Error ? error.message : String(error)));
    return error instanceof CommandError ? error.exitCode : 2;
  }
}
