/** The addresses resources refer to each other by; always with ids, never with names, as the original writes them. */
import type { Site } from '../kernel/endpoint';

/** Below the organisation: `…/_apis/projects/{id}`. */
export function projectUrl(site: Site, project: { readonly id: string } = site.project): string {
  return `${site.collectionUrl}/_apis/projects/${project.id}`;
}

export function teamUrl(
  site: Site,
  team: { readonly id: string; readonly projectId: string } = site.team,
): string {
  return `${projectUrl(site, { id: team.projectId })}/teams/${team.id}`;
}

/** Below the project: `…/{project}/_apis/wit/`. */
export function witUrl(site: Site): string {
  return `${site.collectionUrl}/${site.project.id}/_apis/wit`;
}

/** Below the team: `…/{project}/{team}/_apis/work`. */
export function workUrl(site: Site): string {
  return `${site.collectionUrl}/${site.project.id}/${site.team.id}/_apis/work`;
}

/** A classification node, addressed by its place: `…/classificationNodes/Iterations/Sprint%201`. */
export function nodeUrl(site: Site, group: 'areas' | 'iterations', path: string): string {
  const below = path.split('\\').slice(1).map(encodeURIComponent);
  return [`${witUrl(site)}/classificationNodes`, group === 'areas' ? 'Areas' : 'Iterations', ...below].join(
    '/',
  );
}
