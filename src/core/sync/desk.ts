/** What every part of the planner looks at: the input, the look-ups over it, and the parts of each mitigation. */
import { mint, realisationId } from '../model/ids';
import type { MitigationId, NewId, RealisationId } from '../model/ids';
import type { Mitigation, Realisation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import { placeName, storiesOfPart } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import { hashWithin } from '../model/text-hash';
import type { WorkItemStates } from '../risk/effective-status';
import type { BacklogPicture, TaskField, WorkItem } from './backlog-picture';
import { identityUrl } from './identity';
import { laterPlaces } from './later-places';
import type { SyncChoice } from './plan';
import { isCovered, placesOfPart, taskSection, taskTitle } from './task-text';
import type { TaskSection } from './task-text';

export interface SyncInput {
  readonly model: Model;
  readonly picture: BacklogPicture;
  readonly choice: SyncChoice;
  /** The hub's page address, without query. */
  readonly hubUrl: string;
  /** The one work item type for mitigations (R35). Absent = nothing was read, and nothing is to be made. */
  readonly taskType?: string;
  /** The name of the project: a Task with another one was moved. Absent = nobody asks. */
  readonly project?: string;
  /** What the process knows of the Task's type; absent while no Task is to be made. */
  readonly taskFields?: { readonly has: ReadonlySet<string>; readonly required: readonly TaskField[] };
  /** Values that were given for required fields before, by reference name. */
  readonly remembered?: Readonly<Record<string, string>>;
  readonly newId: NewId;
  /** Ids that an earlier showing of the plan gave to realisations that do not exist yet. */
  readonly realisations?: ReadonlyMap<string, RealisationId>;
}

export interface Desk extends SyncInput {
  readonly index: ModelIndex;
  readonly states: WorkItemStates;
}

/** What one Task carries: a mitigation, or its share of a split one. */
export interface Part {
  readonly mitigation: Mitigation;
  readonly realisation: Realisation | undefined;
  readonly covers: Realisation['covers'];
}

/**
 * The parts of a mitigation, in the order of their ids; one that nobody realised yet is one part. Places that came
 * after a split are in the part that they go with, or in one of their own (S63).
 */
export function partsOf(desk: Pick<Desk, 'model' | 'index'>, mitigation: Mitigation): readonly Part[] {
  const realisations = desk.index.realisationsOfMitigation(mitigation.id);
  if (realisations.length === 0) return [{ mitigation, realisation: undefined, covers: 'all' }];
  const isWhole = realisations.some(({ covers }) => covers === 'all');
  const later = isWhole ? [] : laterPlaces(desk, mitigation.id, realisations);
  const known = realisations.map((realisation): Part => {
    const joining = later.flatMap(({ goesWith, covers }) => (goesWith === realisation.id ? covers : []));
    const covers = realisation.covers === 'all' ? realisation.covers : [...realisation.covers, ...joining];
    return { mitigation, realisation, covers: joining.length > 0 ? covers : realisation.covers };
  });
  const own = later.flatMap(({ goesWith, covers }): readonly Part[] =>
    goesWith === undefined ? [{ mitigation, realisation: undefined, covers }] : [],
  );
  return [...known, ...own];
}

/** The treatments of threats that apply and that the part covers. */
export function treatmentsOf(
  { model, index }: Pick<Desk, 'model' | 'index'>,
  part: Part,
): readonly Treatment[] {
  return index
    .treatmentsOfMitigation(part.mitigation.id)
    .filter(
      ({ id, threat }) =>
        isCovered(part.covers, id) && model.threat.get(threat)?.status.kind !== 'not-applicable',
    );
}

/** The stories of the threats that the part covers, ascending, each once; readable or not. */
export function storyNumbersOf({ index }: Pick<Desk, 'index'>, part: Part): readonly number[] {
  return storiesOfPart(index, { mitigation: part.mitigation.id, covers: part.covers });
}

/** What the Task of a part is to say, as far as the model owns it. */
export interface Wanted {
  readonly title: string;
  readonly section: TaskSection;
  readonly url: string;
  /** All that the model says of this Task in one hash. */
  readonly fingerprint: string;
  /** Of the section's words, as a baseline remembers it. */
  readonly sectionHash: string;
}

/** Title, section and link of the Task of a part, as the model wants them now. */
export function wantedOf(
  desk: Pick<Desk, 'model' | 'index' | 'hubUrl'>,
  part: Part,
  id: RealisationId,
): Wanted {
  const { model, index, hubUrl } = desk;
  const { mitigation, covers } = part;
  const title = taskTitle(mitigation, placesOfPart(model, covers));
  const url = identityUrl(hubUrl, { model: model.info.id, mitigation: mitigation.id, realisation: id });
  const section = taskSection(model, index, { mitigation, url, covers });
  const stories = storyNumbersOf(desk, part).join();
  const hashes = hashWithin(`${title}\n`, section.plain, `\n${stories}`);
  return { title, section, url, sectionHash: hashes.text, fingerprint: hashes.whole };
}

/** Names a part that has no realisation yet: the mitigation, and for one of a split mitigation what it covers. */
export const partKey = (mitigation: MitigationId, covers: Realisation['covers']): string =>
  covers === 'all' ? mitigation : `${mitigation}:${covers.join()}`;

/** The id that the Task of a part carries: its own, the one shown before, or a fresh one. */
export function idOfPart(desk: Desk, { mitigation, realisation, covers }: Part): RealisationId {
  const shown = () => desk.realisations?.get(partKey(mitigation.id, covers));
  return realisation?.id ?? shown() ?? mint(realisationId, desk.newId);
}

export const hasTag = (item: Pick<WorkItem, 'tags'>, tag: string): boolean =>
  item.tags.some((each) => each.toLowerCase() === tag);

/** The places of a part for a sentence: "Web shop, Orders". */
export function placesInWords({ model }: Pick<Desk, 'model'>, treatments: readonly Treatment[]): string {
  const names = treatments.flatMap(({ threat }) => {
    const found = model.threat.get(threat);
    return found ? [placeName(model, found.place)] : [];
  });
  return [...new Set(names)].join(', ');
}
