/**
 * How each mitigation is verified, as the CSV that Azure Test Plans imports as Test Case work items: a row for the case,
 * then a row for each step. The columns and their order are those of its own export.
 */
import { newReport } from '../formats/report';
import { checksOf, checkTitle, expectedOf, stepsOf } from '../model/checks';
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
export const csvTestCases: ExportFormat = {
  id: 'csv-test-cases',
  name: 'CSV: test cases',
  about:
    'How each mitigation is verified, for “Import test cases” of Azure Test Plans: Test Case work items.',
  ending: 'test-cases.csv',
  mediaType: 'text/csv',
  write: ({ model }) => {
    const index = indexModel(model);
    const cases = checksOf(model);
    const rows = cases.flatMap((mitigation) => {
      const title = checkTitle(mitigation);
      const expected = expectedOf(model, index, mitigation);
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
