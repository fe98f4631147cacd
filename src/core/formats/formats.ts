/** The formats that can be imported, in the order in which they are tried. To add one: a folder, and a line here. */
import type { Format } from './import-result';
import { otm } from './otm/format';
import { pytm } from './pytm/format';
import { threagile } from './threagile/format';
import { threatComposer } from './threat-composer/format';
import { threatDragon } from './threat-dragon/format';
import { tmBom } from './tm-bom/format';
import { threatsManager } from './threats-manager/format';
import { tm7 } from './tm7/format';
import { withoutModel } from './without/format';

export const formats: readonly Format[] = [
  withoutModel,
  tm7,
  threatDragon,
  otm,
  threatComposer,
  tmBom,
  pytm,
  threatsManager,
  threagile,
];
