/** What answers change in the model itself before anything is planned: splits, joins, meanings of states, turned down Tasks. */
import type { App } from '../app/app';
import { lookAlikeKey } from '../core/alignment/look-alikes';
import { applyEdit } from '../core/model/edit';
import type { Edit } from '../core/model/edit';
import { dismissFinding } from '../core/model/edits/dismiss';
import { partsBy, splitMitigation } from '../core/model/edits/split';
import type { MitigationId, NewId, TreatmentId } from '../core/model/ids';
import type { Realisation } from '../core/model/mitigation';
import type { Model } from '../core/model/model';
import { indexModel, placeName } from '../core/model/model-index';
import { sameValue } from '../core/model/same-value';
import { mapState, unmapState } from '../core/sync/states';
import { placesOfPart } from '../core/sync/task-text';
import { CommandError } from './command-error';
import { forTerminal } from './console';
import { AnswerBook, mitigationsNamed, stateKey } from './sync-answers';
import type { SplitWish, SyncAnswers } from './sync-answers';

export interface Decided {
  readonly model: Model;
  /** One line for each thing that changed. */
  readonly said: readonly string[];
}

const word = (kind: string): string => kind.padEnd(15);

/** Places, threats by their titles, or threats by their ids: whatever is named goes into the part. */
function namedParts(
  model: Model,
  mitigation: MitigationId,
  names: readonly (readonly string[])[],
): TreatmentId[][] {
  const treatments = indexModel(model).treatmentsOfMitigation(mitigation);
  return names.map((part) =>
    part.flatMap((name) => {
      const found = treatments.filter(({ threat: id }) => {
        const threat = model.threat.get(id);
        return threat && (id === name || threat.title === name || placeName(model, threat.place) === name);
      });
      if (found.length > 0) return found.map(({ id }) => id);
      const title = model.mitigation.get(mitigation)?.title ?? '';
      throw new CommandError(forTerminal(`"${title}" treats no threat and no place named "${name}".`));
    }),
  );
}

/** What of the realisations says how a mitigation is split; the order of places in a part says nothing. */
const shape = (model: Model, mitigation: MitigationId) =>
  [...model.realisation.values()]
    .filter((each) => each.mitigation === mitigation)
    .map(({ id, covers }: Realisation) => ({ id, covers: covers === 'all' ? covers : [...covers].sort() }));

interface Splitting {
  readonly mitigation: MitigationId;
  readonly parts: readonly (readonly TreatmentId[])[];
}

function split({ model, said }: Decided, { mitigation, parts }: Splitting, newId: NewId): Decided {
  const next = applyEdit(model, splitMitigation(model, { mitigation, parts, newId }));
  const title = model.mitigation.get(mitigation)?.title ?? '';
  if (sameValue(shape(model, mitigation), shape(next, mitigation))) return { model, said };
  const now = [...next.realisation.values()].filter((each) => each.mitigation === mitigation);
  const places = now.map(({ covers }) => placesOfPart(next, covers).join(', ') || 'no place');
  const line =
    now.length > 1
      ? `${word('split')} ${title} over ${now.length} Tasks: ${places.join('; ')}`
      : `${word('join')} ${title} into one Task`;
  return { model: next, said: [...said, line] };
}

function splittingOf(model: Model, mitigation: MitigationId, wish: SplitWish): Splitting {
  const parts =
    typeof wish === 'string' ? partsBy(model, mitigation, wish) : namedParts(model, mitigation, wish);
  return { mitigation, parts };
}

function mapStates({ model, said }: Decided, states: SyncAnswers['states']): Decided {
  let { info } = model;
  const lines: string[] = [];
  for (const [key, category] of Object.entries(states)) {
    const about = stateKey(key);
    const next = category === 'ask' ? unmapState(info, about) : mapState(info, { ...about, category });
    if (sameValue(next.stateMap ?? [], info.stateMap ?? [])) continue;
    info = next;
    lines.push(`${word('state')} ${about.type} ${about.state} means ${category}`);
  }
  return lines.length === 0 ? { model, said } : { model: { ...model, info }, said: [...said, ...lines] };
}

/** Splits, joins and meanings of states. Throws CommandError for a place that the mitigation does not treat. */
export function decideModel(model: Model, answers: SyncAnswers, newId: NewId): Decided {
  let decided: Decided = { model, said: [] };
  for (const name of answers.join) {
    for (const mitigation of mitigationsNamed(model, name))
      decided = split(decided, { mitigation, parts: [] }, newId);
  }
  for (const [name, wish] of Object.entries(answers.split)) {
    for (const mitigation of mitigationsNamed(model, name))
      decided = split(decided, splittingOf(decided.model, mitigation, wish), newId);
  }
  return mapStates(decided, answers.states);
}

/** Tasks that look like a mitigation and that the answers say are none. Asks the backlog only where an answer is about them. */
export async function dismissLookAlikes(
  app: Pick<App, 'findLookAlikes' | 'actor' | 'now' | 'newId'>,
  decided: Decided,
  answers: SyncAnswers,
): Promise<Decided> {
  const book = new AnswerBook(Object.entries(answers.answers));
  if (![...book.keys()].some((key) => key.startsWith('look-alike:'))) return decided;
  const { model } = decided;
  const by = (await app.actor()) ?? 'Somebody';
  // `look-alike:*` is about those that nothing else is said of.
  const taken = new Set(Object.values(answers.take));
  const said: string[] = [];
  const put: NonNullable<NonNullable<Edit['dismissal']>['put']>[number][] = [];
  for (const { task, candidates } of await app.findLookAlikes(model)) {
    if (taken.has(task.id)) continue;
    for (const { mitigation } of candidates) {
      if (book.get(`look-alike:${mitigation}:${task.id}`) !== 'dismiss') continue;
      const finding = lookAlikeKey(mitigation, task.id);
      const reason = 'It is another piece of work.';
      const edit = dismissFinding({ finding, by, reason, at: app.now(), newId: app.newId });
      put.push(...(edit.dismissal?.put ?? []));
      const title = model.mitigation.get(mitigation)?.title ?? '';
      said.push(`${word('dismissed')} #${task.id} ${task.title}: it is not ${title}`);
    }
  }
  if (put.length === 0) return decided;
  const next = applyEdit(model, { label: 'Dismiss', dismissal: { put } });
  return { model: next, said: [...decided.said, ...said] };
}
