/** After an apply: where the next look of this person begins, what is open, and when model and backlog last agreed. */
import type { Realisation } from '../core/model/mitigation';
import { isWriting } from '../core/sync/plan';
import type { SyncPlan } from '../core/sync/plan';
import type { LookEnd } from './look-at-backlog';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports, StoredDocument } from './ports';
import type { StepOutcome } from './run-steps';
import { attentionOf, changeMemory, markOfTasks } from './sync-memory';
import type { Alignment, PersonLook, SyncMemory } from './sync-memory';
import type { PlanRequest } from './sync-backlog';

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
 * what others did meanwhile is kept as open.
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
      return stories.has(id) || tags.length > 0;
    });
    return { token: changes.token, open: open.map(({ id }) => id) };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return { token: look.token, open: [] };
  }
}

function alignmentOf(given: Given, at: string): Alignment {
  const { outcomes, plan, look } = given;
  const done = outcomes.filter(({ result }) => result.kind === 'done').length;
  const asks = plan.steps.filter((step) => !isWriting(step)).length;
  return {
    at,
    by: look?.person ?? null,
    done,
    failed: outcomes.length - done,
    open: plan.oddities.length + plan.conflicts.length + asks,
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

/** Writes it. A look at a selection of the mitigations says nothing about the others, so it moves nothing on. */
export async function rememberSync(ports: Ports, given: Given): Promise<StoredDocument | undefined> {
  const { request, opened, look } = given;
  const { projectId } = request;
  const model = opened.model.info.id;
  const isAll = request.choice.selection === 'all';
  const closing = isAll && look ? await closingLook(ports, given, look) : undefined;
  const at = ports.clock.now();
  const attention = attentionOf([...openItems(given), ...(closing?.open ?? [])]);
  return changeMemory(ports, { projectId, model, known: opened.memory }, (memory) => {
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
    return { ...next, looks: Object.fromEntries(looks), last: alignmentOf(given, at) };
  });
}
