/** The shape of an alignment rule: knowledge as data, then one pure generator. A rule may not read, write or sort. */
import type { PolicySwitches } from '../model/project-policy';
import type { AlignmentPicture } from './picture';
import type { FindingSeverity, FindingSubject } from './finding';

export interface Report {
  readonly messageId: string;
  readonly subject: FindingSubject;
  /** Placeholders of the message. */
  readonly words: Readonly<Record<string, string | number>>;
  readonly because: readonly string[];
}

export interface AlignmentRule {
  /** Names the wrong state of affairs; folder name = id = address of its page. Never reused. */
  readonly id: string;
  readonly meta: {
    readonly title: string;
    readonly severity: FindingSeverity;
    /** Present for what the paper leaves open: the rule runs only where a model's policy says `report`. */
    readonly policy?: keyof PolicySwitches;
    readonly readings: readonly string[];
    readonly messages: Readonly<Record<string, string>>;
  };
  readonly check: (picture: AlignmentPicture) => Iterable<Report>;
}

/** Gives a rule its type; the loader takes the default export. */
export function defineRule(rule: AlignmentRule): AlignmentRule {
  return rule;
}
