/** The stack for SES where SES is in another region than the main stack. Its alarms have to be in that region too. */
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { AlarmTopic } from './observability/alarm-topic.ts';
import { addMailAlarms } from './observability/alarms.ts';
import { Ses } from './ses.ts';

export class SesStack extends Stack {
  readonly sending: Ses;

  constructor(
    scope: Construct,
    id: string,
    config: Config,
    env: { readonly account: string; readonly region: string },
  ) {
    const description = `Undersigned: what SES knows of ${config.stackName}`;
    super(scope, id, { description, env, crossRegionReferences: true });
    this.sending = new Ses(this, 'Sending', config);
    addMailAlarms(new AlarmTopic(this, 'Alarms', config));
  }
}
