import { aMitigation, aModel, aRealisation, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { indexModel } from '../model/model-index';
import type { Mitigation } from '../model/mitigation';
import type { StateCategory } from '../model/state-category';
import type { Threat } from '../model/threat';
import { staleTasks } from './stale-tasks';

const gone = 'The file "shop.json" does not have this any more.';
const stale = (n: number): Threat => aThreat(n, { stale: gone });
const vanished: Mitigation = { ...aMitigation(1), stale: gone };
const dropped = (n: number): Threat =>
  aThreat(n, { status: { kind: 'not-applicable', justification: 'No' } });

interface Case {
  readonly threats: readonly Threat[];
  readonly mitigation?: Mitigation;
  readonly workItem?: number | null;
  readonly category?: StateCategory;
}
function found({ threats, mitigation = aMitigation(1), workItem = 31, category }: Case) {
  const treatments = threats.map((_, at) => aTreatment(at + 1, { threat: at + 1, mitigation: 1 }));
  const realisations = [aRealisation(1, 1, workItem)];
  const model = aModel({ threats, mitigations: [mitigation], treatments, realisations });
  return staleTasks(model, indexModel(model), new Map(category ? [[31, { category }]] : []));
}

test.each<[string, Case, readonly string[]]>([
  ['its only threat is stale', { threats: [stale(1)] }, [`It treats "Threat 1" alone. ${gone}`]],
  ['all its threats are stale', { threats: [stale(1), stale(2)] }, [gone]],
  ['it is stale itself', { threats: [], mitigation: vanished }, [gone]],
  ['it is stale, and a threat still needs it', { threats: [aThreat(1)], mitigation: vanished }, []],
  ['a threat still needs it', { threats: [stale(1), aThreat(2)] }, []],
  ['what else it treats does not apply', { threats: [stale(1), dropped(2)] }, [`It treats "Threat 1" alone. ${gone}`]], // prettier-ignore
  ['nothing is stale', { threats: [aThreat(1)] }, []],
  ['it treats nothing', { threats: [] }, []],
  ['it has no Task', { threats: [stale(1)], workItem: null }, []],
  ['its Task is done', { threats: [stale(1)], category: 'Completed' }, []],
  ['its Task was removed', { threats: [stale(1)], category: 'Removed' }, []],
  ['somebody works on it', { threats: [stale(1)], category: 'InProgress' }, [`It treats "Threat 1" alone. ${gone}`]], // prettier-ignore
])('S69 %s', (_, given, reasons) => {
  expect(found(given).map(({ because }) => because)).toEqual(reasons);
});

test('S69 a split mitigation names each of its Tasks, in the order of their numbers', () => {
  const realisations = [aRealisation(1, 1, 40), aRealisation(2, 1, 31)];
  const parts = { threats: [stale(1)], mitigations: [aMitigation(1)], realisations };
  const model = aModel({ ...parts, treatments: [aTreatment(1, { threat: 1, mitigation: 1 })] });
  expect(staleTasks(model, indexModel(model), new Map()).map(({ workItem }) => workItem)).toEqual([31, 40]);
});
