/** Where a review stands, and what became riskier, in words. Pure. */
import type { Doubt } from '../../../core/model/comment-proof';
import type { ThreatId } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import type { RiskyChange } from '../../../core/review/baseline';
import type { ReviewState } from '../../../core/review/review-state';
import type { PillTone } from '../../../ui/Marks';
import { counted } from '../../../ui/words';

export const standWords: Readonly<Record<ReviewState['kind'], string>> = {
  never: 'Not asked',
  asked: 'Asked, nobody decided yet',
  'changes-wanted': 'Changes wanted',
  withdrawn: 'Withdrawn',
  approved: 'Approved',
  reopened: 'Riskier since the approval',
};

/** The same as a mark beside a name. */
export const standMarks: Readonly<Record<ReviewState['kind'], string>> = {
  never: 'No review',
  asked: 'Review asked',
  'changes-wanted': 'Changes wanted',
  withdrawn: 'Review withdrawn',
  approved: 'Approved',
  reopened: 'Review again',
};
export const standTones: Readonly<Record<ReviewState['kind'], PillTone>> = {
  never: 'neutral',
  asked: 'info',
  'changes-wanted': 'warning',
  withdrawn: 'neutral',
  approved: 'success',
  reopened: 'warning',
};

/** Why an approval is not believed, to follow a comma. */
export function doubtWords(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'no-evidence':
      return 'without evidence';
    case 'gone':
      return 'the comment that proved it cannot be read';
    case 'other-author':
      return `the comment is by ${doubt.author}`;
  }
}

export function riskySentence(model: Model, change: RiskyChange): string {
  const title = (id: ThreatId) => `“${model.threat.get(id)?.title ?? 'A threat that is gone'}”`;
  switch (change.kind) {
    case 'new-threat':
      return `${title(change.threat)} is new, with ${change.now} points.`;
    case 'more-severe':
      return `${title(change.threat)} went from ${change.was} to ${change.now} points.`;
    case 'less-treated':
      return `${title(change.threat)} keeps ${change.now} points when all that is planned is done; it was ${change.was}.`;
    case 'ruled-out':
      return `${title(change.threat)} was ruled out; it had ${change.was} points.`;
    case 'threats-gone':
      return `${counted(change.count, 'threat was', 'threats were')} deleted.`;
    case 'new-part':
      return `“${change.name || 'A part without a name'}” is new in the system.`;
    case 'changed-part':
      return `Facts of “${change.name || 'a part without a name'}” changed.`;
    case 'accepted':
      return `The risk of ${title(change.threat)} was accepted.`;
  }
}
