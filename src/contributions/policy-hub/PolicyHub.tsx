/** The page in the project's settings: what the project decides for all its threat models. */
import './policy-hub.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Spinner, SpinnerSize } from 'azure-devops-ui/Spinner';
import type { App } from '../../app/app';
import type { ProjectFacts } from '../../app/ports';
import type { MayEdit, OpenedPolicy } from '../../app/project-policy';
import type { AlignmentReading } from '../../app/read-alignment';
import type { ProjectPolicy } from '../../core/model/project-policy';
import { Banner } from '../../ui/Banner';
import { useLoad } from '../../ui/use-load';
import { TabFrame } from '../tab-parts/TabFrame';
import { Changes } from './Changes';
import { EffectFoot } from './EffectFoot';
import { AcceptorsCard, EditorsCard } from './PeopleCards';
import { StateCard, SwitchCard, TargetCard } from './RuleCards';
import { ScaleCard } from './ScaleCard';
import { usePolicy } from './use-policy';

export type Toast = (message: string, action?: { readonly label: string; readonly run: () => void }) => void;

export interface PolicyHubProps {
  readonly app: App;
  readonly toast: Toast;
}

export interface Loaded {
  readonly opened: OpenedPolicy;
  readonly rights: MayEdit;
  readonly facts: ProjectFacts;
  readonly reading: AlignmentReading;
}

async function read(app: App): Promise<Loaded> {
  const [opened, facts, reading] = await Promise.all([app.openPolicy(), app.facts(), app.readAlignment()]);
  return { opened, facts, reading, rights: await app.policyRights(opened.policy) };
}

function Notice({ opened, rights }: Pick<Loaded, 'opened' | 'rights'>): React.ReactElement | null {
  if (opened.problem !== undefined) return <Banner tone="warning">{opened.problem}</Banner>;
  if (rights.kind === 'yes') return null;
  return (
    <Banner tone="info">
      You can read this page. {rights.who.slice(0, 5).join(', ')} may change it, as administrators of the
      project’s first team.
    </Banner>
  );
}

function PolicyPage({
  app,
  toast,
  loaded,
  reload,
}: PolicyHubProps & { readonly loaded: Loaded; readonly reload: () => void }) {
  const work = usePolicy({ app, toast, loaded });
  const { draft, change, opened, readOnly, problem } = work;
  const shared = { policy: draft, readOnly, onChange: (next: ProjectPolicy) => change(next) };
  return (
    <>
      <Notice opened={opened} rights={loaded.rights} />
      {problem !== undefined && (
        <Banner
          tone="error"
          actions={
            <button type="button" className="wo-link" onClick={reload}>
              Load again
            </button>
          }
        >
          {problem}
        </Banner>
      )}
      <div className="wo-content">
        <ScaleCard {...shared} />
        <TargetCard {...shared} />
        <SwitchCard {...shared} />
        <StateCard {...shared} facts={loaded.facts} reading={loaded.reading} />
        <AcceptorsCard {...shared} />
        <EditorsCard {...shared} />
        <Changes work={work} />
      </div>
      <EffectFoot work={work} reading={loaded.reading} facts={loaded.facts} />
    </>
  );
}

export function PolicyHub({ app, toast }: PolicyHubProps): React.ReactElement {
  const [load, again] = useLoad(React.useCallback(() => read(app), [app]));
  return (
    <TabFrame>
      <div className="wo-policies-page">
        <header className="wo-header">
          <div className="wo-header-main">
            <h1>Threat model policies</h1>
            <p className="wo-tab-summary">
              What this project decides for all its threat models. What is left open here, each threat model
              decides.
            </p>
          </div>
        </header>
        {load.kind === 'loading' && (
          <div className="wo-waiting">
            <Spinner size={SpinnerSize.large} label="Reading the policies and the threat models…" />
          </div>
        )}
        {load.kind === 'failed' && (
          <Banner tone="error" actions={<Button text="Retry" onClick={again} />}>
            {load.reason}
          </Banner>
        )}
        {load.kind === 'loaded' && <PolicyPage app={app} toast={toast} loaded={load.value} reload={again} />}
      </div>
    </TabFrame>
  );
}
