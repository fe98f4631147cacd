/** What alignment is judged on: every model of the project, the stories with their clauses, the Tasks. Plain facts. */
import type { FoundClause } from '../clauses/clause';
import type { ReadComment } from '../model/comment-proof';
import type { AcceptanceId, ModelId, ThreatId } from '../model/ids';
import type { Clause, StoryLink } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import type { Threat } from '../model/threat';
import type { Assessment } from '../risk/assess';
import type { WorkItem } from '../sync/backlog-picture';

export interface ModelPicture {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  /** The WITHOUT sentence that the knowledge base has for a threat, with its placeholders; absent = nobody asked. */
  readonly templates?: ReadonlyMap<ThreatId, string>;
}

export interface StoryPicture {
  readonly item: WorkItem;
  /** Explicit ones, in reading order. */
  readonly clauses: readonly FoundClause[];
  /** Ordinary sentences that may be meant as one; never judged, only offered. */
  readonly suggested: readonly FoundClause[];
}

/** A sprint as the team planned it. */
export interface Sprint {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** ISO dates, absent when the sprint has none. */
  readonly start: string | undefined;
  readonly finish: string | undefined;
}

export interface AlignmentPicture {
  readonly models: readonly ModelPicture[];
  /** Stories that are not Removed, by number. */
  readonly stories: ReadonlyMap<number, StoryPicture>;
  /** The Tasks of realisations, as far as the reader may see them. */
  readonly tasks: ReadonlyMap<number, WorkItem>;
  /** The sprint that is being planned or looked at; undefined on the backlog. */
  readonly sprint: Sprint | undefined;
  /** The iterations of the project with their dates; absent = rules about their order are silent. */
  readonly iterations?: readonly Sprint[];
  /** Work items that carry the tag of mitigations, whoever knows them; absent = nobody looked for them. */
  readonly marked?: readonly WorkItem[];
  /** What became of the comments that prove accepted risks, by acceptance; one that is not here was not looked for. */
  readonly evidence?: ReadonlyMap<AcceptanceId, ReadComment>;
  /** ISO instant by which dates are judged; absent = rules about dates are silent. */
  readonly today?: string | undefined;
}

/** A threat with its model: ids are unique within one only by chance of how they were made. */
export interface ThreatAt {
  readonly model: ModelId;
  readonly threat: Threat;
}
export interface ThreatKey {
  readonly model: ModelId;
  readonly threat: ThreatId;
}
export interface LinkAt extends ThreatAt {
  readonly link: StoryLink;
  readonly clause: Clause | undefined;
}
