/** The registry: every quality rule, in the order in which it is read. A test compares it with the folders. */
import type { QualityRule } from './rule';
import noDiagram from './rules/no-diagram/rule';
import elementWithoutFlow from './rules/element-without-flow/rule';
import looseFlow from './rules/loose-flow/rule';
import flowWithoutProtection from './rules/flow-without-protection/rule';
import storeWithoutClassification from './rules/store-without-classification/rule';
import boundaryCrossedByNothing from './rules/boundary-crossed-by-nothing/rule';
import thingWithoutName from './rules/thing-without-name/rule';
import duplicateNames from './rules/duplicate-names/rule';
import placeWithoutThreat from './rules/place-without-threat/rule';
import threatWithoutReason from './rules/threat-without-reason/rule';
import severityAssumed from './rules/severity-assumed/rule';
import sameSeverity from './rules/same-severity/rule';
import strengthAssumed from './rules/strength-assumed/rule';
import mitigationWithoutThreat from './rules/mitigation-without-threat/rule';
import mitigationWithoutInstructions from './rules/mitigation-without-instructions/rule';
import unansweredQuestions from './rules/unanswered-questions/rule';
import noStories from './rules/no-stories/rule';

export const qualityRules: readonly QualityRule[] = [
  noDiagram,
  elementWithoutFlow,
  looseFlow,
  flowWithoutProtection,
  storeWithoutClassification,
  boundaryCrossedByNothing,
  thingWithoutName,
  duplicateNames,
  placeWithoutThreat,
  threatWithoutReason,
  severityAssumed,
  sameSeverity,
  strengthAssumed,
  mitigationWithoutThreat,
  mitigationWithoutInstructions,
  unansweredQuestions,
  noStories,
];
