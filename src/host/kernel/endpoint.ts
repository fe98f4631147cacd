/** The shape of one REST operation: one file, one plain function of call and world. */
import type { Project, Team, User } from '../organisation/types';
import type { World } from '../organisation/world';
import type { ApiVersion } from './accept';
import type { Answer } from './answer';
import { readMember, type EnumName, type Member } from './enums';
import { FrameworkProblem, problem } from './problem';

/** Where the server is for this caller; follows the Host header so that a recording proxy sees all traffic. */
export interface ServerAddress {
  /** e.g. http://127.0.0.1:8080 */
  readonly origin: string;
  /** e.g. http://127.0.0.1:8080/local, without a slash at the end */
  readonly collectionUrl: string;
}

/**
 * Where a call is at home: the server and the project and team that its address names. Without a team it is the
 * project's default team, without a project the organisation's first one, as the original does where it needs one.
 */
export interface Site extends ServerAddress {
  readonly project: Project;
  readonly team: Team;
}

/** How far the address was narrowed before `_apis`. */
export type Scope = 'organisation' | 'project' | 'team';

export interface Call {
  readonly params: Params;
  readonly query: Query;
  /** Parsed JSON, or undefined without a body. */
  readonly body: unknown;
  readonly bodyBytes: number;
  readonly user: User;
  readonly site: Site;
  readonly scope: Scope;
  readonly apiVersion: ApiVersion | null;
  /** What was saved by others since the call was looked at: the revision it then had, by work item. */
  readonly overtaken: ReadonlyMap<number, number>;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** e.g. `{project?}/{team?}/_apis/wit/wiql`, `…/{*path}` for the rest of the address, `…/${type}` for a prefix. */
  readonly route: string;
  /** The published operation it answers, e.g. "wit/7.2 Work Items_Get Work Item". */
  readonly spec: string;
  /** The content type a body must have; JSON when absent. */
  readonly consumes?: 'application/json-patch+json';
  /**
   * The work items that it reads, changes and saves. Between the two other calls are answered, as on the original; what
   * they saved stands in `call.overtaken`.
   */
  changes?(call: Call): readonly number[];
  handle(call: Call, world: World): Answer;
}

/** Declares an endpoint. Exists so that a file reads as a declaration and is checked as one. */
export function endpoint(definition: Endpoint): Endpoint {
  return definition;
}

const LARGEST = 2 ** 31 - 1;

/** A whole number of 32 bits, as the original's ids and counts are; undefined for everything else. */
function wholeNumber(text: string): number | undefined {
  const number = /^-?\d{1,10}$/.test(text) ? Number(text) : NaN;
  return Math.abs(number) <= LARGEST ? number : undefined;
}

/**
 * A parameter of an address that is no value of its type. The framework of the original binds parameters before Azure
 * DevOps sees the call, so it answers in its own form.
 */
function unbindable(name: string, text: string): FrameworkProblem {
  return new FrameworkProblem(400, `The value '${text}' is not valid for ${name}.`);
}

/** Route parameters, already decoded. */
export class Params {
  constructor(private readonly values: Readonly<Record<string, string>>) {}

  /** The parameter, or an empty text: routes guarantee the ones they name. */
  text(name: string): string {
    return this.values[name] ?? '';
  }

  optional(name: string): string | undefined {
    return this.values[name];
  }

  /** @throws Problem 400 when it is no whole number. */
  integer(name: string): number {
    const text = this.text(name);
    const number = wholeNumber(text);
    if (number === undefined) throw unbindable(name, text);
    return number;
  }

  /** A member by name or number. @throws Problem 400 for anything else. */
  member<E extends EnumName>(of: E, name: string): Member<E> {
    const member = readMember(of, this.text(name));
    if (member === undefined) throw unbindable(name, this.text(name));
    return member;
  }
}

/** Query parameters; names are compared without case, as the original does. */
export class Query {
  private readonly values: ReadonlyMap<string, string>;

  constructor(parameters: Iterable<readonly [string, string]>) {
    this.values = new Map([...parameters].map(([name, value]) => [name.toLowerCase(), value]));
  }

  get(name: string): string | undefined {
    return this.values.get(name.toLowerCase());
  }

  /** False when it is absent. @throws Problem 400 for anything but true and false. */
  flag(name: string): boolean {
    const text = this.filled(name)?.toLowerCase() ?? 'false';
    if (text !== 'true' && text !== 'false') throw unbindable(name, text);
    return text === 'true';
  }

  /** The text, undefined when it is absent or empty. @throws Problem 400 when it is no date. */
  date(name: string): string | undefined {
    const text = this.filled(name);
    if (text !== undefined && Number.isNaN(Date.parse(text))) throw unbindable(name, text);
    return text;
  }

  /** A member by name or number, undefined when it is absent or empty. @throws Problem 400 for anything else. */
  member<E extends EnumName>(of: E, name: string): Member<E> | undefined {
    const text = this.filled(name);
    if (text === undefined) return undefined;
    const member = readMember(of, text);
    if (member === undefined) throw unbindable(name, text);
    return member;
  }

  private filled(name: string): string | undefined {
    const text = this.get(name);
    return text === '' ? undefined : text;
  }

  /** The non-empty parts of a comma-separated parameter, or undefined when it is absent or empty. */
  parts(name: string): readonly string[] | undefined {
    const parts = this.get(name)
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return parts && parts.length > 0 ? parts : undefined;
  }

  /** @throws Problem 400 when it is present and no whole number of zero or more. */
  integer(name: string): number | undefined {
    const text = this.filled(name);
    if (text === undefined) return undefined;
    const number = wholeNumber(text);
    if (number === undefined) throw unbindable(name, text);
    if (number < 0)
      throw problem(400, 'VssPropertyValidationException', `The value '${text}' is not valid for ${name}.`);
    return number;
  }

  /** The numbers of a comma-separated parameter, undefined when there are none. @throws Problem 400 for other texts. */
  integers(name: string): readonly number[] | undefined {
    return this.parts(name)?.map((text) => {
      const number = wholeNumber(text);
      if (number === undefined) throw unbindable(name, text);
      return number;
    });
  }

  /** All names in lower case, for endpoints that refuse unknown ones. */
  names(): readonly string[] {
    return [...this.values.keys()];
  }
}
