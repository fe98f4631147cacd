/** Where the project decides what holds for all its models: pages of its settings, which are not in the hub. */
import * as React from 'react';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

const pages = [
  {
    id: 'policy-hub',
    name: 'Threat model policies',
    says: 'scales and matrix, target risk, states, switches, who is expected to accept a risk.',
  },
  {
    id: 'security-flags',
    name: 'Security flags',
    says: 'tags on the cards of boards that show where security asks for something in planning.',
  },
] as const;

export function ProjectSettings(): React.ReactElement {
  const { app, navigation } = useHub();
  const open = (page: (typeof pages)[number]['id']) => {
    app
      .settingsUrl(page)
      .then(navigation.openBeside, (error: unknown) => navigation.toast(sentenceOf(error)));
  };
  return (
    <section className="wo-project-settings" aria-labelledby="wo-project-settings">
      <h2 id="wo-project-settings">For all of them</h2>
      <ul className="wo-plain-list">
        {pages.map(({ id, name, says }) => (
          <li key={id}>
            <button type="button" className="wo-link" onClick={() => open(id)}>
              {name}
            </button>
            <span className="wo-quiet">, in the settings of the project: {says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
