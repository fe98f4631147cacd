/** The situations of Figures 1 and 2 of Microsoft's paper, read through the adapters: exactly these findings. */
import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { RestDocuments } from '../../src/adapters/azdo/rest-documents';
import { readAlignment } from '../../src/app/read-alignment';
import { extensionDataRoot } from '../../src/cli/extension-data-root';
import { checkAlignment } from '../../src/core/alignment/check-alignment';
import type { Finding } from '../../src/core/alignment/finding';
import type { AlignmentPicture } from '../../src/core/alignment/picture';
import { rankCandidates } from '../../src/core/alignment/rank-candidates';
import { countingIds, mitigationNumber, threatNumber } from '../fixtures/sample-model';
import { startFiguresHost } from '../fixtures/figures-host';
import { ownerHttp } from '../fixtures/local-host';
import { withReport } from '../fixtures/test-rule';

async function read(process: 'agile' | 'scrum'): Promise<AlignmentPicture> {
  const host = await startFiguresHost(process);
  try {
    const { http, root } = ownerHttp(host);
    const dataRoot = await extensionDataRoot(http, root);
    const backlog = new AzdoBacklog({ http, root, project: 'Shop' });
    const ports = {
      documents: new RestDocuments({ http, root: dataRoot, publisher: 'without', extension: 'without' }),
      backlog,
      clock: { now: () => '2026-01-05T10:00:00.000Z' },
      newId: countingIds(),
    };
    const { id } = await backlog.facts();
    const { picture, problems } = await readAlignment(ports, { projectId: id, sprint: undefined });
    expect(problems).toEqual([]);
    return picture;
  } finally {
    await host.close();
  }
}

const names: ReadonlyMap<string, string> = new Map<string, string>([
  ...['A', 'B', 'C', 'D'].map((name, n) => [threatNumber(n + 1), `threat ${name}`] as const),
  ...[1, 2, 3, 4, 5].map((n) => [mitigationNumber(n), `mitigation ${n}`] as const),
]);

/** What a person would say of it. */
function said({ ruleId, messageId, subject }: Finding): string {
  const { threat, mitigation, story, clause } = subject;
  const parts = [
    ...[threat, mitigation].flatMap((id) => (id ? [names.get(id)] : [])),
    ...(story ? [`story ${story}`] : []),
    ...(clause ? [`clause ${clause.ordinal + 1}`] : []),
  ];
  return `${ruleId} ${messageId}: ${parts.join(', ')}`;
}

const always = [
  'linked-story-without-clause noClause: threat B, story 3',
  'threat-without-story noStory: threat D',
  'clause-without-threat noThreat: story 5, clause 1',
];
const policies = [
  'story-with-several-threats several: story 1',
  'story-with-several-clauses several: story 4',
];
const sprint = [
  'mitigation-not-planned-with-its-story otherIteration: mitigation 1, story 1',
  'mitigation-not-planned-with-its-story noTask: mitigation 2, story 1',
  'mitigation-not-planned-with-its-story noTask: mitigation 3, story 1',
];

describe.each(['agile', 'scrum'] as const)('%s', (process) => {
  let picture: AlignmentPicture;
  beforeAll(async () => {
    picture = await read(process);
  });

  test('the anomalies of the figures, and nothing of what is aligned', () => {
    expect(checkAlignment(picture).map(said)).toEqual([...always, ...sprint]);
  });

  test('with both policies', () => {
    const models = picture.models.map((each) => ({
      ...each,
      model: withReport(each.model, 'oneThreatPerStory', 'oneClausePerStory'),
    }));
    expect(checkAlignment({ ...picture, models }).map(said)).toEqual([...always, ...policies, ...sprint]);
  });

  test('looking at the sprint of the story changes nothing, at another sprint leaves its gap out', () => {
    const at = (name: string) => ({
      id: name,
      name,
      path: `Shop\\${name}`,
      start: undefined,
      finish: undefined,
    });
    const found = (name: string) => checkAlignment({ ...picture, sprint: at(name) }).map(said);
    expect([found('Sprint 2'), found('Sprint 3')]).toEqual([[...always, ...sprint], always]);
  });

  test('the keys hold ids only, each once, and reading twice gives the same', () => {
    const keys = checkAlignment(picture).map(({ key }) => key);
    expect(keys).toEqual(checkAlignment({ ...picture }).map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z-]+@[0-9a-zA-Z/:-]+$/);
  });

  test('threat D is offered the clauses about what others may read, clause 5 the threat to card data', () => {
    const [, threatD, clause5] = checkAlignment(picture);
    if (!threatD || !clause5) throw new Error('The figures lost their findings.');
    const clauses = rankCandidates(picture, threatD);
    expect(clauses.slice(0, 2).map(({ kind, ids, because }) => [kind, ids, because])).toEqual(
      [
        [5, 'says it in other words: read – seeing'],
        [1, undefined],
      ].map(([story, reason]) => [
        'clause',
        expect.objectContaining({ story }),
        [...(reason === undefined ? [] : [reason]), 'speaks of information disclosure, as the threat does'],
      ]),
    );
    const threats = rankCandidates(picture, clause5);
    expect(threats[0]).toMatchObject({
      kind: 'threat',
      ids: { threat: threatNumber(1) },
      because: [
        'shares the words card, number',
        'says it in other words: shopper – customer',
        'speaks of information disclosure, as the threat does',
      ],
    });
  });
});
