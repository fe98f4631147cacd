/** Shows the right face of a load: waiting, failed with a way to try again, or the value. */
import * as React from 'react';
import type { Load } from '../page/use-load';
import { sentenceOf } from '../rest/connection';
import { Notice } from './Notice';
import { Waiting } from './Waiting';

interface LoadingProps<T> {
  readonly load: Load<T>;
  /** What is loaded, as it stands after "Loading": "the board". */
  readonly what: string;
  readonly children: (value: T) => JSX.Element;
}

export function Loading<T>({ load, what, children }: LoadingProps<T>): JSX.Element {
  const { loaded, reload } = load;
  if (loaded.status === 'loading') return <Waiting label={`Loading ${what}`} />;
  if (loaded.status === 'ready') return children(loaded.value);
  return (
    <Notice
      kind="error"
      title={`Could not load ${what}`}
      action={{ text: 'Try again', run: () => void reload() }}
    >
      {sentenceOf(loaded.problem)}
    </Notice>
  );
}
