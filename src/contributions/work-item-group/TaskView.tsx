/** A mitigation's Task: which threats at which places it treats, how strongly, how to do it, how to check it. */
import * as React from 'react';
import { counted, statusWords } from '../../ui/words';
import { useGroup } from './group-context';
import type { TaskPicture } from './task-picture';
import { Strength, ThreatHead } from './ThreatItem';

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p className="wg-prose">{text.trim() || <span className="wg-quiet">Not described yet.</span>}</p>
    </>
  );
}

export function TaskView({ picture }: { readonly picture: TaskPicture }): React.ReactElement {
  const { places } = useGroup();
  const { mitigation, threats, more } = picture;
  return (
    <section aria-label={`Mitigation ${mitigation.title}`}>
      <p>
        Mitigation{' '}
        <button
          type="button"
          className="wg-link"
          onClick={() => places.openMitigation(picture.model, mitigation.id)}
        >
          {mitigation.title}
        </button>{' '}
        <span className="wg-quiet">of {picture.modelName}</span>
      </p>
      <p>{picture.effect}</p>
      <h2>Treats {counted(threats.length + more, 'threat')}</h2>
      <ul className="wg-list" aria-label="Treated threats">
        {threats.map((row) => (
          <li key={row.threat.id} className="wg-threat">
            <ThreatHead row={row}>
              <Strength level={row.own.strength} basis={row.own.strengthBasis} />
              <span>{statusWords[row.own.status]}</span>
            </ThreatHead>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="wg-quiet">{counted(more, 'more threat')} in the threat model.</p>}
      <Text title="How to implement" text={mitigation.implement} />
      <Text title="How to verify" text={mitigation.verify} />
    </section>
  );
}
