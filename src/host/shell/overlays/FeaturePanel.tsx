/** The panel "Preview features": what extensions let people switch, for themselves and for everybody. */
import * as React from 'react';
import { textProperty } from '../page/contributions';
import { featureType, isFeatureOn } from '../page/features';
import { useShell, type Shell } from '../page/shell';
import { Notice } from '../parts/Notice';
import { mayConfigureOrganisation, type Contribution } from '../page/bootstrap';
import { sentenceOf } from '../rest/connection';
import { say } from './overlay-stack';

interface FeatureRowProps {
  readonly feature: Contribution;
  readonly scope: 'me' | 'host';
}

function FeatureRow({ feature, scope }: FeatureRowProps): JSX.Element {
  const { features, user, overlays } = useShell();
  const isOn = isFeatureOn(feature, { states: features.states, userId: scope === 'me' ? user.id : 'host' });
  const name = textProperty(feature, 'name') ?? feature.id;
  const isOpen =
    scope === 'me'
      ? feature.properties['userConfigurable'] === true
      : feature.properties['hostConfigurable'] !== false && mayConfigureOrganisation(user);
  function toggle(): void {
    features
      .set(feature.fullId, scope, isOn ? 'disabled' : 'enabled')
      .catch((problem: unknown) => say(overlays, sentenceOf(problem)));
  }
  return (
    <li className="feature">
      <div>
        <strong>{name}</strong>
        <p className="secondary">{feature.description ?? feature.fullId}</p>
      </div>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={isOn}
        aria-label={name}
        disabled={!isOpen}
        onClick={toggle}
      >
        {isOn ? 'On' : 'Off'}
      </button>
    </li>
  );
}

function FeatureList(): JSX.Element {
  const { installed, user } = useShell();
  const [scope, setScope] = React.useState<'me' | 'host'>('me');
  const all = installed
    .flatMap(({ contributions }) => contributions)
    .filter(({ type }) => type === featureType);
  if (all.length === 0)
    return (
      <Notice kind="empty" title="There are no preview features">
        No installed extension declares one.
      </Notice>
    );
  return (
    <div className="features">
      <label className="form-field">
        <span>Switched</span>
        <select value={scope} onChange={(event) => setScope(event.target.value === 'host' ? 'host' : 'me')}>
          <option value="me">for me ({user.displayName})</option>
          <option value="host">for this organisation</option>
        </select>
      </label>
      {scope === 'host' && !mayConfigureOrganisation(user) && (
        <p className="secondary">Only the owner of the organisation switches features for everybody.</p>
      )}
      <ul>
        {all.map((feature) => (
          <FeatureRow key={feature.fullId} feature={feature} scope={scope} />
        ))}
      </ul>
    </div>
  );
}

export function openFeatures({ overlays }: Shell): void {
  overlays.open({
    kind: 'own-panel',
    title: 'Preview features',
    size: 'small',
    content: () => <FeatureList />,
  });
}
