/**
 * Selection rules of Threats Manager as rules of a package. There one rule is asked of every entity, flow and of the
 * model; here a threat has one kind of place. So a rule is translated once per kind of place, and what cannot hold at
 * such a place is folded away (semantics: the classes `*RuleNode` of the Threats Manager Platform).
 */
import type { Limits } from '../import-result';
import type { Json } from '../json-value';
import { asList, asObject, asText, member } from '../json-value';
import type { Report } from '../report';
import { stopWhenLate } from '../time-is-up';
import type { RuleJson } from '../tmt-knowledge/filter';
import { never } from '../tmt-knowledge/filter';
import { unwrapped } from './unwrap';

export type TemplateAnchor = 'element' | 'flow' | 'model';
export const templateAnchors: readonly TemplateAnchor[] = ['element', 'flow', 'model'];

/** What the rule says about a property, by the words of the node. */
export interface PropertyUse {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'boolean' | 'enum' | 'text';
  readonly values: readonly string[];
}
export interface TemplateNames {
  /** The entity type of a template's id. */
  readonly type: (template: string) => string | undefined;
  /** The property's id, and the id of one of its values. */
  readonly property: (use: PropertyUse, value: string) => { readonly id: string; readonly value: string };
}

export const always: RuleJson = { always: true };
const isAlways = (rule: RuleJson) => rule['always'] === true;
export const isNever = (rule: RuleJson): boolean => rule['always'] === false;

/** Deeper rules than a package may have come from nobody. */
const deepest = 40;

function all(rules: readonly RuleJson[]): RuleJson {
  if (rules.some(isNever)) return never;
  const rest = rules.filter((rule) => !isAlways(rule));
  const [first] = rest;
  return !first ? always : rest.length === 1 ? first : { all: rest };
}
function any(rules: readonly RuleJson[]): RuleJson {
  if (rules.some(isAlways)) return always;
  const rest = rules.filter((rule) => !isNever(rule));
  const [first] = rest;
  return !first ? never : rest.length === 1 ? first : { any: rest };
}
function not(rule: RuleJson): RuleJson {
  if (isAlways(rule)) return never;
  return isNever(rule) ? always : { not: rule };
}

const rootOf: Readonly<Record<string, string>> = {
  externalinteractor: 'external-interactor',
  process: 'process',
  datastore: 'data-store',
};
const kindOf = (text: string) => rootOf[text.toLowerCase().replace(/[^a-z]/g, '')];
/** `Ns.AndRuleNode, Assembly` -> `And`. The name is compared, never used to make anything. */
export const nodeName = (node: Json | undefined): string =>
  /([A-Za-z]+)RuleNode\s*(?:,|$)/.exec(asText(member(node, '$type')))?.[1] ?? '';

export class RuleTranslator {
  constructor(
    private readonly names: TemplateNames,
    private readonly report: Report,
    private readonly limits: Limits,
  ) {}

  /** Throws Refusal when the time is up: asked at every node, since one rule may be nearly the whole file. */
  translate(node: Json | undefined, anchor: TemplateAnchor, depth = 0): RuleJson {
    stopWhenLate(this.limits);
    if (depth > deepest) return this.lost('they are nested too deeply');
    const name = nodeName(node);
    const inner = () =>
      asList(unwrapped(member(node, 'children'))).map((each) => this.translate(each, anchor, depth + 1));
    if (name === 'And' || name === 'Or') {
      const rules = inner();
      if (rules.length === 0) return never;
      return name === 'And' ? all(rules) : any(rules);
    }
    if (name === 'Not') return not(this.translate(member(node, 'child'), anchor, depth + 1));
    if (name === 'Truism') return always;
    if (/^(?:Cross|Enter|Exit)TrustBoundary(?:Template)?$/.test(name))
      return anchor === 'flow' ? this.crossing(node, name) : never;
    if (asText(member(node, 'scope')) === 'AnyTrustBoundary') return this.anyBoundary(node, name, anchor);
    const subject = subjectOf(node, anchor);
    return subject === undefined ? never : this.test(node, name, subject);
  }

  private lost(why: string): RuleJson {
    this.report.add('parts of rules', why);
    return never;
  }

  private crossing(node: Json | undefined, name: string): RuleJson {
    const direction = name.startsWith('Enter') ? 'enter' : name.startsWith('Exit') ? 'exit' : undefined;
    const way = direction ? { direction } : {};
    if (!name.endsWith('Template')) {
      const crosses = { crosses: 'any', ...way };
      return member(node, 'value') === false ? not(crosses) : crosses;
    }
    const type = this.names.type(asText(member(node, 'trustBoundaryTemplate')));
    return type === undefined ? never : { crosses: [type], ...way };
  }

  /** A test of the boundaries on the way of a flow: only which kind they are can be asked here. */
  private anyBoundary(node: Json | undefined, name: string, anchor: TemplateAnchor): RuleJson {
    if (anchor !== 'flow') return never;
    if (name !== 'TrustBoundaryTemplate')
      return this.lost('they ask for properties of the boundaries that a flow crosses');
    const type = this.names.type(asText(member(node, 'trustBoundaryTemplate')));
    return type === undefined ? never : { crosses: [type] };
  }

  private test(node: Json | undefined, name: string, on: string): RuleJson {
    const isElement = on === 'element' || on === 'source' || on === 'target';
    switch (name) {
      case 'EnumValue':
        return this.enumValue(node, on);
      case 'Boolean':
        return this.property(node, on, 'boolean');
      case 'Comparison':
        return this.comparison(node, on);
      case 'DataStoreTemplate':
      case 'ProcessTemplate':
      case 'ExternalInteractorTemplate':
      case 'EntityTemplate':
        return isElement ? this.ofTemplate(node, on, 'entityTemplate') : never;
      case 'FlowTemplate':
        return on === 'flow' ? this.ofTemplate(node, on, 'flowTemplate') : never;
      case 'HasIncoming':
      case 'HasOutgoing': {
        const kind = kindOf(asText(member(node, 'entityType')));
        if (!isElement || kind === undefined) return never;
        const [exists, is] = name === 'HasIncoming' ? ['incoming', 'source'] : ['outgoing', 'target'];
        return { exists, on, where: { is, of: [kind] } };
      }
      default:
        return this.lost(`they have a test that is not known here (${name.slice(0, 40) || 'nameless'})`);
    }
  }

  private ofTemplate(node: Json | undefined, on: string, key: string): RuleJson {
    const type = this.names.type(asText(member(node, key)));
    return type === undefined ? never : { is: on, of: [type] };
  }

  private enumValue(node: Json | undefined, on: string): RuleJson {
    const own = asText(member(node, 'schema')) === '' && asText(member(node, 'namespace')) === '';
    if (!own || asText(member(node, 'name')) !== 'Object Type') return this.property(node, on, 'enum');
    const value = asText(member(node, 'value'));
    const kind = kindOf(value);
    if (on === 'flow') return value === 'Flow' ? always : never;
    if (on === 'model') return value === 'Threat Model' ? always : never;
    return kind === undefined ? never : { is: on, of: [kind] };
  }

  private use(node: Json | undefined, kind: PropertyUse['kind']): PropertyUse {
    const listed = asList(unwrapped(member(node, 'values'))).map(asText);
    const items = asList(unwrapped(member(node, 'items'))).map((each) => asText(member(each, 'value')));
    return {
      schema: asText(member(node, 'schema')),
      name: asText(member(node, 'name')),
      kind,
      values: [...listed, ...items].filter((each) => each !== ''),
    };
  }

  private property(node: Json | undefined, on: string, kind: 'boolean' | 'enum'): RuleJson {
    const given = member(node, 'value');
    const value = kind === 'boolean' ? (given === false ? 'no' : 'yes') : asText(given);
    const { id, value: eq } = this.names.property(this.use(node, kind), value);
    return { prop: id, on, eq };
  }

  private comparison(node: Json | undefined, on: string): RuleJson {
    const use = this.use(node, 'text');
    if (use.schema === '') return this.lost('they compare the name or the description of a thing');
    const { id, value } = this.names.property(use, asText(member(node, 'value')));
    const operator = asText(member(node, 'operator'));
    if (operator === 'Exact') return { prop: id, on, eq: value };
    if (operator === 'StartsWith')
      this.report.add(
        'comparisons "starts with"',
        'rules can ask whether a text contains another, not where',
      );
    return { prop: id, on, contains: value };
  }
}

function subjectOf(node: Json | undefined, anchor: TemplateAnchor): string | undefined {
  const scope = asText(member(node, 'scope'));
  if (scope !== 'Source' && scope !== 'Target') return anchor;
  return anchor === 'flow' ? scope.toLowerCase() : undefined;
}

/** The node of a rule that hangs on a threat type, a mitigation of one, or a question. */
export function ruleNode(rule: Json | undefined): Json | undefined {
  return asObject(member(rule, 'node'));
}
