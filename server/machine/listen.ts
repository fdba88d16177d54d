import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Refusal } from './refusal.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** A listening server with limits on how slow and how many callers may be; resolves with the port it got. */
export async function listen(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
): Promise<{ server: Server; port: number }> {
  const server = createAdaptorServer({
    fetch: fetch as (request: Request) => Response | Promise<Response>,
    serverOptions: {
      headersTimeout: 10_000,
      // A photo of ten megabytes, sent without the script over a slow line.
      requestTimeout: 120_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8 * 1024,
    },
  }) as Server
  server.maxConnections = 12_000
  server.maxRequestsPerSocket = 1_000
  server.timeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refusalFor(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : port }
}

/** Lets requests under way finish, then ends what is left; resolves when every connection is closed. */
export async function stopListening(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection becomes idle again only after its answer: look several times.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}

function refusalFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal([
        `端口 ${port} 已被占用：请停掉占用它的程序，或用 PORT=… 换一个端口 · port ${port} is in use: stop the other program or choose another with PORT=…`,
      ])
    case 'EACCES':
      return new Refusal([
        `没有权限使用端口 ${port}：请换一个 1024 以上的 · not allowed to use port ${port}: choose one above 1024`,
      ])
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal([
        `HOST = ${host}：这台机器没有这个地址 · this machine has no such address`,
      ])
    default:
      return error
  }
}
