/**
 * Columns of the tables of a Log Analytics workspace in which platform events are looked for, and the actions that the
 * audit log of Azure DevOps has: what the packages name of them, as Microsoft documents it.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Sources: learn.microsoft.com/azure/azure-monitor/reference/tables/NAME. `AzureDiagnostics` has no fixed columns:
 * those of the audit of Azure SQL are in learn.microsoft.com/azure/azure-sql/database/audit-log-format.
 */
export const columnsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'AzureActivity',
    words(
      'ActivityStatusValue ActivitySubstatusValue Caller CallerIpAddress CategoryValue OperationNameValue ResourceGroup ResourceProviderValue _ResourceId SubscriptionId',
    ),
  ],
  // "The IP address of the requester, including the port number": CallerIpAddress of StorageBlobLogs alone.
  [
    'StorageBlobLogs',
    words(
      'AccountName AuthenticationHash AuthenticationType CallerIpAddress ObjectKey OperationName RequesterAppId RequesterObjectId RequesterUpn StatusCode StatusText Uri UserAgentHeader _ResourceId',
    ),
  ],
  [
    'AZKVAuditLogs',
    words(
      'CallerIpAddress ClientInfo HttpStatusCode Id Identity OperationName RequestUri ResultSignature ResultType _ResourceId',
    ),
  ],
  [
    'ContainerRegistryRepositoryEvents',
    words(
      'CallerIpAddress Digest Identity LoginServer OperationName Repository ResultType Tag UserAgent _ResourceId',
    ),
  ],
  [
    'AGWFirewallLogs',
    words(
      'Action ClientIp Hostname Message RequestUri RuleId RuleSetType RuleSetVersion TransactionId _ResourceId',
    ),
  ],
  [
    'AzureDevOpsAuditing',
    words(
      'ActorCUID ActorClientId ActorDisplayName ActorUPN Area AuthenticationMechanism Category Data Details IpAddress OperationName ProjectId ProjectName ScopeDisplayName UserAgent',
    ),
  ],
  [
    'AuditLogs',
    words(
      'ActivityDisplayName AdditionalDetails Category Identity InitiatedBy LoggedByService OperationName Result ResultReason TargetResources',
    ),
  ],
  [
    'SigninLogs',
    words(
      'AppDisplayName AppId ClientAppUsed ConditionalAccessStatus IPAddress Identity Location ResultDescription ResultType UserPrincipalName',
    ),
  ],
  [
    'AzureDiagnostics',
    words('Category action_name_s client_ip_s database_name_s server_principal_name_s succeeded_s'),
  ],
]);

/** learn.microsoft.com/azure/devops/organizations/audit/auditing-events: those about code, builds, access and the log itself. */
export const auditActions: ReadonlySet<string> = words(`
  Artifacts.Feed.Org.FeedView.Modify Artifacts.Feed.Org.Modify Artifacts.Feed.Project.FeedView.Modify
  Artifacts.Feed.Project.Modify AuditLog.StreamDeleted AuditLog.StreamDisabledBySystem
  AuditLog.StreamDisabledByUser AuditLog.StreamModified CheckConfiguration.ApprovalCheckOrderChanged
  CheckConfiguration.Created CheckConfiguration.Deleted CheckConfiguration.Disabled CheckConfiguration.Updated
  Extension.Enabled Extension.Installed Extension.VersionUpdated Git.RefUpdatePoliciesBypassed
  Git.RepositoryDeleted Git.RepositoryDestroyed Git.RepositoryDisabled Group.UpdateGroupMembership.Add
  Library.AgentAdded Library.AgentPoolCreated Library.ServiceConnectionCreated
  Library.ServiceConnectionCreatedForMultipleProjects Library.ServiceConnectionForProjectModified
  Library.ServiceConnectionModified Library.ServiceConnectionPropertyChanged Library.ServiceConnectionShared
  Library.ServiceConnectionSharedWithMultipleProjects Library.VariableGroupModified
  Library.VariableGroupModifiedForProjects OrganizationPolicy.EnforcePolicyRemoved
  OrganizationPolicy.PolicyValueUpdated Pipelines.DeploymentJobCompleted Pipelines.OrganizationSettings
  Pipelines.PipelineModified Pipelines.ProjectSettings Pipelines.ResourceAuthorizedForPipeline
  Pipelines.ResourceAuthorizedForProject Pipelines.VariablesSetAtRuntime Policy.PolicyConfigModified
  Policy.PolicyConfigRemoved Project.UpdateVisibilityCompleted Release.DeploymentCompleted
  Release.DeploymentsCompleted Release.ReleasePipelineModified Security.ChangeInheritance
  Security.ModifyAccessControlLists Security.ModifyPermission Security.RemoveAccessControlLists
  Token.PatCreateEvent Token.PatPublicDiscoveryEvent Token.SshCreateEvent
`);
