/** The open form through the host's form service, and its events through the object that the host asks us for. */
import type {
  IWorkItemFormService,
  IWorkItemNotificationListener,
} from 'azure-devops-extension-api/WorkItemTracking';
import * as SDK from 'azure-devops-extension-sdk';
import type { FormEvent, FormItem, WorkItemForm } from '../../app/work-item-form';
import type { TextFormat } from '../../core/clauses/clause';

// Spelled out: the package's own constant is an enum of an AMD module, which would come along at run time.
const formService = 'ms.vss-work-web.work-item-form';
const field = {
  id: 'System.Id',
  type: 'System.WorkItemType',
  title: 'System.Title',
  description: 'System.Description',
  acceptanceCriteria: 'Microsoft.VSTS.Common.AcceptanceCriteria',
  iterationPath: 'System.IterationPath',
};

/** A tag makes it HTML; text with line breaks or marks but no tag can only be Markdown. */
export function guessFormat(value: string): TextFormat {
  if (/<\/?[a-z][^<>]*>/i.test(value)) return 'html';
  return /\n|\*\*|__|^#|^[-*] /.test(value) ? 'markdown' : 'html';
}

/** The values of the form as an item. Empty fields arrive as null, undefined or not at all. */
export function formItem(values: Readonly<Record<string, unknown>>): FormItem {
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const id = values[field.id];
  const [description, acceptanceCriteria] = [text(field.description), text(field.acceptanceCriteria)];
  return {
    id: typeof id === 'number' ? id : 0,
    type: text(field.type),
    text: {
      title: text(field.title),
      description,
      acceptanceCriteria,
      formats: { description: guessFormat(description), acceptanceCriteria: guessFormat(acceptanceCriteria) },
    },
    iterationPath: text(field.iterationPath),
  };
}

/** The object whose functions the host calls. */
export function formListener(tell: (event: FormEvent) => void): IWorkItemNotificationListener {
  return {
    onLoaded: ({ id, isReadOnly }) => tell({ kind: 'loaded', id, access: isReadOnly ? 'read' : 'write' }),
    onUnloaded: ({ id }) => tell({ kind: 'unloaded', id }),
    onSaved: ({ id }) => tell({ kind: 'saved', id }),
    onRefreshed: ({ id }) => tell({ kind: 'refreshed', id }),
    onReset: ({ id }) => tell({ kind: 'reset', id }),
    onFieldChanged: ({ id, changedFields }) =>
      tell({ kind: 'changed', id, fields: Object.keys(changedFields ?? {}) }),
  };
}

/** Registers our listener under the id that the host asks for (platform facts 1.6). Call before the page says loaded. */
export function connectWorkItemForm(): WorkItemForm {
  let listener: (event: FormEvent) => void = () => undefined;
  SDK.register(SDK.getContributionId(), () => formListener((event) => listener(event)));
  const service = () => SDK.getService<IWorkItemFormService>(formService);
  return {
    read: async () => {
      const form = await service();
      // The id among the values would be stale for a new item: the service tells it by a function of its own.
      const [values, id] = await Promise.all([
        form.getFieldValues(Object.values(field), { returnOriginalValue: false }),
        form.getId(),
      ]);
      return formItem({ ...values, [field.id]: id });
    },
    writeDescription: async (value) => (await service()).setFieldValue(field.description, value),
    listen: (next) => {
      listener = next;
    },
  };
}

/** Asks the host to make the frame as high as its content, now and whenever it changes. Returns the way to stop. */
export function keepHeight(content: HTMLElement): () => void {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // A frame that is hidden measures nothing, and must not be shrunk to it.
    if (height === last || height === 0) return;
    last = height;
    SDK.resize(document.body.clientWidth, height);
  };
  const sizes = new ResizeObserver(tell);
  sizes.observe(content);
  // A frame below the fold is not drawn, so no size is ever observed in it; its changes are, and measuring works.
  const changes = new MutationObserver(tell);
  changes.observe(content, { childList: true, subtree: true, characterData: true });
  tell();
  return () => {
    sizes.disconnect();
    changes.disconnect();
  };
}
