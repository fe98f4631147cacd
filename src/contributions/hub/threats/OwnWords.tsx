/** What somebody changed here in a threat of the knowledge base, and what the package says instead. */
import * as React from 'react';
import { editedFields } from '../../../core/kb/decisions';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgeThreat } from '../../../core/kb/package';
import { draftThreat } from '../../../core/kb/threat-draft';
import type { Threat } from '../../../core/model/threat';
import { threatReaders } from '../knowledge/field-changes';
import { useModelView } from '../model-view';

interface OwnWordsProps {
  readonly engine: KnowledgeEngine;
  readonly entry: KnowledgeThreat;
  readonly threat: Threat;
}

export function OwnWords({ engine, entry, threat }: OwnWordsProps): React.ReactElement | null {
  const { model } = useModelView();
  const { place } = threat;
  const scene = engine.sceneAt(entry.package, place);
  if (!scene) return null;
  const edited = new Set<string>(editedFields(threat));
  const theirs = { ...threat, ...draftThreat(entry, { model, place, scene }) };
  const own = threatReaders.filter(([field, , read]) => edited.has(field) && read(threat) !== read(theirs));
  if (own.length === 0) return null;
  return (
    <>
      <p>Changed in this model, and kept when the package is updated:</p>
      <ul className="wo-plain-list">
        {own.map(([field, what, read]) => (
          <li key={field}>
            {what}. <span className="wo-quiet">The package says: {read(theirs) || 'nothing'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
