/** The formats that a model can be exported to. To add one: a file, and a line here. */
import { csvMitigations } from './csv-mitigations';
import { csvThreats } from './csv-threats';
import { csvTestCases } from './csv-test-cases';
import type { ExportFormat } from './export-result';
import { otmExport } from './otm';
import { threatDragonExport } from './threat-dragon';
import { tmBomExport } from './tm-bom';
import { wholeModel } from './whole-model';

export const exportFormats: readonly ExportFormat[] = [
  wholeModel,
  threatDragonExport,
  otmExport,
  tmBomExport,
  csvThreats,
  csvMitigations,
  csvTestCases,
];
