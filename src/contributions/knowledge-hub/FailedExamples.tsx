/** The examples of the package at which a rule does otherwise: named before everybody gets them. */
import * as React from 'react';
import { failedExamples } from '../../core/kb/run-examples';
import { Banner } from '../../ui/Banner';
import { counted } from '../../ui/words';
import { OutcomeLine } from './ExampleList';
import type { Work } from './PackageScreen';

export function FailedExamples(props: {
  readonly work: Work;
  /** Absent where nothing can be opened. */
  readonly onOpen?: (threat: string) => void;
}): React.ReactElement | null {
  const { work, onOpen } = props;
  const failed = React.useMemo(
    () => failedExamples(work.package, work.known.examples[work.id] ?? {}),
    [work.package, work.known, work.id],
  );
  if (failed.length === 0) return null;
  return (
    <Banner tone="warning">
      {counted(failed.length, 'example')} of this package {failed.length === 1 ? 'comes' : 'come'} out
      otherwise:
      <ul className="wo-plain-list">
        {failed.slice(0, 20).map(({ threat: { id, name }, outcome }, at) => (
          <li key={at}>
            {onOpen ? (
              <button type="button" className="wo-link" onClick={() => onOpen(id)}>
                {name}
              </button>
            ) : (
              <strong>{name}</strong>
            )}
            <div className="wo-example-list">
              <OutcomeLine outcome={outcome} />
            </div>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
