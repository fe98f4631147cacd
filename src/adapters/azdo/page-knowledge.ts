/** Reads the knowledge packages that lie beside the page in the extension's own files; no token goes with it. */
import * as v from 'valibot';
import { AccessError } from '../../app/ports';
import type { KnowledgeExamples, KnowledgeSource } from '../../app/ports';
import type { KnowledgePackage } from '../../core/kb/package';
import { readPackages } from '../../core/kb/read-packages';

/** `kb/index.json`, written by the build: the folders of `kb/`, which are the names of the package files. */
const folders = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the name of a folder'))),
  v.maxLength(100),
);

/** `kb/examples.json`, written by the build. */
const examples = v.record(v.string(), v.record(v.string(), v.array(v.unknown())));

export interface PageKnowledgePlace {
  /** Absolute, with a slash at the end. */
  readonly folder: string;
  readonly fetch: (url: string) => Promise<Response>;
}

export class PageKnowledge implements KnowledgeSource {
  constructor(private readonly place: PageKnowledgePlace) {}

  async packages(): Promise<readonly KnowledgePackage[]> {
    const index = v.safeParse(folders, await this.json('index.json'));
    if (!index.success) throw new AccessError('unexpected', 'The list of knowledge packages cannot be read.');
    const files = await Promise.all(index.output.map((folder) => this.json(`${folder}.json`)));
    return readPackages(files).map((reading, at) => {
      if (reading.kind === 'package') return reading.package;
      const [first] = reading.problems;
      const why = first ? `${first.place}: ${first.sentence}` : 'it is not valid.';
      throw new AccessError(
        'unexpected',
        `The knowledge package "${index.output[at]}" cannot be used. ${why}`,
      );
    });
  }

  async examples(): Promise<KnowledgeExamples> {
    const read = v.safeParse(examples, await this.json('examples.json'));
    if (!read.success)
      throw new AccessError('unexpected', 'The examples of the knowledge base cannot be read.');
    return read.output;
  }

  private async json(name: string): Promise<unknown> {
    const answer = await this.place.fetch(`${this.place.folder}${name}`).catch(() => undefined);
    if (!answer) throw new AccessError('unreachable', 'The knowledge base could not be fetched.');
    if (!answer.ok) {
      const problem = answer.status === 404 ? 'not-found' : 'unexpected';
      throw new AccessError(problem, `The knowledge base could not be fetched (${name}).`, answer.status);
    }
    return answer.json().catch(() => {
      throw new AccessError('unexpected', `The knowledge base cannot be read (${name} is not JSON).`);
    });
  }
}
