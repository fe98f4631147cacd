import { byName } from './by-name';

test.each([
  { names: ['Step 10', 'Step 2', 'Step 1'], ordered: ['Step 1', 'Step 2', 'Step 10'] },
  { names: ['beta', 'Gamma', 'Alpha'], ordered: ['Alpha', 'beta', 'Gamma'] },
  { names: ['Zone', 'Öl', 'Pump'], ordered: ['Öl', 'Pump', 'Zone'] },
])('$names are ordered as people do', ({ names, ordered }) => {
  expect([...names].sort(byName)).toEqual(ordered);
});
