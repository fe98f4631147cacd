/** Tells one framed page what happens to the work item it is shown for, in the order of the original. */
import type { FramedPage } from '../../xdm/framed-page';
import { shownFieldValue } from './field-values';
import type { FormEvent, FormStore } from './form-store';

export interface WorkItemListener {
  /** The form now shows this item: the page hears onUnloaded of the one before, then onLoaded of this one. */
  show(form: FormStore | undefined): void;
}

function tell(page: FramedPage, form: FormStore, event: FormEvent): void {
  const { id } = form;
  switch (event.kind) {
    case 'field-changed': {
      const values = event.changed.map((name) => [name, shownFieldValue(form, name, 'unsaved')] as const);
      void page.call('onFieldChanged', { id, changedFields: Object.fromEntries(values) });
      return;
    }
    case 'saved':
      void page.call('onSaved', { id });
      return;
    case 'refreshed':
      void page.call('onRefreshed', { id });
      return;
    case 'reset':
      void page.call('onReset', { id });
  }
}

/** A listener of a page that has just loaded. Every function of its object is optional. */
export function workItemListener(page: FramedPage): WorkItemListener {
  let shown: FormStore | undefined;
  let stop = (): void => undefined;
  return {
    show(form) {
      if (form === shown) return;
      stop();
      stop = () => undefined;
      if (shown) void page.call('onUnloaded', { id: shown.id });
      shown = form;
      if (!form) return;
      void page.call('onLoaded', { id: form.id, isNew: form.isNew(), isReadOnly: form.isReadOnly() });
      stop = form.onEvent((event) => tell(page, form, event));
    },
  };
}
