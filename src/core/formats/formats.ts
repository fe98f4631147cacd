/** The formats that can be imported, in the order in which they are tried. To add one: a folder, and a line here. */
import type { Format } from './import-result';
import { threatDragon } from './threat-dragon/format';
import { tm7 } from './tm7/format';

export const formats: readonly Format[] = [tm7, threatDragon];
