/** Finds pages made for the SDK before azure-devops-extension-sdk: the host cannot speak with them. */
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

/** The pages of contributions that load the old script, each once. */
export function oldSdkPages(contributions: readonly Contribution[], files: PackageFiles): readonly string[] {
  const pages = new Set(contributions.flatMap((one) => pageOf(one) ?? []));
  return [...pages].filter((page) => {
    const file = files.read(page);
    return file !== null && OLD_SCRIPT.test(file.content.toString('utf8'));
  });
}

export const OLD_SDK_SENTENCE =
  'It uses the old VSS SDK (vss-web-extension-sdk), which is not supported here: its pages must move to azure-devops-extension-sdk.';
