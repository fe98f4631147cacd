/** What every backlog does, whatever it is made of. Run for the memory one and for Azure DevOps over the local host. */
import type { Backlog } from '../../src/app/ports';
import type { WorkItemDraft } from '../../src/core/sync/backlog-picture';

export interface BacklogUnderTest {
  readonly backlog: Backlog;
  /** Makes a story as a person would; answers its number. */
  readonly addStory: (title: string) => Promise<number>;
  /** Makes a story whose description is Markdown; absent where nobody can make one. */
  readonly addMarkdownStory?: (title: string, description: string) => Promise<number>;
  /** Closes a work item as a person would on the board. */
  readonly close: (id: number) => Promise<void>;
  /** `Shop` and `Shop Team` where they are not named. */
  readonly project?: string;
  readonly team?: string;
  /** Takes away what the suite made, where it would stay. */
  readonly cleanUp?: () => Promise<void>;
}

const draft = (change: Partial<WorkItemDraft> & { title?: string } = {}): WorkItemDraft => {
  const { title = 'Pin the certificate', ...rest } = change;
  return {
    type: 'Task',
    fields: {
      'System.Title': title,
      'System.Description': '<p>Why</p><hr>',
      'System.Tags': 'security-mitigation',
    },
    parent: undefined,
    related: [],
    hyperlink: { url: 'https://dev.example/hub?model=1', comment: 'The mitigation' },
    ...rest,
  };
};

async function created(backlog: Backlog, wanted: WorkItemDraft): Promise<number> {
  const [result] = await backlog.create([wanted]);
  if (result?.kind !== 'created') throw new Error(`not created: ${JSON.stringify(result)}`);
  return result.id;
}

export function runBacklogContract(name: string, setup: () => Promise<BacklogUnderTest>): void {
  describe(`backlog: ${name}`, () => {
    let given: BacklogUnderTest;
    beforeAll(async () => {
      given = await setup();
    });
    afterAll(() => given.cleanUp?.());

    test('the facts name the project, the task type and every state’s category', async () => {
      const facts = await given.backlog.facts();
      expect(facts.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(decodeURIComponent(facts.url).endsWith(`/${given.project ?? 'Shop'}`)).toBe(true);
      expect(facts.taskType).toBe('Task');
      expect(facts.storyTypes.length).toBeGreaterThan(0);
      expect([...(facts.states.get('Task')?.values() ?? [])]).toEqual(
        expect.arrayContaining(['Proposed', 'InProgress', 'Completed']),
      );
      expect(await given.backlog.project()).toEqual({ id: facts.id, name: facts.name, url: facts.url });
    });

    test('a Task under a story is read back with parent, tags, rev and category', async () => {
      const story = await given.addStory('Pay by invoice');
      const id = await created(given.backlog, draft({ parent: story }));
      const item = (await given.backlog.read([id])).get(id);
      expect(item).toMatchObject({
        id,
        type: 'Task',
        title: 'Pin the certificate',
        category: 'Proposed',
        parent: story,
        tags: ['security-mitigation'],
      });
      expect(item?.rev).toBeGreaterThan(0);
    });

    test('reading skips what is not there', async () => {
      expect([...(await given.backlog.read([987_654])).keys()]).toEqual([]);
      expect([...(await given.backlog.read([])).keys()]).toEqual([]);
    });

    test('tagged finds ours, with hyperlinks; a longer tag is another tag', async () => {
      const id = await created(given.backlog, draft({ title: 'Tagged' }));
      const other = await created(
        given.backlog,
        draft({ fields: { 'System.Title': 'Other', 'System.Tags': 'security-mitigation-done' } }),
      );
      const found = await given.backlog.tasks.tagged('security-mitigation');
      expect(found.find((item) => item.id === id)?.hyperlinks).toEqual(['https://dev.example/hub?model=1']);
      expect(found.some((item) => item.id === other)).toBe(false);
    });

    test('children are the Tasks directly under the items, whole', async () => {
      const story = await given.addStory('Pay by voucher');
      const other = await given.addStory('Pay later');
      const id = await created(given.backlog, draft({ title: 'Under it', parent: story }));
      const elsewhere = await created(given.backlog, draft({ title: 'Elsewhere', parent: other }));
      const found = await given.backlog.tasks.children([story, other]);
      expect(found.map((item) => item.id).sort()).toEqual([id, elsewhere].sort());
      expect(found.find((item) => item.id === id)).toMatchObject({ parent: story, title: 'Under it' });
      expect(await given.backlog.tasks.children([])).toEqual([]);
    });

    test('Tasks under nothing are found, those under a story are not', async () => {
      const story = await given.addStory('Pay by invoice');
      const alone = await created(given.backlog, draft({ title: 'Under nothing' }));
      const under = await created(given.backlog, draft({ title: 'Under a story', parent: story }));
      const found = await given.backlog.tasks.withoutParent();
      expect(found.find(({ id }) => id === alone)).toMatchObject({ title: 'Under nothing' });
      expect(found.some(({ id }) => [story, under].includes(id))).toBe(false);
    });

    test('Tasks are found by a word of their title, wherever they stand', async () => {
      const story = await given.addStory('Sort the shelves');
      const under = await created(given.backlog, draft({ title: 'Quarantine odd parcels', parent: story }));
      const alone = await created(given.backlog, draft({ title: 'A scale that weighs parcels' }));
      const ids = async (...words: string[]) =>
        (await given.backlog.tasks.titled(words)).map(({ id }) => id).sort((a, b) => a - b);
      expect(await ids('quarantin', 'weigh')).toEqual([under, alone].sort((a, b) => a - b));
      expect(await ids("o'clock")).toEqual([]);
      expect(await ids()).toEqual([]);
    });

    test('changes are told once an item, or revision by revision', async () => {
      const { tasks } = given.backlog;
      const id = await created(given.backlog, draft({ title: 'To tag' }));
      const { token } = await tasks.changes(undefined);
      const { rev = 0 } = (await given.backlog.read([id])).get(id) ?? {};
      for (const [n, tags] of ['a', 'b'].entries()) {
        const write = { fields: { 'System.Tags': tags } };
        await tasks.write([{ kind: 'update', id, rev: rev + n, write }]);
      }
      const told = async (revisions?: 'every') =>
        (await tasks.changes(token, revisions)).items
          .filter((item) => item.id === id && item.rev > rev)
          .map((item) => item.rev - rev);
      expect(await told()).toEqual([2]);
      expect((await told('every')).sort()).toEqual([1, 2]);
    });

    test('Tasks are read as they were at their revisions, also one that had another by that time', async () => {
      const { tasks } = given.backlog;
      const title = (id: number, rev: number, to: string) =>
        tasks.write([{ kind: 'update', id, rev, write: { fields: { 'System.Title': to } } }]);
      const early = await created(given.backlog, draft({ title: 'Early, first' }));
      await title(early, 1, 'Early, second');
      const ids = [
        await created(given.backlog, draft({ title: 'One, first' })),
        await created(given.backlog, draft({ title: 'Two, first' })),
      ];
      for (const id of ids) await title(id, 1, 'Second');
      const { changed } = (await tasks.read(ids)).get(ids[0] ?? 0) ?? {};
      const wanted = new Map([early, ...ids].map((id) => [id, 1]));
      for (const moment of [changed, undefined]) {
        const then = await tasks.atRevisions(wanted, moment);
        expect([...then.keys()].sort((a, b) => a - b)).toEqual([early, ...ids].sort((a, b) => a - b));
        expect([...then.values()].map((task) => [task.rev, task.title]).sort()).toEqual([
          [1, 'Early, first'],
          [1, 'One, first'],
          [1, 'Two, first'],
        ]);
        expect([...then.values()].map(({ hyperlinks }) => hyperlinks.length)).toEqual([1, 1, 1]);
      }
    });

    test('a closed Task is Completed', async () => {
      const id = await created(given.backlog, draft({ title: 'To close' }));
      await given.close(id);
      expect((await given.backlog.read([id])).get(id)?.category).toBe('Completed');
    });

    test('one refused draft does not stop the others', async () => {
      const results = await given.backlog.create([
        draft({ title: 'First' }),
        draft({ title: '' }),
        draft({ title: 'Third' }),
      ]);
      expect(results.map((result) => result.kind)).toEqual(['created', 'refused', 'created']);
      const [, refused] = results;
      expect(refused?.kind === 'refused' && refused.message).toContain('TF401320');
    });

    test('a Task under a story that is not there is refused', async () => {
      const [result] = await given.backlog.create([draft({ parent: 987_654 })]);
      expect(result?.kind).toBe('refused');
    });

    test('stories are found by words and by number, Tasks are not', async () => {
      const id = await given.addStory("Track the shipper's van [live]");
      await created(given.backlog, draft({ title: 'Track something' }));
      expect((await given.backlog.findStories('van track', 5)).map((item) => item.id)).toEqual([id]);
      expect((await given.backlog.findStories(`#${id}`, 5)).map((item) => item.id)).toContain(id);
      expect((await given.backlog.findStories("shipper's", 5)).map((item) => item.id)).toEqual([id]);
      expect(await given.backlog.findStories("' OR [System.Id] > 0 OR 'x' = '", 5)).toEqual([]);
      expect((await given.backlog.findStories('', 1)).length).toBe(1);
    });

    test('stories come with their texts, all or by number; Tasks are no stories', async () => {
      const story = await given.addStory('Return a parcel');
      const task = await created(given.backlog, draft({ parent: story }));
      const [one] = await given.backlog.stories([story, task]);
      expect(one).toMatchObject({ id: story, title: 'Return a parcel' });
      expect(one?.text).toEqual({
        title: 'Return a parcel',
        description: '',
        acceptanceCriteria: '',
        formats: { description: 'html', acceptanceCriteria: 'html' },
      });
      const all = (await given.backlog.stories('all')).map((each) => each.id);
      expect(all).toContain(story);
      expect(all).not.toContain(task);
    });

    test('a description in Markdown is told apart from one in HTML', async () => {
      const id = await given.addMarkdownStory?.('Track a parcel', '**Who** may see it?');
      if (id === undefined) return;
      const [story] = await given.backlog.stories([id]);
      expect(story?.text).toEqual({
        title: 'Track a parcel',
        description: '**Who** may see it?',
        acceptanceCriteria: '',
        formats: { description: 'markdown', acceptanceCriteria: 'html' },
      });
    });

    test('a comment gets a number, each another', async () => {
      const id = await given.addStory('Talk about it');
      const first = await given.backlog.comment(id, '<p>One</p>');
      expect(first).toBeGreaterThan(0);
      expect(await given.backlog.comment(id, '<p>Two</p>')).not.toBe(first);
      await expect(given.backlog.comment(987_654, 'Nobody')).rejects.toThrow();
    });

    test('who wrote a comment is what the server says; of one that is not there nobody', async () => {
      const id = await given.addStory('Signed');
      const comment = await given.backlog.comment(id, '<p>I answer for it</p>');
      expect(await given.backlog.commentAuthor(id, comment)).toMatch(/./);
      expect(await given.backlog.commentAuthor(id, 99_999_999)).toBeUndefined();
      expect(await given.backlog.commentAuthor(987_654, comment)).toBeUndefined();
    });

    test('a change is guarded by its revision, and moves a Task under another story', async () => {
      const [first, second] = [await given.addStory('First story'), await given.addStory('Second story')];
      const id = await created(given.backlog, draft({ parent: first }));
      const read = async () => (await given.backlog.read([id])).get(id);
      const rev = (await read())?.rev ?? 0;
      const change = { id, rev, fields: { 'System.Title': 'Renamed' }, parent: second };
      const result = await given.backlog.change(change);
      expect(result).toEqual({ kind: 'changed', rev: (await read())?.rev });
      expect(await read()).toMatchObject({ title: 'Renamed', parent: second });
      expect(await given.backlog.change(change)).toEqual({ kind: 'outdated' });
      const orphan = { id, rev: (await read())?.rev ?? 0, fields: {}, parent: null };
      expect((await given.backlog.change(orphan)).kind).toBe('changed');
      expect((await read())?.parent).toBeUndefined();
    });

    test('the sprints of the team come in order of time', async () => {
      const sprints = await given.backlog.sprints(given.team ?? 'Shop Team');
      expect(sprints.every((sprint) => sprint.path.endsWith(sprint.name))).toBe(true);
      const starts = sprints.map((sprint) => sprint.start ?? '');
      expect(starts).toEqual([...starts].sort());
    });
  });
}
