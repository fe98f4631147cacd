/** Figures of the knowledge base, as JSON on stdout: medians over several runs after some to warm up. Milliseconds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../src/core/formats/import-file';
import { importKnowledge } from '../../src/core/formats/import-knowledge';
import { compileRule } from '../../src/core/kb/compile-rule';
import { findThreats } from '../../src/core/kb/engine';
import { KnowledgeEngine } from '../../src/core/kb/knowledge-engine';
import type { KnowledgePackage } from '../../src/core/kb/package';
import { readPackage } from '../../src/core/kb/read-package';
import { readPackages } from '../../src/core/kb/read-packages';
import type { Model } from '../../src/core/model/model';
import { knowledgeModel } from './knowledge-model';

/** The files of kb/, put in by the build. */
declare const BUILT_IN_KNOWLEDGE: readonly unknown[];

function timed(work: (run: number) => void, runs = 15) {
  const times: number[] = [];
  const warm = 5;
  for (let run = 0; run < runs + warm; run += 1) {
    const start = performance.now();
    work(run);
    if (run >= warm) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], min: times[0], max: times[times.length - 1], runs };
}

const packages = readPackages(BUILT_IN_KNOWLEDGE).map((reading) => {
  if (reading.kind === 'package') return reading.package;
  throw new Error(reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'));
});

/** Everything that a page shows of the threats of a model: found, with their ways to treat them, and why they are there. */
function wholeAnswer(model: Model): number {
  const engine = new KnowledgeEngine(packages, model);
  let told = 0;
  for (const { threat, place } of engine.hits()) {
    const scene = engine.sceneAt(threat.package, place);
    for (const { when } of threat.treatments)
      if (when === undefined || (scene && compileRule(when)(scene) !== 'no')) told += 1;
    told += engine.explain(threat, place)?.because.length ?? 0;
  }
  return told;
}

/** The model with one property of one element said otherwise: another element each time. */
function edited(model: Model, run: number): Model {
  const all = [...model.element.values()];
  const element = all[(run * 37) % all.length];
  if (!element) throw new Error('There is an element.');
  const properties = { ...element.properties, data: run % 2 === 0 ? 'personal' : 'public' };
  return { ...model, element: new Map(model.element).set(element.id, { ...element, properties }) };
}

function oneEdit(start: Model) {
  const engine = new KnowledgeEngine(packages, start);
  // Making the next model is the editor's work, not the engine's: it is done before the clock starts.
  const models = Array.from({ length: 40 }, (_, run) => edited(start, run));
  const figure = timed((run) => engine.follow(models[run] ?? start));
  if (engine.hits().length === 0) throw new Error('Nothing was found.');
  return figure;
}

/** Microsoft's template for Azure, where it lies beside the checkout. */
function azureTemplate(): KnowledgePackage | undefined {
  const file = join(process.cwd(), '../shared/samples/tb7/ms-azure.tb7');
  if (!existsSync(file)) return undefined;
  const limits = defaultLimits(() => false);
  const input = {
    fileName: 'ms-azure.tb7',
    bytes: new Uint8Array(readFileSync(file)),
    limits,
    newId: () => '',
    now: '',
  };
  const found = importKnowledge(input);
  const reading = found.kind === 'knowledge' ? readPackage(found.file) : undefined;
  return reading?.kind === 'package' ? reading.package : undefined;
}

const small = knowledgeModel(packages, { elements: 500, flows: 1000 });
const large = knowledgeModel(packages, { elements: 5000, flows: 10_000 });
const template = azureTemplate();
const drawn = template && knowledgeModel([template], { elements: 400, flows: 1000 });
if (wholeAnswer(small) < 1000) throw new Error('The packages find next to nothing.');

const figures = {
  ...(template && drawn
    ? {
        [`${template.threats.length} rules of a template on 1,000 flows`]: timed(() =>
          findThreats([template], drawn),
        ),
      }
    : {}),
  'all packages, 500 elements and 1,000 flows': timed(() => wholeAnswer(small)),
  'all packages, 5,000 elements and 10,000 flows': timed(() => wholeAnswer(large), 7),
  'one edit among 500 elements': oneEdit(small),
  'one edit among 5,000 elements': oneEdit(large),
};
process.stdout.write(JSON.stringify(figures));
