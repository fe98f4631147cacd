/** What is remembered about flags: which teams have them, the last run for its undo, and our own revisions. */
import * as v from 'valibot';
import { flagIds } from '../../core/flags/flag';
import { looks, noEdits } from '../../core/flags/card-rules';
import type { Look, RuleEdits } from '../../core/flags/card-rules';
import type { TagLine } from '../../core/flags/plan-tags';
import { flagsCollection, schemaVersion } from '../../core/store/collections';
import type { Documents, StoredDocument } from '../ports';
import { DocumentError } from '../ports';
import type { Person } from '../task-ports';

const text = v.pipe(v.string(), v.maxLength(1024));
const person = v.object({ id: text, name: text });
const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const flag = v.picklist(flagIds);
const rule = v.record(v.string(), v.unknown());
const edit = v.object({
  take: v.array(text),
  put: v.array(v.object({ at: v.pipe(v.number(), v.integer(), v.minValue(0)), rule })),
});

const teamState = v.object({
  schema: v.literal(schemaVersion),
  team: text,
  look: v.picklist(looks),
  by: v.nullable(person),
  at: text,
});
const lastRun = v.object({
  schema: v.literal(schemaVersion),
  what: v.picklist(['switch', 'update']),
  by: v.nullable(person),
  at: text,
  team: v.optional(
    v.object({ id: text, name: text, board: text, before: v.picklist(looks), after: v.picklist(looks) }),
  ),
  edits: v.optional(v.object({ tagStyle: edit, fill: edit })),
  /** Items with the same change together, since there can be many. */
  lines: v.array(v.object({ from: v.array(flag), to: v.array(flag), ids: v.array(id) })),
});
const ownWrites = v.object({ items: v.record(v.pipe(v.string(), v.digits()), v.array(id)) });

export interface TeamState {
  readonly team: string;
  readonly look: Look;
  readonly by: Person | null;
  readonly at: string;
}
export interface LastRun {
  readonly what: 'switch' | 'update';
  readonly by: Person | null;
  readonly at: string;
  readonly team?:
    | {
        readonly id: string;
        readonly name: string;
        readonly board: string;
        readonly before: Look;
        readonly after: Look;
      }
    | undefined;
  /** What takes the card rules back. */
  readonly edits: RuleEdits;
  readonly lines: readonly TagLine[];
}

export type Place = { readonly documents: Documents; readonly projectId: string };

const teamId = (team: string): string => `team.${team.toLowerCase()}`;
const lastId = 'last';
const writesId = 'writes';
/** Items whose own revisions are remembered: the newest. What is forgotten counts as a change again. */
const mostItems = 20_000;
/** Of one item; a person's look is seldom older than a few of our runs. */
const mostRevisions = 8;

/** Changes a document as it is stored now; a second writer reads again. Rejects with what the store says thrice. */
async function change(
  { documents, projectId }: Place,
  key: string,
  next: (before: StoredDocument | undefined) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const collection = flagsCollection(projectId);
  for (let round = 0; ; round += 1) {
    const before = await documents.get(collection, key);
    const content = { ...next(before), id: key, schema: schemaVersion };
    try {
      if (before) await documents.update(collection, { ...content, __etag: before.__etag });
      else await documents.create(collection, content);
      return;
    } catch (error) {
      if (!(error instanceof DocumentError) || error.problem === 'too-large' || round === 2) throw error;
    }
  }
}

/** The teams that have flags switched on or had them. What cannot be read is as if it had never been. */
export async function readTeamStates({
  documents,
  projectId,
}: Place): Promise<ReadonlyMap<string, TeamState>> {
  const found = await documents.list(flagsCollection(projectId));
  return new Map(
    found.flatMap((document) => {
      const parsed = v.safeParse(teamState, document);
      return parsed.success && document.id === teamId(parsed.output.team)
        ? [[parsed.output.team, parsed.output] as const]
        : [];
    }),
  );
}

export async function keepTeamState(place: Place, state: TeamState): Promise<void> {
  await change(place, teamId(state.team), () => ({ ...state }));
}

export async function readLastRun({ documents, projectId }: Place): Promise<LastRun | undefined> {
  const parsed = v.safeParse(lastRun, await documents.get(flagsCollection(projectId), lastId));
  if (!parsed.success) return undefined;
  const { lines, edits = noEdits, ...rest } = parsed.output;
  return {
    ...rest,
    edits,
    lines: lines.flatMap(({ from, to, ids }) => ids.map((item) => ({ id: item, from, to }))),
  };
}

function grouped(lines: readonly TagLine[]) {
  const groups = new Map<string, { from: TagLine['from']; to: TagLine['to']; ids: number[] }>();
  for (const { id: item, from, to } of lines) {
    const key = `${from.join()} ${to.join()}`;
    const group = groups.get(key) ?? { from, to, ids: [] };
    group.ids.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export async function keepLastRun(place: Place, run: LastRun): Promise<void> {
  await change(place, lastId, () => ({ ...run, lines: grouped(run.lines) }));
}
export async function forgetLastRun({ documents, projectId }: Place): Promise<void> {
  await documents.remove(flagsCollection(projectId), lastId);
}

/** Number -> the revisions that we made by writing flags. */
export type OwnWrites = ReadonlyMap<number, ReadonlySet<number>>;

function parsedWrites(document: StoredDocument | undefined): Readonly<Record<string, readonly number[]>> {
  const parsed = v.safeParse(ownWrites, document);
  return parsed.success ? parsed.output.items : {};
}

export async function readOwnWrites({ documents, projectId }: Place): Promise<OwnWrites> {
  const items = parsedWrites(await documents.get(flagsCollection(projectId), writesId));
  return new Map(Object.entries(items).map(([item, revisions]) => [Number(item), new Set(revisions)]));
}

/** Right after each batch: a page that is closed then has at most one batch that counts as a change. */
export async function keepOwnWrites(
  place: Place,
  written: readonly { readonly id: number; readonly rev: number }[],
): Promise<void> {
  if (written.length === 0) return;
  const next = (before: StoredDocument | undefined) => {
    // A Map keeps the order of insertion: what is written now goes to the end, the oldest falls off the beginning.
    const items = new Map(Object.entries(parsedWrites(before)));
    for (const { id: item, rev } of written) {
      const revisions = [...(items.get(String(item)) ?? []), rev].slice(-mostRevisions);
      items.delete(String(item));
      items.set(String(item), revisions);
    }
    return { items: Object.fromEntries([...items].slice(-mostItems)) };
  };
  try {
    await change(place, writesId, next);
  } catch (error) {
    // The tags are written: at worst they count as a change once.
    if (!(error instanceof DocumentError)) throw error;
  }
}
