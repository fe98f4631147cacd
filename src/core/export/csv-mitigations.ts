/** One row for each mitigation, with what it is good for and where it is built. */
import { newReport } from '../formats/report';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import { assess } from '../risk/assess';
import type { Assessment } from '../risk/assess';
import { csvText } from './csv';
import type { ExportFormat, ExportInput } from './export-result';
import { partsOf } from './treated-threats';

interface Facts {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
}

const reasonOf = ({ status }: Mitigation): string => ('reason' in status ? status.reason : '');

function threatsOf({ id }: Mitigation, { model, index }: Facts): string {
  return index
    .treatmentsOfMitigation(id)
    .map(({ threat, strength }) => `${model.threat.get(threat)?.title ?? ''} (${strength.level})`)
    .join('; ');
}

const columns: readonly (readonly [string, (mitigation: Mitigation, facts: Facts) => string])[] = [
  ['Id', ({ id }) => id],
  ['Mitigation', ({ title }) => title],
  ['How to implement', ({ implement }) => implement],
  ['How to verify', ({ verify }) => verify],
  ['Control type', ({ controlType }) => controlType ?? ''],
  ['Tags', ({ tags }) => (tags ?? []).join(', ')],
  ['Effort', ({ effort }) => (effort === undefined ? '' : String(effort))],
  ['Status', ({ status }) => status.kind],
  ['Reason', reasonOf],
  ['Threats', threatsOf],
  [
    'Risk that it removes now',
    ({ id }, { assessment }) => String(Math.round(assessment.mitigations.get(id)?.removes ?? 0)),
  ],
  [
    'Risk that it would remove',
    ({ id }, { assessment }) => String(Math.round(assessment.mitigations.get(id)?.wouldRemove ?? 0)),
  ],
  [
    'Tasks',
    ({ id }, { index }) =>
      index
        .realisationsOfMitigation(id)
        .flatMap(({ workItem }) => (workItem === null ? [] : [String(workItem)]))
        .join(', '),
  ],
];

const factsOf = ({ model, states }: ExportInput): Facts => {
  const index = indexModel(model);
  return { model, index, assessment: assess(model, states, index) };
};

export const csvMitigations: ExportFormat = {
  id: 'csv-mitigations',
  name: 'CSV: mitigations',
  about:
    'A table with a row for each mitigation, for a spreadsheet. A text that looks like a formula stays a text.',
  ending: 'mitigations.csv',
  mediaType: 'text/csv',
  write: (input) => {
    const facts = factsOf(input);
    const rows = [...input.model.mitigation.values()].map((mitigation) =>
      columns.map(([, read]) => read(mitigation, facts)),
    );
    const report = newReport();
    report.add('drawn parts', 'a table of mitigations has no places', partsOf(input.model));
    report.add('texts of threats', 'they stand in the other table', input.model.threat.size);
    return {
      text: csvText(
        columns.map(([heading]) => heading),
        rows,
      ),
      lost: report.rows(),
    };
  },
};
