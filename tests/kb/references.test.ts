/** What the packages say about other catalogues, and how strong they say that a mitigation is, can be believed. */
import { compileRule } from '../../src/core/kb/compile-rule';
import { ModelScenes } from '../../src/core/kb/model-scenes';
import type { KnowledgeThreat } from '../../src/core/kb/package';
import type { Rule } from '../../src/core/kb/rule';
import { exampleModel } from './example-model';
import type { ExampleModel } from './example-model';
import { entriesIn, examplesIn, folders, packageIn } from './knowledge-folders';
import { asvs5, attack, capec, cwe, mcsb, owaspLists } from './official-names';

const packages = folders.map(packageIn);

interface Refs {
  readonly cwe?: readonly number[];
  readonly capec?: readonly number[];
  readonly attack?: readonly string[];
  readonly asvs5?: readonly string[];
  readonly mcsb?: readonly string[];
  readonly owasp?: readonly string[];
}
interface Entry {
  readonly refs?: Refs;
  readonly maps?: { readonly attack?: readonly string[] };
}

/** Ids with the files that name them, over threats, mitigations and events. */
function namedBy<K extends keyof Refs>(key: K): ReadonlyMap<number | string, readonly string[]> {
  const named = new Map<number | string, string[]>();
  for (const folder of folders)
    for (const part of ['threats', 'mitigations', 'events'] as const)
      for (const { file, entry } of entriesIn(folder, part)) {
        const { refs, maps } = entry as Entry;
        for (const id of [...(refs?.[key] ?? []), ...(key === 'attack' ? (maps?.attack ?? []) : [])])
          named.set(id, [...(named.get(id) ?? []), `${folder}/${file}`]);
      }
  return named;
}

describe.each([
  ['cwe', cwe],
  ['capec', capec],
  ['attack', attack],
] as const)('%s', (key, names: ReadonlyMap<number | string, string>) => {
  const named = namedBy(key);

  test('every id that a package names is one of the catalogue', () => {
    expect([...named].filter(([id]) => !names.has(id))).toEqual([]);
  });

  test('the table of names holds those that are named, once each and no others', () => {
    expect([...names.keys()].filter((id) => !named.has(id))).toEqual([]);
    expect(new Set(names.values()).size).toBe(names.size);
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test('a requirement of ASVS 5 is one that its section has', () => {
  expect(sum(asvs5.map(sum))).toBe(345);
  const beyond = [...namedBy('asvs5')].filter(([id]) => {
    const [chapter = 0, section = 0, number = 0] = String(id).split('.').map(Number);
    return !(number >= 1 && number <= (asvs5[chapter - 1]?.[section - 1] ?? 0));
  });
  expect(beyond).toEqual([]);
  expect(namedBy('asvs5').size).toBeGreaterThan(100);
});

test('a control of the Microsoft cloud security benchmark is one that its domain has', () => {
  expect(sum([...mcsb.values()])).toBe(86);
  const beyond = [...namedBy('mcsb')].filter(([id]) => {
    const [domain = '', number] = String(id).split('-');
    return !(Number(number) >= 1 && Number(number) <= (mcsb.get(domain) ?? 0));
  });
  expect(beyond).toEqual([]);
  expect(namedBy('mcsb').size).toBeGreaterThan(30);
});

test('an entry of a list of OWASP is one of its entries', () => {
  const named = [...namedBy('owasp')];
  expect(named.filter(([id]) => !owaspLists.test(String(id)))).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
});

const links = packages.flatMap(({ threats }) =>
  threats.flatMap((threat) =>
    threat.treatments.map((each) => ({ threat, ...each, link: `${threat.id} -> ${each.mitigation.id}` })),
  ),
);
const strongOnes = new Set(['strong', 'maximum']);

test('a mitigation that only detects or deters is strong only where the threat is that nobody would know', () => {
  const bold = links.filter(
    ({ strength, mitigation, threat }) =>
      strongOnes.has(strength) &&
      ['detective', 'deterrent'].includes(mitigation.controlType) &&
      !threat.stride.includes('repudiation'),
  );
  expect(bold.map(({ link }) => link)).toEqual([]);
});

test('bringing back or mending afterwards is strong only against what destroys, and never all that is needed', () => {
  const bold = links.filter(
    ({ strength, mitigation, threat }) =>
      strongOnes.has(strength) &&
      ['recovery', 'corrective'].includes(mitigation.controlType) &&
      (strength === 'maximum' ||
        !threat.stride.some((each) => each === 'denial-of-service' || each === 'tampering')),
  );
  expect(bold.map(({ link }) => link)).toEqual([]);
});

test('nothing is linked that does nothing, and TOP is more than weak', () => {
  expect(links.filter(({ strength }) => strength === 'negligible').map(({ link }) => link)).toEqual([]);
  expect(links.filter(({ top, strength }) => top && strength === 'weak').map(({ link }) => link)).toEqual([]);
});

test('"maximum" is rare, and only said of what prevents', () => {
  const most = links.filter(({ strength }) => strength === 'maximum');
  expect(
    most.filter(({ mitigation }) => mitigation.controlType !== 'preventive').map(({ link }) => link),
  ).toEqual([]);
  expect(most.length / links.length).toBeLessThan(0.06);
});

test('every answer of every question says something that a rule of some threat asks', () => {
  const asked = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (key === 'property' && typeof inner === 'string') asked.add(inner);
      else collect(inner);
  };
  for (const { threats } of packages)
    for (const { when, unless, treatments } of threats)
      collect([when, unless, treatments.map((each) => each.when)]);
  const idle = packages.flatMap(({ questions }) =>
    questions.flatMap(({ id, answers }) =>
      answers.flatMap(({ label, set }) =>
        [...set.keys()].some((property) => asked.has(property)) ? [] : [`${id}: ${label}`],
      ),
    ),
  );
  expect(asked.size).toBeGreaterThan(100);
  expect(idle).toEqual([]);
});

/** The tests in a rule, whatever joins them. */
function testsOf(rule: Rule): readonly Rule[] {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.flatMap(testsOf);
  return rule.kind === 'not' ? testsOf(rule.rule) : [rule];
}

/** What must be said on the subject of a test, so that it holds. */
function saidBy(test: Rule, on: readonly string[]): Readonly<Record<string, string>> {
  if (test.kind === 'carries' && on.includes(test.subject)) return { data: test.classifications[0] ?? '' };
  if (test.kind !== 'property' || !on.includes(test.subject)) return {};
  const { kind } = test.test;
  const value = kind === 'equals' ? test.test.value : kind === 'one-of' ? test.test.values[0] : undefined;
  return value === undefined ? {} : { [test.property]: value };
}

/** The example with what the rule asks for said, or with a value of each property that it does not ask for. */
function saying(example: ExampleModel, rule: Rule, whether: 'so' | 'otherwise') {
  const tests = testsOf(rule);
  const on = (...subjects: readonly string[]) => {
    const said = Object.assign({}, ...tests.map((test) => saidBy(test, subjects))) as Record<string, string>;
    return Object.fromEntries(
      Object.entries(said).map(([id, to]) => [id, whether === 'so' ? to : 'no-such']),
    );
  };
  const typed = tests.find((test) => test.kind === 'is');
  const crossed = tests.find((test) => test.kind === 'crosses');
  const sources = new Set(example.flows.map(({ source }) => source));
  const wall = {
    name: 'The wall',
    type: crossed?.kind === 'crosses' && crossed.types !== 'any' ? (crossed.types[0] ?? '') : '',
    holds: example.flows.slice(0, 1).map(({ target }) => target),
  };
  return exampleModel({
    ...example,
    elements: example.elements.map((each) => ({
      ...each,
      ...(typed?.kind === 'is' && (typed.subject === 'element' || sources.has(each.name))
        ? { type: typed.types[0] ?? '' }
        : {}),
      properties: { ...each.properties, ...on('element', 'source', 'target') },
    })),
    // Without a type: types such as plain HTTP say some facts for good.
    flows: example.flows.map(({ type, ...each }) => ({
      ...each,
      ...(type === undefined || Object.keys(on('flow')).length > 0 ? {} : { type }),
      properties: { ...each.properties, ...on('flow') },
    })),
    properties: { ...example.properties, ...on('model') },
    boundaries: crossed
      ? [wall]
      : (example.boundaries ?? []).map((each) => ({
          ...each,
          properties: { ...each.properties, ...on('element') },
        })),
  });
}

/** Id of a threat -> its example that fires; ids are told apart over all packages. */
const firing = new Map(
  folders
    .flatMap(examplesIn)
    .map(({ threat, examples }) => [threat, examples.find((each) => each.expect === 'fires')]),
);

/** What the rule says at the places of the threat, in its own example that fires. */
function answersOf(threat: KnowledgeThreat, rule: Rule, whether: 'so' | 'otherwise'): readonly string[] {
  const folder = threat.package.replace('without.', '');
  const fires = firing.get(threat.id);
  if (!fires) throw new Error(`${threat.id} has no example that fires.`);
  const model = saying(fires.model, rule, whether);
  return new ModelScenes(packageIn(folder), model)
    .all(model, threat.anchor)
    .map(({ scene }) => compileRule(rule)(scene));
}

const adjusted = packages.flatMap(({ threats }) =>
  threats.flatMap((threat) =>
    threat.adjustments.map((each) => [`${threat.id}: ${each.because}`, threat, each] as const),
  ),
);
test.each(adjusted)(
  'a severity is moved by what the model says, with a reason: %s',
  (_, threat, { when, because, probability, impact }) => {
    expect(answersOf(threat, when, 'so')).toContain('yes');
    expect(because.length).toBeGreaterThan(10);
    expect(probability !== 0 || impact !== 0).toBe(true);
  },
);

const settled = links.filter(({ mitigation }) => mitigation.satisfiedWhen !== undefined);
test('a mitigation that a fact settles is settled by that fact at a threat that it treats, and by no other value', () => {
  const reached = new Set<string>();
  const wrong = new Set<string>();
  for (const { threat, mitigation } of settled) {
    const rule = mitigation.satisfiedWhen;
    if (!rule || reached.has(mitigation.id)) continue;
    if (answersOf(threat, rule, 'so').includes('yes')) reached.add(mitigation.id);
    if (answersOf(threat, rule, 'otherwise').includes('yes')) wrong.add(mitigation.id);
  }
  const lost = settled.map(({ mitigation }) => mitigation.id).filter((id) => !reached.has(id));
  expect([...new Set(lost)]).toEqual([]);
  expect([...wrong]).toEqual([]);
  expect(reached.size).toBeGreaterThan(150);
});
