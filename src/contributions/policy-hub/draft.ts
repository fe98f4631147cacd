/** The policy while somebody edits it: what changed, whether it holds, and what it would do. Pure. */
import * as v from 'valibot';
import type { ProjectFacts } from '../../app/ports';
import type { AlignmentReading } from '../../app/read-alignment';
import { alignmentPicture } from '../../app/read-alignment';
import { isNothing, policyEffect } from '../../core/alignment/policy-effect';
import type { PolicyEffect } from '../../core/alignment/policy-effect';
import { projectPolicy } from '../../core/model/project-policy';
import type { ProjectPolicy, Scale } from '../../core/model/project-policy';
import { sameValue } from '../../core/model/same-value';
import { counted, points, severityWords } from '../../ui/words';

/** Why the policy cannot be saved, in one sentence; undefined = it can. */
export function problemOf(policy: ProjectPolicy): string | undefined {
  const parsed = v.safeParse(projectPolicy, policy);
  if (parsed.success) return undefined;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? '';
  if (where === 'scale.points')
    return 'In the matrix, a likelier or worse threat may not count less than another.';
  if (where.startsWith('scale.points')) return 'Every cell of the matrix needs a number from 0 to 100.';
  if (where === 'scale.from') return 'Medium must begin at or below high, and high at or below critical.';
  if (where.startsWith('scale.from')) return 'The names need a number from 0 to 100 to begin at.';
  if (where.startsWith('target')) return 'The target is a share from 0 to 100 %.';
  return 'A part of the policies does not hold.';
}

export const isSame = (a: ProjectPolicy, b: ProjectPolicy): boolean => sameValue(a, b);

/** The policy without what says nothing, so that equal ones are stored equal. */
export function tidy(policy: ProjectPolicy): ProjectPolicy {
  const { acceptors, stateMap, switches, meanings, ...rest } = policy;
  const named = (acceptors ?? []).filter(({ name }) => name.trim() !== '');
  const said = [...(meanings?.probability ?? []), ...(meanings?.impact ?? [])].some(
    (each) => each.trim() !== '',
  );
  return {
    ...rest,
    ...(named.length > 0 ? { acceptors: named } : {}),
    ...(stateMap && stateMap.length > 0 ? { stateMap } : {}),
    ...(switches && Object.keys(switches).length > 0 ? { switches } : {}),
    ...(meanings && said ? { meanings } : {}),
  };
}

/** The scale with another number in a cell. */
export function withCell(
  scale: Scale,
  at: { readonly row: number; readonly column: number },
  value: number,
): Scale {
  return {
    ...scale,
    points: scale.points.map((row, r) =>
      row.map((cell, c) => (r === at.row && c === at.column ? value : cell)),
    ),
  };
}

function pictureUnder(
  { opened, picture }: AlignmentReading,
  states: ProjectFacts['states'],
  policy: ProjectPolicy,
) {
  // As the process says it: what the saved policy decided must not stay when the draft takes it back.
  const tasks = new Map(
    [...picture.tasks].map(([id, task]) => [
      id,
      { ...task, category: states.get(task.type)?.get(task.state) },
    ]),
  );
  const { stories, sprint, iterations, marked, evidence, today } = picture;
  return alignmentPicture({
    opened: opened.map((each) => ({ ...each, model: { ...each.model, policy } })),
    stories,
    tasks,
    sprint,
    iterations,
    marked,
    evidence,
    today: today ?? '',
  });
}

export function effectOf(
  reading: AlignmentReading,
  { states }: Pick<ProjectFacts, 'states'>,
  policies: { readonly saved: ProjectPolicy; readonly draft: ProjectPolicy },
): PolicyEffect {
  const { saved, draft } = policies;
  return policyEffect(pictureUnder(reading, states, saved), pictureUnder(reading, states, draft));
}

/** What would happen, one sentence each. */
export function effectInWords(effect: PolicyEffect): readonly string[] {
  if (isNothing(effect)) return ['No number and no finding of today would change.'];
  const { renamed, inherent, current, findings } = effect;
  const moved = ([before, after]: readonly [number, number]) =>
    Math.abs(before - after) < 1e-9 ? [] : [`from ${points(before)} to ${points(after)} points`];
  return [
    ...renamed.map(
      ({ to, threats }) => `${counted(threats.length, 'threat')} would become ${severityWords[to]}.`,
    ),
    ...moved(current).map((words) => `The risk now would go ${words}.`),
    ...moved(inherent).map((words) => `The inherent risk would go ${words}.`),
    ...findings.map(
      ({ more, message }) =>
        `${counted(Math.abs(more), 'finding')} ${more > 0 ? 'more' : 'fewer'}, such as: ${message}`,
    ),
  ];
}
