/** WITHOUT sentences for threats: from the snapshot of the entry that gave the threat, else from the entry that fits. */
import { aModel, aStoryLink, aThreat, countingIds, threatNumber } from '../../../tests/fixtures/sample-model';
import { folders, packageIn } from '../../../tests/kb/knowledge-folders';
import { knowledgeEntryId, mint } from '../model/ids';
import { clauseTemplates } from './clause-templates';

const origin = {
  kind: 'rule' as const,
  package: 'without.core',
  version: '1.0.0',
  entry: 'e',
  hash: 'h',
  key: 'k',
  written: {},
};
const entry = (content: string) => ({
  id: mint(knowledgeEntryId, countingIds()),
  type: 'threat' as const,
  package: 'without.core',
  version: '1.0.0',
  entry: 'e',
  hash: 'h',
  content,
});

test.each([
  ['says one', '{"withoutClause":"others reading {target.name}"}', 'others reading {target.name}'],
  ['says none', '{}', undefined],
  ['is damaged', '{"withoutClause":', undefined],
  ['says something else', '{"withoutClause":7}', undefined],
])('the entry that gave the threat %s', (_title, content, sentence) => {
  const kept = entry(content);
  const model = { ...aModel({ threats: [aThreat(1, { origin })] }), knowledge: new Map([[kept.id, kept]]) };
  expect(clauseTemplates(model, []).get(threatNumber(1))).toBe(sentence);
});

test('a threat that somebody wrote gets the sentence of the entry that fits best, unless a story speaks of it', () => {
  const title = 'SQL injection through the search box';
  const threats = [aThreat(1, { title }), aThreat(2, { title })];
  const found = clauseTemplates(aModel({ threats, links: [aStoryLink(1, 2, 7)] }), folders.map(packageIn));
  expect([...found.keys()]).toEqual([threatNumber(1)]);
  expect(found.get(threatNumber(1))).toMatch(/quer|command|database|\{/i);
});
