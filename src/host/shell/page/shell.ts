/** Everything a view or a service may use, in one value; made anew when the person changes. */
import * as React from 'react';
import type { OverlayStack } from '../overlays/overlay-stack';
import type { Connection } from '../rest/connection';
import type { Process } from '../rest/process';
import type { TeamReader } from '../rest/team';
import type { WorkItems } from '../rest/work-items';
import type { FieldRules } from '../rest/field-rules';
import type { ThemeName } from '../themes/theme';
import type { OpenForms } from '../views/work-item/open-forms';
import type { ViewDefinition } from '../views/view';
import type { HiddenPages } from '../xdm/hidden-pages';
import type { Bootstrap, FeatureState, InstalledExtension, User } from './bootstrap';
import type { Navigation } from './navigation';
import type { PageRoute } from './routing';

export interface Features {
  readonly states: readonly FeatureState[];
  /** Switches a feature for oneself or for everybody, on the server and on this page. */
  set(featureId: string, scope: 'me' | 'host', value: FeatureState['value']): Promise<void>;
}

export interface Shell {
  /** Its extensions are those parts that are switched on. */
  readonly bootstrap: Bootstrap;
  /** Every installed extension with all it contributes. */
  readonly installed: readonly InstalledExtension[];
  readonly features: Features;
  /** Pages of extensions that nobody sees: they are loaded when their action is first used. */
  readonly hiddenPages: HiddenPages;
  readonly user: User;
  /** The theme as it is now. Views need none, frames watch ThemeContext: so a change of theme loads nothing anew. */
  readonly theme: () => ThemeName;
  readonly navigation: Navigation;
  readonly overlays: OverlayStack;
  readonly connection: Connection;
  readonly workItems: WorkItems;
  readonly team: TeamReader;
  /** Types and levels of the project, read once per person. */
  readonly process: () => Promise<Process>;
  /** Rules of the fields of a work item type, read once per person. */
  readonly fieldRules: (type: string) => Promise<FieldRules>;
  readonly forms: OpenForms;
  /** What every view claims, in the order of the registry. */
  readonly routes: readonly ViewDefinition[];
  /** The route under the current address; undefined where no view claims it. */
  readonly route: () => PageRoute | undefined;
}

/** The shell of the tree; asked for only below the provider, hence no default value to fake. */
export const ShellContext = React.createContext<Shell | undefined>(undefined);

export const ThemeContext = React.createContext<ThemeName>('light');

/** @throws Error when used outside the page, which only a mistake in the code can bring about. */
export function useShell(): Shell {
  const shell = React.useContext(ShellContext);
  if (!shell) throw new Error('useShell needs a ShellContext above it.');
  return shell;
}
