/** Test Cases in memory, over the work items of a memory backlog. */
import type { TestCases } from '../../app/test-cases';
import type { FoundTestCase } from '../../core/sync/test-cases/plan-test-cases';
import type { MemoryBacklog } from './memory-backlog';

export class MemoryTestCases implements TestCases {
  /** What `type` answers. */
  caseType: string | undefined = 'Test Case';

  constructor(private readonly backlog: MemoryBacklog) {}

  async type(): Promise<string | undefined> {
    return this.caseType;
  }

  async tagged(tag: string): Promise<readonly FoundTestCase[]> {
    const wanted = tag.toLowerCase();
    return this.backlog.items
      .all()
      .filter(({ type, tags }) => type === 'Test Case' && tags.some((each) => each.toLowerCase() === wanted))
      .map(({ id, rev, title, state, hyperlinks }) => {
        const { values = {}, tests = [] } = this.backlog.items.kept(id) ?? {};
        const steps = String(values['Microsoft.VSTS.TCM.Steps'] ?? '');
        return { id, rev, title, state, hyperlinks, tests, steps };
      });
  }
}
