/** How well a threat fits a story or one of its clauses, with the reasons. One measure, whichever side is asked about. */
import type { FoundClause } from '../../clauses/clause';
import { placeName } from '../../model/model-index';
import type { Threat } from '../../model/threat';
import type { AlignmentPicture, ModelPicture, StoryPicture } from '../picture';
import { mappedPlace } from './mapped-place';
import type { MappedPlace } from './mapped-place';
import { wordsOf } from './stem';
import { topicNames, topicsOf } from './topics';
import {
  lengthOf,
  likeness,
  rarityIn,
  sharedWords,
  weigh,
  wordReasons,
  writtenForms,
} from './weighted-words';
import type { Part, WeightedWords } from './weighted-words';

interface Text {
  readonly words: WeightedWords;
  /** Stem or meaning -> how the text writes it. */
  readonly forms: ReadonlyMap<string, string>;
}
export interface ThreatText extends Text {
  readonly at: ModelPicture;
  readonly threat: Threat;
  /** The stems of the name of its place; empty for the whole model. */
  readonly place: readonly string[];
  readonly placeName: string;
}
/** A story, or one clause of it. */
export interface StoryText extends Text {
  readonly story: StoryPicture;
  readonly clause: FoundClause | undefined;
}
export interface Fit {
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly string[];
}

/** What else speaks for a pair, as the share of the remaining doubt that it takes away. */
const bonus = { place: 0.2, neighbour: 0.12, topic: 0.06, area: 0.06 };

const textOf = (parts: readonly Part[]): Text => ({
  words: weigh(parts),
  forms: writtenForms(wordsOf(parts.map(({ text }) => text).join(' \n'))),
});

/** The words of a template are the threat's; its placeholders are not. */
const plainTemplate = (template: string | undefined): string => (template ?? '').replace(/\{[^{}]*\}/g, ' ');

function threatText(at: ModelPicture, threat: Threat): ThreatText {
  const name = threat.place.kind === 'model' ? '' : placeName(at.model, threat.place);
  // A flow is known by its own name; the two ends are said too often to mean this one.
  const own = threat.place.kind === 'flow' ? (at.model.flow.get(threat.place.id)?.name ?? '') : name;
  const factors = at.assessment.threats.get(threat.id)?.factors ?? [];
  const text = textOf([
    { text: threat.title, weight: 3 },
    { text: name, weight: 1.5 },
    { text: plainTemplate(at.templates?.get(threat.id)), weight: 1.5 },
    { text: threat.description, weight: 1 },
    { text: factors.map(({ mitigation }) => mitigation.title).join(' '), weight: 0.5 },
  ]);
  const place = [...new Set(wordsOf(own).map(({ stem }) => stem))];
  return { ...text, at, threat, place, placeName: own };
}

/** A clause is read with its story's title: "seeing the number" alone does not say which. */
export function storyText(story: StoryPicture, clause: FoundClause | undefined): StoryText {
  const around = clause ? [] : [...story.clauses, ...story.suggested].map(({ text }) => text);
  const text = textOf([
    { text: clause?.text ?? '', weight: 3 },
    { text: story.item.title, weight: clause ? 2.5 : 2 },
    { text: [...around, ...story.item.tags].join(' '), weight: 1 },
  ]);
  return { ...text, story, clause };
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

/** The words of the knowledge base's WITHOUT sentence that the story has too. */
function templateReason({ at, threat }: ThreatText, { words }: StoryText): string | undefined {
  const template = wordsOf(plainTemplate(at.templates?.get(threat.id)));
  const said = [...new Set(template.filter(({ stem }) => words.has(stem)).map(({ written }) => written))];
  return said.length > 0
    ? `the WITHOUT sentence of the knowledge base says ${said.slice(0, 3).join(', ')}`
    : undefined;
}

/** Stories where an element is built come before all others: the upper half of the scores is theirs. */
function byPlace(fit: Fit, place: MappedPlace): Fit {
  if (place.kind === 'none') return fit;
  if (place.kind === 'outside') return { ...fit, score: fit.score / 2 };
  return { score: 0.5 + fit.score / 2, because: [place.because, ...fit.because] };
}

/** Compares within one picture, whose stories and threats tell which words are rare. */
export class Pairing {
  readonly threats: readonly ThreatText[];
  readonly #rarity: (stem: string) => number;
  readonly #lengths = new WeakMap<WeightedWords, number>();

  constructor(picture: AlignmentPicture) {
    this.threats = picture.models.flatMap((at) =>
      [...at.model.threat.values()].map((threat) => threatText(at, threat)),
    );
    const stories = [...picture.stories.values()].map((story) => storyText(story, undefined).words);
    this.#rarity = rarityIn([...stories, ...this.threats.map(({ words }) => words)]);
  }

  #length(words: WeightedWords): number {
    const length = this.#lengths.get(words) ?? lengthOf(words, this.#rarity);
    this.#lengths.set(words, length);
    return length;
  }

  fit(threat: ThreatText, text: StoryText): Fit {
    const lengths = this.#length(threat.words) * this.#length(text.words);
    const { score, shared } = likeness(threat.words, text.words, { rarity: this.#rarity, lengths });
    const because = wordReasons(sharedWords(shared, threat.forms, text.forms));
    let doubt = 1 - score;
    const add = (share: number, reason: string | undefined): void => {
      if (reason === undefined) return;
      doubt *= 1 - share;
      because.push(reason);
    };
    const named = threat.place.length > 0 && threat.place.every((stem) => text.words.has(stem));
    add(bonus.place, named ? `its place ${threat.placeName} is named in the story` : undefined);
    add(bonus.topic, topicReason(threat, text));
    const neighbour = hasNeighbour(threat, text.story)
      ? 'another threat at the same place is linked to the story'
      : undefined;
    add(bonus.neighbour, neighbour);
    add(bonus.area, sharesArea(threat, text.story) ? `in the area ${text.story.item.areaPath}` : undefined);
    add(0, templateReason(threat, text));
    const fit = { score: Math.min(1, Math.max(0, 1 - doubt)), because };
    return byPlace(fit, mappedPlace(threat, text.story));
  }
}
