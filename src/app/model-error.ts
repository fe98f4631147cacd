/** Why a verb on a model could not do its work, with a sentence for a person. */
export type ModelProblem = 'missing' | 'read-only' | 'busy' | 'too-large';

export class ModelError extends Error {
  constructor(
    readonly problem: ModelProblem,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'ModelError';
  }
}
