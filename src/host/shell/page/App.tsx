/** Wires the shell: who is working, how it looks, and what views and services may use. */
import * as React from 'react';
import { overlayStack } from '../overlays/overlay-stack';
import { connect } from '../rest/connection';
import { readFieldRules } from '../rest/field-rules';
import { readProcess } from '../rest/process';
import { teamReader } from '../rest/team';
import { workItemsOf } from '../rest/work-items';
import { applyTheme, type ThemeName } from '../themes/theme';
import { views } from '../views';
import { hiddenPages } from '../xdm/hidden-pages';
import { openForms } from '../views/work-item/open-forms';
import type { Bootstrap, User } from './bootstrap';
import { activeExtensions } from './features';
import { browserNavigation } from './navigation';
import { Page } from './Page';
import { routeOf } from './routing';
import type { Settings } from './settings';
import { ShellContext, ThemeContext, type Shell } from './shell';

/** What views ask for again and again, and what does not change while a page is open. A failed read is not kept. */
function readOnce<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const pending = new Map<string, Promise<T>>();
  return (key) => {
    const known = pending.get(key);
    if (known) return known;
    const asked = read(key).catch((problem: unknown) => {
      pending.delete(key);
      throw problem;
    });
    pending.set(key, asked);
    return asked;
  };
}

type Surroundings = Pick<Shell, 'bootstrap' | 'navigation' | 'overlays' | 'theme' | 'forms'>;
type Own = Omit<Shell, 'features' | 'installed'>;

/** What belongs to one person. */
function shellFor(user: User, surroundings: Surroundings): Own {
  const { bootstrap, navigation } = surroundings;
  const project = bootstrap.project.name;
  const team = bootstrap.team.name;
  const connection = connect(bootstrap.collectionUrl, user.token);
  const process = readOnce(() => readProcess(connection, project, team));
  return {
    ...surroundings,
    user,
    hiddenPages: hiddenPages(),
    connection,
    workItems: workItemsOf(connection, { project, team, collectionUrl: bootstrap.collectionUrl }),
    team: teamReader(connection, project, team),
    process: () => process(project),
    fieldRules: readOnce((type) => readFieldRules(connection, project, type)),
    routes: views,
    route: () => routeOf(views, navigation.current().pathname),
  };
}

/** The shell with the features as they are now. Everything else stays the same, so that nothing is read anew. */
function useFeatures(own: Own): Shell {
  const { bootstrap, user, connection } = own;
  const [states, setStates] = React.useState(bootstrap.features);
  return React.useMemo(() => {
    const extensions = activeExtensions(bootstrap.extensions, { states, userId: user.id });
    return {
      ...own,
      bootstrap: { ...bootstrap, extensions },
      installed: bootstrap.extensions,
      features: {
        states,
        async set(featureId, scope, value) {
          const path = `/_apis/FeatureManagement/FeatureStates/${scope}/${encodeURIComponent(featureId)}`;
          const apiVersion = '7.2-preview.1';
          await connection.send({ method: 'PATCH', path, apiVersion, body: { featureId, state: value } });
          const owner = scope === 'me' ? user.id : 'host';
          setStates((now) => [
            ...now.filter((each) => each.owner !== owner || each.featureId !== featureId),
            { featureId, owner, value },
          ]);
        },
      },
    };
  }, [own, bootstrap, states, user, connection]);
}

interface AppProps {
  readonly bootstrap: Bootstrap;
  readonly settings: Settings;
}

export function App({ bootstrap, settings }: AppProps): JSX.Element {
  const [userId, setUserId] = React.useState(settings.user());
  const [theme, setTheme] = React.useState<ThemeName>(settings.theme());
  const newestTheme = React.useRef(theme);
  newestTheme.current = theme;
  const user = bootstrap.users.find((each) => each.id === userId) ?? bootstrap.users[0];
  const [surroundings] = React.useState(() => ({
    bootstrap,
    navigation: browserNavigation(window),
    overlays: overlayStack(),
    forms: openForms(),
    theme: () => newestTheme.current,
  }));
  const own = React.useMemo(() => shellFor(user, surroundings), [user, surroundings]);
  const shell = useFeatures(own);
  React.useLayoutEffect(() => applyTheme(document, theme), [theme]);
  function chooseTheme(name: ThemeName): void {
    settings.keepTheme(name);
    setTheme(name);
  }
  function chooseUser(id: string): void {
    settings.keepUser(id);
    setUserId(id);
  }
  return (
    <ThemeContext.Provider value={theme}>
      <ShellContext.Provider value={shell}>
        <Page theme={theme} chooseTheme={chooseTheme} chooseUser={chooseUser} />
      </ShellContext.Provider>
    </ThemeContext.Provider>
  );
}
