/**
 * The master key, from which the functions derive every keyed hash, and the secret by which the edge identifies itself.
 * AWS generates both; nobody ever sees them.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';

export class Secrets extends Construct {
  /** ARN of the master key. */
  readonly secretId: string;
  /** ARN of the edge's secret. Each of its values is accepted by the API. */
  readonly edgeSecretId: string;

  constructor(scope: Construct, id: string, config: Pick<Config, 'retainData'>) {
    super(scope, id);
    const secret = new CfnSecret(this, 'MasterKey', {
      description: 'Undersigned: master key of the keyed hashes. Losing it makes every mailbox unfindable.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'masterKey',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    pinLogicalId(secret, 'masterKey');
    // The table's keys are hashes under this key, so it must live as long as the table. If the first deployment fails,
    // the key is deleted again: otherwise it would cost money for good.
    secret.applyRemovalPolicy(config.retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
    this.secretId = secret.attrId;
    suppressNag(secret, { SMG4: 'Rotating the key would make every stored keyed hash unfindable.' });

    const edge = new CfnSecret(this, 'Edge', {
      description: 'Undersigned: what CloudFront sends to the API, which answers nobody without it.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'first',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    pinLogicalId(edge, 'edgeSecret');
    this.edgeSecretId = edge.attrId;
    suppressNag(edge, { SMG4: 'CloudFront must learn of a new value by a deployment: docs/operating.md says how.' });
  }

  /** @param more grants access to the edge's secret as well */
  allowRead(grantee: IGrantable, more?: 'edge'): void {
    const resources = more === 'edge' ? [this.secretId, this.edgeSecretId] : [this.secretId];
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources }),
    );
  }
}
