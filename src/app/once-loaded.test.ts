import { onceLoaded } from './once-loaded';

test('what was loaded is handed out again', async () => {
  let loads = 0;
  const get = onceLoaded(async () => {
    loads += 1;
    return { loads };
  });
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(loads).toBe(1);
});

test('a load that failed is tried again by the next who asks, not by those who waited for it', async () => {
  let loads = 0;
  const get = onceLoaded(async () => {
    loads += 1;
    if (loads === 1) throw new Error('The network is gone.');
    return loads;
  });
  const [first, second] = await Promise.allSettled([get(), get()]);
  expect([first.status, second.status, loads]).toEqual(['rejected', 'rejected', 1]);
  expect(await get()).toBe(2);
  expect(await get()).toBe(2);
});
