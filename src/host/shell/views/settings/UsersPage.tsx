/** The people of the organisation and what each is. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Person } from '../../parts/Marks';
import { Grid } from './Grid';
import { SettingsHead } from './Overview';

export function UsersPage(): JSX.Element {
  const { users } = useShell().bootstrap;
  return (
    <React.Fragment>
      <SettingsHead title="Users" text="Whoever you are is chosen at the top right, without a sign-in." />
      <Grid
        label="Users"
        heads={['Name', 'Sign-in', 'Role']}
        rows={users.map((user) => ({
          key: user.id,
          cells: [<Person key="person" person={user} />, user.uniqueName, user.role],
        }))}
      />
    </React.Fragment>
  );
}
