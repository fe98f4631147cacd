/** Errors in the envelope of the original: status, typeKey, message and event id. */

/** An error that becomes an answer. Everything that refuses a request throws one. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly typeKey: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> | undefined,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** The body as it goes over the wire; keys in the order of recorded answers. */
  envelope(): Record<string, unknown> {
    const home = NAMESPACES[this.typeKey] ?? WORK_ITEMS;
    const [namespace, assembly] = home;
    return {
      $id: '1',
      ...(this.details === undefined ? {} : { customProperties: this.details }),
      innerException: null,
      message: this.message,
      typeName: `${namespace}.${this.typeKey}, ${assembly ?? namespace}`,
      typeKey: this.typeKey,
      errorCode: 0,
      eventId: home === WORK_ITEMS ? 3200 : home === WEB_SERVER ? 0 : 3000,
    };
  }
}

/**
 * Refused by the web framework of the original before Azure DevOps sees the call: a bare message in the wrapping of a list,
 * as logs of such answers show it.
 */
export class FrameworkProblem extends Problem {
  constructor(status: number, message: string) {
    super(status, 'HttpError', message, undefined);
  }

  override envelope(): Record<string, unknown> {
    return { count: 1, value: { Message: this.message } };
  }
}

/** Makes an error to throw. `details` appear as customProperties, as rule errors have them. */
export function problem(
  status: number,
  typeKey: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Problem {
  return new Problem(status, typeKey, message, details);
}

type Home = readonly [namespace: string, assembly?: string];
const WORK_ITEMS: Home = ['Microsoft.TeamFoundation.WorkItemTracking.Server'];
const WEB_API: Home = ['Microsoft.VisualStudio.Services.WebApi'];
/** What never reached Azure DevOps carries no event of its own. */
const WEB_SERVER: Home = ['System.Web'];
const CORE: Home = ['Microsoft.TeamFoundation.Core.WebApi'];
const EXTENSIONS: Home = ['Microsoft.VisualStudio.Services.ExtensionManagement.WebApi'];
const PATCH: Home = [
  'Microsoft.VisualStudio.Services.WebApi.Patch',
  'Microsoft.VisualStudio.Services.WebApi',
];
const AGILE: Home = [
  'Microsoft.TeamFoundation.Agile.Common.Exceptions',
  'Microsoft.TeamFoundation.Agile.Common',
];
const AGILE_SERVER: Home = [
  'Microsoft.TeamFoundation.Agile.Server.Exceptions',
  'Microsoft.TeamFoundation.Agile.Server',
];
const WORK: Home = [
  'Microsoft.TeamFoundation.Work.WebApi.Exceptions',
  'Microsoft.TeamFoundation.Work.WebApi',
];

/** Where an exception type lives; those not named here belong to work item tracking. */
const NAMESPACES: Readonly<Record<string, Home>> = {
  ProjectDoesNotExistWithNameException: CORE,
  ProjectDoesNotExistException: CORE,
  TeamNotFoundException: CORE,
  UnauthorizedRequestException: ['Microsoft.TeamFoundation.Framework.Server'],
  RequestBlockedException: ['Microsoft.TeamFoundation.Framework.Server'],
  HostShutdownException: ['Microsoft.TeamFoundation.Framework.Server'],
  AccessCheckException: [
    'Microsoft.VisualStudio.Services.Security',
    'Microsoft.VisualStudio.Services.WebApi',
  ],
  VssVersionNotSpecifiedException: WEB_API,
  VssVersionOutOfRangeException: WEB_API,
  VssInvalidPreviewVersionException: WEB_API,
  VssInvalidApiResourceVersionException: WEB_API,
  VssPropertyValidationException: [
    'Microsoft.VisualStudio.Services.Common',
    'Microsoft.VisualStudio.Services.Common',
  ],
  VssRequestContentTypeNotSupportedException: WEB_API,
  VssServiceException: WEB_API,
  TestPatchOperationFailedException: PATCH,
  PatchOperationFailedException: PATCH,
  InvalidPatchFieldNameException: PATCH,
  DocumentExistsException: EXTENSIONS,
  DocumentDoesNotExistException: EXTENSIONS,
  DocumentCollectionDoesNotExistException: EXTENSIONS,
  InvalidDocumentVersionException: EXTENSIONS,
  MaximumDocumentSizeException: EXTENSIONS,
  InvalidExtensionDataException: EXTENSIONS,
  CurrentIterationDoesNotExistException: WORK,
  IterationNotFoundException: WORK,
  BoardDoesNotExistException: AGILE,
  BacklogDoesNotExistException: AGILE,
  BoardValidationFailureException: AGILE,
  BoardValidatorDuplicateRowNameException: AGILE,
  BoardValidatorRowNameLengthInvalidException: AGILE,
  CardRulesValidationFailureException: AGILE,
  CardSettingsValidationFailureException: AGILE,
  DeletedBoardColumnIsNotEmptyException: AGILE_SERVER,
  DeletedBoardRowIsNotEmptyException: AGILE_SERVER,
  NoPermissionUpdateBoardColumnsException: AGILE,
  NoPermissionUpdateBoardRowsException: AGILE,
  NoPermissionUpdateCardRulesException: AGILE,
  NoPermissionUpdateCardSettingsException: AGILE,
  HttpException: WEB_SERVER,
  NotImplementedException: ['System', 'mscorlib'],
  ArgumentException: ['System', 'mscorlib'],
  InternalServerException: ['System', 'mscorlib'],
};
