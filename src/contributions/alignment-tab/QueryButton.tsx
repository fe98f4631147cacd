/** Opens the work items of findings as a query of Azure DevOps, in a tab beside this one. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Finding } from '../../core/alignment/finding';
import { queryUrl } from '../../core/alignment/query-url';
import { useReach } from '../tab-parts/desk-context';

/** Every work item that the findings are about, ascending. */
export function itemsOf(findings: readonly Finding[]): readonly number[] {
  const ids = new Set(findings.flatMap(({ subject: { story, task } }) => [story ?? [], task ?? []].flat()));
  return [...ids].sort((a, b) => a - b);
}

export interface QueryButtonProps {
  readonly findings: readonly Finding[];
  readonly label: string;
  readonly spoken?: string;
}

export function QueryButton({ findings, label, spoken }: QueryButtonProps): React.ReactElement | null {
  const { app, page, perform } = useReach();
  const ids = itemsOf(findings);
  if (ids.length === 0) return null;
  const open = () =>
    perform(async () => {
      const query = queryUrl((await app.facts()).url, ids);
      page.openBeside(query.url);
      return query.listed === query.total
        ? undefined
        : {
            message: `An address holds only so many: these are the first ${query.listed} of ${query.total} work items.`,
          };
    });
  return <Button subtle={true} text={label} ariaLabel={spoken ?? label} onClick={() => void open()} />;
}
