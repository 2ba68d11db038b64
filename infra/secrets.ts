/** The master key, from which the functions derive every keyed hash. AWS generates it; nobody ever sees it. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { NagSuppressions } from 'cdk-nag';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

export class Secrets extends Construct {
  /** Its ARN. */
  readonly secretId: string;

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
    // The table's keys are hashes under this key, so it must live exactly as long as the table.
    secret.applyRemovalPolicy(config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.secretId = secret.attrId;
    NagSuppressions.addResourceSuppressions(secret, [
      { id: 'AwsSolutions-SMG4', reason: 'Rotating the key would make every stored keyed hash unfindable.' },
    ]);
  }

  allowRead(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretId] }),
    );
  }
}
