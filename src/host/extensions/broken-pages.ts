/** Finds pages of contributions that cannot run: made for the SDK before azure-devops-extension-sdk, or not there. */
import type { Contribution } from './manifest';
import type { PackageFiles } from './package-files';

/** The script that vss-web-extension-sdk asks its pages to load. */
const OLD_SCRIPT = /VSS\.SDK(\.min)?\.js/i;

function pageOf(contribution: Contribution): string | undefined {
  const properties = contribution['properties'];
  const uri: unknown =
    typeof properties === 'object' && properties !== null ? Reflect.get(properties, 'uri') : undefined;
  return typeof uri === 'string' ? uri.replace(/[?#].*$/, '') : undefined;
}

const pagesOf = (contributions: readonly Contribution[]): readonly string[] => [
  ...new Set(contributions.flatMap((one) => pageOf(one) ?? [])),
];

/** The pages of contributions that the package does not serve, each once. */
export function missingPages(contributions: readonly Contribution[], files: PackageFiles): readonly string[] {
  return pagesOf(contributions).filter((page) => files.read(page) === null);
}

/** The pages of contributions that load the old script, each once. */
export function oldSdkPages(contributions: readonly Contribution[], files: PackageFiles): readonly string[] {
  return pagesOf(contributions).filter((page) => {
    const file = files.read(page);
    return file !== null && OLD_SCRIPT.test(file.content.toString('utf8'));
  });
}

/** @param pages those that load the old script, at least one. */
export function oldSdkSentence(pages: readonly string[]): string {
  return `The old VSS SDK (vss-web-extension-sdk) is not supported here, and ${pages.join(', ')} ${pages.length === 1 ? 'uses' : 'use'} it: move to azure-devops-extension-sdk.`;
}
