import { sayWaits } from './say-waits';

test('a long wait is said at once, then now and then, and a short one never', () => {
  const said: string[] = [];
  let time = 0;
  const wait = sayWaits(
    (line) => said.push(line),
    () => time,
  );
  for (const milliseconds of [1000, 9001, 10_000, 10_000, 10_000, 10_000]) {
    wait(milliseconds);
    time += milliseconds;
  }
  const says = (seconds: number) => `Azure DevOps is busy and asks to wait: going on in ${seconds} s.`;
  expect(said).toEqual([says(10), says(10)]);
});
