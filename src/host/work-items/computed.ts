/** The fields nobody writes: they follow from the item, its place in the trees and its links. */
import { nodeAt } from '../organisation/world';
import { placeOfItem } from '../boards/card-place';
import type { ProcessTemplate } from '../processes/process';
import type { Reader } from '../store/store';
import { isLive, linksOf, parentOf } from './links';
import { revisionKey, revisions, workItems, type FieldValue, type WorkItem } from './types';

export interface Surroundings {
  readonly reader: Reader;
  readonly process: ProcessTemplate;
}

/** The date the original shows for a revision that is still the latest. */
export const NEVER = '9999-01-01T00:00:00Z';

type Compute = (item: WorkItem, around: Surroundings) => FieldValue | undefined;

const level =
  (field: string, depth: number): Compute =>
  (item) =>
    String(item.fields[field] ?? '').split('\\')[depth];

const placeOf = (item: WorkItem, { reader, process }: Surroundings): ReturnType<typeof placeOfItem> =>
  placeOfItem(reader, process, item.fields);

const COMPUTED: Readonly<Record<string, Compute>> = {
  'System.Id': (item) => item.id,
  'System.Rev': (item) => item.rev,
  'System.AreaId': (item, { reader }) => nodeAt(reader, 'areas', String(item.fields['System.AreaPath']))?.id,
  'System.NodeName': (item) => String(item.fields['System.AreaPath']).split('\\').pop(),
  'System.AreaLevel1': level('System.AreaPath', 0),
  'System.AreaLevel2': level('System.AreaPath', 1),
  'System.AreaLevel3': level('System.AreaPath', 2),
  'System.IterationId': (item, { reader }) =>
    nodeAt(reader, 'iterations', String(item.fields['System.IterationPath']))?.id,
  'System.IterationLevel1': level('System.IterationPath', 0),
  'System.IterationLevel2': level('System.IterationPath', 1),
  'System.AuthorizedDate': (item) => item.fields['System.ChangedDate'],
  'System.RevisedDate': (item, { reader }) =>
    reader.get(revisions, revisionKey(item.id, item.rev + 1))?.fields['System.ChangedDate'] ?? NEVER,
  'System.Watermark': (item) => item.watermark,
  'System.BoardColumn': (item, around) => placeOf(item, around)?.column.name,
  'System.BoardColumnDone': (item, around) => placeOf(item, around)?.isDone,
  'System.BoardLane': (item, around) => placeOf(item, around)?.lane ?? undefined,
  'System.Parent': (item, { reader }) => {
    const parent = parentOf(item);
    return parent !== undefined && isLive(reader, parent) ? parent : undefined;
  },
  'System.RelatedLinkCount': (item, { reader }) =>
    linksOf(item.relations).filter(({ target }) => isLive(reader, target)).length,
  'System.ExternalLinkCount': (item) => external(item, 'ArtifactLink'),
  'System.HyperLinkCount': (item) => external(item, 'Hyperlink'),
};

/** The computed fields an ordinary answer carries; the rest appear only when everything or they are asked for. */
export const SHOWN_BY_DEFAULT = [
  'System.BoardColumn',
  'System.BoardColumnDone',
  'System.BoardLane',
  'System.Parent',
] as const;
export const COMPUTED_FIELDS = Object.keys(COMPUTED);

/** The value of any field of an item, stored or computed; undefined when it is empty. */
export function fieldValue(item: WorkItem, reference: string, around: Surroundings): FieldValue | undefined {
  const compute = COMPUTED[reference];
  return compute ? compute(item, around) : item.fields[reference];
}

function external(item: WorkItem, rel: string): number {
  return item.relations.filter((relation) => relation.kind === 'external' && relation.rel === rel).length;
}

export function liveWorkItems(reader: Reader): readonly WorkItem[] {
  return reader.all(workItems).filter((item) => item.deleted === undefined);
}
