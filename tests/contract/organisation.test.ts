import { AzdoProjects } from '../../src/adapters/azdo/azdo-projects';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { MemoryProjects } from '../../src/adapters/memory/memory-projects';
import { startOrganisation } from './organisation-host';
import { runOrganisationContract } from './organisation.contract';

runOrganisationContract('in memory', () =>
  Promise.resolve({
    documents: new MemoryDocuments(),
    projects: new MemoryProjects([
      { id: 'b2', name: 'Shop' },
      { id: 'a1', name: 'Bank' },
    ]),
  }),
);

runOrganisationContract('over REST to the local Azure DevOps', async () => {
  const { http, root, documents, close } = await startOrganisation();
  return { documents, projects: new AzdoProjects({ http, root }), close };
});
