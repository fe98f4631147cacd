/** The least that an extension page can be: handshake, one heading. */
import * as SDK from 'azure-devops-extension-sdk';

void SDK.init({ loaded: false, applyTheme: true }).then(() => {
  const main = document.createElement('main');
  main.textContent = 'Empty';
  document.body.append(main);
  return SDK.notifyLoadSucceeded();
});
