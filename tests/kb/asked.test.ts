/** The shipped packages over a drawn shop: every open fact has a question, and answers end the asking. */
import { KnowledgeEngine } from '../../src/core/kb/knowledge-engine';
import { answerQuestion } from '../../src/core/kb/questions/answer';
import { askQuestions, isAnswered } from '../../src/core/kb/questions/ask';
import { applyEdit } from '../../src/core/model/edit';
import { countingIds } from '../fixtures/import-for-test';
import { exampleModel } from './example-model';
import { folders, packageIn } from './knowledge-folders';

const shop = exampleModel({
  elements: [
    { kind: 'external', name: 'Shopper' },
    { kind: 'process', name: 'Web shop', type: 'web-application' },
    { kind: 'store', name: 'Orders' },
  ],
  flows: [
    { name: 'Buy', source: 'Shopper', target: 'Web shop' },
    { name: 'Keep', source: 'Web shop', target: 'Orders' },
  ],
  boundaries: [{ name: 'Cloud', holds: ['Web shop', 'Orders'] }],
});

test.each(['first', 'last'] as const)('whoever gives the %s answer each time comes to an end', (which) => {
  const packages = folders.map(packageIn);
  const newId = countingIds();
  let model = shop;
  const engine = new KnowledgeEngine(packages, model);
  const before = engine.hits().filter(({ answer }) => answer === 'unknown').length;
  let rounds = 0;
  for (let open = askQuestions(engine); rounds < 2000; rounds += 1) {
    const next = open.find((asked) => !isAnswered(asked) && asked.answers.length > 0);
    if (!next) break;
    const chosen = next.answers[which === 'first' ? 0 : next.answers.length - 1]?.label ?? '';
    model = applyEdit(
      model,
      answerQuestion(engine, next, { chosen: [chosen], note: '', at: '2026-05-04T10:00:00.000Z', newId }),
    );
    engine.follow(model);
    open = askQuestions(engine);
  }
  expect(rounds).toBeGreaterThan(20);
  expect(rounds).toBeLessThan(2000);
  const after = engine.hits().filter(({ answer }) => answer === 'unknown').length;
  expect(after).toBeLessThan(before / 4);
});
