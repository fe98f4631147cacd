/** Everything, as JSON that a person can read and that imports back as it was. */
import { wholeModelText } from '../formats/without/whole-model';
import type { ExportFormat } from './export-result';

export const wholeModel: ExportFormat = {
  id: 'json',
  name: 'JSON: the whole model',
  about: 'Everything in it, to keep, to compare or to take along: importing the file gives the model back.',
  ending: 'without.json',
  mediaType: 'application/json',
  write: ({ model }) => ({ text: wholeModelText(model), lost: [] }),
};
