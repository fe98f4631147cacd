/** Questions before unsaved changes of a form are lost; the same for its buttons and for extensions. */
import { ask, type OverlayStack } from '../../overlays/overlay-stack';
import type { FormStore } from './form-store';

/** True when there is nothing to lose, or the person agrees to lose it. */
export async function mayLoseEdits(overlays: OverlayStack, form: FormStore | undefined): Promise<boolean> {
  if (!form?.hasEdits()) return true;
  return ask(overlays, {
    title: 'Discard changes?',
    text: 'This work item has changes that are not saved.',
    okText: 'Discard',
  });
}

export async function confirmRefresh(overlays: OverlayStack, form: FormStore): Promise<void> {
  if (await mayLoseEdits(overlays, form)) await form.refresh();
}

export async function confirmReset(overlays: OverlayStack, form: FormStore): Promise<void> {
  if (form.hasEdits() && (await mayLoseEdits(overlays, form))) form.reset();
}
