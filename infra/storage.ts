/** The table, created from its definition in `shared/platform/store/table.ts`, and narrow permissions on it. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { table as shape } from '../shared/platform/store/table.ts';
import type { Config } from './config.ts';
import { pinLogicalId } from './logical-ids.ts';

type IndexName = keyof typeof shape.indexes;

const text = (name: string) => ({ name, type: AttributeType.STRING });

export class Storage extends Construct {
  readonly table: Table;
  /** The owner's own key for table and files, if they asked for one. */
  readonly key: Key | undefined;

  constructor(scope: Construct, id: string, config: Pick<Config, 'retainData' | 'customerKey'>) {
    super(scope, id);
    // Kept even when its creation fails: its deletion protection would make the rollback fail instead. An empty table
    // costs nothing.
    const removalPolicy = config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = config.customerKey ? this.makeKey(config) : undefined;
    this.table = new Table(this, 'Table', {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      timeToLiveAttribute: shape.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      ...(this.key
        ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.key }
        : // With a key of DynamoDB's own, which is free: the one that AWS manages in the account bills its uses.
          { encryption: TableEncryption.DEFAULT }),
      deletionProtection: config.retainData,
      removalPolicy,
    });
    pinLogicalId(this.table, 'table');
    if (!config.customerKey) this.sayWhoseKey();
    for (const index of Object.values(shape.indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        ...(index.projects.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projects] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      });
    }
  }

  /** Without an explicit setting, CloudFormation leaves a table with the key that it has. */
  private sayWhoseKey(): void {
    const { defaultChild } = this.table.node;
    if (defaultChild instanceof CfnTable) defaultChild.sseSpecification = { sseEnabled: false };
  }

  /**
   * A key of the owner's own, usable by anyone with access to the table or the files, through DynamoDB and S3 only.
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  private makeKey({ retainData }: Pick<Config, 'retainData'>): Key {
    const { account, region } = Stack.of(this);
    const key = new Key(this, 'Key', {
      description: 'Undersigned: table and files. Without it nothing in them and in backups of the table can be read.',
      enableKeyRotation: true,
      // After a failed first deployment, a retained key would cost a dollar a month for good.
      removalPolicy: retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    pinLogicalId(key, 'tableKey');
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': ['dynamodb', 's3'].map((service) => `${service}.${region}.amazonaws.com`),
          },
        },
      }),
    );
    return key;
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('The table is made with a stream, so it has one.');
    return tableStreamArn;
  }

  /** Allows actions on the table's items. CDK's own grants would add every index with a wildcard. */
  allow(grantee: IGrantable, ...actions: `dynamodb:${string}`[]): void {
    const resources = [this.table.tableArn];
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
    const rewriting = actions.filter((action) => /(Update|Delete)Item$/.test(action));
    if (rewriting.length > 0) this.keepTrail(grantee, rewriting);
  }

  /**
   * Roles that may change items must not change the audit trail. A policy cannot tell a new item from an old one, so
   * only the condition of `auditPut` keeps PutItem from replacing a line. The rule looks at all keys of a request, as a
   * transaction with a line of the trail changes other items; and only where there are keys, as "all of none" would be
   * true.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
   */
  private keepTrail(grantee: IGrantable, actions: string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions,
        resources: [this.table.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
    );
  }

  /** Allows reading only the named indexes. */
  allowQuery(grantee: IGrantable, ...indexes: IndexName[]): void {
    const resources = indexes.map((index) => `${this.table.tableArn}/index/${shape.indexes[index].name}`);
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
  }
}
