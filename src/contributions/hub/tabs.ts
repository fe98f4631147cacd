/** The tabs of a model, and which one an address means. */
import type { HubQuery } from './navigation';

export const tabs = [
  { id: 'overview', name: 'Overview' },
  { id: 'diagram', name: 'Diagram' },
  { id: 'knowledge', name: 'Knowledge' },
  { id: 'questions', name: 'Questions' },
  { id: 'threats', name: 'Threats' },
  { id: 'mitigations', name: 'Mitigations' },
  { id: 'requirements', name: 'Requirements' },
  { id: 'checks', name: 'Checks' },
  { id: 'stories', name: 'Stories' },
  { id: 'risk', name: 'Risk' },
  { id: 'summary', name: 'Summary' },
  { id: 'sync', name: 'Sync' },
  { id: 'operations', name: 'Operations' },
  { id: 'system', name: 'System' },
  { id: 'review', name: 'Review' },
  { id: 'history', name: 'History' },
] as const;
export type TabId = (typeof tabs)[number]['id'];

/** A named thing decides before the tab: old links carry only the thing. */
export function asTab(query: HubQuery): TabId {
  if (query['diagram'] !== undefined) return 'diagram';
  if (query['question'] !== undefined) return 'questions';
  if (query['threat'] !== undefined) return 'threats';
  if (query['mitigation'] !== undefined) return 'mitigations';
  if (query['event'] !== undefined) return 'operations';
  if (query['requirement'] !== undefined || query['assumption'] !== undefined) return 'requirements';
  return tabs.find(({ id }) => id === query['tab'])?.id ?? 'overview';
}
