/** The places of this shell for contributions, and what extensions contribute elsewhere. */
import type { Contribution, InstalledExtension } from './bootstrap';
import { absoluteTarget } from './contributions';

const form = 'ms.vss-work-web.work-item-form';

/** Types by the targets at which the shell shows them. */
const places: Readonly<Record<string, readonly string[]>> = {
  'ms.vss-web.hub': ['ms.vss-work-web.work-hub-group'],
  'ms.vss-web.tab': ['ms.vss-work-web.product-backlog-tabs', 'ms.vss-work-web.iteration-backlog-tabs'],
  'ms.vss-work-web.work-item-form-group': [form],
  'ms.vss-work-web.work-item-form-page': [form],
  'ms.vss-work-web.work-item-notifications': [form],
};
/** Content of dialogs and panels is opened by its id and needs no target. */
const placeless = ['ms.vss-web.external-content'];

export interface Unplaced {
  readonly contribution: Contribution;
  /** Those of its targets that the shell does not have. */
  readonly targets: readonly string[];
}

/** Every contribution with a target that is not among the places, or with none although its type needs one. */
export function unplacedContributions(extensions: readonly InstalledExtension[]): readonly Unplaced[] {
  return extensions.flatMap((extension) =>
    extension.contributions.flatMap((contribution): Unplaced[] => {
      if (placeless.includes(contribution.type)) return [];
      const known = places[contribution.type] ?? [];
      const targets = contribution.targets.filter((each) => !known.includes(absoluteTarget(each, extension)));
      const isPlaced = targets.length === 0 && contribution.targets.length > 0;
      return isPlaced ? [] : [{ contribution, targets }];
    }),
  );
}
