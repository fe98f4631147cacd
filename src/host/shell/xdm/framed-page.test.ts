import { framedPage, registeredIds } from './framed-page';

const placed = (properties: Record<string, unknown>) => ({
  contribution: { id: 'group', fullId: 'acme.tools.group', type: 't', targets: [], properties },
  extension: {
    publisherId: 'acme',
    extensionId: 'tools',
    version: '1',
    name: 'Tools',
    description: '',
    scopes: [],
    oldSdkPages: [],
    missingPages: [],
    baseUri: 'http://acme/',
    contributions: [],
  },
});

test.each([
  [{}, ['acme.tools.group', 'group']],
  [{ registeredObjectId: 'mine' }, ['mine', 'acme.tools.group', 'group']],
  [{ registeredObjectId: 'group' }, ['group', 'acme.tools.group']],
])('ids with %j', (properties, ids) => expect(registeredIds(placed(properties))).toEqual(ids));

/** A page whose object stands under `id` from the `attempt`th question on. */
function setUp(id: string, attempt: number, object: object) {
  const asked: string[] = [];
  const page = framedPage({
    ask: async (wanted) => {
      asked.push(wanted);
      if (wanted === id && asked.filter((each) => each === id).length >= attempt) return object;
      throw new Error(`The registered object ${wanted} could not be found.`);
    },
    ids: ['full', 'short'],
    patience: [0, 1, 1],
  });
  return { asked, page };
}

test.each([
  ['full', 1, ['full']],
  ['short', 1, ['full', 'short']],
  ['full', 2, ['full', 'short', 'full']],
])('an object under its %s id from question %i on', async (id, attempt, questions) => {
  const { asked, page } = setUp(id, attempt, { say: (text: string) => `${text}!` });
  expect(await page.call('say', 'hello')).toEqual({ kind: 'answered', value: 'hello!' });
  await page.call('say', 'again');
  expect(asked).toEqual(questions);
});

test('calls keep their order while the object is still looked for', async () => {
  const heard: string[] = [];
  const { page } = setUp('short', 3, { say: (text: string) => heard.push(text) });
  await Promise.all(['one', 'two', 'three'].map((text) => page.call('say', text)));
  expect(heard).toEqual(['one', 'two', 'three']);
});

test('what is missing is absent, and a page that had its time is not waited for again', async () => {
  const { asked, page } = setUp('full', 99, {});
  expect(await page.call('say')).toEqual({ kind: 'absent' });
  expect(asked).toHaveLength(6);
  await page.call('say');
  expect(asked).toHaveLength(8);
  const { page: empty } = setUp('full', 1, {});
  expect(await empty.call('say')).toEqual({ kind: 'absent' });
});

test('a name may be a text or a function of the context', async () => {
  const named = { name: 'Plain', title: (context: unknown) => `For ${String(context)}` };
  const { page } = setUp('full', 1, named);
  expect(await page.value('name')).toEqual({ kind: 'answered', value: 'Plain' });
  expect(await page.value('title', 'x')).toEqual({ kind: 'answered', value: 'For x' });
});

test('a function that throws is told to the developer and fails alone', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const problem = new Error('It broke');
  const { page } = setUp('full', 1, {
    say: () => {
      throw problem;
    },
  });
  expect(await page.call('say')).toEqual({ kind: 'failed', problem });
  expect(said).toHaveBeenCalledWith(expect.stringContaining('It broke'));
  said.mockRestore();
});
