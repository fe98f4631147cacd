/** What every importer answers: a model with its report, or one sentence that says why not. */
import type { NewId } from '../model/ids';
import type { Model, NotTaken } from '../model/model';

/** Limits that keep a hostile file from hurting. `expired` is asked now and then: true = stop, time is up. */
export interface Limits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Nesting of XML elements or JSON values. */
  readonly maxDepth: number;
  /** XML elements, or JSON values. */
  readonly maxNodes: number;
  readonly expired: () => boolean;
}

export interface ImportInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly newId: NewId;
  /** ISO instant, for the model's record. */
  readonly now: string;
}

export interface ReadModel {
  readonly model: Model;
  readonly notTaken: readonly NotTaken[];
  /** True when the ids are those of an earlier model: a project may hold that one still. */
  readonly keepsIds?: true;
}

export type ImportResult =
  ({ readonly kind: 'imported' } & ReadModel) | { readonly kind: 'refused'; readonly reason: string };

/** A file format: recognises its files by their content, never by their name, and reads them. */
export interface Format {
  readonly id: string;
  readonly name: string;
  /** True when the first bytes and structure are this format's. Must not throw. */
  readonly recognises: (text: string) => boolean;
  /** Throws Refusal for anything that cannot be read whole. */
  readonly read: (text: string, input: ImportInput) => ReadModel;
}

/** Why a file is refused, as one sentence for a person. */
export class Refusal extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Refusal';
  }
}
