/** The small view of a model that rules see: the things at one place, their types and property values. */
import type { Place } from '../model/threat';

export interface Thing {
  /** Its own entity type. */
  readonly type: string;
  /** Its own type and all types above it. */
  readonly types: ReadonlySet<string>;
  /** The value id, or the text where the property has no closed set of values. Undefined = nobody said. */
  readonly value: (property: string) => string | undefined;
  /** The flows at an element; none for other things. */
  readonly flows: () => readonly FlowScene[];
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
