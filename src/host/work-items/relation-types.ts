/** The link types of the original and what they promise: direction, opposite end, shape of the graph. */

export interface RelationType {
  readonly referenceName: string;
  readonly name: string;
  readonly usage: 'workItemLink' | 'resourceLink';
  readonly opposite?: string;
  readonly topology?: 'tree' | 'network' | 'dependency';
  readonly isForward?: boolean;
}

function pair(
  base: string,
  names: readonly [forward: string, reverse: string],
  topology: 'tree' | 'dependency',
): readonly RelationType[] {
  const [forward, reverse] = [`${base}-Forward`, `${base}-Reverse`];
  return [
    {
      referenceName: forward,
      name: names[0],
      usage: 'workItemLink',
      opposite: reverse,
      topology,
      isForward: true,
    },
    {
      referenceName: reverse,
      name: names[1],
      usage: 'workItemLink',
      opposite: forward,
      topology,
      isForward: false,
    },
  ];
}

const RELATED = 'System.LinkTypes.Related';
export const CHILD = 'System.LinkTypes.Hierarchy-Forward';
export const PARENT = 'System.LinkTypes.Hierarchy-Reverse';

export const RELATION_TYPES: readonly RelationType[] = [
  ...pair('Microsoft.VSTS.Common.Affects', ['Affects', 'Affected By'], 'dependency'),
  ...pair('Microsoft.VSTS.Common.TestedBy', ['Tested By', 'Tests'], 'dependency'),
  ...pair('System.LinkTypes.Dependency', ['Successor', 'Predecessor'], 'dependency'),
  ...pair('System.LinkTypes.Duplicate', ['Duplicate', 'Duplicate Of'], 'tree'),
  ...pair('System.LinkTypes.Hierarchy', ['Child', 'Parent'], 'tree'),
  {
    referenceName: RELATED,
    name: 'Related',
    usage: 'workItemLink',
    opposite: RELATED,
    topology: 'network',
    isForward: true,
  },
  { referenceName: 'AttachedFile', name: 'Attached File', usage: 'resourceLink' },
  { referenceName: 'Hyperlink', name: 'Hyperlink', usage: 'resourceLink' },
  { referenceName: 'ArtifactLink', name: 'Artifact Link', usage: 'resourceLink' },
];

export function relationType(referenceName: string): RelationType | undefined {
  return RELATION_TYPES.find((type) => type.referenceName.toLowerCase() === referenceName.toLowerCase());
}
