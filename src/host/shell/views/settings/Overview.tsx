/** What the overview pages share: a heading with the toolbar of extensions, and facts in two columns. */
import * as React from 'react';

interface SettingsHeadProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: React.ReactNode;
}

export function SettingsHead({ title, text, children }: SettingsHeadProps): JSX.Element {
  return (
    <header className="settings-head">
      <div>
        <h1>{title}</h1>
        {text !== undefined && <p className="secondary">{text}</p>}
      </div>
      <div className="view-commands">{children}</div>
    </header>
  );
}

export function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
