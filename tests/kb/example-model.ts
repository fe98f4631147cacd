/** Examples of rules as the tests use them. */
export { countingIds, exampleModel } from '../../src/core/kb/example-model';
export type { ExampleModel } from '../../src/core/kb/example-model';
