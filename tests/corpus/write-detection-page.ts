/** Writes the page that is named by the first argument; bundled and run by scripts/clause-detection.mjs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledStories } from './clause-figures';
import { detectionPage } from './detection-page';

const [, , file] = process.argv;
if (file === undefined) throw new Error('Name the file to write.');
writeFileSync(file, detectionPage(labelledStories(join(process.cwd(), 'tests/corpus/clauses'))));
