/** Findings that people looked at and leave as they are: told apart from the others, never taken away. */
import type { Dismissal } from '../model/decisions';
import type { ModelId } from '../model/ids';
import type { Finding } from './finding';
import type { AlignmentPicture } from './picture';

export interface DismissedFinding {
  readonly finding: Finding;
  readonly dismissal: Dismissal;
  /** Where the dismissal is kept. */
  readonly model: ModelId;
}
export interface JudgedFindings {
  readonly open: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
}

/** One whose time is over does not count; without knowing the day a time is taken to be over. */
export function isInForce({ until }: Dismissal, today: string | undefined): boolean {
  return until === undefined || (today !== undefined && Date.parse(until) >= Date.parse(today));
}

/** Key of a finding -> the dismissal that holds, of several the one that was made last. */
export function dismissalsOf({
  models,
  today,
}: Pick<AlignmentPicture, 'models' | 'today'>): ReadonlyMap<string, Omit<DismissedFinding, 'finding'>> {
  const held = new Map<string, Omit<DismissedFinding, 'finding'>>();
  for (const { model } of models)
    for (const dismissal of model.dismissal.values()) {
      if (!isInForce(dismissal, today)) continue;
      const before = held.get(dismissal.finding);
      if (before && before.dismissal.at >= dismissal.at) continue;
      held.set(dismissal.finding, { dismissal, model: model.info.id });
    }
  return held;
}

/** The order of the findings stays. */
export function judgeFindings(findings: readonly Finding[], picture: AlignmentPicture): JudgedFindings {
  const held = dismissalsOf(picture);
  const open: Finding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of findings) {
    const by = held.get(finding.key);
    if (by) dismissed.push({ finding, ...by });
    else open.push(finding);
  }
  return { open, dismissed };
}
