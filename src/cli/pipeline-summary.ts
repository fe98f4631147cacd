/** What the summary tab of a run says of the findings, in Markdown. Every text in it is somebody's. */
import type { Finding } from '../core/alignment/finding';
import { escapeMarkdown, words } from '../core/sync/blocks';

/** More than anybody reads there; the log has all. */
const findingsListed = 200;

/** One line of text that means nothing in Markdown and stays within its cell. */
const cell = (text: string): string => escapeMarkdown(words(text));

export interface Summary {
  readonly project: { readonly name: string; readonly url: string };
  readonly findings: readonly Finding[];
  /** Why a model could not be read, one sentence for each. */
  readonly problems: readonly string[];
  /** One sentence. */
  readonly verdict: string;
}

function row({ project }: Summary, { severity, message, ruleId, subject }: Finding): string {
  const item = subject.task ?? subject.story;
  const link = item === undefined ? '' : `[#${item}](<${project.url}/_workitems/edit/${item}>)`;
  return `| ${severity} | ${cell(message)} | ${link} | ${cell(ruleId)} |`;
}

export function summaryMarkdown(summary: Summary): string {
  const { project, findings, problems, verdict } = summary;
  const rest = findings.length - findingsListed;
  const table = [
    '| | finding | work item | rule |',
    '| --- | --- | --- | --- |',
    ...findings.slice(0, findingsListed).map((finding) => row(summary, finding)),
  ];
  return [
    `# Threat models and backlog of ${cell(project.name)}`,
    '',
    verdict,
    ...(findings.length > 0 ? ['', ...table] : []),
    ...(rest > 0 ? ['', `And ${rest} more; the log of the task has all.`] : []),
    ...(problems.length > 0 ? ['', 'Not read:', '', ...problems.map((each) => `- ${cell(each)}`)] : []),
    '',
  ].join('\n');
}
