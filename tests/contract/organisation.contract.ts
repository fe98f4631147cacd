/** What the organisation's knowledge and its list of projects must do alike on every adapter. */
import { samplePackage } from '../fixtures/sample-knowledge';
import {
  knowledgeCollection,
  publishKnowledge,
  readPublished,
  withdrawKnowledge,
} from '../../src/app/knowledge-store';
import type { Publication } from '../../src/app/knowledge-store';
import { readOwnKnowledge } from '../../src/app/own-knowledge';
import type { Documents, Projects } from '../../src/app/ports';
import { contentHash } from '../../src/core/kb/content-hash';

export interface OrganisationSetup {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly close?: () => Promise<void>;
}

const overlay = (version: string, because: string): Publication['file'] => ({
  kbSchema: 1,
  kind: 'overlay',
  id: 'contoso.policy',
  version,
  name: 'Contoso policy',
  licence: 'LicenseRef-internal',
  targets: [{ id: 'own.shop', range: '^1.0.0' }],
  ops: [{ op: 'patch', type: 'threat', id: 'wire-read', set: { top: true }, because }],
});
/** Large enough for two parts, with characters of two, three and four bytes. */
const shop = {
  ...(JSON.parse(JSON.stringify(samplePackage()).replaceAll('test.shop', 'own.shop')) as Publication['file']),
  sources: Array.from({ length: 40 }, (_, n) => ({
    id: `source-${n}`,
    name: 'S',
    licence: 'MIT',
    attribution: 'ü世🔒'.repeat(680 + n),
  })),
};

export function runOrganisationContract(name: string, setup: () => Promise<OrganisationSetup>): void {
  describe(`the organisation: ${name}`, () => {
    let adapter: OrganisationSetup;
    let clock = 0;
    beforeAll(async () => {
      adapter = await setup();
    });
    afterAll(() => adapter.close?.());
    const ports = () => ({
      documents: adapter.documents,
      clock: { now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, (clock += 1))).toISOString() },
      person: () => Promise.resolve({ id: 'p', name: 'Renée' }),
    });
    const publish = (file: Publication['file'], replaces?: unknown) =>
      publishKnowledge(ports(), {
        file,
        replaces: replaces === undefined ? undefined : contentHash(replaces),
      });
    const published = () => readPublished(adapter.documents);
    const documentCount = async () => (await adapter.documents.list(knowledgeCollection)).length;

    test('projects are listed by name, with ids in lower case', async () => {
      const projects = await adapter.projects.list();
      expect(projects.length).toBeGreaterThan(0);
      for (const { id, name: title } of projects)
        expect([id, title]).toEqual([id.toLowerCase(), title.trim()]);
      const names = projects.map((each) => each.name);
      expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    });

    test('what is published is read back whole, used by everybody, replaced, and taken back', async () => {
      expect(await published()).toEqual([]);
      await publish(shop);
      const [first] = await published();
      expect(first).toMatchObject({
        id: 'own.shop',
        kind: 'package',
        current: { version: '1.2.0', by: 'Renée' },
      });
      expect(first?.current.file).toEqual(shop);
      expect(await documentCount()).toBe(3);

      await publish(overlay('1.0.0', 'once'));
      const read = await readOwnKnowledge({ documents: adapter.documents });
      expect(read.resolved.own.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        'overlay contoso.policy',
        'package own.shop',
      ]);
      expect(read.resolved.packages[0]?.threats[0]?.top).toBe(true);

      const before = await documentCount();
      await publish(overlay('1.0.1', 'twice'), overlay('1.0.0', 'once'));
      await publish(overlay('1.0.2', 'thrice'), overlay('1.0.1', 'twice'));
      // One version back is kept; older ones are gone.
      expect(await documentCount()).toBe(before + 1);
      const [policy] = await published();
      expect(policy).toMatchObject({ current: { version: '1.0.2' }, previous: { version: '1.0.1' } });
      expect(policy?.previous?.file).toEqual(overlay('1.0.1', 'twice'));

      await withdrawKnowledge(adapter.documents, 'contoso.policy', contentHash(overlay('1.0.2', 'thrice')));
      await withdrawKnowledge(adapter.documents, 'own.shop', contentHash(shop));
      expect(await documentCount()).toBe(0);
    }, 30_000);

    test('the same again writes nothing; of two who publish at once the second is told', async () => {
      const once = overlay('1.0.0', 'once');
      await publish(once);
      const [at] = await published();
      await publish(once);
      expect((await published())[0]?.current.at).toBe(at?.current.at);
      await expect(publish(overlay('1.0.1', 'a'))).rejects.toMatchObject({ problem: 'outdated' });
      await expect(publish(overlay('1.0.1', 'a'), overlay('0.9.0', 'x'))).rejects.toMatchObject({
        problem: 'outdated',
      });
      await expect(withdrawKnowledge(adapter.documents, 'contoso.policy', 'other')).rejects.toMatchObject({
        problem: 'outdated',
      });
      await withdrawKnowledge(adapter.documents, 'contoso.policy', contentHash(once));
      await withdrawKnowledge(adapter.documents, 'contoso.policy', contentHash(once));
      expect(await published()).toEqual([]);
    });

    test('what somebody else wrote there is named or passed over, and never used', async () => {
      const once = overlay('1.0.0', 'once');
      await publish(shop);
      await publish(once);
      for (const document of await adapter.documents.list(knowledgeCollection)) {
        if (!document.id.startsWith('part.') || !String(document['text']).includes('once')) continue;
        await adapter.documents.update(knowledgeCollection, {
          ...document,
          text: String(document['text']).replace('once', 'evil'),
        });
      }
      await adapter.documents.create(knowledgeCollection, {
        id: 'head.forged',
        schema: 1,
        kind: 'package',
        package: 'own.shop',
        name: 'x',
      });
      await adapter.documents.create(knowledgeCollection, { id: 'junk', schema: 9 });
      const read = await readOwnKnowledge({ documents: adapter.documents });
      expect(read.published.map(({ id }) => id)).toEqual(['contoso.policy', 'own.shop']);
      expect(read.resolved.own.map(({ kind }) => kind)).toEqual(['refused', 'package']);
      expect(read.resolved.packages[0]?.threats[0]?.top).toBe(false);
    });
  });
}
