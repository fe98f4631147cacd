import { relationGroups } from './relation-groups';

const url = (id: number): string => `http://127.0.0.1/local/_apis/wit/workItems/${id}`;
const relation = (rel: string, target: string, attributes = {}) => ({ rel, url: target, attributes });

test('relations stand in groups of familiar names and order', () => {
  const groups = relationGroups([
    relation('Hyperlink', 'https://example.com/workItems/9'),
    relation('System.LinkTypes.Hierarchy-Forward', url(3)),
    relation('ArtifactLink', 'vstfs:///Git/Commit/x', { name: 'Fixed in Commit' }),
    relation('System.LinkTypes.Hierarchy-Reverse', url(1)),
    relation('System.LinkTypes.Hierarchy-Forward', url(2)),
    relation('Custom.LinkTypes.Blocks-Forward', url(4)),
  ]);
  expect(groups.map(({ title, items, others }) => [title, items.map(({ id }) => id), others.length])).toEqual(
    [
      ['Parent', [1], 0],
      ['Child', [3, 2], 0],
      ['Hyperlink', [], 1],
      ['Fixed in Commit', [], 1],
      ['Blocks-Forward', [4], 0],
    ],
  );
});
