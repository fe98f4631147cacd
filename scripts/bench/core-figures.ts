/** Figures of the core, as JSON on stdout: medians over several runs after one to warm up. Milliseconds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { defaultLimits, importFile } from '../../src/core/formats/import-file';
import { adviseSprint } from '../../src/core/advice/sprint-advice';
import { checkAlignment } from '../../src/core/alignment/check-alignment';
import { planTags } from '../../src/core/flags/plan-tags';
import { wantedFlags } from '../../src/core/flags/wanted-flags';
import { assess } from '../../src/core/risk/assess';
import { aLinkedClause, aPicture, aStory, aTask } from '../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../tests/fixtures/sample-model';
import { emptyPicture } from '../../src/core/sync/backlog-picture';
import type { BacklogPicture, TaskItem } from '../../src/core/sync/backlog-picture';
import { noChoice } from '../../src/core/sync/plan';
import { planSync } from '../../src/core/sync/plan-sync';

function timed(work: () => void, runs = 15) {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    work();
    if (run > 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], min: times[0], max: times[times.length - 1], runs };
}

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const large = aModel({
  threats: numbers(5000).map((n) => aThreat(n)),
  mitigations: numbers(500).map((n) => aMitigation(n, { kind: 'approved' })),
  treatments: numbers(10_000).map((n) =>
    aTreatment(n, { threat: (n % 5000) + 1, mitigation: (n % 500) + 1 }),
  ),
});
const bytes = readFileSync(join(process.cwd(), 'tests/fixtures/models/corner-shop.tm7'));

const story = (id: number): TaskItem => ({
  id,
  rev: 1,
  type: 'User Story',
  title: `Story ${id}`,
  state: 'New',
  category: 'Proposed',
  tags: [],
  areaPath: 'Shop',
  iterationPath: 'Shop',
  parent: undefined,
  order: id,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
});
const many = {
  threats: numbers(5000).map((n) => aThreat(n)),
  mitigations: numbers(5000).map((n) => aMitigation(n, { kind: 'approved' })),
  treatments: numbers(5000).map((n) => aTreatment(n, { threat: n, mitigation: n })),
  links: numbers(15_000).map((n) => aStoryLink(n, ((n - 1) % 5000) + 1, n)),
};
const planOf = (model: ReturnType<typeof aModel>, picture: BacklogPicture) =>
  planSync({
    model,
    picture,
    choice: { ...noChoice, fallbackParent: null },
    hubUrl: 'https://dev.example/hub',
    taskType: 'Task',
    project: 'Shop',
    newId: randomUUID,
  });

/** 15,000 stories and the 5,000 Tasks that a first plan over them makes: everything read, nothing to do. */
function aligned() {
  const items = new Map(numbers(15_000).map((n) => [n, story(n)]));
  const made = planOf(aModel(many), { ...emptyPicture, items }).steps.flatMap((step, at) =>
    step.kind === 'create' ? [{ step, id: 15_001 + at }] : [],
  );
  const tasks = made.map(({ step: { draft }, id }): TaskItem => {
    const text = (field: string) => String(draft.fields[field] ?? '');
    return {
      ...story(id),
      type: draft.type,
      title: text('System.Title'),
      tags: [text('System.Tags')],
      parent: draft.parent,
      related: draft.related,
      hyperlinks: draft.hyperlink ? [draft.hyperlink.url] : [],
      description: { text: text('System.Description'), format: 'html' },
    };
  });
  const realisations = made.map(({ step: { after }, id }) => ({
    ...after,
    workItem: id,
    ...(after.baseline ? { baseline: { ...after.baseline, rev: 1 } } : {}),
  }));
  const picture = { ...emptyPicture, items, tasks: new Map(tasks.map((task) => [task.id, task])) };
  return { model: aModel({ ...many, realisations }), picture };
}
const whole = aligned();
const nothing = planOf(whole.model, whole.picture);
const found = nothing.steps.length + nothing.oddities.length + nothing.conflicts.length;
if (whole.picture.tasks.size !== 5000 || found > 0) {
  throw new Error(`An aligned backlog of ${whole.picture.tasks.size} Tasks wants ${found} things.`);
}

/** 2,000 planned stories over 1,000 threats with 1,000 mitigations: every third requires another, half have a Task. */
const sprint = { id: '1', name: 'Sprint 1', path: 'Shop\\Sprint 1', start: undefined, finish: undefined };
const clauses = numbers(2000).map((n) => aLinkedClause(n, n, `somebody reading record ${n}`));
const planned = aPicture({
  models: [
    aModel({
      threats: numbers(1000).map((n) => aThreat(n)),
      mitigations: numbers(1000).map((n) => ({
        ...aMitigation(n, { kind: n % 2 ? 'approved' : 'open' }),
        effort: (n % 8) + 1,
        ...(n % 3 === 0 ? { requires: [mitigationNumber((n % 50) + 1)] } : {}),
      })),
      treatments: numbers(3000).map((n) =>
        aTreatment(n, { threat: (n % 1000) + 1, mitigation: ((n * 7) % 1000) + 1 }),
      ),
      realisations: numbers(500).map((n) => aRealisation(n, n * 2, 10_000 + n)),
      clauses,
      links: numbers(4000).map((n) =>
        aStoryLink(n, (n % 1000) + 1, ((n - 1) % 2000) + 1, clauses[(n - 1) % 2000]),
      ),
    }),
  ],
  stories: numbers(2000).map((n) =>
    aStory(n, [`somebody reading record ${n}`], { iterationPath: sprint.path }),
  ),
  tasks: numbers(500).map((n) => aTask(10_000 + n, { iterationPath: n % 2 ? sprint.path : 'Shop' })),
  sprint,
});
const advice = adviseSprint(planned);
if (advice.stories.length !== 2000 || advice.suggestions.length === 0)
  throw new Error('The advice of the bench says nothing.');

const everywhere = [{ path: 'Shop', below: 'included' as const }];
/** What a team is shown before anything is written: every card of the sprint, judged and counted. */
const flagsOf = (picture: typeof planned) =>
  planTags({ wanted: wantedFlags(picture), flagged: [], areas: everywhere });
if (flagsOf(planned).steps.length < 2000) throw new Error('The flags of the bench are not there.');

const figures = {
  // A fresh picture each time: what a picture once found about its links would otherwise be remembered.
  'advice on 2,000 stories and 1,000 threats': timed(() => adviseSprint({ ...planned })),
  'alignment of 2,000 stories and 1,000 threats': timed(() => checkAlignment({ ...planned })),
  'flags on 2,000 stories and 1,000 threats': timed(() => flagsOf({ ...planned })),
  'risk of 5,000 threats': timed(() => assess(large, new Map())),
  'plan of 500 mitigations': timed(() => planOf(large, emptyPicture)),
  'plan of 20,000 items and 5,000 mitigations': timed(() => planOf(whole.model, whole.picture)),
  'import of the fixture': timed(() =>
    importFile({
      fileName: 'corner-shop.tm7',
      bytes,
      limits: defaultLimits(() => false),
      newId: randomUUID,
      now: '2026-01-05T10:00:00.000Z',
    }),
  ),
};
process.stdout.write(JSON.stringify(figures));
