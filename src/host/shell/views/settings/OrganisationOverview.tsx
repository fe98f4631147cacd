/** Name, address and owner of the organisation. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { More } from '../More';
import { Facts, SettingsHead } from './Overview';

const targets = ['ms.vss-admin-web.collection-overview-toolbar-menu'];

export function OrganisationOverview(): JSX.Element {
  const { bootstrap } = useShell();
  const { id, name } = bootstrap.organisation;
  return (
    <React.Fragment>
      <SettingsHead title="Organisation overview">
        <More
          label="Actions for the organisation"
          targets={targets}
          context={() => ({ collection: { id, name } })}
        />
      </SettingsHead>
      <Facts
        facts={[
          ['Name', name],
          ['URL', bootstrap.collectionUrl],
          ['Owner', bootstrap.users[0].displayName],
          ['Id', id],
          ['Storage of extension pages', bootstrap.storage],
        ]}
      />
    </React.Fragment>
  );
}
