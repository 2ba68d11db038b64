/** Entry of the CDK app, named in `cdk.json`. */
import { Annotations, App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { readConfig } from './config.ts';
import { undecided } from './config-help.ts';
import { refuseDeployment } from './refuse-deployment.ts';
import { UndersignedStack } from './stack.ts';

await bundleFunctions();
const app = new App();
const config = readConfig((name) => app.node.tryGetContext(name));
const stack = new UndersignedStack(app, config.stackName, config);
for (const sentence of undecided(config)) Annotations.of(stack).addWarningV2('undersigned:undecided', sentence);
refuseDeployment(stack, undecided(config));
