/** Every package under kb/ keeps its promises: it can be read, its examples hold, and its texts are worth reading. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchThreat } from '../../src/core/kb/match-threat';
import { ModelScenes } from '../../src/core/kb/model-scenes';
import { compileThreat } from '../../src/core/kb/match-threat';
import { proposeClause } from '../../src/core/clauses/propose-clause';
import { strideCategories } from '../../src/core/model/threat';
import { exampleModel } from './example-model';
import {
  built,
  entriesIn,
  examplesIn,
  folders,
  foldersWithThreats,
  packageIn,
  root,
} from './knowledge-folders';
import { publishedSchema } from './published-schema';

test('there are packages, and the core covers every STRIDE category', () => {
  expect(folders).toContain('core');
  const covered = new Set(packageIn('core').threats.flatMap(({ stride }) => stride));
  expect([...strideCategories].filter((category) => !covered.has(category))).toEqual([]);
  expect(packageIn('core').threats.length).toBeGreaterThanOrEqual(8);
  expect(packageIn('core').mitigations.length).toBeGreaterThanOrEqual(16);
});

test.each(['entityTypes', 'properties'])('no two packages have the same id among their %s', (part) => {
  // A model says the plain id, so it must mean one thing in all packages.
  const owners = new Map<string, string[]>();
  for (const folder of folders)
    for (const { id } of (built[folder]?.[part] ?? []) as readonly { readonly id: string }[])
      owners.set(id, [...(owners.get(id) ?? []), folder]);
  expect([...owners].filter(([, own]) => own.length > 1)).toEqual([]);
  expect(owners.size).toBeGreaterThan(0);
});

describe.each([...folders])('kb/%s', (folder) => {
  const known = packageIn(folder);

  test('has an id that follows from the folder, and a page that says what it covers', () => {
    expect(known.id).toBe(`without.${folder}`);
    const readme = join(root, 'kb', folder, 'README.md');
    expect(existsSync(readme) && readFileSync(readme, 'utf8')).toMatch(/does not cover/i);
  });

  test('fits the published schema', () => {
    const check = publishedSchema();
    if (!check) return console.log('skipped: the published schema or its validator is not here');
    expect(check(built[folder])).toEqual([]);
    // The schema that is asked must be able to say no.
    expect(check({ ...built[folder], kbSchema: 2 })).not.toEqual([]);
  });

  test('every file is named as its entry, and entries stand in files only', () => {
    for (const part of ['threats', 'mitigations', 'events'] as const)
      for (const { file, entry } of entriesIn(folder, part)) expect(file).toBe(`${String(entry['id'])}.json`);
    const head = JSON.parse(readFileSync(join(root, 'kb', folder, 'kb.json'), 'utf8')) as object;
    expect(Object.keys(head)).not.toEqual(expect.arrayContaining(['threats']));
    expect(Object.keys(head)).not.toEqual(expect.arrayContaining(['mitigations']));
    expect(Object.keys(head)).not.toEqual(expect.arrayContaining(['events']));
  });
});

describe.each([...foldersWithThreats])('kb/%s', (folder) => {
  const known = packageIn(folder);

  test('every mitigation is used by a threat', () => {
    const used = new Set(known.threats.flatMap(({ treatments }) => treatments.map((t) => t.mitigation.id)));
    expect(known.mitigations.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test.each(known.mitigations.map((mitigation) => [mitigation.id, mitigation] as const))(
    '%s can be started on Monday and tested on Friday',
    (_, mitigation) => {
      expect(mitigation.description.length).toBeGreaterThan(60);
      expect(mitigation.implement.length).toBeGreaterThan(200);
      expect(mitigation.verify.length).toBeGreaterThanOrEqual(2);
      expect(mitigation.acceptance.length).toBeGreaterThanOrEqual(2);
      expect(mitigation.effort).toBeDefined();
      // One mitigation serves many places of a model, so its texts name none.
      expect(`${mitigation.name}${mitigation.implement}`).not.toMatch(
        /\{(source|target|flow|element|place)\b/,
      );
    },
  );

  describe.each(known.threats.map((threat) => [threat.id, threat] as const))('%s', (id, threat) => {
    const [mine] = examplesIn(folder).filter((each) => each.threat === id);

    test('is treated by at least three mitigations with reasons, one of them preventive', () => {
      expect(threat.treatments.length).toBeGreaterThanOrEqual(3);
      expect(threat.treatments.filter(({ reason }) => reason.length < 40)).toEqual([]);
      expect(threat.treatments.map(({ mitigation }) => mitigation.controlType)).toContain('preventive');
    });

    test('gives a WITHOUT clause that fits a story', () => {
      expect(threat.withoutClause).toMatch(/^WITHOUT /);
      const { name: title, stride, withoutClause: template } = threat;
      const clause = proposeClause({ title, stride, placeName: 'the order service', template });
      expect(clause).not.toMatch(/[{}]/);
      expect(clause.length).toBeLessThan(120);
    });

    test('says who does what to what: several sentences, a weakness by number', () => {
      expect(threat.description.match(/[.:]\s/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
      expect(threat.description.length).toBeGreaterThan(150);
      expect(threat.cwe.length).toBeGreaterThan(0);
    });

    test('has an example of each kind', () => {
      expect(mine?.examples.map((each) => each.expect).sort()).toEqual(['fires', 'silent']);
    });

    test.each((mine?.examples ?? []).map((each) => [each.expect, each.because, each] as const))(
      '%s: %s',
      (expected, _, example) => {
        const model = exampleModel(example.model);
        const answers = matchThreat(known, threat, model).map(({ answer }) => answer);
        expect(answers).toEqual(expected === 'fires' ? ['yes'] : []);
        // Silent because the rule said no, not because there was nothing to ask about.
        const asked = new ModelScenes(known, model).all(model, threat.anchor);
        expect(asked.map(({ scene }) => compileThreat(threat)(scene))).toContain(
          expected === 'fires' ? 'yes' : 'no',
        );
      },
    );
  });
});
