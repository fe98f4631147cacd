/** The page of one model: header, what is wrong, tabs, the view of the tab, and conflicts on top. */
import * as React from 'react';
import { ConflictDialog } from './conflicts/ConflictDialog';
import { useHub } from './hub-context';
import { MitigationsView } from './mitigations/MitigationsView';
import { ModelHeader } from './ModelHeader';
import { ModelViewProvider, useModelSession } from './model-view';
import { OverviewView } from './overview/OverviewView';
import { Problems } from './Problems';
import { SyncView } from './sync/SyncView';
import { SystemView } from './system/SystemView';
import { ThreatsView } from './threats/ThreatsView';
import { useUndoKey } from './page-habits';
import type { ModelSession } from './session';
import { RoleBar, RoleChoice } from './roles/RoleBar';
import { useRole } from './roles/use-role';
import { ModelTabs } from './ModelTabs';
import { asTab } from './tabs';
import { Waiting } from './Waiting';

// Heavy pages are loaded by those who open them.
const DiagramView = React.lazy(() => import('./diagram/DiagramView'));
const KnowledgeView = React.lazy(() => import('./knowledge/KnowledgeView'));
const QuestionsView = React.lazy(() => import('./questions/QuestionsView'));
// For those who decide, to read and to print.
const SummaryView = React.lazy(() => import('./summary/SummaryView'));
const RiskView = React.lazy(() => import('./risk/RiskView'));
const RequirementsView = React.lazy(() => import('./requirements/RequirementsView'));
// For testers: verification, and the writer of test cases.
const ChecksView = React.lazy(() => import('./checks/ChecksView'));
// For operations, who are few: whoever models does not load it.
const OperationsView = React.lazy(() => import('./operations/OperationsView'));
// Reads every story of the project, and ranks by their words.
const StoriesView = React.lazy(() => import('./stories/StoriesView'));
// Judges the whole model by every rule of quality.
const ReviewView = React.lazy(() => import('./review/ReviewView'));
// Reads every note of the model.
const HistoryView = React.lazy(() => import('./history/HistoryView'));

export interface ModelPageProps {
  readonly session: ModelSession;
  readonly onLeave: () => void;
}

export function ModelPage({ session, onLeave }: ModelPageProps): React.ReactElement {
  const view = useModelSession(session);
  const { query } = useHub();
  useUndoKey(session);
  const tab = asTab(query);
  const [role, chooseRole] = useRole();
  return (
    <ModelViewProvider value={view}>
      <ModelHeader onLeave={onLeave}>
        <RoleChoice role={role} onChoose={chooseRole} />
      </ModelHeader>
      <Problems />
      <RoleBar role={role} onChoose={chooseRole} />
      <ModelTabs key={role.id} selected={tab} role={role} />
      <div className="wo-content">
        <React.Suspense fallback={<Waiting label="Opening the page…" />}>
          {tab === 'diagram' && <DiagramView />}
          {tab === 'knowledge' && <KnowledgeView />}
          {tab === 'questions' && <QuestionsView />}
          {tab === 'requirements' && <RequirementsView />}
          {tab === 'checks' && <ChecksView />}
          {tab === 'stories' && <StoriesView />}
          {tab === 'risk' && <RiskView />}
          {tab === 'history' && <HistoryView />}
          {tab === 'summary' && <SummaryView />}
          {tab === 'review' && <ReviewView />}
        </React.Suspense>
        {tab === 'overview' && <OverviewView role={role} />}
        {tab === 'threats' && <ThreatsView />}
        {tab === 'mitigations' && <MitigationsView />}
        {tab === 'operations' && (
          <React.Suspense fallback={<Waiting label="Opening operations…" />}>
            <OperationsView />
          </React.Suspense>
        )}
        {tab === 'sync' && <SyncView />}
        {tab === 'system' && <SystemView />}
      </div>
      {view.state.conflicts.length > 0 && <ConflictDialog />}
    </ModelViewProvider>
  );
}
