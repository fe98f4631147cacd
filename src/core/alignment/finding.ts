/** A finding: a wrong state of affairs between model and backlog, in words with ids, never formatted. */
import type { ClauseField } from '../model/mitigation';
import type {
  AcceptanceId,
  EventId,
  MitigationId,
  ModelId,
  RequirementId,
  StoryLinkId,
  ThreatId,
} from '../model/ids';

/** What a finding is about; enough to open it, to rank candidates for it and to mend it. Absent = not part of it. */
export interface FindingSubject {
  readonly model?: ModelId;
  readonly threat?: ThreatId;
  readonly link?: StoryLinkId;
  readonly mitigation?: MitigationId;
  readonly requirement?: RequirementId;
  readonly acceptance?: AcceptanceId;
  readonly event?: EventId;
  readonly story?: number;
  readonly task?: number;
  readonly clause?: { readonly field: ClauseField; readonly ordinal: number; readonly hash: string };
}

export type FindingSeverity = 'warning' | 'suggestion';

export interface Finding {
  readonly ruleId: string;
  /** Stable over runs: rule and subject ids only, so that decisions and links stay attached. */
  readonly key: string;
  readonly severity: FindingSeverity;
  readonly subject: FindingSubject;
  readonly messageId: string;
  /** The message with its placeholders filled: one sentence. */
  readonly message: string;
  /** The two ways to read it, as questions ("Is a threat missing?", "Is only the link missing?"); may be empty. */
  readonly readings: readonly string[];
  /** The facts that led to it, one short sentence each. */
  readonly because: readonly string[];
}
