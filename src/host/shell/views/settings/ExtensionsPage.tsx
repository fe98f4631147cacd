/** The installed extensions, each contribution with its place, or with the reason why it has none. */
import * as React from 'react';
import type { InstalledExtension } from '../../page/bootstrap';
import { textProperty } from '../../page/contributions';
import { placements, type Placement } from '../../page/placements';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { Grid } from './Grid';
import { SettingsHead } from './Overview';

function Where({ placement }: { readonly placement: Placement }): JSX.Element {
  return (
    <ul className="where">
      {placement.where.map((where) => (
        <li key={where}>{where}</li>
      ))}
      {placement.problems.map((problem) => (
        <li key={problem} className="problem">
          <Icon name="warning" /> {problem}
        </li>
      ))}
    </ul>
  );
}

function Extension({ extension }: { readonly extension: InstalledExtension }): JSX.Element {
  const { installed } = useShell();
  const own = placements(installed).filter((each) => each.extension === extension);
  const id = `${extension.publisherId}.${extension.extensionId}`;
  return (
    <section className="extension" aria-label={extension.name}>
      <header>
        <h2>{extension.name}</h2>
        <p className="secondary">
          {id} {extension.version} · scopes: {extension.scopes.join(', ') || 'none'}
        </p>
        {extension.description !== '' && <p>{extension.description}</p>}
        {extension.oldSdkPages.length > 0 && (
          <p className="form-message error" role="alert">
            <Icon name="error" />
            <span>
              This extension uses the old VSS SDK (vss-web-extension-sdk), which is not supported here, in{' '}
              {extension.oldSdkPages.join(', ')}: {extension.oldSdkPages.length === 1 ? 'it' : 'they'} must
              move to azure-devops-extension-sdk.
            </span>
          </p>
        )}
      </header>
      <Grid
        label={`Contributions of ${extension.name}`}
        heads={['Contribution', 'Type', 'Place']}
        rows={own.map((placement) => {
          const { contribution } = placement;
          const name = textProperty(contribution, 'name') ?? textProperty(contribution, 'text');
          return {
            key: contribution.fullId,
            cells: [
              <React.Fragment key="name">
                <strong>{name ?? contribution.id}</strong>
                <br />
                <code>{contribution.id}</code>
              </React.Fragment>,
              <code key="type">{contribution.type}</code>,
              <Where key="where" placement={placement} />,
            ],
          };
        })}
      />
    </section>
  );
}

export function ExtensionsPage(): JSX.Element {
  const { installed } = useShell();
  return (
    <React.Fragment>
      <SettingsHead
        title="Extensions"
        text="What is installed here, and where each contribution stands. What has no place says why."
      />
      {installed.length === 0 && (
        <Notice kind="empty" title="No extension is installed">
          Start the local Azure DevOps with --extension and a folder or a .vsix.
        </Notice>
      )}
      {installed.map((extension) => (
        <Extension key={`${extension.publisherId}.${extension.extensionId}`} extension={extension} />
      ))}
    </React.Fragment>
  );
}
