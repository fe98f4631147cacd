/** `without threats FILE`: what the rules of a knowledge base find in a model file; what the file stored is not asked. */
import { importFile } from '../core/formats/import-file';
import { findThreats } from '../core/kb/engine';
import type { Hit } from '../core/kb/engine';
import { fillPlaceholders } from '../core/kb/fill-placeholders';
import type { Model } from '../core/model/model';
import { countModel } from '../core/model/model';
import type { Origin } from '../core/model/parts';
import { CommandError } from './command-error';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { readInput } from './read-input';
import { rulesFor } from './rules-for';

export interface ThreatsOptions {
  readonly file: string;
  readonly json: boolean;
  /** A template or package to use instead of the file's own rules; `own` = the packages of the product. */
  readonly kb: string | undefined;
}

/** The id that the file itself gave; a number that the import added to a repeated one goes. */
function keyIn({ origin, id }: { readonly origin: Origin; readonly id: string }): string {
  return origin.kind === 'import' ? origin.key.replace(/#\d+$/, '') : id;
}

/** Where it strikes, by the ids of the file: `flow`, `element`, `boundary`, or nothing for the whole model. */
function placeOf({ place }: Hit, model: Model): Readonly<Record<string, string>> {
  if (place.kind === 'model') return {};
  const drawn =
    place.kind === 'flow'
      ? model.flow.get(place.id)
      : place.kind === 'element'
        ? model.element.get(place.id)
        : model.boundary.get(place.id);
  return drawn ? { [place.kind]: keyIn(drawn) } : {};
}

const typeOf = ({ threat }: Hit) => threat.tmtId ?? `${threat.package}:${threat.id}`;

/** Exit 0; a refused file is a CommandError with exit code 1 and the one line that says why. */
export async function threatsCommand(options: ThreatsOptions, world: CommandWorld): Promise<number> {
  const input = await readInput(options.file);
  const result = importFile(input);
  if (result.kind === 'refused') throw new CommandError(forTerminal(result.reason), 1);
  const { model } = result;
  const { packages, notTaken } = await rulesFor(options.kb, input, world);
  // Beside the result, not in it: a program reads the one, a person the other.
  for (const row of notTaken)
    world.err(`not taken of the rules: ${row.count} ${forTerminal(`${row.what} (${row.why})`)}`);
  const hits = findThreats(packages, model);
  const { elements, flows, boundaries } = countModel(model);
  if (options.json) {
    const threats = hits.map((hit) => ({
      type: typeOf(hit),
      ...placeOf(hit, model),
      ...(hit.answer === 'unknown' ? { tentative: true } : {}),
    }));
    world.out(JSON.stringify({ elements, flows, boundaries, threats }));
    return 0;
  }
  const sure = hits.filter(({ answer }) => answer === 'yes');
  world.out(
    `${forTerminal(model.info.name)}: ${sure.length} threats, and ${hits.length - sure.length} that depend on what the model does not say`,
  );
  for (const hit of sure)
    world.out(`  ${forTerminal(`${typeOf(hit)}  ${fillPlaceholders(hit.threat.name, model, hit.place)}`)}`);
  return 0;
}
