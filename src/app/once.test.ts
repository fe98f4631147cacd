import { once } from './once';

test('what was answered is handed out again', async () => {
  let asked = 0;
  const get = once(async () => {
    asked += 1;
    return { asked };
  });
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(asked).toBe(1);
});

test('a question that failed is asked again by the next who asks, not by those who waited for it', async () => {
  let asked = 0;
  const get = once(async () => {
    asked += 1;
    if (asked === 1) throw new Error('The network is gone.');
    return asked;
  });
  const [first, second] = await Promise.allSettled([get(), get()]);
  expect([first.status, second.status, asked]).toEqual(['rejected', 'rejected', 1]);
  expect(await get()).toBe(2);
  expect(await get()).toBe(2);
});
