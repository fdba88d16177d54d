import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { words } from '../../web/words/words.ts'
import type { AppContext } from '../host.ts'
import { readerOf } from './reader.ts'
import { render } from './render.ts'

/** What can be wrong with a request as such (not with the answers in it): status, Chinese, English. */
const problems = {
  'bad-address': [400, '地址不对。', 'That is not an address of this site.'],
  'bad-id': [
    400,
    '答卷编号必须是小写的 UUID v4。',
    'The response id must be a lower-case UUID version 4.',
  ],
  'not-json': [400, '内容不是有效的 JSON。', 'The body is not valid JSON.'],
  'not-utf8': [400, '文字编码不是 UTF-8。', 'The body is not valid UTF-8.'],
  'bad-text': [
    400,
    '文字里有不能保存的字符。',
    'The text holds a character that cannot be stored (NUL or half a surrogate pair).',
  ],
  'too-complex': [
    400,
    '内容层次太深或条目太多。',
    'The body is nested too deeply or holds too many entries.',
  ],
  'unknown-field': [400, '内容的格式不对。', 'A field is missing, unknown or of the wrong type.'],
  'not-found': [404, '没有找到这个页面。', 'There is no such page.'],
  'wrong-method': [405, '这个地址不能这样用。', 'This address does not take that method.'],
  'unknown-consultation': [
    404,
    '没有这次征询，或者它还没有开始。',
    'There is no such consultation, or it has not begun.',
  ],
  conflict: [
    409,
    '这份答卷已经收到过，内容不同。两份都已保留，请联系居委会。',
    'This response was received before with other content. Both are kept; please contact the committee.',
  ],
  gone: [
    410,
    '征询已经结束，不再接收答卷。',
    'The consultation has ended and takes no more answers.',
  ],
  'unknown-response': [
    404,
    '没有这份答卷，或者它没有提到这张照片。',
    'There is no such response, or it does not speak of this photo.',
  ],
  'other-photo': [
    409,
    '这个编号下已经收到过另一张照片。',
    'Another photo was received under this id before.',
  ],
  'photo-too-large': [413, '照片太大：最多 2 MB。', 'The photo is too large: 2 MB at most.'],
  'upload-too-large': [
    413,
    '文件太大：一次最多 5 MB。',
    'The files are too large: 5 MB at a time at most.',
  ],
  'not-a-photo': [
    415,
    '这不是能收下的照片：请用完整的 JPEG 或 PNG，太大的先缩小一些。',
    'That is not a photo we can take: please send a whole JPEG or PNG, a smaller one if it is very large.',
  ],
  'no-files': [
    503,
    '这个网站还没有设置存放文件的地方，暂时不能收录音和图片。',
    'This site has no place for files yet, so it takes no recordings or pictures for now.',
  ],
  'too-large': [413, '内容太大。', 'The body is too large.'],
  encoded: [415, '不接受压缩过的内容。', 'A compressed body is not accepted.'],
  'wrong-type': [415, '内容类型不对。', 'That content type is not accepted here.'],
  flood: [
    429,
    '现在请求太多，请稍后再试。',
    'Too many requests just now. Please try again shortly.',
  ],
  fault: [500, '出了点问题，我们会尽快修好。', 'Something went wrong on our side.'],
  busy: [
    503,
    '现在有点忙，暂时没有存下。请过一会儿再试，已填的内容不会丢。',
    'We could not store this just now. Please try again in a moment; nothing you wrote is lost.',
  ],
} as const satisfies Record<string, [ContentfulStatusCode, string, string]>

export type RequestProblem = keyof typeof problems

/** Answers with one clear sentence: JSON for the API, a calm page for people. */
export function answerProblem(c: AppContext, kind: RequestProblem, retryAfter?: number) {
  const [status, chinese, english] = problems[kind]
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  if (c.req.path.startsWith('/api/')) return c.json({ error: `${chinese} ${english}` }, status)
  const reader = readerOf(c)
  const { trouble } = words(reader.locale)
  const page = pageWords[kind]
  const [heading, again] = trouble[page ?? 'request']
  const more = page ? again : `${reader.locale === 'en' ? `${english} ` : chinese}${again}`
  const requestId = status === 500 ? c.get('requestId') : undefined
  return render(c, ProblemPage({ reader, heading, more, requestId }), status)
}

type Trouble = keyof ReturnType<typeof words>['trouble']

const pageWords: Partial<Record<RequestProblem, Trouble>> = {
  'not-found': 'notFound',
  'bad-address': 'notFound',
  'wrong-method': 'notFound',
  'unknown-consultation': 'consultation',
  conflict: 'conflict',
  gone: 'gone',
  flood: 'busy',
  busy: 'busy',
  fault: 'fault',
}
