/** What can be drawn: pressed it stands in the middle of what is in sight, pulled it stands where it is dropped. */
import * as React from 'react';
import type { KnowledgePackage } from '../../../core/kb/package';
import { SearchBox } from '../../../ui/SearchBox';
import { paletteTypes, plainKinds } from './part-kinds';
import type { PaletteEntry } from './part-kinds';

/** What a pulled entry carries. */
export const dragType = 'application/x-without-part';

interface EntryProps {
  readonly entry: PaletteEntry;
  readonly onAdd: (entry: PaletteEntry) => void;
}
function Entry({ entry, onAdd }: EntryProps): React.ReactElement {
  return (
    <button
      type="button"
      className="wo-palette-entry"
      draggable={true}
      aria-label={`Add ${entry.label}`}
      onClick={() => onAdd(entry)}
      onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify(entry))}
    >
      <span className={`wo-palette-mark wo-palette-${entry.kind}`} aria-hidden="true" />
      {entry.label}
    </button>
  );
}

export interface PaletteProps {
  readonly packages: readonly KnowledgePackage[];
  readonly onAdd: (entry: PaletteEntry) => void;
}

export function Palette({ packages, onAdd }: PaletteProps): React.ReactElement {
  const [text, setText] = React.useState('');
  const types = React.useMemo(() => paletteTypes(packages, text), [packages, text]);
  return (
    <div className="wo-palette" role="group" aria-label="What can be drawn">
      {plainKinds.map((entry) => (
        <Entry key={entry.key} entry={entry} onAdd={onAdd} />
      ))}
      {packages.length > 0 && (
        <>
          <SearchBox label="Find a type" value={text} onChange={setText} />
          <div
            className="wo-palette-types"
            tabIndex={0}
            role="group"
            aria-label="Types of the knowledge packages"
          >
            {types.map((entry) => (
              <Entry key={entry.key} entry={entry} onAdd={onAdd} />
            ))}
            {types.length === 0 && <p className="wo-quiet">No such type.</p>}
          </div>
        </>
      )}
    </div>
  );
}
