/** The shape of a view: what a path shows in the middle of the page. */
import type * as React from 'react';
import type { IconName } from '../parts/Icon';
import type { RoutePattern } from '../page/routing';

export interface ViewProps {
  readonly params: Readonly<Record<string, string>>;
}

/** The groups of the navigation that the original has in every project. */
export type NavigationGroup = 'overview' | 'boards' | 'repos' | 'pipelines' | 'test-plans';

export interface ViewDefinition extends RoutePattern {
  readonly Component: React.ComponentType<ViewProps>;
  /** Name of the page for the breadcrumb and the browser tab; a hub and a work item put their own in its place. */
  readonly title: string;
  /** Present when the view has an entry of its own in the navigation, at `path` below the project. */
  readonly nav?: {
    readonly group: NavigationGroup;
    readonly icon: IconName;
    readonly order: number;
    readonly path: readonly string[];
  };
}
