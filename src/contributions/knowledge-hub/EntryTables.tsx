/** The entries of a package as tables, found by their words. */
import * as React from 'react';
import { ownOf } from '../../core/kb/rule-text/vocabulary';
import { changesOf } from '../../core/kb/resolve-knowledge';
import { thresholdWords } from '../../core/model/threshold-words';
import { severityWords, sourceWords } from '../../ui/event-words';
import { StrideMarks } from '../../ui/Marks';
import { counted, impactWords, probabilityWords } from '../../ui/words';
import { anchorWords } from './EntryFields';
import type { Work } from './PackageScreen';

export const entryKinds = ['threat', 'mitigation', 'question', 'event', 'entityType', 'property'] as const;
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

function changedIds({ known, id, drafts }: Work, type: EntryKind): readonly string[] {
  const plain = (reference: string) => reference.slice(reference.indexOf(':') + 1);
  const drafted = drafts.of(id).ops.flatMap((op) => {
    if (op.op === 'link') return type === 'threat' ? [plain(op.threat)] : [];
    return op.type === type ? [op.op === 'add' ? String(op.value['id']) : plain(op.id)] : [];
  });
  const published = changesOf(known.own.resolved).filter((each) => each.package === id && each.type === type);
  return [...drafted, ...published.map((each) => each.id)];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  /** Under the headings of the columns between the title and the marks. */
  readonly cells: readonly React.ReactNode[];
  /** What is searched besides id and title. */
  readonly words: string;
  readonly mark: string;
}
/** What stands where a package has none yet. */
const emptyWords: Readonly<Record<EntryKind, string>> = {
  threat: 'No threat yet. One says who does what to what, and a rule says where it can happen.',
  mitigation: 'No mitigation of its own yet. Threats can link those of the packages that it extends, too.',
  question: 'No question yet. One is asked while its property is not known, and its answers set it.',
  event: 'No security event of its own yet. Threats can name those of the packages that it extends, too.',
  entityType:
    'No kind of its own yet. Rules can name those of the packages that it extends, such as process or web-api.',
  property: 'No property of its own yet. Rules can ask for those of the packages that it extends.',
};

interface EntryTableProps extends TableProps {
  readonly kind: EntryKind;
  readonly headings: readonly [title: string, ...cells: string[]];
  readonly entries: readonly Entry[];
}

function EntryTable({ work, search, onOpen, kind, headings, entries }: EntryTableProps): React.ReactElement {
  const changed = new Set(changedIds(work, kind));
  const [titled, ...columns] = headings;
  const found = entries.filter(({ id, title, words }) => holds(search, id, title, words));
  if (found.length === 0)
    return (
      <p className="wo-quiet wo-table-empty" role="status">
        {entries.length > 0 ? 'Nothing here speaks of that.' : emptyWords[kind]}
      </p>
    );
  return (
    <table className="wo-small-table wo-package-table">
      <thead>
        <tr>
          {[...headings, 'Marks'].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map(({ id, title, cells, mark }) => (
          <tr key={id}>
            <td data-label={titled}>
              <button type="button" className="wo-link wo-row-title" onClick={() => onOpen({ kind, id })}>
                {title}
              </button>
              <div className="wo-quiet">{id}</div>
            </td>
            {columns.map((heading, at) => (
              <td key={heading} data-label={heading}>
                {cells[at]}
              </td>
            ))}
            <td data-label="Marks" className="wo-marks">
              {[mark, changed.has(id) ? 'changed by you' : ''].filter(Boolean).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const levelMark = ({ top, level }: { readonly top: boolean; readonly level: number }) =>
  top ? 'TOP' : `Level ${level}`;

function ThreatTable(props: TableProps): React.ReactElement {
  const entries = props.work.package.threats.map((threat) => ({
    id: threat.id,
    title: threat.name,
    words: threat.description,
    cells: [
      <StrideMarks key="stride" categories={threat.stride} />,
      `${probabilityWords[threat.probability]}, ${impactWords[threat.impact].toLowerCase()}`,
      threat.treatments.length,
    ],
    mark: levelMark(threat),
  }));
  const headings = ['Threat', 'STRIDE', 'Severity', 'Mitigations'] as const;
  return <EntryTable {...props} kind="threat" headings={[...headings]} entries={entries} />;
}

function MitigationTable(props: TableProps): React.ReactElement {
  const uses = new Map<string, number>();
  for (const { treatments } of props.work.package.threats)
    for (const { mitigation } of treatments) uses.set(mitigation.id, (uses.get(mitigation.id) ?? 0) + 1);
  const entries = props.work.package.mitigations.map((each) => ({
    id: each.id,
    title: each.name,
    words: each.description,
    cells: [each.controlType, counted(uses.get(each.id) ?? 0, 'threat')],
    mark: each.top ? 'TOP' : '',
  }));
  return (
    <EntryTable
      {...props}
      kind="mitigation"
      headings={['Mitigation', 'Control', 'Treats']}
      entries={entries}
    />
  );
}

function QuestionTable(props: TableProps): React.ReactElement {
  const entries = props.work.package.questions.map((each) => ({
    id: each.id,
    title: each.text,
    words: each.rationale,
    cells: [anchorWords[each.anchor], each.answers.length],
    mark: levelMark(each),
  }));
  return (
    <EntryTable {...props} kind="question" headings={['Question', 'Asked of', 'Answers']} entries={entries} />
  );
}

function EventTable(props: TableProps): React.ReactElement {
  const entries = props.work.package.events.map((each) => ({
    id: each.id,
    title: each.name,
    words: `${each.logName} ${each.raisedWhen}`,
    cells: [
      sourceWords[each.source],
      `${severityWords[each.severity]}, ${thresholdWords(each.threshold)}`,
      each.raisedWhen,
    ],
    mark: levelMark(each),
  }));
  const headings = ['Event', 'Raised by', 'Alert', 'When it is raised'] as const;
  return <EntryTable {...props} kind="event" headings={[...headings]} entries={entries} />;
}

function TypeTable(props: TableProps): React.ReactElement {
  const known = props.work.package;
  const names = new Map(known.entityTypes.map(({ id, name }) => [id, name]));
  const entries = ownOf(known).entityTypes.map(({ id, name, lineage, properties }) => ({
    id,
    title: name,
    words: lineage.join(' '),
    cells: [
      lineage
        .slice(1)
        .map((each) => names.get(each) ?? each)
        .join(', a kind of '),
      counted(properties.length, 'property', 'properties'),
    ],
    mark: '',
  }));
  return (
    <EntryTable
      {...props}
      kind="entityType"
      headings={['Kind of thing', 'Is a kind of', 'Asked for']}
      entries={entries}
    />
  );
}

function PropertyTable(props: TableProps): React.ReactElement {
  const entries = ownOf(props.work.package).properties.map(({ id, label, help, values }) => ({
    id,
    title: label,
    words: help,
    cells: [values.length > 0 ? values.map((each) => each.id).join(', ') : 'any text', help],
    mark: '',
  }));
  return (
    <EntryTable {...props} kind="property" headings={['Property', 'Values', 'Help']} entries={entries} />
  );
}

/** The table of entries of a kind. */
export const tableOf: Readonly<Record<EntryKind, (props: TableProps) => React.ReactElement>> = {
  threat: ThreatTable,
  mitigation: MitigationTable,
  question: QuestionTable,
  event: EventTable,
  entityType: TypeTable,
  property: PropertyTable,
};
