/** Asks for a name, and where it is wanted for a folder, in a small panel. */
import * as React from 'react';
import type { Shell } from '../../page/shell';
import type { QueryItem } from '../../rest/queries';

interface NameFormProps {
  readonly name: string;
  readonly folders: readonly QueryItem[];
  readonly okText: string;
  /** Closes the panel when it resolves to true. */
  readonly submit: (name: string, folder: string) => Promise<boolean>;
  readonly close: () => void;
}

function NameForm({ name, folders, okText, submit, close }: NameFormProps): JSX.Element {
  const [text, setText] = React.useState(name);
  const [folder, setFolder] = React.useState(folders[0]?.id ?? '');
  async function onSubmit(event: React.SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (await submit(text.trim(), folder)) close();
  }
  return (
    <form className="name-form" onSubmit={(event) => void onSubmit(event)}>
      <label>
        Name
        <input data-autofocus="" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {folders.length > 0 && (
        <label>
          Folder
          <select value={folder} onChange={(event) => setFolder(event.target.value)}>
            {folders.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        </label>
      )}
      <footer>
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {okText}
        </button>
      </footer>
    </form>
  );
}

export function askName(shell: Shell, title: string, wishes: Omit<NameFormProps, 'close'>): void {
  shell.overlays.open({
    kind: 'own-panel',
    title,
    size: 'small',
    content: (close) => <NameForm {...wishes} close={close} />,
  });
}

/** Every folder of a tree, parents before children. */
export function foldersOf(items: readonly QueryItem[]): readonly QueryItem[] {
  return items.flatMap((item) => (item.isFolder === true ? [item, ...foldersOf(item.children ?? [])] : []));
}
