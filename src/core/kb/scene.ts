/** The small view of a model that rules see: the things at one place, their types and property values. */
import type { Place } from '../model/threat';

/** A trust boundary, as far as rules ask about it. */
export interface BoundaryThing {
  /** Its own type and all types above it. */
  readonly types: ReadonlySet<string>;
  readonly name: string;
}

/** A trust boundary on the way of a flow. `unknown`: it is a line, which has no inside. */
export interface Crossing {
  readonly boundary: BoundaryThing;
  readonly direction: 'enter' | 'exit' | 'unknown';
}

export interface Thing {
  /** Its own entity type. */
  readonly type: string;
  /** Its own type and all types above it. */
  readonly types: ReadonlySet<string>;
  /** The value id, or the text where the property has no closed set of values. Undefined = nobody said. */
  readonly value: (property: string) => string | undefined;
  /** The flows at an element; none for other things. */
  readonly flows: () => readonly FlowScene[];
  /** What it is called, for explanations. */
  readonly name?: string | undefined;
  /** Lower case: its own tags and those of its types. Absent = none: a tag is a mark that somebody sets. */
  readonly tags?: () => ReadonlySet<string>;
  /** Lower case: the classifications of the data it carries or keeps. Undefined = nobody said. */
  readonly data?: () => ReadonlySet<string> | undefined;
  /** The boxes that hold it. Undefined = it is not drawn. */
  readonly inside?: () => readonly BoundaryThing[] | undefined;
  /** What a flow crosses. Undefined = it is not drawn and nobody said. */
  readonly crossings?: () => readonly Crossing[] | undefined;
}

/** A flow with its ends; an end that is not connected is undefined. */
export interface FlowScene {
  readonly flow: Thing;
  readonly source: Thing | undefined;
  readonly target: Thing | undefined;
}

/** Who the subjects of a rule are. */
export interface Scene {
  readonly element?: Thing | undefined;
  readonly source?: Thing | undefined;
  readonly target?: Thing | undefined;
  readonly flow?: Thing | undefined;
  readonly peer?: Thing | undefined;
  readonly model?: Thing | undefined;
}

export interface PlacedScene {
  readonly place: Place;
  readonly scene: Scene;
}
