import type { CallOutcome, FramedPage } from './framed-page';
import { followContext, type TabContext } from './tab-context';

const level = (name: string): TabContext => ({ level: name });
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(outcome: CallOutcome) {
  const told: unknown[] = [];
  const reloads: TabContext[] = [];
  const page: FramedPage = {
    call: async (method, context) => {
      told.push([method, context]);
      await settled();
      return outcome;
    },
    value: async () => outcome,
  };
  const follower = followContext(level('Stories'), (context) => reloads.push(context));
  return { told, reloads, page, follower };
}

test('a page that listens is told of each move, never of where it is already', async () => {
  const { told, reloads, page, follower } = setUp({ kind: 'answered', value: undefined });
  follower.opened(page);
  follower.moved(level('Stories'));
  follower.moved(level('Features'));
  await settled();
  await settled();
  follower.moved(level('Features'));
  expect(told).toEqual([['updateContext', level('Features')]]);
  expect(reloads).toEqual([]);
});

test('a slow page is told the newest place only', async () => {
  const { told, page, follower } = setUp({ kind: 'answered', value: undefined });
  follower.moved(level('Epics'));
  follower.moved(level('Features'));
  follower.opened(page);
  follower.moved(level('Epics'));
  follower.moved(level('Stories'));
  for (let turn = 0; turn < 6; turn += 1) await settled();
  expect(told).toEqual([
    ['updateContext', level('Features')],
    ['updateContext', level('Stories')],
  ]);
});

test('a page without updateContext is loaded anew with the newest context', async () => {
  const { reloads, page, follower } = setUp({ kind: 'absent' });
  follower.opened(page);
  follower.moved(level('Epics'));
  follower.moved(level('Features'));
  for (let turn = 0; turn < 4; turn += 1) await settled();
  expect(reloads).toEqual([level('Features')]);
});

test('an updateContext that throws does not cost the page its state', async () => {
  const { reloads, page, follower } = setUp({ kind: 'failed', problem: new Error('x') });
  follower.opened(page);
  follower.moved(level('Epics'));
  for (let turn = 0; turn < 4; turn += 1) await settled();
  expect(reloads).toEqual([]);
});

test('a page that went away is told nothing', async () => {
  const { told, page, follower } = setUp({ kind: 'answered', value: undefined });
  follower.opened(page)();
  follower.moved(level('Epics'));
  await settled();
  expect(told).toEqual([]);
});
