/** Entry of the CDK app, named in `cdk.json`. */
import { Annotations, App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { placeholderMailFrom, readConfig } from './config.ts';
import { UndersignedStack } from './stack.ts';

await bundleFunctions();
const app = new App();
const config = readConfig((name) => app.node.tryGetContext(name));
const stack = new UndersignedStack(app, 'Undersigned', config);

if (config.sender.address === placeholderMailFrom) {
  Annotations.of(stack).addWarningV2(
    'undersigned:mailFrom',
    'No mail can be sent from the placeholder address: deploy with -c mailFrom=letters@your-organisation.org',
  );
}
