/** A work item at its own address. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import { field, textOf, type WorkItem } from '../../rest/work-item';
import type { ViewProps } from '../view';
import { mayLoseEdits } from './confirm';
import type { Subject } from './draft';
import type { FormStore } from './form-store';
import { WorkItemForm } from './WorkItemForm';

export function WorkItemPage({ params }: ViewProps): JSX.Element {
  const { bootstrap, navigation, overlays } = useShell();
  const id = Number(params['id']);
  const subject = React.useMemo((): Subject => ({ kind: 'existing', id }), [id]);
  const form = React.useRef<FormStore | undefined>(undefined);
  const onForm = React.useCallback((shown: FormStore) => {
    form.current = shown;
  }, []);
  const onSaved = (item: WorkItem): void => {
    document.title = `${textOf(item, field.type)} ${item.id} ${textOf(item, field.title)} - Boards`;
  };
  async function openItem(other: number): Promise<void> {
    if (!(await mayLoseEdits(overlays, form.current))) return;
    const path = ['_workitems', 'edit', String(other)];
    navigation.move(pathOf(bootstrap.organisation.name, bootstrap.project.name, ...path), 'push');
  }
  if (!Number.isInteger(id) || id < 1) {
    return (
      <Notice kind="error" title="This is no work item">
        The address must end in the number of a work item.
      </Notice>
    );
  }
  return (
    <div className="view form-page">
      <h1 className="visually-hidden">Work item {id}</h1>
      <WorkItemForm
        subject={subject}
        onSaved={onSaved}
        onForm={onForm}
        openItem={(other) => void openItem(other)}
      />
    </div>
  );
}
