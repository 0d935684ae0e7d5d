import { CfnParameter, Duration } from 'aws-cdk-lib'
import { defineQueue } from '../constructs/queue.ts'
import { feed } from './grants.ts'
import type { Ground } from './ground.ts'

/** What is published under the county's official account. */
export function defineWechatChannel(ground: Ground): void {
  const { stack, key } = ground
  const timeout = Duration.seconds(60)
  const queue = defineQueue(stack, 'wechat-queue', { queueName: ground.name('wechat'), timeout, key })
  ground.listen(queue, { kind: ['posting'], channel: ['wechat'] })
  // The platform answers only addresses that its owner named: where functions have none that stays, a relay has.
  const endpoint = new CfnParameter(stack, 'WechatEndpoint', {
    default: 'https://api.weixin.qq.com',
    description: 'Where the official account is spoken to: the platform, or a relay with a fixed address',
  })
  const publisher = ground.define('wechat', 'publishes under the official account', {
    needs: { table: [{ verbs: ['GetItem', 'Query', 'PutItem'] }], secrets: 'reads' },
    environment: { WECHAT_ENDPOINT: endpoint.valueAsString },
    timeout,
  })
  feed(ground, publisher, queue, 'wechat-source')
}
