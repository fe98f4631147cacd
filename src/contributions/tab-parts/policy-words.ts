/** The switches in words: what the paper leaves open, and a team or project decides for itself. */
import type { PolicySwitches } from '../../core/model/project-policy';

export const policySwitches: readonly {
  readonly name: keyof PolicySwitches;
  readonly label: string;
  readonly why: string;
}[] = [
  {
    name: 'oneThreatPerStory',
    label: 'Report stories with several threats',
    why: 'One threat per story keeps stories small; several are common where stories are large.',
  },
  {
    name: 'oneClausePerStory',
    label: 'Report stories with several WITHOUT clauses',
    why: 'One clause per story keeps it clear when it is done; several are common where stories are large.',
  },
  {
    name: 'reasonedSeverity',
    label: 'Report high and critical threats without a reason',
    why: 'A sentence for probability and impact lets others check them; it is a lot to ask of a model that was just imported.',
  },
];
