/** A story: what is anomalous, its clauses with the threats behind them, and ways to mend it in place. */
import * as React from 'react';
import type { FoundClause } from '../../core/clauses/clause';
import { counted, points } from '../../ui/words';
import { ClauseWriter } from './ClauseWriter';
import { useGroup } from './group-context';
import type { ThreatRef } from './group-state';
import type { ThreatRow } from './item-threat';
import type { ClauseRow, LinkedThreat, StoryPicture } from './story-picture';
import { ThreatItem } from './ThreatItem';
import { ThreatPicker } from './ThreatPicker';
import { WhySum } from './WhyRisk';

/** A threat that something is written or linked for. */
type Chosen = Pick<ThreatRow, 'model' | 'threat' | 'place'>;

/** What stands open in place; one at a time, because the frame is small. */
type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'link'; readonly clause: FoundClause | undefined }
  | { readonly kind: 'choose-for-clause' }
  | { readonly kind: 'write'; readonly row: Chosen };

interface Editing {
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
}
const nothing: Open = { kind: 'nothing' };

const refOf = ({ model, threat }: Pick<ThreatRow, 'model' | 'threat'>): ThreatRef => ({
  model,
  threat: threat.id,
  title: threat.title,
});

/** By id: the rows are made anew with every key that the person types into the description. */
const isSame = (a: Chosen, b: Chosen): boolean => a.model === b.model && a.threat.id === b.threat.id;

const fieldWords = { title: 'Title', description: 'Description', acceptanceCriteria: 'Acceptance criteria' };

function Action(props: { readonly text: string; readonly name?: string; readonly onClick: () => void }) {
  const { shown } = useGroup();
  return (
    <button
      type="button"
      className="wg-button"
      aria-label={props.name}
      disabled={shown.busy === 'yes'}
      onClick={props.onClick}
    >
      {props.text}
    </button>
  );
}

function Linked(props: {
  readonly row: LinkedThreat;
  readonly clause?: FoundClause;
  readonly editing: Editing;
}) {
  const { row, clause, editing } = props;
  const { session, shown } = useGroup();
  const { title } = row.threat;
  const { link } = row;
  const writing = editing.open.kind === 'write' && !clause && isSame(editing.open.row, row);
  return (
    <ThreatItem row={row}>
      {shown.access === 'write' && !writing && (
        <div className="wg-actions">
          {clause && row.outcome === 'drifted' && row.clause && (
            <Action
              text="Still the same"
              name={`Still the same: the reworded clause for ${title}`}
              onClick={() => row.clause && void session.confirm(row.model, row.clause, clause)}
            />
          )}
          {!clause && (
            <Action
              text="Write a clause"
              name={`Write a clause for ${title}`}
              onClick={() => editing.setOpen({ kind: 'write', row })}
            />
          )}
          {link && (
            <Action
              text="Unlink"
              name={`Unlink ${title}`}
              onClick={() => void session.unlink(refOf(row), link)}
            />
          )}
        </div>
      )}
      {writing && <Writer row={row} editing={editing} />}
    </ThreatItem>
  );
}

function Writer({ row, editing }: { readonly row: Chosen; readonly editing: Editing }) {
  const { session } = useGroup();
  const { threat, place } = row;
  return (
    <ClauseWriter
      title={threat.title}
      stride={threat.stride}
      place={place}
      onWrite={(words) => {
        editing.setOpen(nothing);
        void session.writeClause(refOf(row), words);
      }}
      onClose={() => editing.setOpen(nothing)}
    />
  );
}

function Clause({ row, editing }: { readonly row: ClauseRow; readonly editing: Editing }) {
  const { session, shown } = useGroup();
  const { found, threats } = row;
  const pending = shown.pending.find(({ hash }) => hash === found.hash);
  const linking = editing.open.kind === 'link' && editing.open.clause?.hash === found.hash;
  return (
    <li className="wg-clause">
      <p className="wg-clause-text">
        <b>WITHOUT</b> {found.text} <span className="wg-quiet">{fieldWords[found.field]}</span>
      </p>
      {pending && (
        <p className="wg-quiet" role="status">
          Will be linked to “{pending.title}” when you save the work item.
        </p>
      )}
      <ul className="wg-list">
        {threats.map((each) => (
          <Linked key={each.link ?? each.threat.id} row={each} clause={found} editing={editing} />
        ))}
      </ul>
      {linking && (
        <ThreatPicker
          label="Threat behind this clause"
          about={found.text}
          onPick={(candidate) => {
            editing.setOpen(nothing);
            void session.link(refOf(candidate), found);
          }}
          onClose={() => editing.setOpen(nothing)}
        />
      )}
      {shown.access === 'write' && !linking && !pending && (
        <div className="wg-actions">
          <Action
            text="Link a threat"
            name={`Link a threat to the clause ${found.text}`}
            onClick={() => editing.setOpen({ kind: 'link', clause: found })}
          />
        </div>
      )}
    </li>
  );
}

function Foot({ editing, about }: { readonly editing: Editing; readonly about: string }) {
  const { session, shown } = useGroup();
  const { open, setOpen } = editing;
  if (shown.access === 'read') return null;
  const close = () => setOpen(nothing);
  if (open.kind === 'link' && !open.clause) {
    const pick = (row: Pick<ThreatRow, 'model' | 'threat'>) => {
      close();
      void session.link(refOf(row), undefined);
    };
    return <ThreatPicker label="Threat of this story" about={about} onPick={pick} onClose={close} />;
  }
  if (open.kind === 'choose-for-clause') {
    const pick = (row: Chosen) => setOpen({ kind: 'write', row });
    return <ThreatPicker label="Threat to write a clause for" about={about} onPick={pick} onClose={close} />;
  }
  return (
    <div className="wg-actions">
      <Action
        text="Link a threat to the story"
        onClick={() => setOpen({ kind: 'link', clause: undefined })}
      />
      <Action text="Write a clause" onClick={() => setOpen({ kind: 'choose-for-clause' })} />
    </div>
  );
}

function Summary({ picture }: { readonly picture: StoryPicture }) {
  const links = [...picture.clauses.flatMap(({ threats }) => threats), ...picture.loose];
  const threats = new Set(links.map((row) => `${row.model} ${row.threat.id}`)).size;
  if (threats === 0) return <p className="wg-quiet">No threat is linked to this story.</p>;
  return (
    <div>
      <p>
        {counted(threats, 'threat')}: {points(picture.current)} of {points(picture.inherent)} points of risk
        are left.
        {picture.more > 0 && ` ${counted(picture.more, 'more threat')} in the threat model.`}
      </p>
      <WhySum rows={links} />
    </div>
  );
}

export function StoryView({ picture }: { readonly picture: StoryPicture }): React.ReactElement {
  const { shown } = useGroup();
  const [open, setOpen] = React.useState<Open>(nothing);
  const editing = { open, setOpen };
  const { title, description } = shown.item.text;
  const rows = picture.loose;
  // A threat that was only now chosen is in no list yet.
  const fresh = open.kind === 'write' && !rows.some((row) => isSame(row, open.row)) ? open.row : undefined;
  return (
    <>
      <Summary picture={picture} />
      {picture.anomalies.length > 0 && (
        <ul className="wg-anomalies" aria-label="What does not fit together">
          {picture.anomalies.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {picture.clauses.length > 0 && (
        <ul className="wg-list" aria-label="Clauses">
          {picture.clauses.map((row) => (
            <Clause key={`${row.found.field} ${row.found.ordinal}`} row={row} editing={editing} />
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <>
          <h2>Linked to the story as a whole</h2>
          <ul className="wg-list" aria-label="Threats of the story as a whole">
            {rows.map((row) => (
              <Linked key={row.link ?? row.threat.id} row={row} editing={editing} />
            ))}
          </ul>
        </>
      )}
      {fresh && <Writer row={fresh} editing={editing} />}
      <Foot editing={editing} about={`${title} ${description.replace(/<[^<>]*>/g, ' ')}`} />
    </>
  );
}
