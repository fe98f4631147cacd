import { newestOnly } from './newest-only';

/** A reading whose answers come when they are told to. */
function slow() {
  const answers = new Map<string, { readonly give: () => void; readonly fail: () => void }>();
  const shown: string[] = [];
  const ask = newestOnly<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error(`No answer to ${question}`));
        answers.set(question, {
          give: () => resolve(`answer to ${question}`),
          fail,
        });
      }),
    (answer) => shown.push(answer),
  );
  return {
    ask,
    shown,
    give: (question: string) => answers.get(question)?.give(),
    fail: (question: string) => answers.get(question)?.fail(),
  };
}

test('every answer is shown while nothing else was asked', async () => {
  const { ask, shown, give } = slow();
  for (const question of ['30 days', '90 days']) {
    const ended = ask(question);
    give(question);
    await ended;
  }
  expect(shown).toEqual(['answer to 30 days', 'answer to 90 days']);
});

test('an answer that comes after that to a later question is not shown', async () => {
  const { ask, shown, give } = slow();
  const both = [ask('365 days'), ask('30 days')];
  give('30 days');
  give('365 days');
  await Promise.all(both);
  expect(shown).toEqual(['answer to 30 days']);
});

test('a failure is told, but not that of an old question', async () => {
  const { ask, give, fail } = slow();
  const [old, newer] = [ask('365 days'), ask('30 days')];
  fail('365 days');
  give('30 days');
  expect(await Promise.all([old, newer])).toEqual([undefined, undefined]);
  const last = ask('90 days');
  fail('90 days');
  await expect(last).rejects.toThrow('No answer to 90 days');
});
