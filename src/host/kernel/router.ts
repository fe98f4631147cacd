/** Finds the endpoint for an address: the most specific one wins, whatever the order of registration. */
import type { Endpoint, Scope } from './endpoint';
import { compileRoute, matchSegments, type Route } from './route';

export interface Found {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

export class Router {
  private readonly entries: readonly { readonly endpoint: Endpoint; readonly route: Route }[];

  constructor(endpoints: readonly Endpoint[]) {
    this.entries = endpoints.map((endpoint) => ({ endpoint, route: compileRoute(endpoint.route) }));
  }

  find(method: string, scope: Scope, after: readonly string[]): Found | null {
    let best: (Found & { weight: number }) | null = null;
    for (const { endpoint, route } of this.entries) {
      if (endpoint.method !== method || !route.scopes.has(scope)) continue;
      const match = matchSegments(route, after);
      if (match && (best === null || match.weight > best.weight)) best = { endpoint, ...match };
    }
    return best;
  }
}
