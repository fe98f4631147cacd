/** ms.vss-features.location-service: every resource area of this host lives below the organisation's own URL. */
import { service, type ServiceSurroundings } from '../xdm/service';

/** Fills `{name}` parts from the values; values that no part asked for become the query. */
export function filledRoute(pattern: string, values: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(values));
  const segments = pattern.split('/').map((part) => {
    if (!part.startsWith('{')) return part === '**' ? '' : part;
    const name = part.slice(1, -1);
    const value = left.get(name) ?? '';
    left.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...left]).toString();
  return segments.filter((segment) => segment !== '').join('/') + (query === '' ? '' : `?${query}`);
}

export default service({
  id: 'ms.vss-features.location-service',
  create({ shell }: ServiceSurroundings) {
    // Clients add their route template by plain concatenation: without the slash every URL would be wrong.
    const root = (): string => `${shell().bootstrap.collectionUrl}/`;
    return {
      getResourceAreaLocation: (_areaId: string): string => root(),
      getServiceLocation: (): string => root(),
      /** @throws Error for a route that no view of this host has. */
      routeUrl(
        routeId: string,
        given?: Readonly<Record<string, string>> | null,
        hostPath?: string | null,
      ): string {
        // Left-out arguments arrive as null: they cross the channel inside a JSON array.
        const values = given ?? {};
        const { routes, bootstrap } = shell();
        const route = routes.find((each) => each.routeId === routeId);
        if (!route)
          throw new Error(
            `Route "${routeId}" does not exist in the local Azure DevOps: no view declares it.`,
          );
        const path = hostPath ?? `/${bootstrap.organisation.name}`;
        const project = values['project'] ?? bootstrap.project.name;
        const filled =
          route.scope === 'organisation'
            ? filledRoute(route.pattern, values)
            : filledRoute(`{project}/${route.pattern}`, { ...values, project });
        return `${path.replace(/\/$/, '')}/${filled}`;
      },
    };
  },
});
