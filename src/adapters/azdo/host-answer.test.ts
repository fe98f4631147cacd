import { hostAnswer } from './host-answer';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Askings whose answers are given by hand. */
function askings() {
  const given: { resolve: (answer: string) => void; reject: (error: Error) => void }[] = [];
  const ask = () => new Promise<string>((resolve, reject) => given.push({ resolve, reject }));
  return { given, ask };
}

test('what is answered is asked once', async () => {
  const { given, ask } = askings();
  const answer = hostAnswer(ask, [10, 20]);
  given[0]?.resolve('yes');
  expect(await answer).toBe('yes');
  await jest.advanceTimersByTimeAsync(100);
  expect(given).toHaveLength(1);
});

test('what got lost is asked again, and the first answer counts, whichever asking it belongs to', async () => {
  const { given, ask } = askings();
  const answer = hostAnswer(ask, [10, 20]);
  await jest.advanceTimersByTimeAsync(11);
  expect(given).toHaveLength(2);
  given[0]?.resolve('late');
  expect(await answer).toBe('late');
});

test('a refusal is an answer', async () => {
  const { given, ask } = askings();
  const answer = hostAnswer(ask, [10, 20]);
  given[0]?.reject(new Error('no'));
  await expect(answer).rejects.toThrow('no');
});

test('who is never answered hears that in the end', async () => {
  const { given, ask } = askings();
  const answer = expect(hostAnswer(ask, [10, 20])).rejects.toMatchObject({ problem: 'unreachable' });
  await jest.advanceTimersByTimeAsync(31);
  await answer;
  expect(given).toHaveLength(2);
});
