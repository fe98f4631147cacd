/** One package: its threats, mitigations and coverage, each entry open for change; the draft waits at the foot. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { KnowledgePackage } from '../../core/kb/package';
import type { Operation } from '../../core/kb/overlay-schema';
import { changesOf } from '../../core/kb/resolve-knowledge';
import { Banner } from '../../ui/Banner';
import { StrideMarks } from '../../ui/Marks';
import { counted, impactWords, probabilityWords } from '../../ui/words';
import { ChangeList } from './ChangeList';
import { CoverageView } from './CoverageView';
import { MitigationPanel } from './MitigationPanel';
import type { HubPartProps } from './PackageList';
import { previewDraft } from './preview';
import type { Preview } from './preview';
import { ProblemList } from './ProblemList';
import { PublishDialog } from './PublishDialog';
import { ThreatPanel } from './ThreatPanel';

export const tabs = ['threats', 'mitigations', 'coverage', 'changes'] as const;
export type Tab = (typeof tabs)[number];
const tabWords: Readonly<Record<Tab, string>> = {
  threats: 'Threats',
  mitigations: 'Mitigations',
  coverage: 'Coverage',
  changes: 'Your changes',
};

/** What the panels of one package share. */
export interface Work extends HubPartProps {
  readonly id: string;
  /** The package with the draft over it, or as it is published while the draft does not hold. */
  readonly package: KnowledgePackage;
  readonly preview: Preview;
  readonly change: (ops: readonly Operation[]) => void;
}
/** The id of the entry that is open; '' = a new one. */
type Open = { readonly kind: 'threat' | 'mitigation'; readonly id: string };

function Tabs({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  return (
    <div className="wo-knowledge-tabs" role="tablist" aria-label="Parts of the package">
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === tab}
          className="wo-knowledge-tab"
          onClick={() => onTab(each)}
        >
          {tabWords[each]}
        </button>
      ))}
    </div>
  );
}

const holds = (text: string, ...texts: readonly string[]) =>
  texts.some((each) => each.toLowerCase().includes(text.trim().toLowerCase()));

function ThreatTable({
  work,
  search,
  onOpen,
}: {
  readonly work: Work;
  readonly search: string;
  readonly onOpen: (open: Open) => void;
}) {
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

function MitigationTable({
  work,
  search,
  onOpen,
}: {
  readonly work: Work;
  readonly search: string;
  readonly onOpen: (open: Open) => void;
}) {
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

function changedIds({ known, id, drafts }: Work, type: 'threat' | 'mitigation'): readonly string[] {
  const plain = (reference: string) => reference.slice(reference.indexOf(':') + 1);
  const drafted = drafts.of(id).flatMap((op) => {
    if (op.op === 'link') return type === 'threat' ? [plain(op.threat)] : [];
    return op.type === type ? [op.op === 'add' ? String(op.value['id']) : plain(op.id)] : [];
  });
  const published = changesOf(known.own.resolved).filter((each) => each.package === id && each.type === type);
  return [...drafted, ...published.map((each) => each.id)];
}

function DraftBar({ work, onPublish }: { readonly work: Work; readonly onPublish: () => void }) {
  const ops = work.drafts.of(work.id);
  if (ops.length === 0) return null;
  const { problems } = work.preview;
  return (
    <div className="wo-draft-bar" role="region" aria-label="Draft">
      <div>
        <strong>{counted(ops.length, 'change')} not published.</strong>{' '}
        <span className="wo-quiet">Nobody else sees them yet.</span>
        {problems.length > 0 && (
          <div className="wo-error-text" role="alert">
            They do not hold together yet:
            <ProblemList problems={problems} />
          </div>
        )}
      </div>
      <Button text="Undo" onClick={() => work.drafts.undo(work.id)} />
      <Button text="Discard" onClick={() => work.drafts.drop(work.id)} />
      <Button primary={true} text="Publish…" disabled={problems.length > 0} onClick={onPublish} />
    </div>
  );
}

/** The package with the draft over it; undefined when it is not among those that are used. */
function useWork(props: HubPartProps & { readonly id: string }): Work | undefined {
  const { known, drafts, id } = props;
  const ops = drafts.of(id);
  const preview = React.useMemo(
    () =>
      ops.length === 0
        ? { file: undefined, packages: known.own.resolved.packages, problems: [] }
        : previewDraft(known.own, { target: id, ops }),
    [known, id, ops],
  );
  const found =
    preview.packages.find((each) => each.id === id) ??
    known.own.resolved.packages.find((each) => each.id === id);
  return found && { ...props, package: found, preview, change: (more) => drafts.add(id, more) };
}

export function PackageScreen(
  props: HubPartProps & { readonly id: string; readonly onLeave: () => void },
): React.ReactElement {
  const work = useWork(props);
  const [tab, setTab] = React.useState<Tab>('threats');
  const [search, setSearch] = React.useState('');
  const [open, setOpen] = React.useState<Open | undefined>(undefined);
  const [publishing, setPublishing] = React.useState(false);
  const back = (
    <button type="button" className="wo-link wo-crumb" onClick={props.onLeave}>
      All packages
    </button>
  );
  if (!work)
    return (
      <Banner tone="warning" actions={<Button text="Back" onClick={props.onLeave} />}>
        This package is not used any more.
      </Banner>
    );
  const { name, version } = work.package;
  const kind = tab === 'mitigations' ? 'mitigation' : 'threat';
  const close = () => setOpen(undefined);
  return (
    <div className="wo-stack">
      <header className="wo-knowledge-head">
        <div>
          {back}
          <h1>{name}</h1>
          <p className="wo-quiet">
            {props.id} {version}
          </p>
        </div>
      </header>
      <Tabs tab={tab} onTab={setTab} />
      {(tab === 'threats' || tab === 'mitigations') && (
        <section className="wo-card wo-card-table" aria-label={tabWords[tab]}>
          <div className="wo-entry-tools">
            <input
              type="search"
              className="wo-input"
              aria-label={`Search ${tab}`}
              placeholder={`Search ${tab}`}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Button text={`Add a ${kind}…`} onClick={() => setOpen({ kind, id: '' })} />
          </div>
          {tab === 'threats' ? (
            <ThreatTable work={work} search={search} onOpen={setOpen} />
          ) : (
            <MitigationTable work={work} search={search} onOpen={setOpen} />
          )}
        </section>
      )}
      {tab === 'coverage' && <CoverageView work={work} onOpen={(id) => setOpen({ kind: 'threat', id })} />}
      {tab === 'changes' && <ChangeList work={work} />}
      <DraftBar work={work} onPublish={() => setPublishing(true)} />
      {open?.kind === 'threat' && <ThreatPanel key={open.id} work={work} id={open.id} onClose={close} />}
      {open?.kind === 'mitigation' && (
        <MitigationPanel key={open.id} work={work} id={open.id} onClose={close} />
      )}
      {publishing && <PublishDialog work={work} onClose={() => setPublishing(false)} />}
    </div>
  );
}
