/** The sections of the form in their order. */
import { field, textOf } from '../../rest/work-item';
import { Discussion } from './Discussion';
import { Facts } from './Facts';
import type { FormProps, FormSection } from './form-section';
import { AcceptanceCriteria, Description } from './LongText';
import { Relations } from './Relations';

const isSaved = ({ item }: FormProps): boolean => item.id !== 0;
const hasLinks = ({ item, relations }: FormProps): boolean => item.id !== 0 || relations.length > 0;

/** A type has a field when it says so, or when the item carries a value all the same. */
function hasAcceptanceCriteria({ item, process }: FormProps): boolean {
  const fields = process.types.get(textOf(item, field.type))?.fields ?? [];
  return (
    field.acceptanceCriteria in item.fields ||
    fields.some(({ referenceName }) => referenceName === field.acceptanceCriteria)
  );
}

export const formSections: readonly FormSection[] = [
  { id: 'description', title: 'Description', column: 'texts', fits: () => true, Component: Description },
  {
    id: 'acceptance-criteria',
    title: 'Acceptance criteria',
    column: 'texts',
    fits: hasAcceptanceCriteria,
    Component: AcceptanceCriteria,
  },
  { id: 'discussion', title: 'Discussion', column: 'texts', fits: isSaved, Component: Discussion },
  { id: 'facts', title: 'Planning', column: 'facts', fits: () => true, Component: Facts },
  { id: 'relations', title: 'Related work', column: 'links', fits: hasLinks, Component: Relations },
];
