/** Heavy pages of a model: loaded by those who open them. */
import * as React from 'react';
import type { TabId } from './tabs';

const load = {
  diagram: () => import('./diagram/DiagramView'),
  knowledge: () => import('./knowledge/KnowledgeView'),
  questions: () => import('./questions/QuestionsView'),
  // For those who decide, to read and to print.
  summary: () => import('./summary/SummaryView'),
  risk: () => import('./risk/RiskView'),
  requirements: () => import('./requirements/RequirementsView'),
  // For testers: verification, and the writer of test cases.
  checks: () => import('./checks/ChecksView'),
  // For operations, who are few: whoever models does not load it.
  operations: () => import('./operations/OperationsView'),
  // Reads every story of the project, and ranks by their words.
  stories: () => import('./stories/StoriesView'),
  // Judges the whole model by every rule of quality.
  review: () => import('./review/ReviewView'),
  // Reads every note of the model.
  history: () => import('./history/HistoryView'),
};

export const DiagramView = React.lazy(load.diagram);
export const KnowledgeView = React.lazy(load.knowledge);
export const QuestionsView = React.lazy(load.questions);
export const SummaryView = React.lazy(load.summary);
export const RiskView = React.lazy(load.risk);
export const RequirementsView = React.lazy(load.requirements);
export const ChecksView = React.lazy(load.checks);
export const OperationsView = React.lazy(load.operations);
export const StoriesView = React.lazy(load.stories);
export const ReviewView = React.lazy(load.review);
export const HistoryView = React.lazy(load.history);

const isHeavy = (tab: TabId): tab is keyof typeof load => tab in load;

/** Begins to load the page of a tab while its model is still read. A failure shows when the page is opened. */
export function loadAhead(tab: TabId): void {
  if (isHeavy(tab)) void load[tab]().catch(() => undefined);
}
