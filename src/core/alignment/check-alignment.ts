/** The engine: runs the rules over a picture and makes findings of their reports. Decides nothing by itself. */
import { clauseFields } from '../clauses/clause';
import type { Model } from '../model/model';
import type { PolicySwitches } from '../model/project-policy';
import type { Finding, FindingSubject } from './finding';
import { findingKey } from './finding-key';
import type { AlignmentPicture } from './picture';
import type { AlignmentRule, Report } from './rule';
import { rules as registry } from './rules/rules';

/** In one pass, so that braces in a title are never taken for a placeholder. */
function fill(template: string, words: Report['words']): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(words, name) ? String(words[name]) : placeholder,
  );
}

function finding(rule: AlignmentRule, { messageId, subject, words, because }: Report): Finding {
  const { severity, readings, messages } = rule.meta;
  return {
    ruleId: rule.id,
    key: findingKey(rule.id, subject),
    severity,
    subject,
    messageId,
    message: fill(messages[messageId] ?? messageId, words),
    readings,
    because,
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Story by story, then by the ids: the same picture always reads the same. */
function bySubject(a: Finding, b: Finding): number {
  const [left, right] = [a.subject, b.subject];
  const field = (subject: FindingSubject) =>
    subject.clause ? clauseFields.indexOf(subject.clause.field) : -1;
  return (
    (left.story ?? 0) - (right.story ?? 0) ||
    field(left) - field(right) ||
    (left.clause?.ordinal ?? -1) - (right.clause?.ordinal ?? -1) ||
    byText(a.key, b.key)
  );
}

/** What the project decides goes before what the model says; neither = allowed. */
export function policyOf(
  { info, policy }: Pick<Model, 'info' | 'policy'>,
  name: keyof PolicySwitches,
): 'allow' | 'report' {
  return policy?.switches?.[name] ?? info.policies?.[name] ?? 'allow';
}

/** A policy holds for the models that chose it, so such a rule sees only those. */
function pictureFor({ meta: { policy } }: AlignmentRule, picture: AlignmentPicture): AlignmentPicture {
  if (policy === undefined) return picture;
  const models = picture.models.filter(({ model }) => policyOf(model, policy) === 'report');
  return { ...picture, models };
}

/** The findings of these rules: in their order, then by subject. Pure. */
export function runRules(rules: readonly AlignmentRule[], picture: AlignmentPicture): readonly Finding[] {
  return rules.flatMap((rule) =>
    [...rule.check(pictureFor(rule, picture))].map((report) => finding(rule, report)).sort(bySubject),
  );
}

/**
 * Every wrong state of affairs between the models and the backlog. Judged over the union of the models whose scope
 * covers a story; without a model there is nothing to find. The order, and each `key`, is stable over runs.
 */
export function checkAlignment(picture: AlignmentPicture): readonly Finding[] {
  return runRules(registry, picture);
}
