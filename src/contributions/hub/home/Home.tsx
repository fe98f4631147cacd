/** Before a model is open: the teaching first page, or the list; and making one by import or from nothing. */
import * as React from 'react';
import type { ModelSummary } from '../../../app/list-models';
import { Banner } from '../../../ui/Banner';
import { useHub } from '../hub-context';
import { ImportDialog } from './ImportDialog';
import { ModelsList } from './ModelsList';
import { NewModelDialog } from './NewModelDialog';
import { Welcome } from './Welcome';

type Making =
  { readonly kind: 'no' } | { readonly kind: 'import'; readonly file?: File } | { readonly kind: 'new' };

/** Files dropped anywhere on the page go to the import. Without `dragover` handled, browsers open the file instead. */
function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = React.useState(false);
  const holdsFile = (event: React.DragEvent) => [...event.dataTransfer.types].includes('Files');
  return {
    over,
    handlers: {
      onDragOver: (event: React.DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: React.DragEvent) => {
        if (event.currentTarget === event.target) setOver(false);
      },
      onDrop: (event: React.DragEvent) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      },
    },
  };
}

export interface HomeProps {
  readonly models: readonly ModelSummary[];
  /** A model id from the address that is none. */
  readonly unknown: string | undefined;
  /** A model was made or deleted. */
  readonly onChanged: () => void;
}

export function Home({ models, unknown, onChanged }: HomeProps): React.ReactElement {
  const { go } = useHub();
  const [making, setMaking] = React.useState<Making>({ kind: 'no' });
  const drop = useFileDrop((file) => setMaking({ kind: 'import', file }));
  const ways = { onImport: () => setMaking({ kind: 'import' }), onNew: () => setMaking({ kind: 'new' }) };
  const close = () => setMaking({ kind: 'no' });
  const made = (id: string) => {
    close();
    onChanged();
    go({ model: id });
  };
  return (
    <div className={drop.over ? 'wo-home wo-home-drop' : 'wo-home'} {...drop.handlers}>
      {unknown !== undefined && (
        <Banner tone="warning">
          The address does not name a threat model of this project. Here are all of them.
        </Banner>
      )}
      {models.length === 0 ? (
        <Welcome {...ways} />
      ) : (
        <ModelsList models={models} onChanged={onChanged} {...ways} />
      )}
      {drop.over && <div className="wo-drop-note">Drop the file to import it</div>}
      {making.kind === 'import' && (
        <ImportDialog {...(making.file ? { file: making.file } : {})} onClose={close} onMade={made} />
      )}
      {making.kind === 'new' && <NewModelDialog onClose={close} onMade={made} />}
    </div>
  );
}
