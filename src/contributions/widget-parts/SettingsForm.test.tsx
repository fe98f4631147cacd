import { render, screen } from '@testing-library/react';
import * as React from 'react';
import { SettingsForm } from './SettingsForm';
import type { Chosen } from './settings';

const models = [{ id: 'm1', name: 'Web shop' }];

function show(first: Chosen) {
  const props = {
    asked: 'team',
    models,
    teams: ['Shop Team'],
    team: 'Shop Team',
    onChange: () => undefined,
  } as const;
  render(<SettingsForm {...props} first={first} />);
  const chosen = (label: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: label });
  return { model: chosen('Threat model'), team: chosen('Team') };
}
const said = ({ selectedOptions }: HTMLSelectElement): string => selectedOptions[0]?.textContent ?? '';

test('what is chosen is shown', () => {
  const { model, team } = show({ model: 'm1', team: 'Shop Team' });
  expect([said(model), said(team)]).toEqual(['Web shop', 'Shop Team']);
});

test('nothing chosen is all of the project, and the team of the dashboard', () => {
  const { model, team } = show({});
  expect([said(model), said(team)]).toEqual(['All of the project', 'The dashboard’s: Shop Team']);
});

test('a model or a team that is gone stays chosen, and is not taken for all', () => {
  const { model, team } = show({ model: 'm2', team: 'Old Team' });
  expect([model.value, team.value]).toEqual(['m2', 'Old Team']);
  expect(said(model)).toMatch(/chosen before, which is gone/);
});
