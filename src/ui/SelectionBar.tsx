/** What can be done with the ticked rows; floats at the end of the page while something is ticked. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';

export interface SelectionBarProps {
  /** "3 threats selected". */
  readonly summary: string;
  readonly onClear: () => void;
  readonly children: React.ReactNode;
}

export function SelectionBar({ summary, onClear, children }: SelectionBarProps): React.ReactElement {
  return (
    <div className="wo-selection" role="toolbar" aria-label="Actions for the selection">
      <strong role="status">{summary}</strong>
      {children}
      <Button subtle={true} text="Clear selection" onClick={onClear} />
    </div>
  );
}
