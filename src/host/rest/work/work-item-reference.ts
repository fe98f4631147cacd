/** Work items as the work area refers to them: links with ids only. */
import type { Site } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';

export interface ShownLink {
  readonly rel: string | null;
  readonly source: Record<string, unknown> | null;
  readonly target: Record<string, unknown>;
}

export function workItemReference(site: Site, id: number): Record<string, unknown> {
  return { id, url: new Url(`${site.collectionUrl}/_apis/wit/workItems/${id}`) };
}
