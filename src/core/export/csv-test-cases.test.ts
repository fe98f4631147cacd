import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { stepsOf } from '../model/checks';
import { csvTestCases } from './csv-test-cases';

test.each([
  ['', []],
  ['Log in.', ['Log in.']],
  [
    '- Look.\n\nAccepted when:\n- It is refused\n- It is logged\nGo home.\nAt the end:',
    ['Look.', 'Accepted when: It is refused', 'Accepted when: It is logged', 'Go home.', 'At the end:'],
  ],
  ['1. Log in\n2) Log out\n\n- Look\n* Wait', ['Log in', 'Log out', 'Look', 'Wait']],
])('%j has the steps %j', (verify, steps) => {
  expect(stepsOf({ verify })).toEqual(steps);
});

test('a case for each mitigation that can be verified, a row for each step, no formula', () => {
  const model = aModel({
    threats: [aThreat(1)],
    mitigations: [
      { ...aMitigation(1), verify: 'Send =1+1\n=cmd' },
      aMitigation(2),
      { ...aMitigation(3, { kind: 'rejected', reason: 'no' }), verify: 'Look' },
    ],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  });
  const { text, lost } = csvTestCases.write({ model, states: new Map() });
  expect(text.split('\r\n').slice(1)).toEqual([
    '"","Test Case","Verify: Mitigation 1","","","","","","Design"',
    '"","","","1","Send =1+1","","","",""',
    '"","","","2","\'=cmd","Cannot happen: Threat 1","","",""',
    '',
  ]);
  expect(lost[0]).toMatchObject({ what: 'mitigations without a check', count: 2 });
});
