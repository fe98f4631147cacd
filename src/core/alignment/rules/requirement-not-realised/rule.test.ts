import * as v from 'valibot';
import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aMitigation, aModel, mitigationNumber } from '../../../../../tests/fixtures/sample-model';
import type { Mitigation, Status } from '../../../../../src/core/model/mitigation';
import { requirement } from '../../../model/decisions';
import type { Requirement } from '../../../model/decisions';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const wanted = (change: object = {}): Requirement =>
  v.parse(requirement, {
    id: '0000000a-0000-4000-8000-0000000000ee',
    origin: { kind: 'person' },
    title: 'Access is logged',
    text: '',
    stories: [],
    threats: [],
    mitigations: [],
    workItems: [],
    ...change,
  });
const given = (one: Requirement, mitigations: readonly Mitigation[] = []) =>
  aPicture({ models: [{ ...aModel({ mitigations }), requirement: new Map([[one.id, one]]) }] });
const log = (status: Status = { kind: 'open' }): Mitigation => ({
  ...aMitigation(1, status),
  controlType: 'detective',
  tags: ['Audit'],
});
const finding = (messageId: string) => ({
  messageId,
  subject: { model: aModel({}).info.id, requirement: wanted().id },
});

testRule(rule, {
  aligned: {
    'a mitigation is named': given(wanted({ mitigations: [mitigationNumber(1)] }), [log()]),
    'a work item of its own': given(wanted({ workItems: [9] })),
    'a member of its control type': given(
      wanted({ family: { kind: 'control-type', controlType: 'detective' } }),
      [log()],
    ),
    'a member of its tag, in other letters': given(wanted({ family: { kind: 'tag', tag: 'audit' } }), [
      log(),
    ]),
  },
  misaligned: {
    'linked to nothing': { given: given(wanted(), [log()]), findings: [finding('nothing')] },
    'the mitigation is gone': {
      given: given(wanted({ mitigations: [mitigationNumber(1)] })),
      findings: [finding('nothing')],
    },
    'its only mitigation was rejected': {
      given: given(wanted({ mitigations: [mitigationNumber(1)] }), [log({ kind: 'rejected', reason: 'x' })]),
      findings: [finding('nothing')],
    },
    'a family without a member': {
      given: given(wanted({ family: { kind: 'control-type', controlType: 'recovery' } }), [log()]),
      findings: [finding('emptyFamily')],
    },
  },
});
