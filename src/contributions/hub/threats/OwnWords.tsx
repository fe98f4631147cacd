/** What somebody changed here in a threat of the knowledge base, and what the package says instead. */
import * as React from 'react';
import { editedFields } from '../../../core/kb/decisions';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { Threat } from '../../../core/model/threat';
import { ownWords } from '../knowledge/own-words';
import { OwnWordsList } from '../knowledge/OwnWordsList';
import { useModelView } from '../model-view';

interface OwnWordsProps {
  readonly engine: KnowledgeEngine;
  readonly threat: Threat;
}

export function OwnWords({ engine, threat }: OwnWordsProps): React.ReactElement | null {
  const { model } = useModelView();
  const words = ownWords({ engine, model }, threat, editedFields(threat));
  if (words.length === 0) return null;
  return (
    <>
      <p>Changed in this model, and kept when the package is updated:</p>
      <OwnWordsList words={words} yours="elsewhere" />
    </>
  );
}
