/** The registry of views: one folder each. */
import { backlogView } from './backlog/backlog-view';
import { boardView } from './board/board-view';
import { dashboardView } from './dashboard/dashboard-view';
import { faultsView } from './faults/faults-view';
import { homeView } from './home/home-view';
import { hubView } from './hub/hub-view';
import { planView } from './plan/plan-view';
import { queryView } from './query/query-view';
import { pipelinesView, reposView, testPlansView } from './service/service-views';
import { organisationSettingsView, projectSettingsView } from './settings/settings-views';
import { sprintView } from './sprint/sprint-view';
import type { ViewDefinition } from './view';
import { workItemView } from './work-item/work-item-view';

export const views: readonly ViewDefinition[] = [
  boardView,
  backlogView,
  sprintView,
  queryView,
  planView,
  dashboardView,
  hubView,
  workItemView,
  faultsView,
  reposView,
  pipelinesView,
  testPlansView,
  projectSettingsView,
  organisationSettingsView,
  homeView,
];
