/** Extension data as the service answers it, in terms of status and error key, for adapters without a server. */
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import type { NewDocument, StoredDocument } from '../../src/app/ports';
import { DocumentError } from '../../src/app/ports';

export interface ServiceAnswer {
  readonly status: number;
  readonly body: unknown;
}

const refusals = {
  exists: [400, 'DocumentExistsException'],
  missing: [404, 'DocumentDoesNotExistException'],
  'version-mismatch': [400, 'InvalidDocumentVersionException'],
  'too-large': [400, 'MaximumDocumentSizeException'],
} as const;

const refusal = (status: number, typeKey: string): ServiceAnswer => ({
  status,
  body: { typeKey, message: typeKey },
});

/** The service's rules as recorded: what is missing is a 404, also on deleting; a refused write is a 400. */
export class DocumentService {
  private readonly memory = new MemoryDocuments();
  private readonly written = new Set<string>();

  list(collection: string): Promise<ServiceAnswer> {
    return this.known(collection, async () => ({ status: 200, body: await this.memory.list(collection) }));
  }

  get(collection: string, id: string): Promise<ServiceAnswer> {
    return this.known(collection, async () => {
      const body = await this.memory.get(collection, id);
      return body ? { status: 200, body } : refusal(404, 'DocumentDoesNotExistException');
    });
  }

  create(collection: string, document: NewDocument): Promise<ServiceAnswer> {
    this.written.add(collection);
    return this.write(201, () => this.memory.create(collection, document));
  }

  update(collection: string, document: StoredDocument): Promise<ServiceAnswer> {
    return this.known(collection, () => this.write(200, () => this.memory.update(collection, document)));
  }

  remove(collection: string, id: string): Promise<ServiceAnswer> {
    return this.known(collection, async () => {
      if (!(await this.memory.get(collection, id))) return refusal(404, 'DocumentDoesNotExistException');
      await this.memory.remove(collection, id);
      return { status: 204, body: undefined };
    });
  }

  private async known(collection: string, answer: () => Promise<ServiceAnswer>): Promise<ServiceAnswer> {
    return this.written.has(collection) ? answer() : refusal(404, 'DocumentCollectionDoesNotExistException');
  }

  private async write(status: number, effect: () => Promise<StoredDocument>): Promise<ServiceAnswer> {
    try {
      return { status, body: await effect() };
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      const [refused, typeKey] = refusals[error.problem];
      return refusal(refused, typeKey);
    }
  }
}
