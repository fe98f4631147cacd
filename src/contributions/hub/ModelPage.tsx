/** The page of one model: header, what is wrong, tabs, the view of the tab, and conflicts on top. */
import * as React from 'react';
import { ConflictDialog } from './conflicts/ConflictDialog';
import {
  ChecksView,
  DiagramView,
  HistoryView,
  KnowledgeView,
  OperationsView,
  QuestionsView,
  RequirementsView,
  ReviewView,
  RiskView,
  StoriesView,
  SummaryView,
} from './heavy-pages';
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
