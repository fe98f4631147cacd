/** What an answer did is said as it is: certain, open again, gone, new. */
import { aThreat } from '../../../../tests/fixtures/sample-model';
import type { ThreatChange } from '../../../core/kb/plan-threats';
import { effectWords } from './effect-words';

const open = { tentative: 'Nobody knows.' };
const turned = (n: number, change: object): ThreatChange => ({
  kind: 'changed',
  threat: aThreat(n, change),
  fields: ['tentative'],
  kept: [],
});

test.each<[string, readonly ThreatChange[], string]>([
  ['nothing', [], 'No threat changes by this.'],
  ['certain', [turned(1, {})], 'Certain now: “Threat 1”.'],
  ['taken back', [turned(1, open)], 'Open again: “Threat 1”.'],
  ['both', [turned(1, {}), turned(2, open)], 'Certain now: “Threat 1”. Open again: “Threat 2”.'],
  [
    'gone, new and back',
    [
      { kind: 'stale', threat: aThreat(1), because: 'x' },
      { kind: 'added', threat: aThreat(2) },
      { kind: 'revived', threat: aThreat(3) },
    ],
    'Does not hold any more: “Threat 1”. Back again: “Threat 3”. New: “Threat 2”.',
  ],
  [
    'many',
    [1, 2, 3, 4, 5].map((n): ThreatChange => ({ kind: 'added', threat: aThreat(n) })),
    'New: “Threat 1”, “Threat 2”, “Threat 3” and 2 more.',
  ],
  [
    'another impact',
    [{ kind: 'changed', threat: aThreat(1), fields: ['impact'], kept: [] }],
    'Some threats are judged anew.',
  ],
])('%s', (_, changes, sentence) => expect(effectWords(changes)).toBe(sentence));
