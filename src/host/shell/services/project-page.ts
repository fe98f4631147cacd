/** ms.vss-tfs-web.tfs-page-data-service: the project of the page. */
import { service } from '../xdm/service';

export default service({
  id: 'ms.vss-tfs-web.tfs-page-data-service',
  create: ({ shell }) => ({
    getProject() {
      const { id, name } = shell().bootstrap.project;
      return { id, name };
    },
  }),
});
