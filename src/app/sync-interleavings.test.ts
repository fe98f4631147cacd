/**
 * Two people edit the model, the backlog and apply, in any order, over a service that fails now and then. However it
 * went: it converges, no edit is lost, no second Task is made, and a further sync writes nothing (SPEC.md, S4, S81 to S86).
 */
import fc from 'fast-check';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../tests/fixtures/sample-model';
import { times } from '../../tests/fixtures/runs';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { applyEdit } from '../core/model/edit';
import type { Mitigation } from '../core/model/mitigation';
import type { SyncChoice, SyncPlan } from '../core/sync/plan';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';
import type { App } from './app';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { TaskOperation, Tasks } from './task-ports';

const everything: SyncChoice = { ...noChoice, approve: 'all', fallbackParent: null };
const mitigations = [1, 2, 3];

type Failure = 'before' | 'after';
type Move =
  | { readonly kind: 'edit-model'; readonly who: 0 | 1; readonly which: number; readonly text: string }
  | { readonly kind: 'edit-state'; readonly which: number; readonly state: string }
  | { readonly kind: 'write-beside'; readonly which: number; readonly text: string }
  | { readonly kind: 'look'; readonly who: 0 | 1 }
  | {
      readonly kind: 'apply';
      readonly who: 0 | 1;
      readonly failAt: { readonly call: number; readonly when: Failure } | undefined;
    };

const who = fc.constantFrom<0 | 1>(0, 1);
const which = fc.nat({ max: mitigations.length - 1 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('edit-model' as const), who, which, text: fc.constantFrom('A', 'B', 'C') }),
  fc.record({
    kind: fc.constant('edit-state' as const),
    which,
    state: fc.constantFrom('New', 'Active', 'Closed'),
  }),
  fc.record({
    kind: fc.constant('write-beside' as const),
    which,
    text: fc.constantFrom('<p>One</p>', '<p>Two</p>'),
  }),
  fc.record({ kind: fc.constant('look' as const), who }),
  fc.record({
    kind: fc.constant('apply' as const),
    who,
    failAt: fc.option(
      fc.record({ call: fc.integer({ min: 1, max: 4 }), when: fc.constantFrom<Failure>('before', 'after') }),
      {
        nil: undefined,
        freq: 2,
      },
    ),
  }),
);

/** Tasks whose n-th write is cut off, before or after its effect. */
class FailingTasks implements Pick<Tasks, 'write'> {
  next: { call: number; readonly when: Failure } | undefined;

  constructor(private readonly below: Tasks) {}

  async write(operations: readonly TaskOperation[]) {
    const { next } = this;
    if (next && (next.call -= 1) === 0) {
      this.next = undefined;
      if (next.when === 'after') await this.below.write(operations);
      throw new AccessError('unreachable', 'The connection was cut.');
    }
    return this.below.write(operations);
  }
}

class World {
  readonly backlog = new MemoryBacklog();
  readonly documents = new MemoryDocuments();
  readonly failing = new FailingTasks(this.backlog.tasks);
  readonly #ids = countingIds();
  /** What each of the two saw last. */
  readonly seen: ({ readonly opened: OpenedModel; readonly plan: SyncPlan } | undefined)[] = [
    undefined,
    undefined,
  ];
  /** The last text that somebody wrote beside our section, by work item. */
  readonly beside = new Map<number, string>();
  readonly titles = new Map<string, string>();
  readonly app: App;
  #time = Date.parse('2026-03-02T09:00:00.000Z');

  constructor() {
    const { tasks } = this.backlog;
    const failing = this.failing;
    const cut = new Proxy(tasks, {
      get: (target, name) => (name === 'write' ? failing.write.bind(failing) : bound(target, name)),
    });
    const backlog = new Proxy(this.backlog, {
      get: (target, name) => (name === 'tasks' ? cut : bound(target, name)),
    });
    this.app = createApp(
      { documents: this.documents, backlog, clock: { now: () => this.#now() }, newId: this.#ids },
      { projectId: this.backlog.projectId, hubId: 'without.without.hub' },
    );
  }

  /** Time passes: a claim that a broken apply left behind ends. */
  #now(): string {
    this.#time += 60_000;
    return new Date(this.#time).toISOString();
  }

  async begin() {
    const story = this.backlog.addStory('Pay by card');
    const { model } = await this.app.createModel(
      aModel({
        threats: [aThreat(1)],
        mitigations: mitigations.map((n) => aMitigation(n)),
        treatments: mitigations.map((n) => aTreatment(n, { threat: 1, mitigation: n })),
        links: [aStoryLink(1, 1, story)],
      }),
    );
    return model.info.id;
  }

  async tasksOf(id: Awaited<ReturnType<World['begin']>>): Promise<readonly number[]> {
    const { model } = await this.app.openModel(id);
    return [...model.realisation.values()].flatMap(({ workItem }) => workItem ?? []);
  }
}

/** Methods keep their own `this`: private fields do not go through a proxy. */
function bound<T extends object>(target: T, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

type Id = Awaited<ReturnType<World['begin']>>;

async function look(world: World, id: Id, person: 0 | 1): Promise<void> {
  const opened = await world.app.openModel(id);
  world.seen[person] = {
    opened,
    plan: await world.app.planSync({ model: opened.model, opened, choice: everything, depth: 'whole' }),
  };
}

async function apply(world: World, id: Id, person: 0 | 1): Promise<void> {
  const shown = world.seen[person];
  if (!shown) return look(world, id, person);
  world.seen[person] = undefined;
  await world.app.applySync({ ...shown, choice: everything, depth: 'whole' });
}

async function make(world: World, id: Id, { move }: { readonly move: Move }): Promise<void> {
  switch (move.kind) {
    case 'look':
      return look(world, id, move.who);
    case 'apply':
      world.failing.next = move.failAt && { ...move.failAt };
      return apply(world, id, move.who).catch((error: unknown) => {
        if (!(error instanceof AccessError)) throw error;
      });
    case 'edit-model': {
      const opened = await world.app.openModel(id);
      const mitigation = [...opened.model.mitigation.values()][move.which];
      if (!mitigation) return;
      const put: Mitigation = {
        ...mitigation,
        title: `${mitigation.title.slice(0, 12)} ${move.text}`,
        implement: move.text,
      };
      world.titles.set(mitigation.id, put.title);
      await world.app.saveModel(
        opened,
        applyEdit(opened.model, { label: 'Edit', mitigation: { put: [put] } }),
      );
      return;
    }
    case 'edit-state':
    case 'write-beside': {
      const task = (await world.tasksOf(id))[move.which];
      const item = task === undefined ? undefined : world.backlog.items.find(task);
      if (task === undefined || !item) return;
      if (move.kind === 'edit-state') return world.backlog.setState(task, move.state);
      const text = `${item.description.text}${move.text}`;
      world.backlog.items.change(task, { fields: { 'System.Description': text } });
      world.beside.set(task, `${world.beside.get(task) ?? ''}${move.text}`);
    }
  }
}

test('any order of edits and applies, with cut connections, converges', async () => {
  const seed = Number(process.env['WITHOUT_SEED'] ?? 20_261_125);
  const numRuns = times(60, 10_000);
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
      const world = new World();
      const id = await world.begin();
      for (const each of moves) await make(world, id, { move: each });
      world.failing.next = undefined;
      // Whatever was left half done is finished by whoever comes next.
      for (let round = 0; round < 3; round += 1) {
        await look(world, id, 0);
        await apply(world, id, 0);
      }
      for (const task of await world.tasksOf(id)) {
        const item = world.backlog.items.find(task);
        // Texts of what is done catch up when it is reopened (S67).
        if (item?.category === 'Completed') world.backlog.setState(task, 'Active');
      }
      await look(world, id, 1);
      await apply(world, id, 1);
      await look(world, id, 1);
      const { plan, opened } = world.seen[1] ?? {};
      // A further sync writes nothing, and nothing is left to decide.
      expect({ steps: plan?.steps, conflicts: plan?.conflicts, oddities: plan?.oddities }).toEqual({
        steps: [],
        conflicts: [],
        oddities: [],
      });
      // No second Task.
      const made = world.backlog.items.all().filter(({ type }) => type === 'Task');
      expect(made.length).toBe(mitigations.length);
      // No edit lost, on either side.
      for (const { mitigation, workItem } of opened?.model.realisation.values() ?? []) {
        const own = opened?.model.mitigation.get(mitigation);
        const item = world.backlog.items.find(workItem ?? 0);
        expect(own?.title).toBe(world.titles.get(mitigation) ?? own?.title);
        expect(item?.title).toBe(own?.title);
        expect(item?.description.text).toContain(own?.implement ?? '?');
        expect(item?.description.text.endsWith(world.beside.get(workItem ?? 0) ?? '')).toBe(true);
      }
    }),
    { seed, numRuns },
  );
  console.log(`${numRuns} interleavings, seed ${seed}`);
}, 3_600_000);
