/** Decide by type: about twenty rows instead of a hundred places. A row opens into its entity types and places. */
import * as React from 'react';
import { setTreatmentStatus, setTypeStatus } from '../../../core/model/edits/judge';
import type { MitigationId, TreatmentId } from '../../../core/model/ids';
import type { Status } from '../../../core/model/mitigation';
import type { ExistingSuggestion } from '../../../core/kb/suggest-existing';
import { Pill } from '../../../ui/Marks';
import { Tick } from '../../../ui/TableParts';
import type { Selection } from '../../../ui/use-selection';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { GainFigure } from '../risk/WhyNumber';
import { StatusChoice } from '../StatusChoice';
import { inheritWords, levelWords } from './decide-rows';
import type { DecideRow, PlaceRow, TypeRow } from './decide-rows';
import { OverallStatusChoice } from './OverallStatusChoice';

const shownPlaces = 50;

interface FoldProps {
  readonly open: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

function Fold({ open, label, onToggle }: FoldProps): React.ReactElement {
  return (
    <button
      type="button"
      className="wo-fold"
      aria-expanded={open}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
    </button>
  );
}

function Reason({ status }: { readonly status: Status | undefined }): React.ReactElement | null {
  return status && 'reason' in status ? (
    <div className="wo-quiet wo-decide-reason">{status.reason}</div>
  ) : null;
}

function PlaceLine({ row, title }: { readonly row: PlaceRow; readonly title: string }): React.ReactElement {
  const { session, readOnly } = useModelView();
  const { treatment, threat, place, effective, inherited } = row;
  const choose = (status: Status | undefined) =>
    session.apply(setTreatmentStatus(session.current.model, [treatment.id], status));
  return (
    <tr className="wo-decide-place">
      <td />
      <td className="wo-cell-title">
        <span className="wo-decide-deep">{place}</span>
        <div className="wo-quiet wo-decide-deep">{threat.title}</div>
        <Reason status={treatment.status} />
      </td>
      <td />
      <td />
      <td data-label="Status">
        <StatusChoice
          label={`Status of ${title} at ${place}`}
          status={treatment.status}
          inherit={inheritWords(inherited)}
          disabled={readOnly}
          look="quiet"
          onChange={choose}
        />
      </td>
      <td data-label="Decided by">{levelWords(effective)}</td>
    </tr>
  );
}

function TypeLines({ row, of }: { readonly row: TypeRow; readonly of: DecideRow }): React.ReactElement {
  const { session, readOnly } = useModelView();
  const [open, setOpen] = React.useState(false);
  const { type, own, inherited, places } = row;
  const { id, title } = of.mitigation;
  const choose = (status: Status | undefined) =>
    session.apply(setTypeStatus(session.current.model, id, { type: type.key, status }));
  const exceptions = places.filter(({ treatment }) => treatment.status !== undefined).length;
  return (
    <>
      <tr className="wo-decide-type">
        <td />
        <td className="wo-cell-title">
          <span className="wo-decide-sub">
            <Fold open={open} label={`Places of ${type.name} for ${title}`} onToggle={() => setOpen(!open)} />
            {type.name}
            {exceptions > 0 && <Pill>{counted(exceptions, 'exception')}</Pill>}
          </span>
          <Reason status={own} />
        </td>
        <td className="wo-right" data-label="Places">
          {places.length}
        </td>
        <td />
        <td data-label="Status">
          <StatusChoice
            label={`Status of ${title} for the type ${type.name}`}
            status={own}
            inherit={inheritWords(inherited)}
            disabled={readOnly}
            look="quiet"
            onChange={choose}
          />
        </td>
        <td data-label="Decided by">{own ? 'This type' : levelWords(inherited)}</td>
      </tr>
      {open &&
        places
          .slice(0, shownPlaces)
          .map((place) => <PlaceLine key={place.treatment.id} row={place} title={title} />)}
      {open && places.length > shownPlaces && (
        <tr className="wo-decide-place">
          <td />
          <td colSpan={5} className="wo-quiet">
            {places.length - shownPlaces} places more: open the mitigation to see them all.
          </td>
        </tr>
      )}
    </>
  );
}

function Suggested({ suggestion }: { readonly suggestion: ExistingSuggestion }): React.ReactElement {
  const { model, applyLoudly } = useModelView();
  const { mitigation, treatments, because } = suggestion;
  const where = counted(treatments.length, 'place');
  const accept = (ids: readonly TreatmentId[]) =>
    applyLoudly(setTreatmentStatus(model, ids, { kind: 'existing' }), `Existing at ${where}.`);
  return (
    <div className="wo-decide-hint">
      <span>
        Seems to exist at {where}: {because.slice(0, 3).join(', ')}.
      </span>{' '}
      <button
        type="button"
        className="wo-link"
        aria-label={`Set ${mitigation.title} to Existing at ${where}`}
        onClick={(event) => {
          event.stopPropagation();
          accept(treatments);
        }}
      >
        Set to Existing there
      </button>
    </div>
  );
}

const saidBy = ({ overall }: DecideRow): string =>
  overall.kind === 'mixed' ? 'Several levels' : levelWords(overall.effective);

interface RowProps {
  readonly row: DecideRow;
  readonly ticked: boolean;
  readonly suggestion: ExistingSuggestion | undefined;
  readonly onTick: (id: MitigationId) => void;
  readonly onOpen: (id: MitigationId) => void;
}

const Row = React.memo(function DecideGridRow({ row, ticked, suggestion, onTick, onOpen }: RowProps) {
  const { readOnly } = useModelView();
  const [open, setOpen] = React.useState(false);
  const { mitigation, risk, types, exceptions } = row;
  const places = types.reduce((sum, type) => sum + type.places.length, 0);
  return (
    <>
      <tr className={`wo-decide-row${ticked ? ' wo-ticked' : ''}`}>
        <td className="wo-tick-cell">
          <Tick
            label={`Select ${mitigation.title}`}
            state={ticked ? 'all' : 'none'}
            onChange={() => onTick(mitigation.id)}
          />
        </td>
        <td className="wo-cell-title">
          <span className="wo-decide-head">
            <Fold open={open} label={`Entity types of ${mitigation.title}`} onToggle={() => setOpen(!open)} />
            <button type="button" className="wo-link wo-row-title" onClick={() => onOpen(mitigation.id)}>
              {mitigation.title}
            </button>
            {exceptions > 0 && <Pill>{counted(exceptions, 'exception')}</Pill>}
          </span>
          {suggestion && !readOnly && <Suggested suggestion={suggestion} />}
        </td>
        <td className="wo-right" data-label="Places">
          {places}
        </td>
        <td className="wo-right" data-label="Would remove">
          <GainFigure mitigation={mitigation} which="wouldRemove" value={risk.wouldRemove} />
        </td>
        <td data-label="Status">
          <OverallStatusChoice row={row} label={`Status of ${mitigation.title}`} look="quiet" />
        </td>
        <td data-label="Decided by">{saidBy(row)}</td>
      </tr>
      {open && types.map((type) => <TypeLines key={type.type.key} row={type} of={row} />)}
    </>
  );
});

export interface DecideGridProps {
  readonly rows: readonly DecideRow[];
  readonly selection: Selection<MitigationId>;
  readonly suggestions: ReadonlyMap<MitigationId, ExistingSuggestion>;
  readonly onOpen: (id: MitigationId) => void;
}

export function DecideGrid({ rows, selection, suggestions, onOpen }: DecideGridProps): React.ReactElement {
  return (
    <table className="wo-table wo-mitigations wo-decide" aria-label="Mitigations to decide on">
      <thead>
        <tr>
          <th scope="col" className="wo-tick-cell">
            <Tick label="Select all mitigations" state={selection.all} onChange={selection.toggleAll} />
          </th>
          <th scope="col">Mitigation</th>
          <th scope="col" className="wo-right wo-col-count">
            Places
          </th>
          <th scope="col" className="wo-right wo-col-points">
            Would remove
          </th>
          <th scope="col" className="wo-col-decision">
            Status
          </th>
          <th scope="col" className="wo-col-level">
            Decided by
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.mitigation.id}
            row={row}
            ticked={selection.has(row.mitigation.id)}
            suggestion={suggestions.get(row.mitigation.id)}
            onTick={selection.toggle}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}
