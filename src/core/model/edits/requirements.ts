/** Edits of requirements and assumptions. An assumption that proves wrong asks for its threats to be judged anew. */
import type { Assumption, Requirement } from '../decisions';
import type { Edit } from '../edit';
import { assumptionId, mint, requirementId } from '../ids';
import type { AssumptionId, NewId, RequirementId, ThreatId } from '../ids';
import type { Model } from '../model';
import type { Threat, ThreatStatus } from '../threat';

export function addRequirement(
  draft: Pick<Requirement, 'title' | 'text'> & Pick<Partial<Requirement>, 'source'>,
  newId: NewId,
): Edit & { readonly added: Requirement } {
  const { title, text, source } = draft;
  const added: Requirement = {
    id: mint(requirementId, newId),
    origin: { kind: 'person' },
    title,
    text,
    ...(source === undefined || source === '' ? {} : { source }),
    stories: [],
    threats: [],
    mitigations: [],
    workItems: [],
  };
  return { label: 'Add requirement', requirement: { put: [added] }, added };
}

export const putRequirement = (requirement: Requirement, label = 'Change requirement'): Edit => ({
  label,
  requirement: { put: [requirement] },
});
export const removeRequirement = (id: RequirementId): Edit => ({
  label: 'Delete requirement',
  requirement: { remove: [id] },
});

export function addAssumption(text: string, newId: NewId): Edit & { readonly added: Assumption } {
  const added: Assumption = {
    id: mint(assumptionId, newId),
    origin: { kind: 'person' },
    text,
    threats: [],
    stories: [],
    state: 'open',
  };
  return { label: 'Add assumption', assumption: { put: [added] }, added };
}

export const putAssumption = (assumption: Assumption, label = 'Change assumption'): Edit => ({
  label,
  assumption: { put: [assumption] },
});
export const removeAssumption = (id: AssumptionId): Edit => ({
  label: 'Delete assumption',
  assumption: { remove: [id] },
});

/** As much of a text as a sentence about it holds. */
const quotedMost = 200;
const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > quotedMost ? `${line.slice(0, quotedMost).trimEnd()}…` : line}”`;
};

/** What was decided before is kept in the note: whoever looks again should not have to remember it. */
function marked(status: ThreatStatus, text: string): ThreatStatus {
  const why = `It rests on an assumption that proved wrong: ${quoted(text)}.`;
  switch (status.kind) {
    case 'open':
      return { kind: 'needs-investigation', note: why };
    case 'needs-investigation':
      return { kind: 'needs-investigation', note: [why, status.note ?? ''].filter(Boolean).join('\n') };
    case 'not-applicable':
      return {
        kind: 'needs-investigation',
        note: `${why}\nIt was ruled out before: ${status.justification}`,
      };
  }
}

/** The threats that rest on the assumption and are still in the model. */
export const restingOn = (model: Pick<Model, 'threat'>, { threats }: Assumption): readonly Threat[] =>
  threats.flatMap((id) => model.threat.get(id) ?? []);

/** The other way round: what is taken for granted about the threat. */
export const assumptionsUnder = (
  { assumption }: Pick<Model, 'assumption'>,
  threat: ThreatId,
): readonly Assumption[] => [...assumption.values()].filter(({ threats }) => threats.includes(threat));

/**
 * Says how an assumption stands. One that proves wrong marks every threat that rests on it as to be investigated, in the
 * same edit, so that Undo takes both back.
 */
export function judgeAssumption(model: Model, id: AssumptionId, state: Assumption['state']): Edit {
  const assumption = model.assumption.get(id);
  if (!assumption || assumption.state === state) return { label: 'Judge assumption' };
  const put = { ...assumption, state };
  if (state !== 'wrong') return { label: 'Judge assumption', assumption: { put: [put] } };
  const threats = restingOn(model, assumption).map((threat) => ({
    ...threat,
    status: marked(threat.status, assumption.text),
  }));
  return { label: 'Assumption proved wrong', assumption: { put: [put] }, threat: { put: threats } };
}
