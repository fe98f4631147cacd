/** The grid "Decide by type": each mitigation, the entity types that it stands at, and their places. Pure. */
import type { EntityType } from '../../../core/model/entity-type';
import { entityTypeAt } from '../../../core/model/entity-type';
import type { Mitigation, Status, Treatment } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { ModelIndex } from '../../../core/model/model-index';
import type { Threat } from '../../../core/model/threat';
import type { Assessment } from '../../../core/risk/assess';
import { effectiveStatus } from '../../../core/risk/effective-status';
import type { EffectiveStatus } from '../../../core/risk/effective-status';
import { statusWords } from '../../../ui/words';
import type { WorkItems } from '../work-items';
import { mitigationRows } from './mitigation-rows';
import type { MitigationRow } from './mitigation-rows';

export interface PlaceRow {
  readonly treatment: Treatment;
  readonly threat: Threat;
  readonly place: string;
  readonly effective: EffectiveStatus;
  /** What would count without a status of its own. */
  readonly inherited: EffectiveStatus;
}

export interface TypeRow {
  readonly type: EntityType;
  /** What was decided for the type; undefined = nothing. */
  readonly own: Status | undefined;
  readonly inherited: EffectiveStatus;
  readonly places: readonly PlaceRow[];
}

export interface DecideRow extends MitigationRow {
  readonly types: readonly TypeRow[];
  /** Entity types and places that decide otherwise. */
  readonly exceptions: number;
  /** Whether nobody has decided yet, at least at one place. */
  readonly undecided: boolean;
}

interface Given {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly items: WorkItems;
}

const isUndecided = ({ status }: EffectiveStatus): boolean =>
  status.kind === 'open' || status.kind === 'proposed';

function placeRow({ model, index, items }: Given, mitigation: Mitigation, treatment: Treatment) {
  const threat = model.threat.get(treatment.threat);
  // A threat that does not apply asks for no decision.
  if (!threat || threat.status.kind === 'not-applicable') return undefined;
  const realisations = index.realisationsOfMitigation(mitigation.id);
  const { status: _own, ...plain } = treatment;
  const given = { model, mitigation, realisations, states: items };
  return {
    treatment,
    threat,
    place: placeName(model, threat.place),
    effective: effectiveStatus({ ...given, treatment }),
    inherited: effectiveStatus({ ...given, treatment: plain }),
  } satisfies PlaceRow;
}

function typeRows(given: Given, mitigation: Mitigation): readonly TypeRow[] {
  const types = new Map<string, { readonly type: EntityType; readonly places: PlaceRow[] }>();
  const { byType = [], ...plain } = mitigation;
  for (const treatment of given.index.treatmentsOfMitigation(mitigation.id)) {
    const place = placeRow(given, mitigation, treatment);
    const type = place && (entityTypeAt(given.model, place.threat.place) ?? { key: '', name: 'Gone' });
    if (!type) continue;
    const row = types.get(type.key) ?? { type, places: [] };
    row.places.push(place);
    types.set(type.key, row);
  }
  return [...types.values()]
    .map(({ type, places }) => ({
      type,
      own: byType.find((each) => each.type === type.key)?.status,
      inherited: inheritedOf(given, plain, places),
      places,
    }))
    .sort((a, b) => b.places.length - a.places.length || a.type.name.localeCompare(b.type.name, 'en'));
}

/** What the places of a type would be without the decision for their type and without their own. */
function inheritedOf({ model, index, items }: Given, plain: Mitigation, places: readonly PlaceRow[]) {
  const realisations = index.realisationsOfMitigation(plain.id);
  const bare = places.map(({ treatment: { status: _own, ...treatment } }) =>
    effectiveStatus({ model, mitigation: plain, realisations, states: items, treatment }),
  );
  return bare[0] ?? { status: plain.status, source: { kind: 'mitigation' } as const };
}

/** One row for each mitigation that treats a threat that applies, those that would remove most risk first. */
export function decideRows(given: Given & { readonly assessment: Assessment }): readonly DecideRow[] {
  const { model, index, assessment, items } = given;
  return mitigationRows(model, index, { assessment, items })
    .map((row): DecideRow => {
      const types = typeRows(given, row.mitigation);
      const places = types.flatMap((type) => type.places);
      const decidedTypes = types.filter(({ own }) => own !== undefined).length;
      return {
        ...row,
        types,
        exceptions: decidedTypes + places.filter(({ treatment }) => treatment.status !== undefined).length,
        undecided: places.some(({ effective }) => isUndecided(effective)),
      };
    })
    .filter(({ types }) => types.length > 0)
    .sort(
      (a, b) =>
        b.risk.wouldRemove - a.risk.wouldRemove ||
        b.threats - a.threats ||
        a.mitigation.title.localeCompare(b.mitigation.title, 'en'),
    );
}

/** Which rung of the cascade a status comes from, for a person. */
export function levelWords({ status, source }: EffectiveStatus): string {
  if (status.kind === 'open' && source.kind === 'mitigation') return 'Nobody yet';
  switch (source.kind) {
    case 'place':
      return 'This place';
    case 'entity-type':
      return `Type: ${source.name}`;
    case 'work-item':
      return `Task #${source.id}`;
    case 'mitigation':
      return 'This model';
    case 'knowledge':
      return 'Knowledge base';
  }
}

/** "As the model: Planned". */
export function inheritWords({ status, source }: EffectiveStatus): string {
  const from = {
    place: 'place',
    'entity-type': 'type',
    'work-item': 'Task',
    mitigation: 'model',
    knowledge: 'knowledge base',
  }[source.kind];
  return `As the ${from}: ${statusWords[status.kind]}`;
}
