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

/** A name for the file that every file system takes: of the model's name only letters, digits and blanks stay. */
export function exportFileName(modelName: string, format: Pick<ExportFormat, 'ending'>): string {
  const plain = modelName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return `${plain === '' ? 'threat model' : plain}.${format.ending}`;
}
