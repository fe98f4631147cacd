/** ms.vss-work-web.work-item-form-navigation-service: opens the form over whatever page is shown. */
import { pathOf } from '../page/routing';
import type { WorkItem } from '../rest/work-item';
import { service } from '../xdm/service';

export default service({
  id: 'ms.vss-work-web.work-item-form-navigation-service',
  create: ({ shell }) => ({
    /** Resolves when the dialog is closed, with the item as the server then has it; null for a new tab. */
    async openWorkItem(id: number, openInNewTab?: unknown): Promise<WorkItem | null> {
      const { bootstrap, overlays, workItems } = shell();
      if (openInNewTab === true) {
        window.open(
          pathOf(bootstrap.organisation.name, bootstrap.project.name, '_workitems', 'edit', String(id)),
          '_blank',
        );
        return null;
      }
      await new Promise<void>((resolve) => {
        overlays.open({ kind: 'work-item', id, onClose: () => resolve() });
      });
      return workItems.open(id);
    },
    /** Resolves with the saved item, or with null when the person closed the form unsaved. */
    openNewWorkItem(
      type: string,
      initialValues?: Readonly<Record<string, unknown>> | null,
    ): Promise<WorkItem | null> {
      return new Promise((resolve) => {
        shell().overlays.open({
          kind: 'new-work-item',
          item: { type, fields: initialValues ?? {} },
          onClose: (saved) => resolve(saved ?? null),
        });
      });
    },
  }),
});
