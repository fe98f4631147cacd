/** One package: its threats, mitigations and coverage, each entry open for change; the draft waits at the foot. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { draftSize, factsOfPackage } from '../../core/kb/knowledge-draft';
import type { KnowledgePackage } from '../../core/kb/package';
import type { Operation } from '../../core/kb/overlay-schema';
import { Banner } from '../../ui/Banner';
import { counted } from '../../ui/words';
import { AboutPanel } from './AboutPanel';
import { ChangeList } from './ChangeList';
import { CoverageView } from './CoverageView';
import { tableOf } from './EntryTables';
import type { EntryKind, OpenEntry } from './EntryTables';
import { MitigationPanel } from './MitigationPanel';
import type { HubPartProps } from './PackageList';
import { previewDraft } from './preview';
import type { Preview } from './preview';
import { ProblemList } from './ProblemList';
import { PublishDialog } from './PublishDialog';
import { EventPanel } from './EventPanel';
import { PropertyPanel } from './PropertyPanel';
import { QuestionPanel } from './QuestionPanel';
import { TypePanel } from './TypePanel';
import { ThreatPanel } from './ThreatPanel';

export const tabs = [
  'threats',
  'mitigations',
  'questions',
  'events',
  'types',
  'properties',
  'coverage',
  'changes',
] as const;
export type Tab = (typeof tabs)[number];
const tabWords: Readonly<Record<Tab, string>> = {
  threats: 'Threats',
  mitigations: 'Mitigations',
  questions: 'Questions',
  events: 'Security events',
  types: 'Kinds of things',
  properties: 'Properties',
  coverage: 'Coverage',
  changes: 'Your changes',
};

const kindOfTab: Readonly<Partial<Record<Tab, EntryKind>>> = {
  threats: 'threat',
  mitigations: 'mitigation',
  questions: 'question',
  events: 'event',
  types: 'entityType',
  properties: 'property',
};
const addWords: Readonly<Record<EntryKind, string>> = {
  threat: 'Add a threat…',
  mitigation: 'Add a mitigation…',
  question: 'Add a question…',
  event: 'Add a security event…',
  entityType: 'Add a kind of thing…',
  property: 'Add a property…',
};

/** A package of events alone opens at them. */
const firstTab = ({ threats, events }: KnowledgePackage): Tab =>
  threats.length === 0 && events.length > 0 ? 'events' : 'threats';

/** What the panels of one package share. */
export interface Work extends HubPartProps {
  readonly id: string;
  /** The package with the draft over it, or as it is published while the draft does not hold. */
  readonly package: KnowledgePackage;
  readonly preview: Preview;
  readonly change: (ops: readonly Operation[]) => void;
}

function Tabs(props: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  const { tab, onTab } = props;
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

function DraftBar({ work, onPublish }: { readonly work: Work; readonly onPublish: () => void }) {
  const size = draftSize(work.drafts.of(work.id));
  if (size === 0) return null;
  const { problems } = work.preview;
  return (
    <div className="wo-draft-bar" role="region" aria-label="Draft">
      <div>
        <strong>{counted(size, 'change')} not published.</strong>{' '}
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
  const draft = drafts.of(id);
  const preview = React.useMemo(
    () =>
      draftSize(draft) === 0
        ? { file: undefined, packages: known.own.resolved.packages, problems: [] }
        : previewDraft(known.own, { ...draft, target: id }),
    [known, id, draft],
  );
  const found =
    preview.packages.find((each) => each.id === id) ??
    known.own.resolved.packages.find((each) => each.id === id);
  return found && { ...props, package: found, preview, change: (ops) => drafts.add(id, { ops }) };
}

/** What the package is about, and which others it builds on. */
function Facts({ work }: { readonly work: Work }): React.ReactElement {
  const { description, extends: extended } = factsOfPackage(work.package.file);
  const names = extended.map(({ id }) => work.preview.packages.find((each) => each.id === id)?.name ?? id);
  return (
    <>
      {description !== '' && <p>{description}</p>}
      {names.length > 0 && <p className="wo-quiet">Builds on: {names.join(', ')}</p>}
    </>
  );
}

export function PackageScreen(
  props: HubPartProps & { readonly id: string; readonly onLeave: () => void },
): React.ReactElement {
  const work = useWork(props);
  const [tab, setTab] = React.useState<Tab>(() => (work ? firstTab(work.package) : 'threats'));
  const [search, setSearch] = React.useState('');
  const [open, setOpen] = React.useState<OpenEntry | undefined>(undefined);
  const [publishing, setPublishing] = React.useState(false);
  const [about, setAbout] = React.useState(false);
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
  const isOwn = work.known.own.published.some(({ id }) => id === props.id);
  const kind = kindOfTab[tab];
  const Table = kind && tableOf[kind];
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
          <Facts work={work} />
        </div>
        {isOwn && <Button text="About this package…" onClick={() => setAbout(true)} />}
      </header>
      <Tabs tab={tab} onTab={setTab} />
      {kind && Table && (
        <section className="wo-card wo-card-table" aria-label={tabWords[tab]}>
          <div className="wo-entry-tools">
            <input
              type="search"
              className="wo-input"
              aria-label={`Search ${tabWords[tab].toLowerCase()}`}
              placeholder={`Search ${tabWords[tab].toLowerCase()}`}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Button text={addWords[kind]} onClick={() => setOpen({ kind, id: '' })} />
          </div>
          <Table work={work} search={search} onOpen={setOpen} />
        </section>
      )}
      {tab === 'coverage' && <CoverageView work={work} onOpen={(id) => setOpen({ kind: 'threat', id })} />}
      {tab === 'changes' && <ChangeList work={work} />}
      <DraftBar work={work} onPublish={() => setPublishing(true)} />
      {open?.kind === 'threat' && <ThreatPanel key={open.id} work={work} id={open.id} onClose={close} />}
      {open?.kind === 'mitigation' && (
        <MitigationPanel key={open.id} work={work} id={open.id} onClose={close} />
      )}
      {open?.kind === 'question' && <QuestionPanel key={open.id} work={work} id={open.id} onClose={close} />}
      {open?.kind === 'event' && <EventPanel key={open.id} work={work} id={open.id} onClose={close} />}
      {open?.kind === 'entityType' && <TypePanel key={open.id} work={work} id={open.id} onClose={close} />}
      {open?.kind === 'property' && <PropertyPanel key={open.id} work={work} id={open.id} onClose={close} />}
      {about && <AboutPanel work={work} onClose={() => setAbout(false)} />}
      {publishing && <PublishDialog work={work} onClose={() => setPublishing(false)} />}
    </div>
  );
}
