/** The tabs of a model, and which one an address means. */
import type { HubQuery } from './navigation';

/** The most used first: what has no room moves into the menu at the end of the row. */
export const tabs = [
  { id: 'overview', name: 'Overview', group: 'model' },
  { id: 'diagram', name: 'Diagram', group: 'model' },
  { id: 'knowledge', name: 'Knowledge', group: 'model' },
  { id: 'questions', name: 'Questions', group: 'model' },
  { id: 'threats', name: 'Threats', group: 'model' },
  { id: 'mitigations', name: 'Mitigations', group: 'model' },
  { id: 'requirements', name: 'Requirements', group: 'model' },
  { id: 'stories', name: 'Stories', group: 'plan' },
  { id: 'sync', name: 'Sync', group: 'plan' },
  { id: 'risk', name: 'Risk', group: 'plan' },
  { id: 'review', name: 'Review', group: 'record' },
  { id: 'operations', name: 'Operations', group: 'run' },
  { id: 'checks', name: 'Checks', group: 'run' },
  { id: 'summary', name: 'Summary', group: 'plan' },
  { id: 'system', name: 'System', group: 'model' },
  { id: 'history', name: 'History', group: 'record' },
] as const;
export type TabId = (typeof tabs)[number]['id'];

/** The headings of the menu, in its order. */
export const tabGroups = [
  { id: 'model', name: 'Model' },
  { id: 'plan', name: 'Plan and decide' },
  { id: 'run', name: 'Test and operate' },
  { id: 'record', name: 'Review and record' },
] as const;

/** A named thing decides before the tab: old links carry only the thing. */
export function asTab(query: HubQuery): TabId {
  if (query['diagram'] !== undefined) return 'diagram';
  if (query['question'] !== undefined) return 'questions';
  if (query['threat'] !== undefined) return 'threats';
  if (query['mitigation'] !== undefined) return 'mitigations';
  if (query['check'] !== undefined) return 'checks';
  if (query['event'] !== undefined) return 'operations';
  if (query['requirement'] !== undefined || query['assumption'] !== undefined) return 'requirements';
  return tabs.find(({ id }) => id === query['tab'])?.id ?? 'overview';
}
