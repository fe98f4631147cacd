/** The page of the security team: which packages everybody uses, and one of them open for change. */
import './knowledge-hub.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Spinner, SpinnerSize } from 'azure-devops-ui/Spinner';
import type { OrganisationApp } from '../../app/organisation-app';
import { Banner } from '../../ui/Banner';
import { TabFrame } from '../tab-parts/TabFrame';
import { PackageList } from './PackageList';
import { PackageScreen } from './PackageScreen';
import { useDrafts, useKnowledge } from './use-knowledge';

export function KnowledgeHub({ app }: { readonly app: OrganisationApp }): React.ReactElement {
  const [load, again] = useKnowledge(app);
  const drafts = useDrafts();
  const [open, setOpen] = React.useState<string | undefined>(undefined);
  const content = () => {
    if (load.kind === 'loading')
      return (
        <div className="wo-waiting">
          <Spinner size={SpinnerSize.large} label="Opening the knowledge base…" />
        </div>
      );
    if (load.kind === 'failed')
      return (
        <Banner tone="error" actions={<Button text="Retry" onClick={() => void again()} />}>
          {load.reason}
        </Banner>
      );
    const shared = { app, known: load.value, drafts, onChanged: again };
    if (open === undefined) return <PackageList {...shared} onOpen={setOpen} />;
    return <PackageScreen key={open} {...shared} id={open} onLeave={() => setOpen(undefined)} />;
  };
  return (
    <TabFrame>
      <div className="wo-knowledge">{content()}</div>
    </TabFrame>
  );
}
