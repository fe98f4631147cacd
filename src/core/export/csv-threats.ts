/** One row for each threat: for a spreadsheet, a report or a pivot table. */
import { newReport } from '../formats/report';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { ThreatRisk } from '../risk/assess';
import { csvText } from './csv';
import type { ExportFormat } from './export-result';
import { partsOf, storiesOf, treatedThreats } from './treated-threats';

const levelOf = (rated: { readonly level: string; readonly basis: string }): string =>
  rated.basis === 'assumed' ? `${rated.level} (assumed)` : rated.level;

/** Risk points, without a fraction. */
const points = (risk: number): string => String(Math.round(risk));

/** Heading and what stands below it. */
const columns: readonly (readonly [string, (risk: ThreatRisk, model: Model) => string])[] = [
  ['Id', ({ threat }) => threat.id],
  ['Threat', ({ threat }) => threat.title],
  ['Description', ({ threat }) => threat.description],
  ['STRIDE', ({ threat }) => threat.stride.join(', ')],
  ['Place', ({ threat }, model) => placeName(model, threat.place)],
  ['Kind of place', ({ threat }) => threat.place.kind],
  ['Probability', ({ threat }) => levelOf(threat.probability)],
  ['Impact', ({ threat }) => levelOf(threat.impact)],
  ['Severity', ({ severity, applies }) => (applies ? severity : '')],
  ['Risk before mitigations', ({ inherent }) => points(inherent)],
  ['Risk now', ({ current }) => points(current)],
  ['Risk as planned', ({ planned }) => points(planned)],
  ['Status', ({ threat }) => threat.status.kind],
  ['Reason', ({ threat: { status } }) => (status.kind === 'not-applicable' ? status.justification : '')],
  [
    'Mitigations',
    ({ factors }) =>
      factors.map(({ mitigation, effective }) => `${mitigation.title} (${effective.status.kind})`).join('; '),
  ],
];

export const csvThreats: ExportFormat = {
  id: 'csv-threats',
  name: 'CSV: threats',
  about:
    'A table with a row for each threat, for a spreadsheet. A text that looks like a formula stays a text.',
  ending: 'threats.csv',
  mediaType: 'text/csv',
  write: (input) => {
    const stories = storiesOf(input.model);
    const rows = treatedThreats(input).map((risk) => [
      ...columns.map(([, read]) => read(risk, input.model)),
      (stories.get(risk.threat.id) ?? []).join(', '),
    ]);
    const report = newReport();
    report.add('drawn parts', 'a table names them only where a threat strikes', partsOf(input.model));
    report.add('texts of mitigations', 'they stand in the other table', input.model.mitigation.size);
    return { text: csvText([...columns.map(([heading]) => heading), 'Stories'], rows), lost: report.rows() };
  },
};
