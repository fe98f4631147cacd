/** A model that holds every event of the packages, as if somebody had taken them all. */
import { copyOfEvent } from '../../src/core/kb/propose-events';
import type { KnowledgePackage } from '../../src/core/kb/package';
import type { Model } from '../../src/core/model/model';
import { countingIds, exampleModel } from './example-model';

export function examplesOfEvents(packages: readonly KnowledgePackage[]): Model {
  const newId = countingIds();
  const model = exampleModel({ elements: [], flows: [] }, newId);
  const events = packages.flatMap((known) =>
    known.events.map((event) => copyOfEvent(event, { threats: [], choice: 'selected', newId })),
  );
  return { ...model, event: new Map(events.map((each) => [each.id, each])) };
}
