/** Questions that no package wrote down: a tentative threat waits for a property, so the property is asked for. */
import type { Question } from '../../model/knowledge';
import { placeName } from '../../model/model-index';
import type { Place, StrideCategory } from '../../model/threat';
import { compileThreat } from '../match-threat';
import { placeKey } from '../places';
import type { Hit } from '../engine';
import type { KnowledgeEngine } from '../knowledge-engine';
import type { KnowledgeProperty } from '../package';
import type { Subject } from '../rule';
import type { Scene, Thing } from '../scene';
import { questionKey } from './ask';
import type { Asked } from './ask';
import { placeOfSubject } from './waiting';
import type { OpenFact, Waiting } from './waiting';

/** Entry of a question about a property. Never change: answers are kept by it. */
const entryOf = (property: string): string => `property:${property}`;
const prefix = entryOf('');

const subjects: readonly Subject[] = ['element', 'source', 'target', 'flow', 'model'];

/** Asks rather than copies: the answers of a thing need not be its own members. */
function withValue(thing: Thing, property: string, value: string): Thing {
  const { type, types, name } = thing;
  return {
    type,
    types,
    name,
    value: (asked) => (asked === property ? value : thing.value(asked)),
    flows: () => thing.flows(),
    tags: () => thing.tags?.() ?? new Set(),
    data: () => thing.data?.(),
    inside: () => thing.inside?.(),
    crossings: () => thing.crossings?.(),
  };
}

/** The scene as it would be if somebody said so: only the things at that very place. */
function supposing(
  engine: KnowledgeEngine,
  hit: Hit,
  { place, property }: OpenFact,
  value: string,
): Scene | undefined {
  const scene = engine.sceneAt(hit.threat.package, hit.place);
  if (!scene) return undefined;
  const changed = subjects.flatMap((subject): [Subject, Thing][] => {
    const meant = placeOfSubject(engine.model, hit.place, subject);
    const thing = scene[subject];
    return thing && meant && placeKey(meant) === placeKey(place)
      ? [[subject, withValue(thing, property, value)]]
      : [];
  });
  return { ...scene, ...Object.fromEntries(changed) };
}

/** How many of the waiting threats would stay or become certain with each value. */
function threatsWith(engine: KnowledgeEngine, fact: OpenFact, property: KnowledgeProperty) {
  return property.values.map(({ id, label }) => ({
    label,
    threats: fact.hits.filter((hit) => {
      const scene = supposing(engine, hit, fact, id);
      return scene && compileThreat(hit.threat)(scene) !== 'no';
    }).length,
  }));
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** The values under which the fewest threats remain are good; those that leave the most are what should worry. */
function judged(engine: KnowledgeEngine, fact: OpenFact, property: KnowledgeProperty) {
  const values = threatsWith(engine, fact, property);
  const counts = values.map(({ threats }) => threats);
  if (counts.length === 0) return { goodAnswer: '', warningSigns: [] };
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (fewest === most) return { goodAnswer: '', warningSigns: [] };
  const labels = (count: number) =>
    values.filter(({ threats }) => threats === count).map(({ label }) => label);
  const left = fewest === 0 ? 'none of them remains' : `${fewest} of them remain`;
  return { goodAnswer: `${labels(fewest).join(' or ')}: then ${left}.`, warningSigns: labels(most) };
}

function rationaleOf(fact: OpenFact, { help }: KnowledgeProperty): string {
  const names = [...new Set(fact.hits.map(({ threat }) => threat.name.replace(/\{[a-z.]+\}/g, '…')))];
  const waiting = `Nobody can tell yet whether ${names.length === 1 ? 'this threat is' : 'these threats are'} real here: ${quoted(names.slice(0, 3))}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`;
  return help === '' ? waiting : `${help} ${waiting}`;
}

export interface RuleQuestionInput {
  readonly waiting: Waiting;
  readonly given: ReadonlyMap<string, Question>;
  /** The questions of the packages: what they ask is not asked twice. */
  readonly asked: readonly Asked[];
}

function strideOfHits(hits: readonly Hit[]): readonly StrideCategory[] {
  return [...new Set(hits.flatMap(({ threat }) => threat.stride))];
}

class RuleQuestions {
  readonly #covered: ReadonlySet<string>;
  readonly #made = new Map<string, Asked>();

  constructor(
    private readonly engine: KnowledgeEngine,
    private readonly input: RuleQuestionInput,
  ) {
    this.#covered = new Set(
      input.asked.flatMap(({ place, answers }) =>
        answers.flatMap(({ set }) => [...set.keys()].map((property) => `${placeKey(place)} ${property}`)),
      ),
    );
  }

  all(): readonly Asked[] {
    for (const fact of this.input.waiting.facts())
      if (!this.#covered.has(`${placeKey(fact.place)} ${fact.property}`)) this.ask(fact);
    for (const given of this.input.given.values())
      if (given.entry.startsWith(prefix) && given.answer !== undefined) this.keepAnswered(given);
    return [...this.#made.values()];
  }

  private property(packageId: string, id: string): KnowledgeProperty | undefined {
    const known = this.engine.packages.find((each) => each.id === packageId);
    return known?.properties.find((each) => each.id === id);
  }

  private ask(fact: OpenFact): void {
    const property = this.property(fact.package, fact.property);
    if (!property) return;
    const given = { rationale: rationaleOf(fact, property), ...judged(this.engine, fact, property) };
    const top = fact.hits.some(({ threat }) => threat.top);
    this.add({
      ...fact,
      property,
      ...given,
      stride: strideOfHits(fact.hits),
      top,
      settles: fact.hits.length,
    });
  }

  private keepAnswered({ package: from, entry, place }: Question): void {
    const property = this.property(from, entry.slice(prefix.length));
    if (!property || !this.engine.sceneAt(from, place)) return;
    const nothing = { goodAnswer: '', warningSigns: [], stride: [], top: false, settles: 0 };
    this.add({ package: from, place, property, rationale: property.help, ...nothing });
  }

  private add(
    each: Pick<
      Asked,
      'package' | 'place' | 'rationale' | 'goodAnswer' | 'warningSigns' | 'stride' | 'top' | 'settles'
    > & {
      readonly property: KnowledgeProperty;
    },
  ): void {
    const { property, ...rest } = each;
    const key = questionKey(each.package, entryOf(property.id), each.place);
    if (this.#made.has(key)) return;
    this.#made.set(key, {
      ...rest,
      key,
      entry: entryOf(property.id),
      source: 'rule',
      text: `What is true of ${nameOf(this.engine, each.place)}: ${property.label}?`,
      answers: property.values.map(({ id, label }) => ({ label, set: new Map([[property.id, id]]) })),
      ...howToChoose(property),
      given: this.input.given.get(key),
    });
  }
}

function howToChoose({ id, type, values }: KnowledgeProperty): Pick<Asked, 'choose' | 'property'> {
  if (values.length > 0) return { choose: type === 'multi' ? 'many' : 'one' };
  return { choose: type === 'number' ? 'number' : 'text', property: id };
}

const nameOf = ({ model }: KnowledgeEngine, place: Place): string =>
  place.kind === 'model' ? 'the whole system' : placeName(model, place) || 'this place';

export function ruleQuestions(engine: KnowledgeEngine, input: RuleQuestionInput): readonly Asked[] {
  return new RuleQuestions(engine, input).all();
}
