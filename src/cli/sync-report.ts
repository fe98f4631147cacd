/** A sync in words for a terminal, and as one JSON object for a program. */
import type { StepOutcome } from '../app/apply-sync';
import type { Conflict, Oddity, Proposal, Step } from '../core/sync/plan';
import type { MitigationId } from '../core/model/ids';
import { doneWords } from '../core/sync/journal';
import { isWriting } from '../core/sync/plan';
import { forTerminal, nameInFlag } from './console';
import type { CommandWorld } from './console';

export interface TriedStep {
  readonly result?: StepOutcome['result'];
}
/** A Task that people made, with the mitigation that it looks most like. */
export interface AlikeLine {
  readonly workItem: number;
  readonly title: string;
  readonly mitigation: MitigationId;
  readonly mitigationTitle: string;
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly string[];
}
export interface SyncOutcome {
  /** The name of the model. */
  readonly model: string;
  readonly steps: readonly (Step & TriedStep)[];
  /** What the answers changed in the model itself, one line each; with a dry run, what they would change. */
  readonly said?: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly oddities: readonly Oddity[];
  /** Why it ended before everything was tried, as a sentence. */
  readonly problem?: string | undefined;
  /** Absent where nothing was looked at. */
  readonly look?: { readonly kind: 'whole' | 'changes' } | undefined;
  /** Only a dry run looks for them. */
  readonly lookAlikes?: readonly AlikeLine[];
}

/** Characters of a text from either side: enough to see the difference; --json has the whole. */
const mostOfText = 300;
const indent = ' '.repeat(18);

/** So much of what both sides say stands before the first difference, so that one sees where it is. Characters. */
const beforeDifference = 60;

const oneLine = (text: string): string => forTerminal(text).replace(/\s+/g, ' ').trim();
const cut = (line: string): string => (line.length > mostOfText ? `${line.slice(0, mostOfText)}…` : line);
const short = (text: string): string => cut(oneLine(text));

/** Both sides from a little before the first difference: the beginnings of long texts are mostly the same. */
function sidesOf(model: string, backlog: string): readonly [model: string, backlog: string] {
  const [ours, theirs] = [oneLine(model), oneLine(backlog)];
  let same = 0;
  while (same < ours.length && ours[same] === theirs[same]) same += 1;
  if (Math.max(ours.length, theirs.length) <= mostOfText || same <= beforeDifference)
    return [cut(ours), cut(theirs)];
  const from = ours.indexOf(' ', same - beforeDifference) + 1;
  const start = from > 0 && from <= same ? from : same;
  return [`…${cut(ours.slice(start))}`, `…${cut(theirs.slice(start))}`];
}

function doneWord(step: Step): string {
  if (step.kind === 'update' && step.takes) return 'taken over';
  return isWriting(step) ? doneWords[step.kind] : 'done';
}

const word = (kind: string): string => kind.padEnd(15);

function describe(step: Step & TriedStep): string {
  const title = forTerminal(step.title);
  if (step.result?.kind === 'done') return `${word(doneWord(step))} #${step.result.workItem} ${title}`;
  if (step.result) return `${word(step.result.kind)} ${title}: ${forTerminal(step.result.message)}`;
  if (step.kind === 'create') {
    const under = step.parent
      ? `under #${step.parent.id} ${forTerminal(step.parent.title)}`
      : 'without a parent, so backlogs hide it';
    return `${word('create')} ${title} (${under}): ${forTerminal(step.because)}`;
  }
  const item = 'workItem' in step ? `#${step.workItem} ` : '';
  return `${word(step.kind)} ${item}${title}: ${forTerminal(step.because)}`;
}

/** So many questions are answered one by one; of more the line at the end says how. */
const mostApproved = 20;

/** The flag that approves each single mitigation. `all` is a word of the flag and a long title is cut: those go by their ids. */
function approveLine(steps: readonly (Step & TriedStep)[], step: Step): readonly string[] {
  if (step.kind !== 'needs-approval') return [];
  if (steps.filter(({ kind }) => kind === 'needs-approval').length > mostApproved) return [];
  const isNoName = step.title === 'all' || step.title.endsWith('…');
  const name = isNoName ? step.mitigation : nameInFlag(step.title, step.mitigation);
  return [`${indent}--approve "${name}"`];
}

/** What each step changes, below it; what was decided, where only the model learned something. */
function details(step: Step & TriedStep): readonly string[] {
  if (step.kind === 'note' && step.result?.kind === 'done') return [`${indent}${short(step.because)}`];
  if (step.kind !== 'update' || (step.result && step.result.kind !== 'done')) return [];
  return step.changes.map(({ says }) => `${indent}${short(says)}`);
}

/** The process asks the same of every Task: that is said once for each set of fields. */
function fieldQuestions(steps: readonly (Step & TriedStep)[]): readonly string[] {
  const waiting = new Map<string, number>();
  for (const step of steps)
    if (step.kind === 'needs-field') waiting.set(step.because, (waiting.get(step.because) ?? 0) + 1);
  return [...waiting].map(
    ([because, count]) =>
      `${word('needs-field')} ${count.toLocaleString('en')} ${count === 1 ? 'Task' : 'Tasks'}: ${forTerminal(because)}`,
  );
}

/** `renamed:12`, which is shorter than the whole key and as good in one project. */
const shortKey = (key: string, workItem: number): string => `${key.split(':')[0] ?? key}:${workItem}`;

function question(
  about: Pick<Oddity, 'key' | 'workItem' | 'title' | 'because' | 'model' | 'backlog'>,
  given: { readonly kind: string; readonly proposals: readonly Proposal[] },
): readonly string[] {
  const key = shortKey(about.key, about.workItem);
  const [model, backlog] = sidesOf(about.model ?? '', about.backlog ?? '');
  const sides = [
    ...(about.model === undefined ? [] : [`${indent}model:   ${model}`]),
    ...(about.backlog === undefined ? [] : [`${indent}backlog: ${backlog}`]),
  ];
  return [
    `${given.kind.padEnd(15)} #${about.workItem} ${forTerminal(about.title)}: ${forTerminal(about.because)}`,
    ...sides,
    ...given.proposals.map(
      ({ answer, says, does }) => `${indent}--answer ${key}=${answer}  ${says}: ${does}`,
    ),
  ];
}

function questions({ conflicts, oddities }: SyncOutcome): readonly string[] {
  return [
    // A Task that is missing is an oddity, too, and that has the proposals.
    ...conflicts.flatMap((each) =>
      each.kind === 'field' ? question(each, { ...each, kind: 'conflict' }) : [],
    ),
    ...oddities.flatMap((each) => question(each, { kind: each.fate, proposals: each.proposals })),
  ];
}

function alikeLines({ lookAlikes = [] }: SyncOutcome): readonly string[] {
  return lookAlikes.flatMap(({ workItem, title, mitigation, mitigationTitle, because }) => [
    `${'look-alike'.padEnd(15)} #${workItem} ${forTerminal(title)}: ${short(because.join('; '))}`,
    `${indent}--take "${nameInFlag(mitigationTitle, mitigation)}=${workItem}"  It becomes the mitigation’s Task; its title and words stay.`,
    `${indent}--answer look-alike:${workItem}=dismiss  It is another piece of work: it is not proposed any more.`,
  ]);
}

/** The fields that the process asks for, each once, with the flag that answers. */
function fieldHints(steps: readonly (Step & TriedStep)[]): readonly string[] {
  const hints = new Map<string, string>();
  for (const step of steps) {
    if (step.kind === 'needs-field') {
      for (const { field, name, allowed } of step.fields) {
        const values = allowed ? `, one of: ${allowed.slice(0, 20).join(', ')}` : '';
        hints.set(field, `--field ${field}=VALUE (${name}${values})`);
      }
    }
    const required = step.result?.kind === 'refused' ? step.result.required : undefined;
    if (required !== undefined && !hints.has(required)) hints.set(required, `--field ${required}=VALUE`);
  }
  if (hints.size === 0) return [];
  const flags = [...hints.values()].map(forTerminal).join(' ');
  return [`To fill in what the process requires, once, for all Tasks: ${flags}`];
}

export const isOpen = ({ steps, conflicts, oddities }: SyncOutcome): boolean =>
  conflicts.length + oddities.length > 0 || steps.some((step) => step.result?.kind !== 'done');

const isEmpty = ({ steps, conflicts, oddities, said = [], lookAlikes = [] }: SyncOutcome): boolean =>
  steps.length + conflicts.length + oddities.length + said.length + lookAlikes.length === 0;

const words: Readonly<Record<StepOutcome['result']['kind'], string>> = {
  done: 'done',
  refused: 'refused',
  outdated: 'changed in between',
  unsure: 'of unknown end',
  'not-tried': 'not tried',
};

/** "12 done, 3 not tried, 2 to be decided." Empty for a plan, which says it line by line. */
function summary(outcomes: readonly SyncOutcome[]): readonly string[] {
  const steps = outcomes.flatMap((outcome) => outcome.steps);
  if (!steps.some(({ result }) => result)) return [];
  const counts = Object.entries(words).flatMap(([kind, word]) => {
    const count = steps.filter(({ result }) => result?.kind === kind).length;
    return count > 0 ? [`${count.toLocaleString('en')} ${word}`] : [];
  });
  const asks = steps.filter((step) => !step.result && !isWriting(step)).length;
  const questionsLeft = outcomes.reduce(
    (sum, each) => sum + each.oddities.length + each.conflicts.filter(({ kind }) => kind === 'field').length,
    asks,
  );
  const left = steps.filter((step) => !step.result && isWriting(step)).length;
  return [
    `${[
      ...counts,
      ...(left > 0 ? [`${left.toLocaleString('en')} planned anew`] : []),
      ...(questionsLeft > 0 ? [`${questionsLeft.toLocaleString('en')} to be decided`] : []),
    ].join(', ')}.`,
  ];
}

const onlyChanges =
  'Only what changed since your last run was read. Tasks and stories that moved to another project show when all is read: once a day, or with --whole.';

/** All in one object for a program; by model for a person, with what to say next. */
export function printSync(
  outcomes: readonly SyncOutcome[],
  { json, world }: { readonly json: boolean; readonly world: CommandWorld },
): void {
  const steps = outcomes.flatMap((outcome) => outcome.steps);
  if (json) {
    const conflicts = outcomes.flatMap((outcome) => outcome.conflicts);
    const oddities = outcomes.flatMap((outcome) => outcome.oddities);
    const lookAlikes = outcomes.flatMap((outcome) => outcome.lookAlikes ?? []);
    const said = outcomes.flatMap((outcome) => outcome.said ?? []).map((line) => line.replace(/ +/g, ' '));
    const more = { ...(lookAlikes.length > 0 ? { lookAlikes } : {}), ...(said.length > 0 ? { said } : {}) };
    world.out(JSON.stringify({ steps, conflicts, oddities, ...more }));
  } else {
    for (const outcome of outcomes.filter((each) => !isEmpty(each))) {
      world.out(`${forTerminal(outcome.model)}:`);
      for (const line of outcome.said ?? []) world.out(`  ${forTerminal(line)}`);
      for (const step of outcome.steps.filter(({ kind }) => kind !== 'needs-field'))
        for (const line of [describe(step), ...details(step), ...approveLine(outcome.steps, step)])
          world.out(`  ${line}`);
      for (const line of fieldQuestions(outcome.steps)) world.out(`  ${line}`);
      for (const line of [...questions(outcome), ...alikeLines(outcome)]) world.out(`  ${line}`);
    }
    if (outcomes.length > 0 && outcomes.every(isEmpty))
      world.out('Nothing to do: the backlog has every Task that the models ask for.');
    for (const line of fieldHints(steps)) world.out(line);
    if (steps.some((step) => step.kind === 'needs-approval'))
      world.out('To create Tasks for what nobody decided yet: --approve all, or --approve TITLE for one.');
    if (steps.some((step) => step.kind === 'needs-story'))
      world.out(
        'To put Tasks without a story of their own under one: --story ID; without a parent: --story none.',
      );
    // No list of changes names what left the project (S66), so nobody shall take silence for "nothing moved".
    if (outcomes.some(({ look }) => look?.kind === 'changes')) world.out(onlyChanges);
    for (const line of summary(outcomes)) world.out(line);
  }
  for (const { model, problem } of outcomes)
    if (problem !== undefined) world.err(`${forTerminal(model)}: ${forTerminal(problem)}`);
}
