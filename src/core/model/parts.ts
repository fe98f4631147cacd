/** Small shapes that several entities share: texts with limits, geometry, origins. */
import * as v from 'valibot';

/** One line of text; long enough for any real title, short enough for a table. Units: UTF-16 code units. */
export const line = v.pipe(v.string(), v.maxLength(1024));
/** A paragraph or more. 64 Ki keeps any entity well below the 256 kB of a stored document. */
export const prose = v.pipe(v.string(), v.maxLength(65_536));
/** A positive work item id. */
export const workItemId = v.pipe(v.number(), v.integer(), v.minValue(1));
/** ISO 8601 instant in UTC. */
export const instant = v.pipe(v.string(), v.isoTimestamp());

const coordinate = v.pipe(v.number(), v.finite());
export const point = v.object({ x: coordinate, y: coordinate });
export type Point = v.InferOutput<typeof point>;

/** Diagram units (pixels in the tools that we import from), y grows downward. */
export const rectangle = v.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
export type Rectangle = v.InferOutput<typeof rectangle>;

/** A line from a point to a point, over bends. `via` holds points ON the line, in order. */
export const path = v.object({ from: point, to: point, via: v.pipe(v.array(point), v.maxLength(200)) });
export type Path = v.InferOutput<typeof path>;

/** The name of a kind of thing in the knowledge base that it came from. */
export const typeName = v.object({
  id: line,
  name: line,
  /** The generic kind that the drawing tool gave it besides, by the tool's id. */
  base: v.exactOptional(line),
});

/** Where an entity comes from. Imported things keep the key by which a newer file finds them again. */
export const origin = v.variant('kind', [
  v.object({ kind: v.literal('person') }),
  v.object({
    kind: v.literal('import'),
    format: line,
    key: line,
    /** Field -> hash of what the file said there: another value is a person's. Absent in older imports. */
    written: v.exactOptional(v.record(line, line)),
  }),
  /** Made by a rule of a knowledge package, at a place. */
  v.object({
    kind: v.literal('rule'),
    package: line,
    version: line,
    entry: line,
    /** Of the entry, as its snapshot in the model. */
    hash: line,
    /** Entry and anchors: finds the threat again when rules run again (design: instance key). */
    key: line,
    /** Field -> hash of what the rule wrote there: another value is a person's, and stays. */
    written: v.record(line, line),
  }),
]);
export type Origin = v.InferOutput<typeof origin>;

/** Somebody rewrote a text that came from the knowledge base: whose text it was, and why it reads otherwise here. */
export const ownText = v.object({
  /** Package and version that the text came from. */
  of: line,
  by: line,
  at: instant,
  why: v.exactOptional(prose),
});
export type OwnText = v.InferOutput<typeof ownText>;
/** Field -> who rewrote it. A field that is absent is as it came, or was rewritten before this was kept. */
export const ownTexts = v.record(line, ownText);
export type OwnTexts = v.InferOutput<typeof ownTexts>;

/** Free properties, name to value, as the source named them. */
export const properties = v.record(line, prose);
