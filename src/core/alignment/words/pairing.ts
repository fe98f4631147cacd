/** How well a threat fits a story or one of its clauses, with the reasons. One measure, whichever side is asked about. */
import type { FoundClause } from '../../clauses/clause';
import { placeName } from '../../model/model-index';
import type { Threat } from '../../model/threat';
import type { AlignmentPicture, ModelPicture, StoryPicture } from '../picture';
import type { Word } from './stem';
import { wordsOf } from './stem';
import { topicNames, topicsOf } from './topics';
import { asWritten, likeness, rarityIn, weigh } from './weighted-words';
import type { Part, WeightedWords } from './weighted-words';

export interface ThreatText {
  readonly at: ModelPicture;
  readonly threat: Threat;
  readonly words: WeightedWords;
  /** The stems of the name of its place; empty for the whole model. */
  readonly place: readonly string[];
  readonly placeName: string;
}
/** A story, or one clause of it. */
export interface StoryText {
  readonly story: StoryPicture;
  readonly clause: FoundClause | undefined;
  readonly words: WeightedWords;
  readonly written: readonly Word[];
}
export interface Fit {
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly string[];
}

/** What else speaks for a pair, as the share of the remaining doubt that it takes away. */
const bonus = { place: 0.2, topic: 0.12, neighbour: 0.12, area: 0.06 };

function threatText(at: ModelPicture, threat: Threat): ThreatText {
  const name = threat.place.kind === 'model' ? '' : placeName(at.model, threat.place);
  // A flow is known by its own name; the two ends are said too often to mean this one.
  const own = threat.place.kind === 'flow' ? (at.model.flow.get(threat.place.id)?.name ?? '') : name;
  const factors = at.assessment.threats.get(threat.id)?.factors ?? [];
  const parts: Part[] = [
    { text: threat.title, weight: 3 },
    { text: name, weight: 1.5 },
    { text: threat.description, weight: 1 },
    { text: factors.map(({ mitigation }) => mitigation.title).join(' '), weight: 0.5 },
  ];
  const place = [...new Set(wordsOf(own).map(({ stem }) => stem))];
  return { at, threat, words: weigh(parts), place, placeName: own };
}

/** A clause is read with its story's title: "seeing the number" alone does not say which. */
export function storyText(story: StoryPicture, clause: FoundClause | undefined): StoryText {
  const around = clause ? [] : [...story.clauses, ...story.suggested].map(({ text }) => text);
  const parts: Part[] = [
    { text: clause?.text ?? '', weight: 3 },
    { text: story.item.title, weight: clause ? 1.5 : 2 },
    { text: [...around, ...story.item.tags].join(' '), weight: 1 },
  ];
  return { story, clause, words: weigh(parts), written: wordsOf(parts.map(({ text }) => text).join(' ')) };
}

/** Is another threat at the same place linked to the story already? */
function hasNeighbour({ at, threat }: ThreatText, { item }: StoryPicture): boolean {
  const { place } = threat;
  if (place.kind === 'model') return false;
  return at.index.linksOfStory(item.id).some((link) => {
    const other = at.model.threat.get(link.threat);
    return other && other.id !== threat.id && other.place.kind !== 'model' && other.place.id === place.id;
  });
}

function sharesArea({ words }: ThreatText, { item }: StoryPicture): boolean {
  const below = item.areaPath.split('\\').slice(1).at(-1) ?? '';
  return wordsOf(below).some(({ stem }) => words.has(stem));
}

function topicReason({ threat }: ThreatText, { clause }: StoryText): string | undefined {
  const topics = topicsOf(clause?.text ?? '');
  const topic = threat.stride.find((category) => topics.has(category));
  return topic && `speaks of ${topicNames[topic]}, as the threat does`;
}

/** Compares within one picture, whose stories and threats tell which words are rare. */
export class Pairing {
  readonly threats: readonly ThreatText[];
  readonly #rarity: (stem: string) => number;

  constructor(picture: AlignmentPicture) {
    this.threats = picture.models.flatMap((at) =>
      [...at.model.threat.values()].map((threat) => threatText(at, threat)),
    );
    const stories = [...picture.stories.values()].map((story) => storyText(story, undefined).words);
    this.#rarity = rarityIn([...stories, ...this.threats.map(({ words }) => words)]);
  }

  fit(threat: ThreatText, text: StoryText): Fit {
    const { score, shared } = likeness(threat.words, text.words, this.#rarity);
    const because: string[] = [];
    let doubt = 1 - score;
    const add = (share: number, reason: string | undefined): void => {
      if (reason === undefined) return;
      doubt *= 1 - share;
      because.push(reason);
    };
    const words = asWritten(shared.slice(0, 4), text.written);
    if (words.length > 0)
      because.push(`shares the ${words.length === 1 ? 'word' : 'words'} ${words.join(', ')}`);
    const named = threat.place.length > 0 && threat.place.every((stem) => text.words.has(stem));
    add(bonus.place, named ? `its place ${threat.placeName} is named in the story` : undefined);
    add(bonus.topic, topicReason(threat, text));
    const neighbour = hasNeighbour(threat, text.story)
      ? 'another threat at the same place is linked to the story'
      : undefined;
    add(bonus.neighbour, neighbour);
    add(bonus.area, sharesArea(threat, text.story) ? `in the area ${text.story.item.areaPath}` : undefined);
    return { score: Math.min(1, Math.max(0, 1 - doubt)), because };
  }
}
