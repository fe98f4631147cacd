/** What every exporter is given and what it answers. */
import type { Model, NotTaken } from '../model/model';
import type { WorkItemStates } from '../risk/effective-status';

export interface ExportInput {
  readonly model: Model;
  /** What is known of the Tasks, so that a status in the file is the one that counts today. Empty = nothing. */
  readonly states: WorkItemStates;
}

export interface ExportedText {
  readonly text: string;
  /** What the format cannot hold, counted per reason. Nothing is lost that is not here. */
  readonly lost: readonly NotTaken[];
}

export interface ExportFormat {
  /** The word of the command line. */
  readonly id: string;
  readonly name: string;
  /** One sentence: what it is good for. */
  readonly about: string;
  /** What the file's name ends with, after the model's name. */
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (input: ExportInput) => ExportedText;
}
