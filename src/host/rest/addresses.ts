/** The addresses resources refer to each other by; always with ids, never with names, as the original writes them. */
import type { Site } from '../kernel/endpoint';
import { PROJECT, TEAM_ID } from '../organisation/identifiers';

export function projectUrl(site: Site): string {
  return `${site.collectionUrl}/_apis/projects/${PROJECT.id}`;
}

export function teamUrl(site: Site): string {
  return `${projectUrl(site)}/teams/${TEAM_ID}`;
}

/** Below the project: `…/{project}/_apis/wit/`. */
export function witUrl(site: Site): string {
  return `${site.collectionUrl}/${PROJECT.id}/_apis/wit`;
}

/** Below the team: `…/{project}/{team}/_apis/work`. */
export function workUrl(site: Site): string {
  return `${site.collectionUrl}/${PROJECT.id}/${TEAM_ID}/_apis/work`;
}

/** A classification node, addressed by its place: `…/classificationNodes/Iterations/Sprint%201`. */
export function nodeUrl(site: Site, group: 'areas' | 'iterations', path: string): string {
  const below = path.split('\\').slice(1).map(encodeURIComponent);
  return [`${witUrl(site)}/classificationNodes`, group === 'areas' ? 'Areas' : 'Iterations', ...below].join(
    '/',
  );
}
