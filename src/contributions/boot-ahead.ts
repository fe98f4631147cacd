/** The composition root of what runs before the code of a page is there: it asks for what the page is about to show. */
import { connectDocuments } from '../adapters/azdo/connect-documents';
import { startPage } from '../adapters/azdo/handshake';
import type { Page } from '../adapters/azdo/page';
import { navigationOfPage, projectOfPage } from '../adapters/azdo/place';

export interface AheadPlace {
  readonly navigation: Page['navigation'];
  /** Rejects outside a project. */
  readonly project: Promise<string>;
}

/** `wanted`: the names of the collections that the page will read. A failure here is for the page itself to meet. */
export async function askAhead(wanted: (place: AheadPlace) => Promise<readonly string[]>): Promise<void> {
  try {
    await startPage();
    const documents = connectDocuments();
    documents.prepare();
    const project = projectOfPage();
    project.catch(() => undefined);
    const collections = await wanted({ project, navigation: await navigationOfPage() });
    if (collections.length > 0) documents.ahead(collections);
  } catch {
    // The page asks again, and says what is wrong.
  }
}
