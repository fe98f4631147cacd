/** What exported files are called. */
import type { ExportFormat } from './export-result';

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
