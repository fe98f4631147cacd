/** The registry: every rule, in the order in which findings are read. A test compares it with the folders. */
import type { AlignmentRule } from '../rule';
import linkedStoryWithoutClause from './linked-story-without-clause/rule';
import threatWithoutStory from './threat-without-story/rule';
import clauseWithoutThreat from './clause-without-threat/rule';
import linkedClauseReworded from './linked-clause-reworded/rule';
import linkedClauseGone from './linked-clause-gone/rule';
import linkedStoryGone from './linked-story-gone/rule';
import storyWithSeveralThreats from './story-with-several-threats/rule';
import storyWithSeveralClauses from './story-with-several-clauses/rule';
import mitigationNotPlannedWithItsStory from './mitigation-not-planned-with-its-story/rule';
import mitigationPlannedAfterItsStory from './mitigation-planned-after-its-story/rule';
import taskWithoutMitigation from './task-without-mitigation/rule';
import eventNotImplemented from './event-not-implemented/rule';
import modelOlderThanItsBacklog from './model-older-than-its-backlog/rule';
import doneStoryWithOpenMitigation from './done-story-with-open-mitigation/rule';
import mitigationWithoutTask from './mitigation-without-task/rule';
import taskNotUnderItsStory from './task-not-under-its-story/rule';
import implementedWhileItsTaskIsOpen from './implemented-while-its-task-is-open/rule';
import ruledOutWhileItsTaskGoesOn from './ruled-out-while-its-task-goes-on/rule';
import threatWithoutMitigation from './threat-without-mitigation/rule';
import severityWithoutReason from './severity-without-reason/rule';
import requirementNotRealised from './requirement-not-realised/rule';
import acceptedRiskExpired from './accepted-risk-expired/rule';
import acceptedRiskWithoutEvidence from './accepted-risk-without-evidence/rule';
import riskAcceptedBySomebodyElse from './risk-accepted-by-somebody-else/rule';
import threatWithoutEvent from './threat-without-event/rule';

export const rules: readonly AlignmentRule[] = [
  linkedStoryWithoutClause,
  threatWithoutStory,
  clauseWithoutThreat,
  linkedClauseReworded,
  linkedClauseGone,
  linkedStoryGone,
  storyWithSeveralThreats,
  storyWithSeveralClauses,
  mitigationNotPlannedWithItsStory,
  mitigationPlannedAfterItsStory,
  doneStoryWithOpenMitigation,
  mitigationWithoutTask,
  taskWithoutMitigation,
  taskNotUnderItsStory,
  implementedWhileItsTaskIsOpen,
  ruledOutWhileItsTaskGoesOn,
  threatWithoutMitigation,
  severityWithoutReason,
  requirementNotRealised,
  eventNotImplemented,
  modelOlderThanItsBacklog,
  acceptedRiskExpired,
  acceptedRiskWithoutEvidence,
  riskAcceptedBySomebodyElse,
  threatWithoutEvent,
];
