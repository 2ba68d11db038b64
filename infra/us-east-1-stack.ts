/**
 * Resources that CloudFront accepts from us-east-1 only: a certificate and a firewall. Created only where one is
 * needed.
 */
import { Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { Firewall } from './edge/firewall.ts';
import { AlarmTopic } from './observability/alarm-topic.ts';

export const globalRegion = 'us-east-1';

export class UsEast1Stack extends Stack {
  /** Certificate for `domainName`. */
  readonly certificate: ICertificate | undefined;
  readonly webAclArn: string | undefined;

  constructor(scope: Construct, id: string, config: Config, account: string) {
    super(scope, id, {
      description: `Undersigned: what the edge of ${config.stackName} takes from this region alone`,
      env: { account, region: globalRegion },
      crossRegionReferences: true,
    });
    this.certificate = config.domainName ? this.certify(config.domainName, config) : undefined;
    this.webAclArn = config.wafEnabled ? new Firewall(this, 'Firewall').arn : undefined;
  }

  private certify(domainName: string, { certificateArn, zone, alarmEmail }: Config): ICertificate {
    const certificate =
      certificateArn || !zone
        ? Certificate.fromCertificateArn(this, 'Certificate', certificateArn ?? '')
        : new Certificate(this, 'Certificate', {
            domainName,
            validation: CertificateValidation.fromDns(
              HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: zone.id, zoneName: zone.name }),
            ),
          });
    new AlarmTopic(this, 'Alarms', { alarmEmail }).add('Certificate', {
      metric: certificate.metricDaysToExpiry(),
      entry: 'certificate',
      says: `The certificate of ${domainName} ends in less than 30 days.`,
      above: { butBelow: 30 },
      holdUntilData: true,
    });
    return certificate;
  }
}
