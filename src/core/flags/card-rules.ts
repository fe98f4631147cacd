/**
 * Card rules of a board: what is ours among them, and what to add or take. Rules of other people are values that are
 * handed on as they came, byte for byte, in their order: the service replaces the whole list of a type (platform
 * facts 1.5).
 */
import { flags } from './flag';

/** A rule as the service told it. Only its name is looked at. */
export type CardRule = Readonly<Record<string, unknown>>;
/** The two types that we write; the others are never named in a write, and so they stay. */
export const ruleTypes = ['tagStyle', 'fill'] as const;
export type RuleType = (typeof ruleTypes)[number];
export type RuleLists = Readonly<Record<RuleType, readonly CardRule[]>>;

/** What the service allows (platform facts 1.5). */
export const mostRules: Readonly<Record<RuleType, number>> = { tagStyle: 20, fill: 10 };

/** `tags`: the flags get colours. `cards`: cards that ask for something are coloured, too. `none`: nothing of ours. */
export const looks = ['none', 'tags', 'cards'] as const;
export type Look = (typeof looks)[number];

const named = (rule: CardRule): string => {
  const name = rule['name'];
  return typeof name === 'string' ? name.trim().toLowerCase() : '';
};

const styles: readonly CardRule[] = flags.map(({ tag, colours }) => ({
  name: tag,
  isEnabled: 'true',
  settings: { 'background-color': colours.background, color: colours.text },
}));

/** Only canonical filters: a rule that the board's settings cannot show again breaks them (platform facts 1.5). */
const fills: readonly CardRule[] = flags.flatMap(({ tag, fill }) =>
  fill === undefined
    ? []
    : {
        name: `Without: ${tag}`,
        isEnabled: 'true',
        filter: `[System.Tags] contains '${tag}'`,
        settings: { 'background-color': fill, 'title-color': '#000000' },
      },
);

const all: RuleLists = { tagStyle: styles, fill: fills };
const none: RuleLists = { tagStyle: [], fill: [] };
const ourNames: Readonly<Record<RuleType, ReadonlySet<string>>> = {
  tagStyle: new Set(styles.map(named)),
  fill: new Set(fills.map(named)),
};

/** The rules that a look consists of. */
export function rulesOf(look: Look): RuleLists {
  if (look === 'none') return none;
  return look === 'cards' ? all : { ...all, fill: [] };
}

/** By name: a rule that somebody gave other colours is still about our flag. */
export function isOurs(type: RuleType, rule: CardRule): boolean {
  return ourNames[type].has(named(rule));
}

/** Do any of the rules carry our names? */
export function hasOurs(lists: RuleLists): boolean {
  return ruleTypes.some((type) => lists[type].some((rule) => isOurs(type, rule)));
}

/** One change of a list: rules to take by their names, and rules to put at places of the list that comes out. */
export interface RuleEdit {
  readonly take: readonly string[];
  readonly put: readonly { readonly at: number; readonly rule: CardRule }[];
}
export type RuleEdits = Readonly<Record<RuleType, RuleEdit>>;
const noEdit: RuleEdit = { take: [], put: [] };
export const noEdits: RuleEdits = { tagStyle: noEdit, fill: noEdit };

const isEmpty = ({ take, put }: RuleEdit): boolean => take.length + put.length === 0;
export const changesNothing = (edits: RuleEdits): boolean => ruleTypes.every((type) => isEmpty(edits[type]));

function editList(list: readonly CardRule[], { take, put }: RuleEdit): readonly CardRule[] {
  const gone = new Set(take);
  const kept = list.filter((rule) => !gone.has(named(rule)));
  const names = new Set(kept.map(named));
  for (const { at, rule } of [...put].sort((a, b) => a.at - b.at)) {
    // A name may occur once: who has it already keeps it.
    if (!names.has(named(rule))) kept.splice(Math.min(at, kept.length), 0, rule);
    names.add(named(rule));
  }
  return kept;
}

/** The lists after the edits; a type without an edit is the very list that it was. */
export function editRules(lists: RuleLists, edits: RuleEdits): RuleLists {
  const edited = (type: RuleType) =>
    isEmpty(edits[type]) ? lists[type] : editList(lists[type], edits[type]);
  return { tagStyle: edited('tagStyle'), fill: edited('fill') };
}

/** What takes the edits back from the lists that they make of `lists`. */
export function inverseEdits(lists: RuleLists, edits: RuleEdits): RuleEdits {
  const inverse = (type: RuleType): RuleEdit => {
    const before = lists[type];
    const names = new Set(before.map(named));
    const gone = new Set(edits[type].take);
    return {
      take: edits[type].put
        .map(({ rule }) => named(rule))
        .filter((name) => !names.has(name) || gone.has(name)),
      put: before.flatMap((rule, at) => (gone.has(named(rule)) ? [{ at, rule }] : [])),
    };
  };
  return { tagStyle: inverse('tagStyle'), fill: inverse('fill') };
}

export interface RulePlan {
  readonly edits: RuleEdits;
  /** Rules that are written, that go, and that are other people's. */
  readonly added: number;
  readonly removed: number;
  readonly foreign: number;
  /** What a person should know, as sentences. */
  readonly notes: readonly string[];
}
export type PlannedRules =
  | ({ readonly kind: 'planned' } & RulePlan)
  /** They do not fit on the board. */
  | { readonly kind: 'refused'; readonly because: string };

const typeWords: Readonly<Record<RuleType, string>> = { tagStyle: 'tag colours', fill: 'styling rules' };

/** Other people's filters that ask for a part of our names: whether such a one takes our tags, too, is not known. */
function overlaps({ fill }: RuleLists): readonly string[] {
  return fill.flatMap((rule) => {
    if (isOurs('fill', rule)) return [];
    const filter = String(rule['filter'] ?? '');
    const asked = /\[System\.Tags\]\s+contains\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
    const meets = asked !== undefined && flags.some(({ tag }) => tag !== asked && tag.includes(asked));
    return meets
      ? [
          `The rule “${String(rule['name'])}” asks for the tag “${asked}”, which is part of the names of the flags: it may colour their cards, too.`,
        ]
      : [];
  });
}

/**
 * What makes the board look so. Rules of ours that are there stay as they are, even with colours that somebody gave
 * them; new ones go to the end, where every other rule goes before them.
 */
export function planRules(lists: RuleLists, look: Look): PlannedRules {
  const wanted = rulesOf(look);
  const edits: Record<RuleType, RuleEdit> = { ...noEdits };
  for (const type of ruleTypes) {
    const own = lists[type].filter((rule) => isOurs(type, rule)).map(named);
    const names = new Set(wanted[type].map(named));
    const take = own.filter((name) => !names.has(name));
    const missing = wanted[type].filter((rule) => !own.includes(named(rule)));
    const kept = lists[type].length - take.length;
    if (missing.length > 0 && kept + missing.length > mostRules[type])
      return {
        kind: 'refused',
        because: `The board has ${kept} of at most ${mostRules[type]} ${typeWords[type]}, and ${missing.length} more do not fit. Delete some in the settings of the board${type === 'fill' ? ', or colour the tags only' : ''}.`,
      };
    edits[type] = { take, put: missing.map((rule, at) => ({ at: kept + at, rule })) };
  }
  const count = (part: 'take' | 'put') => ruleTypes.reduce((sum, type) => sum + edits[type][part].length, 0);
  const foreign = ruleTypes.reduce(
    (sum, type) => sum + lists[type].filter((rule) => !isOurs(type, rule)).length,
    0,
  );
  const notes = look === 'none' ? [] : overlaps(lists);
  return { kind: 'planned', edits, added: count('put'), removed: count('take'), foreign, notes };
}
