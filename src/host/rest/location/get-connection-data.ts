/** Who is calling and what they are connected to; the first call of both official clients. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { DEPLOYMENT_ID, ORGANISATION } from '../../organisation/identifiers';
import { descriptorOf } from '../../organisation/identity';

/** Changes would make clients drop their location caches; nothing here ever moves. */
const LAST_CHANGE = 1;

export default endpoint({
  method: 'GET',
  route: '_apis/connectionData',
  spec: 'supplement ConnectionData_Get',
  handle({ user }) {
    const identity = {
      id: user.id,
      descriptor: `Microsoft.IdentityModel.Claims.ClaimsIdentity;${ORGANISATION.id}\\${user.uniqueName}`,
      subjectDescriptor: descriptorOf(user),
      providerDisplayName: user.displayName,
      customDisplayName: user.displayName,
      isActive: true,
      properties: { Account: { $type: 'System.String', $value: user.uniqueName } },
      resourceVersion: 2,
      metaTypeId: 0,
    };
    return ok({
      authenticatedUser: identity,
      authorizedUser: identity,
      instanceId: ORGANISATION.id,
      deploymentId: DEPLOYMENT_ID,
      deploymentType: enumValue('DeploymentFlags', 'hosted'),
      locationServiceData: {
        serviceOwner: '00025394-6065-48ca-87d9-7f5672854ef7',
        defaultAccessMappingMoniker: 'PublicAccessMapping',
        lastChangeId: LAST_CHANGE,
        lastChangeId64: LAST_CHANGE,
      },
    });
  },
});
