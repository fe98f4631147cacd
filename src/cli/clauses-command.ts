/** `without clauses FILE`: the WITHOUT clauses of stories in a JSON file, explicit and suggested. */
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { findClauses } from '../core/clauses/find-clauses';
import { CommandError } from './command-error';
import { forTerminal } from './console';
import type { CommandWorld } from './console';

/** Bytes. Ten thousand long stories fit. */
const mostBytes = 64 * 1024 * 1024;

const stories = v.array(
  v.object({
    id: v.union([v.number(), v.string()]),
    title: v.nullish(v.string(), ''),
    description: v.nullish(v.string(), ''),
    acceptanceCriteria: v.nullish(v.string(), ''),
    format: v.optional(v.picklist(['html', 'markdown']), 'html'),
  }),
);

async function readStories(file: string): Promise<v.InferOutput<typeof stories>> {
  let text: string;
  try {
    if ((await stat(file)).size > mostBytes) throw new CommandError('The file is over 64 MB.', 1);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The file ${forTerminal(file)} cannot be read.`, 1);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CommandError('The file is no JSON.', 1);
  }
  const result = v.safeParse(stories, json);
  if (result.success) return result.output;
  const at = result.issues[0].path?.map((item) => String(item.key)).join('.') ?? 'the top';
  const shape = '[{id, title, description, acceptanceCriteria, format}]';
  throw new CommandError(`The file must hold ${shape}; it differs at ${forTerminal(at)}.`, 1);
}

/** Exit 0; a file that cannot be read is a CommandError with exit code 1. */
export async function clausesCommand(
  options: { readonly file: string; readonly json: boolean },
  world: CommandWorld,
): Promise<number> {
  const found = (await readStories(options.file)).map(
    ({ id, title, description, acceptanceCriteria, format }) => ({
      id,
      clauses: findClauses({
        title,
        description,
        acceptanceCriteria,
        formats: { description: format, acceptanceCriteria: format },
      }).map(({ field, text, kind }) => ({ field, text, kind })),
    }),
  );
  if (options.json) world.out(JSON.stringify(found));
  else {
    for (const { id, clauses } of found) {
      for (const { field, text, kind } of clauses) {
        world.out(`${forTerminal(String(id))}  ${kind.padEnd(9)}  ${field}: WITHOUT ${forTerminal(text)}`);
      }
    }
  }
  return 0;
}
