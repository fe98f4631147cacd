/** Decide by type, with how far the model is, and what the drawing says of mitigations that seem to exist already. */
import * as React from 'react';
import type { KnowledgePackage } from '../../../core/kb/package';
import { suggestExisting } from '../../../core/kb/suggest-existing';
import type { ExistingSuggestion } from '../../../core/kb/suggest-existing';
import type { MitigationId } from '../../../core/model/ids';
import { SearchBox } from '../../../ui/SearchBox';
import { SelectionBar } from '../../../ui/SelectionBar';
import { useSelection } from '../../../ui/use-selection';
import { useSteadyOrder } from '../../../ui/use-steady-order';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useEngine } from '../knowledge/use-engine';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { BulkStatus } from './BulkStatus';
import { DecideGrid } from './DecideGrid';
import { decideRows } from './decide-rows';
import type { DecideRow } from './decide-rows';
import './decide.css';

const noPackages: readonly KnowledgePackage[] = [];
const idOf = (row: DecideRow) => row.mitigation.id;
/** In the order in which they came: a decision must not move the row away from under the hand. */
const asTheyCome = (rows: readonly DecideRow[]) => rows;

function useSuggestions(): ReadonlyMap<MitigationId, ExistingSuggestion> {
  const { app } = useHub();
  const { model, index } = useModelView();
  const [load] = useLoad(app.knowledge);
  const engine = useEngine(load.kind === 'loaded' ? load.value : noPackages, model);
  return React.useMemo(
    () => new Map(suggestExisting(engine, index).map((each) => [each.mitigation.id, each])),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the engine stays the same object while it follows the model, so the model is the signal
    [engine, model, index],
  );
}

function Progress({ rows }: { readonly rows: readonly DecideRow[] }): React.ReactElement {
  const decided = rows.filter((row) => !row.undecided).length;
  const share = rows.length === 0 ? 0 : Math.round((decided / rows.length) * 100);
  return (
    <div className="wo-decide-progress">
      <span role="status">
        {decided} of {counted(rows.length, 'mitigation')} decided
      </span>
      <span className="wo-meter" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </div>
  );
}

function DecideBar(props: { readonly ids: readonly MitigationId[]; readonly onClear: () => void }) {
  return (
    <SelectionBar summary={`${counted(props.ids.length, 'mitigation')} selected`} onClear={props.onClear}>
      <BulkStatus ids={props.ids} onDone={props.onClear} />
    </SelectionBar>
  );
}

export default function DecideView(): React.ReactElement {
  const { model, index, assessment, items, readOnly } = useModelView();
  const { go } = useHub();
  const [text, setText] = React.useState('');
  const [open, setOpen] = React.useState(false);
  const suggestions = useSuggestions();
  const all = React.useMemo(
    () => decideRows({ model, index, assessment, items }),
    [model, index, assessment, items],
  );
  const ordered = useSteadyOrder(all, idOf, asTheyCome);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = ordered.filter(
    (row) =>
      (!open || row.undecided) && words.every((word) => row.mitigation.title.toLowerCase().includes(word)),
  );
  const selection = useSelection<MitigationId>(rows.map(idOf));
  const modelId = model.info.id;
  const show = React.useCallback(
    (id: MitigationId) => go({ model: modelId, tab: 'mitigations', view: 'decide', mitigation: id }),
    [go, modelId],
  );
  return (
    <>
      <div className="wo-toolbar" role="search">
        <SearchBox label="Filter mitigations" value={text} onChange={setText} />
        <label className="wo-check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} /> Only
          undecided
        </label>
        <span className="wo-toolbar-end">
          <Progress rows={all} />
        </span>
      </div>
      <p className="wo-quiet wo-decide-intro">
        One decision for each kind of mitigation. Open a row to decide otherwise for an entity type or one
        place: the narrowest decision counts, and stays when you change the one above it.
      </p>
      <div className="wo-card wo-card-table">
        <DecideGrid rows={rows} selection={selection} suggestions={suggestions} onOpen={show} />
        {rows.length === 0 && (
          <p className="wo-empty wo-quiet">
            {all.length === 0
              ? 'No mitigation treats a threat yet: take some from the Knowledge page, or write your own.'
              : open && words.length === 0
                ? 'Everything is decided. Create the Tasks on the Sync page.'
                : 'No mitigation matches the filter.'}
          </p>
        )}
      </div>
      {selection.ids.length > 0 && !readOnly && <DecideBar ids={selection.ids} onClear={selection.clear} />}
    </>
  );
}
