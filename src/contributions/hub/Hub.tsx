/** The project hub: finds out where we are, and shows that screen. */
import 'azure-devops-ui/Core/override.css';
import '../../ui/ui.css';
import './hub.css';
import * as React from 'react';
import { Surface, SurfaceBackground } from 'azure-devops-ui/Surface';
import type { App } from '../../app/app';
import type { ModelSummary } from '../../app/list-models';
import { asId, modelId } from '../../core/model/ids';
import { afterPaint } from '../../ui/after-paint';
import { useFocusKept } from '../../ui/use-focus-kept';
import { noShelf } from './kept-edits/edit-shelf';
import type { EditShelf } from './kept-edits/edit-shelf';
import { HubContext, useQuery } from './hub-context';
import { Home } from './home/Home';
import { ModelScreen } from './ModelScreen';
import type { HubNavigation } from './navigation';
import { OpenSessions } from './open-sessions';
import { UnsettledElsewhere } from './UnsettledElsewhere';
import { useLoad } from './use-load';
import { Failed, Waiting } from './Waiting';

// For the security team: reads every project.
const PortfolioPage = React.lazy(() => import('./portfolio/PortfolioPage'));

export interface HubProps {
  readonly app: App;
  readonly navigation: HubNavigation;
  /** Where unsaved edits outlive the page; nowhere, if not said. */
  readonly shelf?: EditShelf;
}

/** One model is opened at once; none or several, or a wish for the list, lead home. */
function onlyModel(models: readonly ModelSummary[], wish: 'auto' | 'list') {
  const [first, second] = models;
  if (wish === 'list' || !first || second || first.kind === 'damaged') return undefined;
  return first.info.id;
}

/** Lives as long as the page: a session outlives the screen that shows it. */
function useSessions({ app, navigation, shelf = noShelf }: HubProps): OpenSessions {
  const sessions = React.useMemo(
    () =>
      new OpenSessions(app, {
        shelf,
        window: app.newId(),
        tell: (sentence) => navigation.toast(sentence),
        shown: afterPaint,
      }),
    [app, navigation, shelf],
  );
  React.useEffect(() => {
    void sessions.bringBack();
    const retry = () => sessions.retryFailed();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      sessions.close();
    };
  }, [sessions]);
  return sessions;
}

export function Hub(props: HubProps): React.ReactElement {
  const { app, navigation } = props;
  const [query, go, keep] = useQuery(navigation);
  const [wish, setWish] = React.useState<'auto' | 'list'>('auto');
  const [models, reload] = useLoad(React.useCallback(() => app.listModels(), [app]));
  const sessions = useSessions(props);
  const frame = useFocusKept();
  const reach = React.useMemo(
    () => ({ app, navigation, go, keep, query: query ?? {}, sessions }),
    [app, navigation, go, keep, query, sessions],
  );
  const leave = React.useCallback(() => {
    setWish('list');
    go({});
    reload();
  }, [go, reload]);
  const asked = query?.['model'];
  const known = models.kind === 'loaded' ? models.value : [];
  const isPortfolio = query?.['page'] === 'portfolio';
  const id = asked === undefined ? onlyModel(known, wish) : asId(modelId, asked);
  const screen = () => {
    if (!query) return <Waiting label="Loading…" />;
    if (isPortfolio)
      return (
        <React.Suspense fallback={<Waiting label="Opening the portfolio…" />}>
          <PortfolioPage onLeave={leave} />
        </React.Suspense>
      );
    if (id) return <ModelScreen key={id} id={id} onLeave={leave} />;
    if (models.kind === 'loading') return <Waiting label="Loading threat models…" />;
    if (models.kind === 'failed') return <Failed reason={models.reason} onRetry={reload} />;
    return <Home models={models.value} unknown={asked} onChanged={reload} />;
  };
  return (
    <HubContext.Provider value={reach}>
      <Surface background={SurfaceBackground.neutral}>
        <main ref={frame} className="wo-page">
          <UnsettledElsewhere shown={isPortfolio ? undefined : id} />
          {screen()}
        </main>
      </Surface>
    </HubContext.Provider>
  );
}
