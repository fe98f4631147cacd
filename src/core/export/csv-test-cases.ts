/**
 * How each mitigation is verified, as the CSV that Azure Test Plans imports as Test Case work items: a row for the case,
 * then a row for each step. The columns and their order are those of its own export.
 */
import { newReport } from '../formats/report';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { csvText } from './csv';
import type { ExportFormat } from './export-result';

const header = [
  'ID',
  'Work Item Type',
  'Title',
  'Test Step',
  'Step Action',
  'Step Expected',
  'Area Path',
  'Assigned To',
  'State',
];
/** The limit of a work item's title. */
const mostTitle = 255;

/** The lines of the text, without the marks of a list. */
export const stepsOf = ({ verify }: Pick<Mitigation, 'verify'>): readonly string[] =>
  verify
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/** Mitigations that somebody said how to verify, and that are not ruled out. */
export const checksOf = (model: Pick<Model, 'mitigation'>): readonly Mitigation[] =>
  [...model.mitigation.values()].filter(
    (each) =>
      stepsOf(each).length > 0 && each.status.kind !== 'rejected' && each.status.kind !== 'not-applicable',
  );

export const csvTestCases: ExportFormat = {
  id: 'csv-test-cases',
  name: 'CSV: test cases',
  about:
    'How each mitigation is verified, for “Import test cases” of Azure Test Plans: Test Case work items.',
  ending: 'test-cases.csv',
  mediaType: 'text/csv',
  write: ({ model }) => {
    const { treatmentsOfMitigation } = indexModel(model);
    const cases = checksOf(model);
    const rows = cases.flatMap((mitigation) => {
      const title = `Verify: ${mitigation.title}`.slice(0, mostTitle);
      const threats = treatmentsOfMitigation(mitigation.id)
        .map(({ threat }) => model.threat.get(threat)?.title ?? '')
        .filter((each) => each !== '');
      const expected = threats.length === 0 ? '' : `Cannot happen: ${[...new Set(threats)].join('; ')}`;
      const steps = stepsOf(mitigation);
      return [
        ['', 'Test Case', title, '', '', '', '', '', 'Design'],
        ...steps.map((step, at) => [
          '',
          '',
          '',
          String(at + 1),
          step,
          at === steps.length - 1 ? expected : '',
          '',
          '',
          '',
        ]),
      ];
    });
    const report = newReport();
    report.add(
      'mitigations without a check',
      'nobody wrote how they are verified, or they are ruled out',
      model.mitigation.size - cases.length,
    );
    report.add('everything else', 'a test case holds how a mitigation is verified, and no more');
    return { text: csvText(header, rows), lost: report.rows() };
  },
};
