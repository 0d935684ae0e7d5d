import type { Page } from '@xieshang/desk'
import { phoneHtml } from './html.ts'
import type { Phones } from './phones.ts'

/** `/phone`: what each phone received. Nothing that is deployed knows of it. */
export function phonePages(phones: Phones): Page {
  return (_request, response, url) => {
    if (url.pathname === '/phone') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(phoneHtml)
      return true
    }
    if (url.pathname !== '/phone/messages') return false
    const number = url.searchParams.get('number') ?? undefined
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(JSON.stringify({ phones: phones.phones(), messages: phones.messages(number) }))
    return true
  }
}
