/**
 * The flags on cards: a small closed set of tags. They say what planning has to do and never what is wrong or how bad
 * it is, because everybody who sees the board sees them.
 */
export const flagIds = ['decide', 'replan', 'planned', 'settled'] as const;
export type FlagId = (typeof flagIds)[number];

export interface Flag {
  readonly id: FlagId;
  /**
   * The tag on the work item. No tag of the set, and not the one of our Tasks either, is part of another's name:
   * whether a card rule asks for a whole tag or for a part of it is not known (platform facts 1.5).
   */
  readonly tag: string;
  /** What it says to a person, as one sentence. */
  readonly means: string;
  /** Of the tag on a card; from the palette that the board's own settings offer (platform facts 1.5). */
  readonly colours: { readonly background: string; readonly text: string };
  /** The fill of the whole card, where somebody wants it and the flag asks for something. */
  readonly fill?: string;
}

/** In the order in which one goes before the others: an item carries at most one. */
export const flags: readonly Flag[] = [
  {
    id: 'decide',
    tag: 'security-decide',
    means: 'Somebody has to decide something about security here.',
    colours: { background: '#FBBC3D', text: '#000000' },
    fill: '#FFEBD7',
  },
  {
    id: 'replan',
    tag: 'security-replan',
    means: 'The plan of the story and the plan of its security work do not fit together.',
    colours: { background: '#FFD0A0', text: '#000000' },
  },
  {
    id: 'planned',
    tag: 'security-planned',
    means: 'Its security work is planned.',
    colours: { background: '#245CAC', text: '#FFFFFF' },
  },
  {
    id: 'settled',
    tag: 'security-settled',
    means: 'Nothing is left to do about its security.',
    colours: { background: '#7ACE64', text: '#000000' },
  },
];

const byId = new Map(flags.map((flag) => [flag.id, flag]));
const byTag = new Map(flags.map((flag) => [flag.tag, flag.id]));

export function flagOf(id: FlagId): Flag {
  const flag = byId.get(id);
  if (!flag) throw new Error(`There is no flag ${id}.`);
  return flag;
}

/** The flag of a tag, whatever its letter case: Azure DevOps compares tags without it. */
export function flagOfTag(tag: string): FlagId | undefined {
  return byTag.get(tag.trim().toLowerCase());
}

/** The flags that these tags hold, each once, in the order of the set. */
export function flagsAmong(tags: readonly string[]): readonly FlagId[] {
  const found = new Set(tags.map(flagOfTag));
  return flagIds.filter((id) => found.has(id));
}
