/** The threats, mitigations and questions of a package as tables, found by their words. */
import * as React from 'react';
import { changesOf } from '../../core/kb/resolve-knowledge';
import { StrideMarks } from '../../ui/Marks';
import { counted, impactWords, probabilityWords } from '../../ui/words';
import { anchorWords } from './EntryFields';
import type { Work } from './PackageScreen';

export const entryKinds = ['threat', 'mitigation', 'question'] as const;
export type EntryKind = (typeof entryKinds)[number];
/** The id of the entry that is open; '' = a new one. */
export interface OpenEntry {
  readonly kind: EntryKind;
  readonly id: string;
}
export interface TableProps {
  readonly work: Work;
  readonly search: string;
  readonly onOpen: (open: OpenEntry) => void;
}

const holds = (text: string, ...texts: readonly string[]) =>
  texts.some((each) => each.toLowerCase().includes(text.trim().toLowerCase()));

export function ThreatTable({ work, search, onOpen }: TableProps) {
  const changed = new Set(changedIds(work, 'threat'));
  const shown = work.package.threats.filter(({ id, name, description }) =>
    holds(search, id, name, description),
  );
  return (
    <table className="wo-small-table wo-package-table">
      <thead>
        <tr>
          <th scope="col">Threat</th>
          <th scope="col">STRIDE</th>
          <th scope="col">Severity</th>
          <th scope="col">Mitigations</th>
          <th scope="col">Marks</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((threat) => (
          <tr key={threat.id}>
            <td data-label="Threat">
              <button
                type="button"
                className="wo-link wo-row-title"
                onClick={() => onOpen({ kind: 'threat', id: threat.id })}
              >
                {threat.name}
              </button>
              <div className="wo-quiet">{threat.id}</div>
            </td>
            <td data-label="STRIDE">
              <StrideMarks categories={threat.stride} />
            </td>
            <td data-label="Severity">
              {probabilityWords[threat.probability]}, {impactWords[threat.impact].toLowerCase()}
            </td>
            <td data-label="Mitigations">{threat.treatments.length}</td>
            <td data-label="Marks">
              {[
                threat.top ? 'TOP' : `Level ${threat.level}`,
                ...(changed.has(threat.id) ? ['changed by you'] : []),
              ].join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MitigationTable({ work, search, onOpen }: TableProps) {
  const changed = new Set(changedIds(work, 'mitigation'));
  const uses = new Map<string, number>();
  for (const { treatments } of work.package.threats)
    for (const { mitigation } of treatments) uses.set(mitigation.id, (uses.get(mitigation.id) ?? 0) + 1);
  const shown = work.package.mitigations.filter(({ id, name, description }) =>
    holds(search, id, name, description),
  );
  return (
    <table className="wo-small-table wo-package-table">
      <thead>
        <tr>
          <th scope="col">Mitigation</th>
          <th scope="col">Control</th>
          <th scope="col">Treats</th>
          <th scope="col">Marks</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((each) => (
          <tr key={each.id}>
            <td data-label="Mitigation">
              <button
                type="button"
                className="wo-link wo-row-title"
                onClick={() => onOpen({ kind: 'mitigation', id: each.id })}
              >
                {each.name}
              </button>
              <div className="wo-quiet">{each.id}</div>
            </td>
            <td data-label="Control">{each.controlType}</td>
            <td data-label="Treats">{counted(uses.get(each.id) ?? 0, 'threat')}</td>
            <td data-label="Marks">
              {[...(each.top ? ['TOP'] : []), ...(changed.has(each.id) ? ['changed by you'] : [])].join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function changedIds({ known, id, drafts }: Work, type: EntryKind): readonly string[] {
  const plain = (reference: string) => reference.slice(reference.indexOf(':') + 1);
  const drafted = drafts.of(id).flatMap((op) => {
    if (op.op === 'link') return type === 'threat' ? [plain(op.threat)] : [];
    return op.type === type ? [op.op === 'add' ? String(op.value['id']) : plain(op.id)] : [];
  });
  const published = changesOf(known.own.resolved).filter((each) => each.package === id && each.type === type);
  return [...drafted, ...published.map((each) => each.id)];
}

export function QuestionTable({ work, search, onOpen }: TableProps) {
  const changed = new Set(changedIds(work, 'question'));
  const shown = work.package.questions.filter(({ id, text, rationale }) =>
    holds(search, id, text, rationale),
  );
  return (
    <table className="wo-small-table wo-package-table">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Asked of</th>
          <th scope="col">Answers</th>
          <th scope="col">Marks</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((each) => (
          <tr key={each.id}>
            <td data-label="Question">
              <button
                type="button"
                className="wo-link wo-row-title"
                onClick={() => onOpen({ kind: 'question', id: each.id })}
              >
                {each.text}
              </button>
              <div className="wo-quiet">{each.id}</div>
            </td>
            <td data-label="Asked of">{anchorWords[each.anchor]}</td>
            <td data-label="Answers">{each.answers.length}</td>
            <td data-label="Marks">
              {[
                each.top ? 'TOP' : `Level ${each.level}`,
                ...(changed.has(each.id) ? ['changed by you'] : []),
              ].join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The table of entries of a kind. */
export const tableOf: Readonly<Record<EntryKind, (props: TableProps) => React.ReactElement>> = {
  threat: ThreatTable,
  mitigation: MitigationTable,
  question: QuestionTable,
};
