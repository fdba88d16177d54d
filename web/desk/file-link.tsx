/** The tables of this page as a file; what the address asks for stays asked. */
export function FileLink({ href, k }: { href: string; k?: number | undefined }) {
  const [path = '', query = ''] = href.split('?')
  const asked = new URLSearchParams(query)
  asked.set('format', 'csv')
  return (
    <p class="page-foot on-screen">
      <a href={`${path}?${asked}`}>下载这一页的表（CSV）</a>
      {k !== undefined && <span class="soft">　表里同样不显示少于 {k} 人的格子。</span>}
    </p>
  )
}
