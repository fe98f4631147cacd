/** All packages together: there is enough, nothing is said twice, nothing is empty, and every text fits its place. */
import type { Anchor } from '../../src/core/kb/package';
import { entriesIn, folders, foldersWithThreats, packageIn } from './knowledge-folders';

const packages = folders.map(packageIn);
const threats = packages.flatMap((each) => each.threats);
const mitigations = packages.flatMap((each) => each.mitigations);
const links = threats.flatMap((threat) => threat.treatments.map((each) => ({ threat, ...each })));
const questions = packages.flatMap((each) => each.questions);

type Named = readonly [name: string, text: string];

/** Runs of four words: two texts that share many of them were copied. */
function runs(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

/** Below it two texts share an idiom, not a sentence. */
const leastRuns = 8;

/** Pairs of which the shorter text shares more than `share` of its runs with the other. Near-linear: only texts that meet are compared. */
function copies(texts: readonly Named[], share: number): readonly string[] {
  const seenIn = new Map<string, number[]>();
  const sets = texts.map(([, text]) => runs(text));
  return texts.flatMap(([name], at) => {
    const mine = sets[at] ?? new Set<string>();
    const met = new Map<number, number>();
    for (const run of mine) {
      const others = seenIn.get(run) ?? [];
      for (const other of others) met.set(other, (met.get(other) ?? 0) + 1);
      seenIn.set(run, [...others, at]);
    }
    return [...met].flatMap(([other, shared]) => {
      const size = Math.max(leastRuns, Math.min(mine.size, sets[other]?.size ?? 0));
      return shared / size > share ? `${texts[other]?.[0] ?? ''} ~ ${name}` : [];
    });
  });
}

const threatTexts: readonly Named[] = threats.flatMap((t): Named[] => [
  [`${t.id}.description`, t.description],
  [`${t.id}.rationale`, t.rationale],
]);
const mitigationTexts: readonly Named[] = mitigations.flatMap((m): Named[] => [
  [`${m.id}.description`, m.description],
  [`${m.id}.implement`, m.implement],
  [`${m.id}.verify`, m.verify.join(' ')],
]);
const reasonTexts: readonly Named[] = links.map(({ threat, mitigation, reason }): Named => [
  `${threat.id} -> ${mitigation.id}`,
  reason,
]);
const questionTexts: readonly Named[] = questions.flatMap((q): Named[] => [
  [`${q.id}.text`, q.text],
  [`${q.id}.rationale`, q.rationale],
  [`${q.id}.goodAnswer`, q.goodAnswer],
]);
const events = packages.flatMap((each) => each.events);
const eventTexts: readonly Named[] = events.flatMap((e): Named[] => [
  [`${e.id}.raisedWhen`, e.raisedWhen],
  [`${e.id}.meaning`, e.meaning],
  [`${e.id}.first`, e.firstResponse.join(' ')],
]);
const texts = [...threatTexts, ...mitigationTexts, ...reasonTexts, ...questionTexts, ...eventTexts];

const titlesIn = (folder: string): readonly Named[] =>
  entriesIn(folder, 'mitigations').map(({ file, entry }): Named => [
    file,
    (entry['workItem'] as { readonly title: string }).title,
  ]);

/** Words that fill a line and tell nobody what to do. */
const empty =
  /\b(an attacker (may|might|could)|best practices?|industry standards?|as (appropriate|needed|necessary)|if (appropriate|necessary)|state of the art|(appropriate|adequate|suitable|proper|robust) (security|measures?|controls?|protection|mechanisms?|validation|authentication|encryption)|security measures?|strong encryption|ensure (that )?(proper|appropriate|adequate)|properly (secured?|configured?|validated?)|and so on|lorem|todo|tbd)\b/i;

/** What a place of each kind can tell. */
const tells: Readonly<Record<Anchor, readonly string[]>> = {
  element: ['element'],
  boundary: ['element'],
  flow: ['source', 'target', 'flow'],
  model: [],
};

test('there is enough', () => {
  expect(threats.length).toBeGreaterThanOrEqual(150);
  expect(mitigations.length).toBeGreaterThanOrEqual(220);
  expect(links.length).toBeGreaterThanOrEqual(400);
  for (const [folder, ofThreats, ofMitigations] of [
    ['core', 50, 75],
    ['web-api', 25, 35],
    ['azure', 40, 55],
    ['devops', 30, 60],
    ['ai', 25, 60],
  ] as const) {
    expect(packageIn(folder).threats.length).toBeGreaterThanOrEqual(ofThreats);
    expect(packageIn(folder).mitigations.length).toBeGreaterThanOrEqual(ofMitigations);
  }
});

test('copies are found, near ones too, and independent texts pass', () => {
  const text = 'values are bound by the driver and never become part of the query text';
  expect(copies([['a', text], ['b', `Note: ${text}.`]], 0.3)).toEqual(['a ~ b']); // prettier-ignore
  expect(copies([['a', text], ['b', 'the browser only sends the cookie to one host']], 0.3)).toEqual([]); // prettier-ignore
});

test('no two texts of any packages say nearly the same', () => {
  expect(copies(texts, 0.3)).toEqual([]);
});

test.each([
  ['threats', threats.map(({ id, name }): Named => [id, name])],
  ['mitigations', mitigations.map(({ id, name }): Named => [id, name])],
  ['work items', folders.flatMap(titlesIn)],
  ['clauses', threats.map(({ id, withoutClause = '' }): Named => [id, withoutClause])],
  ['reasons', reasonTexts],
  ['events', events.map(({ id, name }): Named => [id, name])],
])('no two %s are called the same', (_, names) => {
  const owners = new Map<string, string[]>();
  for (const [owner, name] of names) {
    const key = name.toLowerCase().replace(/[^a-z0-9{}]+/g, ' ');
    owners.set(key, [...(owners.get(key) ?? []), owner]);
  }
  expect([...owners].filter(([, own]) => own.length > 1)).toEqual([]);
});

test('no text is filled with empty words', () => {
  expect('Ensure that appropriate security measures are in place.').toMatch(empty);
  expect('The gateway answers 400 to encoded slashes.').not.toMatch(empty);
  expect(texts.flatMap(([name, text]) => empty.exec(text)?.[0].concat(` in ${name}`) ?? [])).toEqual([]);
});

/** A sentence begins with a capital, a number, a quotation, a placeholder, or a command that is typed as it stands. */
const beginning =
  /^(\p{Lu}|[0-9"“<{/*.]|(az|curl|dig|docker|document|h|hashcat|iOS|isAdmin|kube-linter|kubectl|nmap|nslookup|pseudonym)\b)/u;

test('every sentence begins where it begins', () => {
  expect('The link answers 403.').toMatch(beginning);
  for (const cut of ['he link answers 403.', ' link answers 403.']) expect(cut).not.toMatch(beginning);
  const checks = mitigations.flatMap((m) => m.verify.map((how): Named => [`${m.id}.verify`, how]));
  const all = [
    ...threatTexts,
    ...mitigationTexts,
    ...checks,
    ...questionTexts,
    ...eventTexts,
    ...reasonTexts,
  ];
  expect(all.filter(([, text]) => !beginning.test(text))).toEqual([]);
});

/** The words that carry a sentence. */
const carrying = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []).map((word) => word.replace(/(ed|es|s)$/, '')));

/** What two sentences share of all their words, 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [carrying(one), carrying(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

test('a reason says why a mitigation is that strong there, not once more what it is', () => {
  expect(likeness('Each key has a daily budget.', 'Every key has its daily budget.')).toBeGreaterThanOrEqual(
    0.5,
  );
  const restating = links.filter(({ reason, mitigation }) => likeness(reason, mitigation.description) >= 0.4);
  expect(restating.map(({ threat, mitigation }) => `${threat.id} -> ${mitigation.id}`)).toEqual([]);
});

test('every placeholder is one that the place of the threat can fill', () => {
  const strange = threats.flatMap((t) =>
    [t.name, t.description, t.withoutClause ?? '']
      .flatMap((text) => [...text.matchAll(/\{([A-Za-z][\w .-]*)\}/g)])
      .flatMap(([whole, inside = '']) =>
        tells[t.anchor].some((subject) => inside === `${subject}.name`) ? [] : `${whole} in ${t.id}`,
      ),
  );
  expect(strange).toEqual([]);
  expect(threats.filter(({ name, description }) => !/\{/.test(name + description))).toEqual([]);
});

describe.each([...foldersWithThreats])('kb/%s', (folder) => {
  const known = packageIn(folder);

  test('marks about a fifth as TOP, and no more than half of the ways to treat a threat', () => {
    const share = known.threats.filter(({ top }) => top).length / known.threats.length;
    expect(share).toBeGreaterThanOrEqual(0.1);
    expect(share).toBeLessThanOrEqual(0.25);
    const lavish = known.threats.filter(
      ({ treatments }) => treatments.filter(({ top }) => top).length > Math.ceil(treatments.length / 2),
    );
    expect(lavish.map(({ id }) => id)).toEqual([]);
  });

  test('a TOP threat has a TOP way to treat it, or a small system would have none', () => {
    const without = known.threats.filter(
      ({ top, treatments }) => top && !treatments.some((each) => each.top),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('every level has threats, the deepest the fewest but for the first', () => {
    const count = (level: number) => known.threats.filter((threat) => threat.level === level).length;
    expect(Math.min(count(1), count(2), count(3))).toBeGreaterThan(0);
    expect(count(3)).toBeLessThan(count(2));
  });

  test('every strength has a reason and every judgement too', () => {
    const short = known.threats.filter(({ rationale }) => rationale.length < 40);
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  test('what to do is several steps, told at some length', () => {
    const thin = known.mitigations.filter(
      ({ implement }) => implement.length < 240 || (implement.match(/[.;:](\s|$)/g)?.length ?? 0) < 3,
    );
    expect(thin.map(({ id, implement }) => `${id}: ${implement}`)).toEqual([]);
  });

  test('every check is a sentence, and one of each mitigation is more than a look', () => {
    const mostly = entriesIn(folder, 'mitigations').map(({ file, entry }) => ({
      file,
      checks: entry['verify'] as readonly { readonly how: string; readonly kind?: string }[],
    }));
    const thin = mostly.filter(
      ({ checks }) =>
        checks.some(({ how }) => how.split(/\s+/).length < 6) ||
        !checks.some(({ kind = '' }) => ['test', 'automated', 'policy'].includes(kind)),
    );
    expect(thin.map(({ file }) => file)).toEqual([]);
  });
});
