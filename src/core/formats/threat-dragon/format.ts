/** OWASP Threat Dragon models (JSON), versions 1 and 2: told apart cell by cell, since version numbers are missing. */
import type { Format } from '../import-result';
import { Refusal } from '../import-result';
import { asList, asObject, asText, member, parseJson, topLevelKeys } from '../json-value';
import type { Json } from '../json-value';
import { ModelDraft } from '../model-draft';
import { ownMark } from '../own-details';
import { readDiagram } from './diagrams';
import { readOwnMitigations } from './own-threat';

const id = 'threat-dragon';

/** Misspelled parts count too: such a file gets a better sentence than "some other JSON". */
function recognises(text: string): boolean {
  const keys = topLevelKeys(text);
  const summary = keys.has('summary') || keys.has('summarize');
  return summary && (keys.has('detail') || keys.has('details'));
}

function missing(part: string): Refusal {
  return new Refusal(
    `This looks like an OWASP Threat Dragon file, but its part "${part}" is missing, so it cannot be read.`,
  );
}

function partsOf(root: Json): {
  readonly summary: Json;
  readonly detail: Json;
  readonly diagrams: readonly Json[];
} {
  const summary = asObject(member(root, 'summary'));
  if (!summary) throw missing('summary');
  const detail = asObject(member(root, 'detail'));
  if (!detail) throw missing('detail');
  const diagrams = member(detail, 'diagrams');
  if (!Array.isArray(diagrams)) throw missing('detail.diagrams');
  return { summary, detail, diagrams: asList(diagrams) };
}

export const threatDragon: Format = {
  id,
  name: 'OWASP Threat Dragon',
  recognises,
  read: (text, input) => {
    const { summary, detail, diagrams } = partsOf(parseJson(text, input.limits));
    const draft = new ModelDraft(id, input);
    readOwnMitigations(draft, member(detail, ownMark));
    for (const diagram of diagrams) {
      if (asObject(diagram)) readDiagram(draft, diagram);
      else draft.report.add('diagrams', 'they hold no data');
    }
    for (const [part, field] of [
      [summary, 'owner'],
      [detail, 'reviewer'],
    ] as const) {
      if (asText(member(part, field)).trim() !== '')
        draft.report.add(field, 'a model has no such field here');
    }
    draft.report.add(
      'contributors',
      'a model has no such field here',
      asList(member(detail, 'contributors')).length,
    );
    return draft.finish({
      name: asText(member(summary, 'title')),
      description: asText(member(summary, 'description')),
    });
  },
};
