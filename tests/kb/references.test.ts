/** What the packages say about other catalogues, and how strong they say that a mitigation is, can be believed. */
import { entriesIn, folders, packageIn } from './knowledge-folders';
import { attack, capec, cwe } from './official-names';

const packages = folders.map(packageIn);

interface Refs {
  readonly cwe?: readonly number[];
  readonly capec?: readonly number[];
  readonly attack?: readonly string[];
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
