/** The knowledge packages asked about the open model, for as long as a view stands. */
import * as React from 'react';
import { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgePackage } from '../../../core/kb/package';
import type { Model } from '../../../core/model/model';

/** The engine after it followed the model, and a number that grows with every model that it followed. */
export function useEngine(packages: readonly KnowledgePackage[], model: Model): KnowledgeEngine {
  const engine = React.useMemo(
    () => new KnowledgeEngine(packages, model),
    // The model of the moment: later ones are followed, which costs only what an edit touched.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [packages],
  );
  engine.follow(model);
  return engine;
}
