/** After an apply: where the next look of this person begins, what is open, and when model and backlog last agreed. */
import type { Realisation } from '../core/model/mitigation';
import { sameValue } from '../core/model/same-value';
import { hasTag } from '../core/sync/desk';
import { mitigationTag } from '../core/sync/identity';
import { isWriting } from '../core/sync/plan';
import type { SyncPlan } from '../core/sync/plan';
import type { LookEnd } from './look-at-backlog';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports, StoredDocument } from './ports';
import type { StepOutcome } from './run-steps';
import { attentionOf, changeMemory, markOfTasks, readMemory } from './sync-memory';
import type { Alignment, PersonLook, SyncMemory } from './sync-memory';
import type { PlanRequest } from './sync-backlog';

/** How long the word about a backlog in which nothing happens stands without being written again. Milliseconds. */
const standsFor = 60 * 60 * 1000;

interface Given {
  readonly request: Pick<PlanRequest, 'choice'> & { readonly projectId: string };
  readonly opened: OpenedModel;
  readonly outcomes: readonly StepOutcome[];
  /** The last plan: what it wants and nobody did is open. */
  readonly plan: SyncPlan;
  readonly look: LookEnd | undefined;
}

/** Work items that must be read next time although they may not change. */
function openItems({ outcomes, plan }: Given): number[] {
  const done = new Set(outcomes.filter(({ result }) => result.kind === 'done').map(({ step }) => step));
  const steps = [...plan.steps.filter(isWriting), ...outcomes.map(({ step }) => step)];
  return [
    ...plan.oddities.map(({ workItem }) => workItem),
    ...plan.conflicts.map(({ workItem }) => workItem),
    ...steps.flatMap((step) => ('workItem' in step && !done.has(step) ? [step.workItem] : [])),
  ];
}

/**
 * What changed while the plan was applied: our own writes are left out, so that the next look need not read them;
 * what others did meanwhile is kept as open, as far as a look by changes would read it.
 */
async function closingLook(
  ports: Ports,
  given: Given,
  look: LookEnd,
): Promise<{ token: string; open: number[] }> {
  if (!given.outcomes.some(({ result }) => result.kind === 'done')) return { token: look.token, open: [] };
  try {
    const changes = await ports.backlog.tasks.changes(look.token);
    const known = new Map<number, Realisation>();
    for (const each of given.opened.model.realisation.values())
      if (each.workItem) known.set(each.workItem, each);
    const stories = new Set([...given.opened.model.storyLink.values()].map(({ story }) => story));
    const open = changes.items.filter(({ id, rev, tags, deleted }) => {
      const ours = known.get(id);
      if (ours) return deleted || ours.baseline?.rev !== rev;
      return stories.has(id) || hasTag({ tags }, mitigationTag);
    });
    return { token: changes.token, open: open.map(({ id }) => id) };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return { token: look.token, open: [] };
  }
}

/** Whoever looked last is known by name already. */
async function whoLooked(ports: Ports, given: Given, last: Alignment | undefined): Promise<Alignment['by']> {
  const looker = given.look?.person;
  if (!looker) return null;
  const { id, name } = looker;
  if (name !== undefined) return { id, name };
  return last?.by?.id === id ? last.by : ((await ports.person?.()) ?? null);
}

function alignmentOf(given: Given, { by, at }: Pick<Alignment, 'by' | 'at'>): Alignment {
  const { outcomes, plan } = given;
  const count = (of: StepOutcome['result']['kind']) =>
    outcomes.filter(({ result }) => result.kind === of).length;
  const [done, untried] = [count('done'), count('not-tried')];
  const asks = plan.steps.filter((step) => !isWriting(step)).length;
  // A Task that is missing is an oddity, too: it is one question.
  const clashes = plan.conflicts.filter(({ kind }) => kind === 'field').length;
  return {
    at,
    by,
    done,
    failed: outcomes.length - done - untried,
    ...(untried > 0 ? { untried } : {}),
    open: plan.oddities.length + clashes + asks,
  };
}

function withFields(memory: SyncMemory, given: Given): Pick<SyncMemory, 'fields' | 'asked'> {
  const asked = given.outcomes.flatMap(({ result }) =>
    result.kind === 'refused' && result.required !== undefined && !result.required.startsWith('System.')
      ? [{ field: result.required, name: result.required }]
      : [],
  );
  const all = new Map([...memory.asked, ...asked].map((each) => [each.field, each]));
  const made = given.outcomes.some(({ step, result }) => step.kind === 'create' && result.kind === 'done');
  return {
    asked: [...all.values()].slice(0, 50),
    fields: made ? { ...memory.fields, ...given.request.choice.fields } : memory.fields,
  };
}

const undated = ({ looks, last, ...rest }: SyncMemory) => ({
  ...rest,
  last: { ...last, at: '' },
  looks: Object.fromEntries(Object.entries(looks).map(([id, look]) => [id, { ...look, at: '' }])),
});

/** The same was found a short while ago, and nothing in the whole project changed since: nothing is to be written. */
function isStillSo(before: SyncMemory, after: SyncMemory): boolean {
  if (!before.last || !after.last) return false;
  const age = Date.parse(after.last.at) - Date.parse(before.last.at);
  return age >= 0 && age < standsFor && sameValue(undated(before), undated(after));
}

/**
 * Writes it, unless the same was written within the hour. A look at a selection of the mitigations says nothing about
 * the others, so it moves nothing on.
 */
export async function rememberSync(ports: Ports, given: Given): Promise<StoredDocument | undefined> {
  const { request, opened, look } = given;
  const { projectId } = request;
  const model = opened.model.info.id;
  const isAll = request.choice.selection === 'all';
  const closing = isAll && look ? await closingLook(ports, given, look) : undefined;
  const at = ports.clock.now();
  const attention = attentionOf([...openItems(given), ...(closing?.open ?? [])]);
  const stored = readMemory(opened.memory);
  const by = await whoLooked(ports, given, stored.last);
  const change = (memory: SyncMemory): SyncMemory => {
    const next: SyncMemory = { ...memory, ...withFields(memory, given) };
    if (!isAll || !look || !closing) return next;
    const looks = new Map(Object.entries(memory.looks));
    const person = look.person?.id;
    if (person !== undefined && attention) {
      const { wholeAt } = look;
      const now = [...opened.model.realisation.values()].flatMap(({ workItem }) => workItem ?? []);
      // One that somebody let go of since the look is still among them, so that the next look notices.
      const tasks = markOfTasks([...look.tasks, ...now]);
      const mine: PersonLook = { token: closing.token, at, wholeAt, attention, tasks };
      looks.set(person, mine);
    } else if (person !== undefined) looks.delete(person);
    return { ...next, looks: Object.fromEntries(looks), last: alignmentOf(given, { by, at }) };
  };
  if (isStillSo(stored, change(stored))) return opened.memory;
  return changeMemory(ports, { projectId, model, known: opened.memory }, change);
}
