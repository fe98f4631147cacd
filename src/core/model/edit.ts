/** An edit is data: entities to put and ids to remove. Applying gives a new model; its inverse undoes it. */
import type { Entity, EntityOf, Kind, Model, ModelInfo } from './model';
import { kinds } from './model';

export type EditPart<K extends Kind> = {
  readonly put?: readonly EntityOf[K][];
  readonly remove?: readonly EntityOf[K]['id'][];
};
/** Changes by kind. `label` is what the undo button says, in the words of the person. */
export type Edit = { readonly [K in Kind]?: EditPart<K> } & {
  readonly label: string;
  readonly info?: ModelInfo;
};

function applyPart<K extends Kind>(
  map: ReadonlyMap<EntityOf[K]['id'], EntityOf[K]>,
  part: EditPart<K> | undefined,
): ReadonlyMap<EntityOf[K]['id'], EntityOf[K]> {
  if (!part) return map;
  const next = new Map(map);
  for (const entity of part.put ?? []) next.set(entity.id, entity);
  for (const id of part.remove ?? []) next.delete(id);
  return next;
}

/** The model after the edit. Untouched kinds keep their very maps, so views can compare by reference. */
export function applyEdit(model: Model, edit: Edit): Model {
  return {
    ...(model.policy ? { policy: model.policy } : {}),
    info: edit.info ?? model.info,
    diagram: applyPart<'diagram'>(model.diagram, edit.diagram),
    element: applyPart<'element'>(model.element, edit.element),
    boundary: applyPart<'boundary'>(model.boundary, edit.boundary),
    flow: applyPart<'flow'>(model.flow, edit.flow),
    mitigation: applyPart<'mitigation'>(model.mitigation, edit.mitigation),
    threat: applyPart<'threat'>(model.threat, edit.threat),
    treatment: applyPart<'treatment'>(model.treatment, edit.treatment),
    realisation: applyPart<'realisation'>(model.realisation, edit.realisation),
    clause: applyPart<'clause'>(model.clause, edit.clause),
    storyLink: applyPart<'storyLink'>(model.storyLink, edit.storyLink),
    knowledge: applyPart<'knowledge'>(model.knowledge, edit.knowledge),
    question: applyPart<'question'>(model.question, edit.question),
    requirement: applyPart<'requirement'>(model.requirement, edit.requirement),
    assumption: applyPart<'assumption'>(model.assumption, edit.assumption),
    acceptance: applyPart<'acceptance'>(model.acceptance, edit.acceptance),
    dismissal: applyPart<'dismissal'>(model.dismissal, edit.dismissal),
    timeEntry: applyPart<'timeEntry'>(model.timeEntry, edit.timeEntry),
    event: applyPart<'event'>(model.event, edit.event),
    incident: applyPart<'incident'>(model.incident, edit.incident),
    evidence: applyPart<'evidence'>(model.evidence, edit.evidence),
    comment: applyPart<'comment'>(model.comment, edit.comment),
    review: applyPart<'review'>(model.review, edit.review),
    upgrade: applyPart<'upgrade'>(model.upgrade, edit.upgrade),
  };
}

function invertPart<K extends Kind>(
  map: ReadonlyMap<EntityOf[K]['id'], EntityOf[K]>,
  part: EditPart<K> | undefined,
): EditPart<K> | undefined {
  if (!part) return undefined;
  const touched = new Set<EntityOf[K]['id']>([...(part.put ?? []).map((e) => e.id), ...(part.remove ?? [])]);
  const put: EntityOf[K][] = [];
  const remove: EntityOf[K]['id'][] = [];
  for (const id of touched) {
    const before = map.get(id);
    if (before) put.push(before);
    else remove.push(id);
  }
  return { put, remove };
}

/** The edit that brings back what `edit` would change in `model` (the model before the edit). */
export function invertEdit(model: Model, edit: Edit): Edit {
  const parts: { -readonly [K in Kind]?: EditPart<K> } = {};
  const keep = <K extends Kind>(kind: K, part: EditPart<K> | undefined) => {
    if (part) Object.assign(parts, { [kind]: part });
  };
  keep('diagram', invertPart<'diagram'>(model.diagram, edit.diagram));
  keep('element', invertPart<'element'>(model.element, edit.element));
  keep('boundary', invertPart<'boundary'>(model.boundary, edit.boundary));
  keep('flow', invertPart<'flow'>(model.flow, edit.flow));
  keep('mitigation', invertPart<'mitigation'>(model.mitigation, edit.mitigation));
  keep('threat', invertPart<'threat'>(model.threat, edit.threat));
  keep('treatment', invertPart<'treatment'>(model.treatment, edit.treatment));
  keep('realisation', invertPart<'realisation'>(model.realisation, edit.realisation));
  keep('clause', invertPart<'clause'>(model.clause, edit.clause));
  keep('storyLink', invertPart<'storyLink'>(model.storyLink, edit.storyLink));
  keep('knowledge', invertPart<'knowledge'>(model.knowledge, edit.knowledge));
  keep('question', invertPart<'question'>(model.question, edit.question));
  keep('requirement', invertPart<'requirement'>(model.requirement, edit.requirement));
  keep('assumption', invertPart<'assumption'>(model.assumption, edit.assumption));
  keep('acceptance', invertPart<'acceptance'>(model.acceptance, edit.acceptance));
  keep('dismissal', invertPart<'dismissal'>(model.dismissal, edit.dismissal));
  keep('timeEntry', invertPart<'timeEntry'>(model.timeEntry, edit.timeEntry));
  keep('event', invertPart<'event'>(model.event, edit.event));
  keep('incident', invertPart<'incident'>(model.incident, edit.incident));
  keep('evidence', invertPart<'evidence'>(model.evidence, edit.evidence));
  keep('comment', invertPart<'comment'>(model.comment, edit.comment));
  keep('review', invertPart<'review'>(model.review, edit.review));
  keep('upgrade', invertPart<'upgrade'>(model.upgrade, edit.upgrade));
  return { ...parts, label: edit.label, ...(edit.info ? { info: model.info } : {}) };
}

function joinParts<K extends Kind>(
  first: EditPart<K> | undefined,
  second: EditPart<K> | undefined,
): EditPart<K> | undefined {
  if (!first || !second) return first ?? second;
  const put = new Map((first.put ?? []).map((entity) => [entity.id, entity]));
  const remove = new Set(first.remove ?? []);
  for (const entity of second.put ?? []) {
    put.set(entity.id, entity);
    remove.delete(entity.id);
  }
  for (const id of second.remove ?? []) {
    put.delete(id);
    remove.add(id);
  }
  return { put: [...put.values()], remove: [...remove] };
}

/** One edit that does what the two do one after the other, with the label of the first. */
export function joinEdits(first: Edit, second: Edit): Edit {
  const parts: { -readonly [K in Kind]?: EditPart<K> } = {};
  const join = <K extends Kind>(kind: K) => {
    const joined = joinParts<K>(
      first[kind] as EditPart<K> | undefined,
      second[kind] as EditPart<K> | undefined,
    );
    if (joined) Object.assign(parts, { [kind]: joined });
  };
  kinds.forEach(join);
  const info = second.info ?? first.info;
  return { ...parts, label: first.label, ...(info ? { info } : {}) };
}

/** Every entity with its kind, referents first. */
export function* allEntities(model: Model): Generator<readonly [Kind, Entity]> {
  for (const kind of kinds) for (const entity of model[kind].values()) yield [kind, entity];
}
