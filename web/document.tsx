import type { Child } from 'hono/jsx'
import type { Locale } from '../surveys/engine/text.ts'
import { languageOf } from './words/words.ts'

interface DocumentProps {
  title: string
  locale: Locale
  /** CSS that travels inside the page, so that the first view needs one round trip. The server allows it by hash. */
  style?: readonly (string | undefined)[]
  styleHref?: string
  /** Scripts in the order in which they run. */
  scripts?: readonly (string | undefined)[]
  /** Shown on every page of a demonstration database. */
  demo: boolean
  /** Classes of the 长辈版 and the size of its print, which every measure on the page follows. */
  print?: string | undefined
  bodyClass?: string
  /** A feed that tells when this page has something new. */
  feed?: string | undefined
  /** After so many seconds a page whose script does not run goes there. */
  refresh?: [seconds: number, href: string] | undefined
  children?: Child
}

/** The outer HTML of every page. */
export function Document(props: DocumentProps) {
  const {
    title,
    locale,
    style = [],
    styleHref,
    scripts = [],
    demo,
    print,
    bodyClass,
    feed,
    refresh,
    children,
  } = props
  return (
    <html lang={locale} dir={languageOf(locale).direction} class={print}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1f5c4a" />
        {/* Phones must not take a receipt code for a telephone number. */}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {feed && <link rel="alternate" type="application/atom+xml" href={feed} />}
        {refresh && (
          <noscript>
            <meta http-equiv="refresh" content={refresh.join(';url=')} />
          </noscript>
        )}
        {style.map((css) => css && <style dangerouslySetInnerHTML={{ __html: css }} />)}
        {styleHref && <link rel="stylesheet" href={styleHref} />}
        {scripts.map((script) => script && <script type="module" src={script} />)}
      </head>
      <body class={bodyClass}>
        {demo && (
          <p class="demo-banner" role="note" lang="zh-CN">
            演示数据 · 不是真实答卷 <span lang="en">Demonstration data</span>
          </p>
        )}
        {children}
      </body>
    </html>
  )
}
