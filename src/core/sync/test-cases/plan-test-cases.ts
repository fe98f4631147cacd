/**
 * Which Test Case each check of a model has, and which are to be made. A Test Case is ours by the hyperlink to its
 * check, found by our tag; its steps are the tester's once it is made, so a difference is told and never overwritten
 * unless somebody says so.
 */
import { checksOf, checkTitle, expectedOf, stepsOf } from '../../model/checks';
import { asId, mitigationId, modelId } from '../../model/ids';
import type { MitigationId, ModelId } from '../../model/ids';
import type { Mitigation } from '../../model/mitigation';
import type { Model } from '../../model/model';
import { indexModel } from '../../model/model-index';
import type { ModelIndex } from '../../model/model-index';
import type { TaskItem, WorkItemDraft } from '../backlog-picture';
import type { TaskWrite } from '../plan';
import { saySame, stepsXml } from './steps';
import type { TestStep } from './steps';

/** Another one than that of our Tasks, so that sync does not take a Test Case for one. It reveals no weakness. */
export const testCaseTag = 'security-check';
const stepsField = 'Microsoft.VSTS.TCM.Steps';

/** A Test Case as it was found by our tag. */
export interface FoundTestCase {
  readonly id: number;
  readonly rev: number;
  readonly title: string;
  readonly state: string;
  readonly hyperlinks: readonly string[];
  /** Items that it tests. */
  readonly tests: readonly number[];
  /** The field of the steps as it is. */
  readonly steps: string;
}

export interface CheckIdentity {
  readonly model: ModelId;
  readonly mitigation: MitigationId;
}

/** The address of a check in the hub; a link to a Task's mitigation has another form. */
export const checkUrl = (hubUrl: string, { model, mitigation }: CheckIdentity): string =>
  `${hubUrl}?model=${model}&check=${mitigation}`;

const uuidOf = (name: string) => new RegExp(`[?&#]${name}=([0-9a-f-]{36})(?:[&#]|$)`, 'i');
const [modelIn, checkIn] = [uuidOf('model'), uuidOf('check')];

/** Undefined for anybody else's link. Host, organisation and project may have changed: only the ids count. */
export function parseCheckUrl(url: string): CheckIdentity | undefined {
  const model = asId(modelId, modelIn.exec(url)?.[1]?.toLowerCase() ?? '');
  const mitigation = asId(mitigationId, checkIn.exec(url)?.[1]?.toLowerCase() ?? '');
  return model && mitigation ? { model, mitigation } : undefined;
}

interface About {
  readonly mitigation: MitigationId;
  readonly title: string;
  readonly steps: readonly TestStep[];
  /** Tasks of the mitigation, else the stories that it protects. */
  readonly tests: readonly number[];
}
export interface NewTestCase extends About {
  readonly kind: 'create';
  readonly draft: WorkItemDraft;
}
export interface KnownTestCase extends About {
  readonly kind: 'there';
  readonly workItem: number;
  readonly rev: number;
  readonly state: string;
  /** Of `tests`, those that it is not linked to. */
  readonly missing: readonly number[];
  /** Its steps are not those of the model. */
  readonly differs: boolean;
  /** Others that carry the same link, as a copied one does. */
  readonly copies: readonly number[];
  /** What writing it would change. */
  readonly write: TaskWrite;
}
export type TestCaseRow = NewTestCase | KnownTestCase;

export interface TestCasePlan {
  readonly rows: readonly TestCaseRow[];
  /** Test Cases of this model whose mitigation is gone, ruled out, or has no check any more. */
  readonly orphans: readonly FoundTestCase[];
}

export interface TestCaseInput {
  readonly model: Model;
  readonly hubUrl: string;
  /** The name of the project's type for test cases. */
  readonly type: string;
  /** The name of the project. */
  readonly project: string;
  readonly found: readonly FoundTestCase[];
  /** The work items that `testedBy` named, as far as the reader may see them. */
  readonly items: ReadonlyMap<number, TaskItem>;
}

/** What a check tests: the Tasks of the mitigation; where there are none, the stories of its threats. */
function testedBy(index: ModelIndex, { id }: Mitigation, isThere: (item: number) => boolean) {
  const tasks = index.realisationsOfMitigation(id).flatMap(({ workItem }) => workItem ?? []);
  const there = [...new Set(tasks)].filter(isThere);
  return there.length > 0 ? there : index.storiesOfMitigation(id).filter(isThere);
}

/** Every work item that the checks of the model may be linked to. */
export function itemsToTest(model: Model): readonly number[] {
  const index = indexModel(model);
  return [
    ...new Set(
      checksOf(model).flatMap(({ id }) => [
        ...index.realisationsOfMitigation(id).flatMap(({ workItem }) => workItem ?? []),
        ...index.storiesOfMitigation(id),
      ]),
    ),
  ];
}

function byMitigation(input: TestCaseInput): ReadonlyMap<MitigationId, readonly FoundTestCase[]> {
  const own = new Map<MitigationId, FoundTestCase[]>();
  for (const each of [...input.found].sort((a, b) => a.id - b.id)) {
    const link = each.hyperlinks.map(parseCheckUrl).find((one) => one?.model === input.model.info.id);
    if (link) own.set(link.mitigation, [...(own.get(link.mitigation) ?? []), each]);
  }
  return own;
}

/** A new one stands where what it tests stands; an area of another project would be refused. */
function placeOf(input: TestCaseInput, tests: readonly number[]): Record<string, string> {
  const [item] = tests.flatMap((id) => input.items.get(id) ?? []);
  if (!item || item.project !== input.project) return {};
  return { 'System.AreaPath': item.areaPath, 'System.IterationPath': item.iterationPath };
}

function newCase(input: TestCaseInput, about: About): NewTestCase {
  const { model, hubUrl, type } = input;
  const url = checkUrl(hubUrl, { model: model.info.id, mitigation: about.mitigation });
  const draft: WorkItemDraft = {
    type,
    fields: {
      'System.Title': about.title,
      'System.Tags': testCaseTag,
      [stepsField]: stepsXml(about.steps),
      ...placeOf(input, about.tests),
    },
    parent: undefined,
    related: [],
    hyperlink: { url, comment: 'The check in the threat model' },
    tests: about.tests,
  };
  return { kind: 'create', ...about, draft };
}

function knownCase(about: About, first: FoundTestCase, copies: readonly FoundTestCase[]): KnownTestCase {
  const missing = about.tests.filter((id) => !first.tests.includes(id));
  const differs = !saySame(first.steps, about.steps);
  return {
    kind: 'there',
    ...about,
    workItem: first.id,
    rev: first.rev,
    state: first.state,
    missing,
    differs,
    copies: copies.map(({ id }) => id),
    write: { fields: differs ? { [stepsField]: stepsXml(about.steps) } : {}, tests: missing },
  };
}

/** One row for each check of the model, in its order. */
export function planTestCases(input: TestCaseInput): TestCasePlan {
  const { model, items } = input;
  const index = indexModel(model);
  const own = byMitigation(input);
  const checks = checksOf(model);
  const rows = checks.map((mitigation): TestCaseRow => {
    const steps = stepsOf(mitigation);
    const expected = expectedOf(model, index, mitigation);
    const about: About = {
      mitigation: mitigation.id,
      title: checkTitle(mitigation),
      steps: steps.map((action, at) => ({ action, expected: at === steps.length - 1 ? expected : '' })),
      tests: testedBy(index, mitigation, (id) => items.has(id)),
    };
    const [first, ...copies] = own.get(mitigation.id) ?? [];
    return first ? knownCase(about, first, copies) : newCase(input, about);
  });
  const checked = new Set(checks.map(({ id }) => id));
  return { rows, orphans: [...own].flatMap(([id, cases]) => (checked.has(id) ? [] : cases)) };
}

/** Whether there is anything to write; a tester's own steps are a reason only where somebody ticks them. */
export const hasWork = (row: TestCaseRow): boolean =>
  row.kind === 'create' || row.missing.length > 0 || row.differs;

/** Ticked from the start: what nobody could object to. */
export const isHarmless = (row: TestCaseRow): boolean =>
  row.kind === 'create' || (row.missing.length > 0 && !row.differs);
