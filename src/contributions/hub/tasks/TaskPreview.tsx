/** What a new Task will say, for whoever opens it: a plan may have thousands of them. */
import * as React from 'react';
import { SafeHtml } from '../../../ui/safe-html';
import { useOpened } from '../use-opened';

export function TaskPreview({ html }: { readonly html: string }): React.ReactElement {
  const [isOpen, onToggle] = useOpened();
  return (
    <details className="wo-preview" onToggle={onToggle}>
      <summary>What the Task will say</summary>
      {isOpen && <SafeHtml html={html} />}
    </details>
  );
}
